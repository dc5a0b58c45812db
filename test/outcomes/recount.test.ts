import fc from 'fast-check';
import { closing, reportOf, type Fact, type Step } from '../../src/domain/outcomes';
import { HOUR, NOON, step } from './visits';

/** A visit of one turn, or a ticket from elsewhere, as somebody would note them on paper. */
interface Noted {
  readonly person: string;
  readonly chat: string;
  readonly at: number;
  readonly topic: string;
  readonly how: 'proved' | 'confirmed' | 'told' | 'refused' | 'left' | 'case' | 'person' | 'hello';
}
const ZONE = 'America/Guatemala';
const PERIOD = { from: NOON - 24 * HOUR, to: NOON + 300 * HOUR, now: NOON + 340 * HOUR, timeZone: ZONE };
const HOURS = { '24h': 24, '72h': 72, '7d': 168 } as const;

const visits = fc
  .array(
    fc.record({
      person: fc.constantFrom('ana', 'beto', 'caro'),
      chat: fc.constantFrom('web', 'fb'),
      hour: fc.integer({ min: -60, max: 320 }),
      topic: fc.constantFrom('balances', 'top-up', 'faq', 'agent'),
      how: fc.constantFrom('proved', 'confirmed', 'told', 'refused', 'left', 'case', 'person', 'hello'),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ hour, chat, person, ...rest }, at): Noted => ({ ...rest, person, chat: `${chat}:${person}`, at: NOON + hour * HOUR + at })),
  );
const tickets = fc
  .array(
    fc.record({
      person: fc.constantFrom('ana', 'beto', 'dora'),
      hour: fc.integer({ min: -60, max: 320 }),
      topic: fc.constantFrom('balances', 'top-up'),
    }),
    { maxLength: 4 },
  ) // prettier-ignore
  .map((all) => all.map(({ hour, ...rest }, at) => ({ ...rest, at: NOON + hour * HOUR + 100 + at })));
const scores = fc
  .array(
    fc.record({
      person: fc.constantFrom('ana', 'beto', 'caro', 'dora'),
      hour: fc.integer({ min: -60, max: 320 }),
      score: fc.integer({ min: 0, max: 10 }),
    }),
    { maxLength: 8 },
  ) // prettier-ignore
  .map((all) => all.map(({ hour, ...rest }, at) => ({ ...rest, at: NOON + hour * HOUR + 200 + at })));

const STEPS: Readonly<Record<Noted['how'], Partial<Step>>> = {
  ...{ proved: { end: 'proved' }, confirmed: { end: 'confirmed' }, told: { end: 'told' }, refused: { end: 'refused' }, left: {} },
  ...{ case: { ticket: true }, person: { person: true }, hello: { engages: false } },
};
const factsOf = (all: readonly Noted[]): readonly Fact[] =>
  all.flatMap(({ person, chat, at, topic, how }, number) => {
    const { engages = true } = STEPS[how];
    return closing([step(number, { at, ...(engages && { topic }), ...STEPS[how] })], { person, chat, verified: true });
  });
const elsewhere = (all: readonly { person: string; at: number; topic: string }[]): readonly Fact[] =>
  all.map((each, at) => ({ kind: 'ticket', ...each, chat: 'phone', verified: true, channel: 'phone', country: 'GT', ticket: `t${at}` }));

const isIn = ({ at }: { readonly at: number }): boolean => at >= PERIOD.from && at < PERIOD.to;
const isHuman = ({ how }: Noted): boolean => how === 'case' || how === 'person';
/** Nothing is solved by asking for a person. */
const isSolved = ({ how, topic }: Noted): boolean => topic !== 'agent' && ['proved', 'confirmed', 'told'].includes(how);
const isOver = ({ at }: { readonly at: number }, hours: number): boolean => at + hours * HOUR <= PERIOD.now;

test('deflection, recontact and tickets are what somebody counts by hand', () => {
  fc.assert(
    fc.property(visits, tickets, (some, others) => {
      const { ours, engaged } = reportOf([...factsOf(some), ...elsewhere(others)], PERIOD);
      const told = (id: string) => ours.filter((each) => each.id === id).map(({ numerator, denominator }) => [numerator, denominator])[0];
      const mine = some.filter((each) => isIn(each) && each.how !== 'hello');
      const cameBack = (visit: Noted, hours: number): boolean => {
        const within = ({ person, at }: { person: string; at: number }): boolean =>
          person === visit.person && at > visit.at && at <= visit.at + hours * HOUR;
        return (
          others.some((each) => within(each) && each.topic === visit.topic) ||
          some.some((each) => within(each) && each.how !== 'hello' && (each.topic === visit.topic || (each.topic === 'agent' && isHuman(each))))
        );
      };
      expect(engaged).toBe(mine.length);
      expect(told('contained')).toEqual([mine.filter((each) => !isHuman(each)).length, mine.length]);
      for (const [window, hours] of Object.entries(HOURS)) {
        const old = mine.filter((each) => isOver(each, hours));
        const solved = old.filter(isSolved);
        const stays = solved.filter((each) => !cameBack(each, hours));
        expect([window, told(`deflected-${window}`)]).toEqual([window, [stays.length, old.length]]);
        expect([window, told(`sure-${window}`)]).toEqual([window, [stays.filter(({ how }) => how !== 'told').length, old.length]]);
        expect([window, told(`recontact-${window}`)]).toEqual([window, [solved.length - stays.length, solved.length]]);
      }
      const kept = mine.filter((each) => isOver(each, 72) && isSolved(each) && !cameBack(each, 72)).length;
      const here = new Set(mine.map(({ person }) => person));
      const cases =
        mine.filter((each) => isOver(each, 72) && isHuman(each)).length +
        others.filter((each) => isIn(each) && isOver(each, 72) && here.has(each.person)).length;
      expect(told('ticket-deflection')).toEqual([kept, kept + cases]);
    }),
    { numRuns: 300 },
  );
});

test('people are counted once a day, week, month and period, however often they wrote', () => {
  fc.assert(
    fc.property(visits, (some) => {
      const { days, weeks, months, people, before } = reportOf(factsOf(some), PERIOD);
      const wrote = some.filter(({ how }) => how !== 'hello');
      const mine = wrote.filter(isIn);
      const dayOf = ({ at }: Noted): string => new Date(at).toLocaleDateString('sv-SE', { timeZone: ZONE });
      const distinct = (all: readonly Noted[]): number => new Set(all.map(({ person }) => person)).size;
      const named = [...new Set(mine.map(dayOf))].sort();
      expect(days.map(({ when, people: of }) => [when, of])).toEqual(named.map((day) => [day, distinct(mine.filter((each) => dayOf(each) === day))]));
      const byMonth = [...new Set(named.map((day) => day.slice(0, 7)))];
      expect(months.map(({ when, people: of }) => [when, of])).toEqual(byMonth.map((month) => [month, distinct(mine.filter((each) => dayOf(each).startsWith(month)))])); // prettier-ignore
      expect([people, before]).toEqual([distinct(mine), distinct(wrote.filter(({ at }) => at < PERIOD.from && at >= 2 * PERIOD.from - PERIOD.to))]);
      expect(weeks.reduce((sum, { people: of }) => sum + of, 0)).toBeGreaterThanOrEqual(distinct(mine));
    }),
    { numRuns: 200 },
  );
});

test('the score is that of the last answer of each person, and its interval that of the answers with three more thought of, out to the score itself', () => {
  fc.assert(
    fc.property(scores, (some) => {
      const facts: readonly Fact[] = some.map((each) => ({ kind: 'survey', ...each, chat: each.person, verified: true, channel: 'web', country: 'GT', topic: 'plan' })); // prettier-ignore
      const { nps } = reportOf(facts, PERIOD);
      const inTime = some.filter(isIn).sort((one, other) => one.at - other.at);
      const last = [...new Set(inTime.map(({ person }) => person))].map((who) => inTime.findLast(({ person }) => person === who)?.score ?? 0);
      if (last.length === 0) return expect(nps.all).toBeUndefined();
      const marks = last.map((score): number => (score >= 9 ? 1 : score <= 6 ? -1 : 0));
      expect(nps.all?.n).toBe(last.length);
      expect(nps.all?.score).toBeCloseTo((100 * marks.reduce((sum, mark) => sum + mark, 0)) / marks.length);
      // One promoter, one detractor and one in between, each at three quarters, make a weighted sample.
      const sample = [...marks.map((mark) => [mark, 1] as const), [1, 0.75] as const, [-1, 0.75] as const, [0, 1.5] as const];
      const weight = sample.reduce((sum, [, of]) => sum + of, 0);
      const mean = sample.reduce((sum, [mark, of]) => sum + mark * of, 0) / weight;
      const spread = sample.reduce((sum, [mark, of]) => sum + of * (mark - mean) ** 2, 0) / weight;
      const half = 1.959964 * Math.sqrt(spread / weight);
      const score = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
      expect(nps.all?.interval[0]).toBeCloseTo(100 * Math.max(-1, Math.min(score, mean - half)), 2);
      expect(nps.all?.interval[1]).toBeCloseTo(100 * Math.min(1, Math.max(score, mean + half)), 2);
    }),
  );
});
