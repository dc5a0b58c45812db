import type { Figure, Nps, Report } from './api.js';
import { peopleBars, shareBars, topicBars } from './bars.js';
import { make } from './dom.js';
import { gauge } from './gauge.js';
import { figureOf, heads, range } from './heads.js';
import { panel, table } from './panels.js';
import { stack } from './stack.js';
import { channelName, dayName, int, percent, points, topicName, toOne } from './words.js';

const MOST_TOPICS = 7;
const SOON = 'Numbers show after the first conversation closes, about 30 minutes after it goes quiet.';
/** Opens the conversations behind a figure. */
export type Look = (figure: Figure) => void;

/** All panels, from the figures that anybody should see first to those for who doubts them. */
export function board(report: Report, look: Look): readonly Node[] {
  const isEmpty = report.conversations === 0 && report.nps.asked === 0;
  const panels = [solved, recommendation, topics, cameBack, people, understood, others, scores, all];
  return [heads(report, isEmpty), ...panels.map((each) => each(report, look, isEmpty ? SOON : undefined))];
}

function solved({ days }: Report, _: Look, empty?: string): HTMLElement {
  const of = (part: number, whole: number): string => percent(whole === 0 ? undefined : part / whole);
  const rows = days.map((day) => [
    ...[dayName(day.when), int(day.engaged), of(day.proved, day.engaged)],
    ...[of(day.confirmed, day.engaged), of(day.assumed, day.engaged), of(day.net, day.engaged)],
  ]);
  return panel({
    ...{ title: 'Solved without a person', size: 'wide', empty: empty ?? (days.length === 0 ? SOON : undefined) },
    about: 'Share of engaged conversations per day. The line takes out everyone who came back on the same matter within 7 days.',
    chart: (width) => stack(width, days),
    legend: [
      ['k1', 'Proved by a transaction or read'],
      ['k2', 'Confirmed by the customer'],
      ['k3', 'Assumed'],
      ['kn', 'Net after 7 d'],
    ],
    table: table('Solved per day', ['Day', 'Conversations', 'Proved', 'Confirmed', 'Assumed', 'Net, 7 d'], rows),
  });
}

function recommendation({ nps }: Report): HTMLElement {
  const { all: score, asked, fewest } = nps;
  const rate = score && asked > 0 ? ` (${percent(Math.min(1, score.n / asked), 0)})` : '';
  const about = `n = ${int(score?.n ?? 0)} of ${int(asked)} asked${rate}`;
  if (!score) return panel({ title: 'NPS', about, size: 'third', empty: `Drawn from ${fewest} answers on: fewer say nothing about everybody.` });
  const isFew = score.n < fewest;
  const share = (part: number): string => percent(part / score.n, 0);
  const parts = [
    [share(score.promoters), 'promoters'],
    [share(score.passives), 'passives'],
    [share(score.detractors), 'detractors'],
  ] as const;
  const rows = [
    ['Promoters, 9–10', share(score.promoters)],
    ['Passives, 7–8', share(score.passives)],
    ['Detractors, 0–6', share(score.detractors)],
    ['NPS', scoreOf(score)],
  ];
  return panel({
    ...{ title: 'NPS', about: isFew ? `${about}: ${scoreOf(score)}. Drawn from ${fewest} answers on: fewer say nothing about everybody.` : about },
    ...{ size: 'third', ...(!isFew && { chart: (width: number) => gauge(width, score) }) },
    more: [make('ul', { class: 'split small' }, ...parts.map(([big, name]) => make('li', {}, make('b', { class: 'num' }, big), name)))],
    table: table('NPS', ['Group', 'Share'], rows),
  });
}

const scoreOf = ({ score, interval: [low, high] }: Nps): string => `${points(score)} (${points(low)} to ${points(high)})`;

function topics({ topics: every }: Report, _: Look, empty?: string): HTMLElement {
  const top = every.slice(0, MOST_TOPICS);
  const names = ['Topic', 'Matters', 'Proved', 'Confirmed', 'Assumed', 'Person or ticket', 'Left'];
  const rows = every.map(({ topic, matters, proved, confirmed, assumed, human, abandoned }) => [
    topicName(topic),
    ...[matters, proved, confirmed, assumed, human, abandoned].map(int),
  ]);
  return panel({
    ...{
      title: 'Top topics',
      about: 'Matters, and the share proved or confirmed.',
      size: 'half',
      empty: empty ?? (top.length === 0 ? SOON : undefined),
    },
    chart: (width) => topicBars(width, top),
    table: table('Topics', names, rows),
  });
}

function cameBack(report: Report, _: Look, empty?: string): HTMLElement {
  const figures = ['24h', '72h', '7d'].flatMap((window) => figureOf(report, `recontact-${window}`) ?? []);
  const rows = figures.map((figure) => [figure.name, `${int(figure.numerator)} ÷ ${int(figure.denominator)}`, percent(figure.value), range(figure)]);
  return panel({
    ...{ title: 'Came back on the same matter', size: 'half', empty },
    about: 'Of those who were helped: the same person, on any channel or with a ticket. The thin line is the 95 % interval.',
    chart: (width) => shareBars(width, figures),
    table: table('Recontact', ['Within', 'Conversations', 'Share', 'Interval'], rows),
  });
}

function people({ days, weeks, months }: Report, _: Look, empty?: string): HTMLElement {
  const rows = [...days.map(({ when, people: of }) => [when, int(of)]), ...weeks.map(({ when, people: of }) => [`week ${when}`, int(of)]), ...months.map(({ when, people: of }) => [`month ${when}`, int(of)])]; // prettier-ignore
  const latest = [...weeks.slice(-4).map(({ when, people: of }) => [`Week ${when.slice(-2)}`, int(of)]), ...months.slice(-2).map(({ when, people: of }) => [when, int(of)])] as const; // prettier-ignore
  const list = latest.map(([name = '', of = '']) => make('li', {}, make('b', { class: 'num' }, of), name));
  return panel({
    ...{ title: 'Active users', size: 'half', empty: empty ?? (days.length === 0 ? SOON : undefined) },
    about: 'Distinct people per day, week and month, one person after they signed in. Weeks and months as far as the period reaches.',
    chart: (width) => peopleBars(width, days),
    more: [make('ul', { class: 'split small' }, ...list)],
    table: table('Active users', ['When', 'People'], rows),
  });
}

function understood({ notUnderstood, csat, topics: every }: Report, look: Look, empty?: string): HTMLElement {
  const worst = every.filter(({ unheard }) => unheard > 0).sort((one, other) => other.unheard - one.unheard);
  const rows = worst.slice(0, MOST_TOPICS).map(({ topic, unheard, matters }) => [topicName(topic), int(unheard), int(matters)]);
  const pair = [notUnderstood, csat].map((figure) =>
    make('li', {}, make('b', { class: 'num' }, percent(figure.value)), `${figure.name.toLowerCase()} · `, counts(figure, look)),
  );
  return panel({
    ...{ title: 'Not understood', size: 'half', empty },
    about: 'Conversations with an answer that nobody understood, and, apart from NPS, whether articles helped.',
    more: [
      make('ul', { class: 'split two small' }, ...pair),
      ...(rows.length > 0 ? [table('Not understood, by topic', ['While it was about', 'Answers', 'Matters'], rows, 'always')] : []),
    ],
  });
}

/** `12 ÷ 40`, which opens the conversations behind it. */
function counts(figure: Figure, look: Look): HTMLElement {
  const text = `${int(figure.numerator)} ÷ ${int(figure.denominator)}`;
  if (figure.behind === 0) return make('span', { class: 'num' }, text);
  return make(
    'button',
    { type: 'button', class: 'link num', 'aria-label': `${text}: conversations behind ${figure.name}`, onclick: () => look(figure) },
    text,
  );
}

function rowOf(figure: Figure, look: Look): readonly (string | Node)[] {
  const name = make('span', {}, figure.name, make('span', { class: 'how' }, figure.definition));
  const value = figure.ratio ? toOne(figure.value) : percent(figure.value);
  const interval = figure.interval ? `${percent(figure.interval[0])} to ${percent(figure.interval[1])}` : '–';
  return [name, value, counts(figure, look), interval];
}
const FIGURE = ['Figure', 'Value', 'Conversations', '95 % interval'] as const;

function others({ vendors }: Report, look: Look, empty?: string): HTMLElement {
  return panel({
    ...{ title: 'As others would count', size: 'whole', empty },
    about: 'The same conversations by the public definitions of others. Tap a count to see which conversations are behind it.',
    more: [
      table(
        'Figures by others’ definitions',
        FIGURE,
        vendors.map((figure) => rowOf(figure, look)),
        'always',
      ),
    ],
  });
}

function scores({ nps }: Report): HTMLElement {
  const few = 'A part is shown from its first answer on, with an interval that says how little that is.';
  if (nps.parts.length === 0)
    return panel({ title: 'NPS by journey and channel', about: few, size: 'whole', empty: 'Nobody has answered in this period.' });
  const rows = nps.parts.map(({ by, score, interval, n, asked }) => {
    const [kind, name = ''] = by.split(':');
    const called = kind === 'channel' ? channelName(name) : topicName(name);
    return [called, points(score), `${points(interval[0])} to ${points(interval[1])}`, int(n), int(asked)];
  });
  const names = ['Journey or channel', 'NPS', '95 % interval', 'Answers', 'Asked'];
  return panel({
    title: 'NPS by journey and channel',
    about: few,
    size: 'whole',
    more: [table('NPS by journey and channel', names, rows, 'always')],
  });
}

function all({ ours, elsewhere }: Report, look: Look, empty?: string): HTMLElement {
  return panel({
    ...{ title: 'How we count', size: 'whole', empty },
    about: `Every figure with numerator, denominator and interval. Windows count only conversations that are old enough to know. Tickets that these people opened elsewhere: ${int(elsewhere)}.`,
    more: [
      table(
        'Our figures',
        FIGURE,
        ours.map((figure) => rowOf(figure, look)),
        'always',
      ),
    ],
  });
}
