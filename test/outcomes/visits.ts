import { closing, reportOf, type Fact, type Step } from '../../src/domain/outcomes';

/** What tests of figures are told with: a Friday noon in Guatemala, turns, visits, and a period around them. */
export const NOON = Date.parse('2026-11-20T18:00:00Z');
const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const step = (number: number, more: Partial<Step> = {}): Step => ({
  ...{ number, at: NOON + number * MINUTE, channel: 'web', country: 'GT', language: 'es', said: true, engages: true },
  ...more,
});
export const whose = { person: 'p', chat: 'c', verified: true };
export const PERIOD = { from: NOON - 24 * HOUR, to: NOON + 300 * HOUR, now: NOON + 1_000 * HOUR, timeZone: 'America/Guatemala' };
export const figure = (facts: readonly Fact[], id: string) => {
  const { ours, vendors } = reportOf(facts, PERIOD);
  const found = [...ours, ...vendors].find((each) => each.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
};
export const visit = (
  at: number,
  more: { person?: string; chat?: string; verified?: boolean; topic?: string; end?: 'proved' | 'told'; ticket?: true },
): readonly Fact[] => {
  const { person = 'p', chat = 'c', verified = true, topic = 'balances', end, ticket } = more;
  return closing([step(1, { at, topic, ...(end && { end }), ...(ticket && { ticket }) })], { person, chat, verified });
};
