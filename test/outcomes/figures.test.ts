import fc from 'fast-check';
import { closing, periodOf, reportOf, startOfDay, type Fact, type Step } from '../../src/domain/outcomes';
import { figure, HOUR, NOON, PERIOD, step, visit, whose } from './visits';

describe('money that was in doubt', () => {
  const bought = (number: number, more: Partial<Step> = {}) => closing([step(number, { topic: 'top-up', end: 'unsettled', ...more })], whose);
  const event = (number: number, more: Partial<Step>) =>
    closing([step(number, { said: false, engages: false, topic: 'top-up', settled: true, ...more })], whose);
  const resolved = (...facts: readonly (readonly Fact[])[]) => {
    const { numerator, denominator } = figure(facts.flat(), 'copilot-resolved');
    return [numerator, denominator];
  };

  it('is part of its purchase when it is settled before the silence, and is told of nothing else', () => {
    const facts = closing(
      [step(1, { topic: 'top-up', end: 'unsettled' }), step(3, { said: false, engages: false, topic: 'top-up', settled: true })],
      whose,
    );
    expect(facts).toEqual([expect.objectContaining({ kind: 'closed', topic: 'top-up', outcome: 'proved' })]);
  });

  it('belongs to the purchase when it is settled later, also when the customer came with the topic again meanwhile', () => {
    const again = closing([step(40, { topic: 'top-up' })], whose);
    expect(resolved(bought(1), again)).toEqual([0, 2]);
    expect(resolved(bought(1), again, event(90, {}))).toEqual([1, 2]);
    expect(figure([...bought(1), ...again, ...event(90, {})], 'copilot-resolved').behind).toEqual(['c.1']);
    expect(resolved(bought(1), again, event(90, { settled: false }))).toEqual([0, 2]);
  });

  it('is a ticket when people look for it now', () => {
    expect(figure([...bought(1), ...event(90, { settled: false, ticket: true })], 'copilot-escalated').numerator).toBe(1);
  });
});

describe('facts', () => {
  it('that come twice, or in another order, change no figure', () => {
    const survey = { kind: 'survey' as const, ...whose, channel: 'web', country: 'GT', topic: 'plan' };
    const facts: readonly Fact[] = [
      ...visit(NOON, { end: 'proved' }),
      ...visit(NOON + 2 * HOUR, { chat: 'm', ticket: true }),
      ...visit(NOON + 9 * HOUR, { person: 'q', chat: 'q', topic: 'faq', end: 'told', verified: false }),
      { ...survey, at: NOON },
      { ...survey, at: NOON + 1, score: 3 },
      { ...survey, at: NOON + 2, score: 9 },
      { kind: 'judged', ...whose, channel: 'web', country: 'GT', topic: 'faq', at: NOON, helped: true },
      { kind: 'ticket', ...whose, channel: 'phone', country: 'GT', topic: 'balances', at: NOON + 5 * HOUR, ticket: 't' },
    ];
    const once = reportOf(facts, PERIOD);
    expect(once.nps.all).toMatchObject({ n: 1, score: 100 });
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2, maxLength: facts.length * 2 }), (mixed) => {
        expect(reportOf(mixed, PERIOD)).toEqual(once);
      }),
      { numRuns: 25 },
    );
  });

  it('of tickets from elsewhere count where people and tickets are counted', () => {
    const elsewhere: Fact = { kind: 'ticket', ...whose, chat: 't', channel: 'phone', country: 'GT', topic: 'plan', at: NOON + 3 * HOUR, ticket: 't' };
    const all = [...visit(NOON, { end: 'proved' }), elsewhere];
    const counts = (id: string) => [figure(all, id).numerator, figure(all, id).denominator];
    expect([counts('ticket-deflection'), counts('common-deflection'), counts('session-deflection')]).toEqual([[1, 2], [1, 2], [0, 1]]); // prettier-ignore
    expect(counts('zendesk-self-service')).toEqual([1, 1]);
    const others = { ...elsewhere, person: 'who never wrote here' };
    expect(figure([...visit(NOON, { end: 'proved' }), others], 'ticket-deflection').denominator).toBe(1);
  });
});

describe('as others count', () => {
  const two = [...visit(NOON, { end: 'proved' }), ...closing([step(500, { at: NOON + 20 * HOUR, topic: 'plan', end: 'told' })], whose)];
  const counts = (facts: readonly Fact[], id: string) => [figure(facts, id).numerator, figure(facts, id).denominator];

  it('visits to one chat within the window are one conversation for Zendesk, Fin and Chatwoot, and two sessions for Google', () => {
    expect(['zendesk-automated', 'fin-resolution', 'chatwoot-bot', 'copilot-resolved', 'google-contained'].map((id) => counts(two, id))).toEqual([
      ...[[1, 1], [1, 1], [1, 1]], // prettier-ignore
      ...[[2, 2], [1, 2]], // prettier-ignore
    ]);
  });

  it('a person in one of the visits had the whole conversation', () => {
    const withTicket = [...two, ...closing([step(900, { at: NOON + 30 * HOUR, topic: 'plan', ticket: true })], whose)];
    expect([counts(withTicket, 'zendesk-automated'), counts(withTicket, 'chatwoot-handoff')]).toEqual([[0, 1], [1, 1]]); // prettier-ignore
  });

  it('who only said hello is no question for Fin, and a conversation for its automation rate', () => {
    const hello = closing([step(1, { engages: false })], { ...whose, chat: 'h' });
    expect([counts([...two, ...hello], 'fin-resolution'), counts([...two, ...hello], 'fin-automation')]).toEqual([[1, 1], [1, 2]]); // prettier-ignore
  });
});

describe('a report', () => {
  it('counts people by day, ISO week and month, and in the period before', () => {
    const at = (iso: string, person: string) => visit(Date.parse(iso), { person, chat: person, end: 'proved' });
    const facts = [
      ...at('2026-12-28T18:00:00Z', 'a'),
      ...closing([step(7, { at: Date.parse('2027-01-01T05:30:00Z'), topic: 'plan' })], { ...whose, person: 'a', chat: 'a' }), // still 2026 in Guatemala
      ...at('2027-01-03T18:00:00Z', 'b'),
      ...at('2026-12-20T18:00:00Z', 'c'),
    ];
    const from = Date.parse('2026-12-28T06:00:00Z');
    const { days, weeks, months, people, before } = reportOf(facts, { ...PERIOD, from, to: from + 8 * 24 * HOUR });
    expect(days.map(({ when, people: of }) => [when, of])).toEqual([['2026-12-28', 1], ['2026-12-31', 1], ['2027-01-03', 1]]); // prettier-ignore
    expect(weeks).toEqual([{ when: '2026-W53', people: 2 }]);
    expect(months).toEqual([{ when: '2026-12', people: 1 }, { when: '2027-01', people: 1 }]); // prettier-ignore
    expect([people, before]).toEqual([2, 1]);
  });

  it('is not sure of everything after one answer', () => {
    const one: Fact = { kind: 'survey', ...whose, channel: 'web', country: 'GT', topic: 'plan', at: NOON, score: 10 };
    const { nps } = reportOf([one], PERIOD);
    expect(nps.all?.interval[0]).toBeLessThan(-40);
    expect(nps.all?.interval[1]).toBe(100); // the score itself is never outside
  });

  it('knows where a day begins', () => {
    const place = { timeZone: 'America/Guatemala' };
    const now = Date.parse('2026-11-20T05:59:00Z');
    expect(new Date(startOfDay(now, place)).toISOString()).toBe('2026-11-19T06:00:00.000Z');
    expect(periodOf('yesterday', now, place)).toEqual({ from: Date.parse('2026-11-18T06:00:00Z'), to: Date.parse('2026-11-19T06:00:00Z') });
    expect(periodOf('7', now, place)).toEqual({ from: Date.parse('2026-11-13T06:00:00Z'), to: Date.parse('2026-11-20T06:00:00Z') });
  });
});
