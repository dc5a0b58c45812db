import type { Active, Figure, Topic } from './api.js';
import { draw, picture } from './dom.js';
import { dayName, int, percent, topicName } from './words.js';

const ROW = 44;

const label = (words: string, x: number, y: number, more: Readonly<Record<string, string>> = {}): SVGElement =>
  draw('text', { class: 'lb', x, y, ...more }, words);

/** Topics by conversations; the dark part was proved or confirmed. */
export function topicBars(width: number, topics: readonly Topic[]): SVGElement {
  const most = Math.max(...topics.map(({ matters }) => matters));
  const parts = topics.flatMap(({ topic, matters, proved, confirmed }, at) => {
    const y = at * ROW;
    const [long, sure] = [(width * matters) / most, (proved + confirmed) / matters];
    return [
      label(topicName(topic), 0, y + 15),
      label(`${int(matters)} · ${percent(sure, 0)}`, width, y + 15, { class: 'lb v', 'text-anchor': 'end' }),
      draw('rect', { class: 'f3', x: 0, y: y + 22, width: long, height: 10, rx: 5 }),
      draw('rect', { class: 'f1', x: 0, y: y + 22, width: long * sure, height: 10, rx: 5 }),
    ];
  });
  const first = topics[0];
  const says = `Matters by topic, with the share proved or confirmed${first ? `; most about ${topicName(first.topic)}` : ''}. The numbers are in the table.`;
  return picture(width, topics.length * ROW, says, ...parts);
}

const RETURN_ROW = 56;
/** Shares with their interval: a bar, and a thin line from low to high. */
export function shareBars(width: number, figures: readonly Figure[]): SVGElement {
  const most = Math.max(0.1, ...figures.map(({ interval }) => interval?.[1] ?? 0));
  const long = (share: number): number => (width * share) / most;
  const parts = figures.flatMap(({ name, numerator, denominator, value, interval }, at) => {
    const y = at * RETURN_ROW;
    const known = value !== undefined && interval !== undefined;
    return [
      label(name, 0, y + 15),
      label(known ? `${percent(value)} · ${int(numerator)} of ${int(denominator)}` : 'too early', width, y + 15, {
        class: 'lb v',
        'text-anchor': 'end',
      }),
      draw('rect', { class: 'bg', x: 0, y: y + 23, width, height: 14, rx: 7 }),
      ...(known ? [draw('rect', { class: 'f2', x: 0, y: y + 23, width: Math.max(3, long(value)), height: 14, rx: 7 })] : []),
      ...(known ? [draw('path', { class: 'range', d: `M${long(interval[0])} ${y + 30}H${long(interval[1])}` })] : []),
    ];
  });
  return picture(width, figures.length * RETURN_ROW, figures.map(({ name, value }) => `${name}: ${percent(value)}`).join('. '), ...parts);
}

const PEOPLE_HEIGHT = 180;
const FOOT = 22;
const NAMED_PX = 90;
/** People by day. */
export function peopleBars(width: number, days: readonly Active[]): SVGElement {
  const most = Math.max(1, ...days.map(({ people }) => people));
  const each = width / days.length;
  const every = Math.ceil(NAMED_PX / each);
  const room = PEOPLE_HEIGHT - FOOT - 18;
  const parts = days.flatMap(({ when, people }, at) => {
    const [x, high] = [at * each + each * 0.16, (room * people) / most];
    const title = draw('title', {}, `${dayName(when)}: ${int(people)}`);
    return [
      draw('rect', { class: 'f1', x, y: 18 + room - high, width: each * 0.68, height: high, rx: Math.min(3, each / 4) }, title),
      ...(at % every === 0 ? [draw('text', { class: 'ax', x, y: PEOPLE_HEIGHT - 4 }, dayName(when))] : []),
      ...(people === most ? [draw('text', { class: 'ax', x: Math.min(x, width - 40), y: 13 + room - high }, int(people))] : []),
    ];
  });
  return picture(width, PEOPLE_HEIGHT, `People per day, at most ${int(most)}. The numbers are in the table.`, ...parts);
}
