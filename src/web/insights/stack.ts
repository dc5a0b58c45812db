import type { Day } from './api.js';
import { draw, picture } from './dom.js';
import { dayName, percent } from './words.js';

const HEIGHT = 264;
const LEFT = 40;
const BOTTOM = 24;
const TOP = 6;
/** Days are named at most so close, px. */
const NAMED_PX = 90;
/** Part of a day's width that its bar takes. */
const BAR = 0.68;
const STEP = 0.2;

const shareOf = (part: number, { engaged }: Day): number => (engaged === 0 ? 0 : part / engaged);

/** Solved without a person, day by day: proved, confirmed and, hatched because it is a guess, assumed; the line takes out who came back. */
export function stack(width: number, days: readonly Day[]): SVGElement {
  const height = (value: number): number => (HEIGHT - BOTTOM) * (1 - value / most) + TOP;
  const highest = Math.max(...days.map((day) => shareOf(day.proved + day.confirmed + day.assumed, day)));
  const most = Math.min(1, Math.max(STEP, Math.ceil(highest / STEP) * STEP));
  const each = (width - LEFT) / days.length;
  const parts: Node[] = [hatch()];
  for (let at = 0; at <= most + STEP / 2; at += STEP) {
    parts.push(draw('path', { class: 'grid', d: `M${LEFT} ${height(at)}H${width}` }));
    parts.push(draw('text', { class: 'ax', x: LEFT - 8, y: height(at) + 4, 'text-anchor': 'end' }, String(Math.round(at * 100))));
  }
  const every = Math.ceil(NAMED_PX / each);
  days.forEach((day, at) => {
    const x = LEFT + at * each + (each * (1 - BAR)) / 2;
    parts.push(...bar(day, { x, width: each * BAR, height }));
    if (at % every === 0) parts.push(draw('text', { class: 'ax', x, y: HEIGHT }, dayName(day.when)));
  });
  const net = days.map((day, at) => `${(LEFT + (at + 0.5) * each).toFixed(1)},${height(shareOf(day.net, day)).toFixed(1)}`).join(' ');
  parts.push(...(days.length > 1 ? ['halo', 'ln net'].map((kind) => draw('polyline', { class: kind, points: net })) : lone(net)));
  return picture(width, HEIGHT + 4, saying(days), ...parts);
}

function bar(day: Day, { x, width, height }: { x: number; width: number; height: (value: number) => number }): Node[] {
  let base = 0;
  return (['proved', 'confirmed', 'assumed'] as const).map((how) => {
    const share = shareOf(day[how], day);
    const [top, foot] = [height(base + share), height(base)];
    base += share;
    const box = { x: x.toFixed(1), width: width.toFixed(1), y: top.toFixed(1), height: Math.max(0, foot - top - 1).toFixed(1) };
    const title = draw('title', {}, `${dayName(day.when)}: ${how} ${percent(share)} of ${day.engaged}`);
    return draw('rect', { ...box, ...(how === 'assumed' ? { fill: 'url(#hatch)' } : { class: how === 'proved' ? 'f1' : 'f2' }) }, title);
  });
}

function hatch(): SVGElement {
  const size = { width: 6, height: 6 };
  const lines = draw(
    'pattern',
    { id: 'hatch', ...size, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    draw('rect', { ...size, class: 'f3' }),
    draw('path', { d: 'M0 0V6', class: 'hl' }),
  );
  return draw('defs', {}, lines);
}

/** One day makes no line. */
function lone(point: string): Node[] {
  const [x = 0, y = 0] = point.split(',');
  return [draw('circle', { class: 'dot', cx: x, cy: y, r: 6 })];
}

function saying(days: readonly Day[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return 'No days';
  const of = (day: Day): string => percent(shareOf(day.net, day), 0);
  return `Share of engaged conversations solved per day, stacked proved, confirmed and assumed. Net of returns: ${of(first)} on ${dayName(first.when)}, ${of(last)} on ${dayName(last.when)}. The numbers are in the table.`;
}

/** A line without axes, for the foot of a figure: how it went. */
export function spark(values: readonly number[]): SVGElement {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const scale = 34 / (high - low || 1);
  const points = values.map((value, at) => `${((at * 120) / (values.length - 1)).toFixed(1)},${(37 - (value - low) * scale).toFixed(1)}`).join(' ');
  return draw(
    'svg',
    { class: 'spark', viewBox: '0 0 120 40', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    draw('polyline', { class: 'ln c1', points }),
  );
}
