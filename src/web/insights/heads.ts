import type { Figure, Report } from './api.js';
import { make } from './dom.js';
import { head } from './panels.js';
import { spark } from './stack.js';
import { int, percent, toOne } from './words.js';

/** A figure by its name, if this release knows it. */
export const figureOf = ({ ours, vendors }: Report, id: string): Figure | undefined => [...ours, ...vendors].find((each) => each.id === id);
const line = (values: readonly number[]): SVGElement | undefined => (values.length > 1 ? spark(values) : undefined);
/** `95 % interval 57.8 to 59.0` */
export const range = ({ interval }: Figure): string =>
  interval === undefined ? 'no interval' : `95 % interval ${(100 * interval[0]).toFixed(1)} to ${(100 * interval[1]).toFixed(1)}`;

/** The four figures that stand above all. */
export function heads(report: Report, isEmpty: boolean): HTMLElement {
  const { days, people, before } = report;
  const names = ['Active users', 'Deflection, 72 h', 'Net deflection, 7 d', 'Ticket deflection rate'];
  if (isEmpty)
    return make('div', { class: 'kpis' }, ...names.map((title) => head({ title, big: '–', lines: [['waiting for the first conversation']] })));
  const today = days.at(-1)?.people ?? 0;
  const [week, month] = [report.weeks.at(-1)?.people ?? 0, report.months.at(-1)?.people ?? 0];
  const share = (part: (day: Report['days'][number]) => number): number[] => days.map((day) => (day.engaged === 0 ? 0 : part(day) / day.engaged));
  const change = before === 0 ? undefined : people / before - 1;
  const changed =
    change === undefined ? 'nobody in the period before' : `${change >= 0 ? '+' : '−'}${percent(Math.abs(change))} on the period before`;
  const active = head({
    title: 'Active users',
    big: int(people),
    lines: [[`${int(today)} on the last day · ${int(week)} in its week · ${int(month)} in its month`], [changed, (change ?? 0) >= 0 ? 'ok' : 'warn']],
    line: line(days.map((day) => day.people)),
  });
  const sure = shareHead(report, 'Deflection, 72 h', 'sure-72h', 'proved + confirmed', line(share((day) => day.proved + day.confirmed)));
  const net = shareHead(report, 'Net deflection, 7 d', 'deflected-7d', 'all, less who came back', line(share((day) => day.net)), 'recontact-7d');
  return make('div', { class: 'kpis' }, active, sure, net, tickets(report));
}

function shareHead(report: Report, title: string, id: string, about: string, foot: SVGElement | undefined, withdrawn?: string): HTMLElement {
  const figure = figureOf(report, id);
  const window = id.split('-')[1] ?? '';
  if (!figure?.denominator)
    return head({ title, big: '–', lines: [[`too early: known ${window === '7d' ? '7 days' : '72 hours'} after a conversation`]], line: foot });
  const taken = withdrawn === undefined ? undefined : figureOf(report, withdrawn)?.numerator;
  const second = taken ? ([`${int(taken)} withdrawn · ${range(figure)}`, 'warn'] as const) : ([range(figure)] as const);
  return head({ title, big: percent(figure.value), lines: [[`${about} · n = ${int(figure.denominator)}`], second], line: foot });
}

function tickets(report: Report): HTMLElement {
  const figure = figureOf(report, 'ticket-deflection');
  const zendesk = figureOf(report, 'zendesk-self-service');
  const title = 'Ticket deflection rate';
  if (!figure?.denominator) return head({ title, big: '–', lines: [['too early: known 72 hours after a conversation']] });
  const opened = figure.denominator - figure.numerator;
  const sum = `${int(figure.numerator)} ÷ (${int(figure.numerator)} + ${int(opened)} tickets) · ${range(figure)}`;
  return head({ title, big: percent(figure.value), lines: [[sum], [`Zendesk would print ${toOne(zendesk?.value)}`]] });
}
