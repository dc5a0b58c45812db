import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { closing, reportOf, type Fact, type Step } from '../../src/domain/outcomes';
import { outcomeLedger, SEALED_ABOUT } from '../../src/state/outcomes';
import { recentFacts } from '../../src/state/outcomes-recent';
import { outcomeData } from '../../src/state/outcomes-personal';
import { vault } from '../../src/state/seal';
import { startRedis, type TestRedis } from '../support/redis';
import { keep } from './many';
import { figure, HOUR, NOON, PERIOD, step, visit, whose } from './visits';

describe('closing', () => {
  const steps = fc.array(
    fc.record(
      {
        number: fc.integer({ min: 1, max: 12 }),
        engages: fc.boolean(),
        topic: fc.constantFrom('balances', 'top-up', 'agent', 'ticket', 'faq'),
        end: fc.constantFrom('proved' as const, 'told' as const, 'refused' as const, 'contradicted' as const, 'confirmed' as const),
        person: fc.constant(true as const),
        ticket: fc.constant(true as const),
      },
      { requiredKeys: ['number', 'engages'] },
    ),
    { minLength: 1, maxLength: 15 },
  );

  it('closes every topic of a conversation in exactly one outcome, whatever the order, however often each step came', () => {
    fc.assert(
      fc.property(steps, fc.integer(), (some, seed) => {
        const unique = [...new Map(some.map((each) => [each.number, step(each.number, each)])).values()];
        const once = closing(unique, whose);
        const closed = once.flatMap((fact) => (fact.kind === 'closed' ? [fact] : []));
        expect(closed.length).toBeGreaterThan(0);
        expect(new Set(closed.map(({ topic }) => topic)).size).toBe(closed.length);
        expect(closed.every(({ outcome }) => (outcome === 'unengaged') === !unique.some(({ engages }) => engages))).toBe(true);
        const shuffled = [...unique, ...unique].sort((one, other) => ((one.number * 7919 + seed) % 13) - ((other.number * 7919 + seed) % 13));
        expect(closing(shuffled, whose)).toEqual(once);
      }),
    );
  });

  it('leaves what was solved as it is when a case is opened about something else, and not when it may be the same', () => {
    const ends = (first: Partial<Step>, about: string) =>
      closing([step(1, first), step(2, { topic: 'ticket' }), step(3, { topic: 'ticket', ticket: true, about }), step(4, { topic: 'agent', person: true })], whose)
        .flatMap((fact) => (fact.kind === 'closed' ? [`${fact.topic} ${fact.outcome}`] : [])); // prettier-ignore
    expect(ends({ topic: 'faq', end: 'confirmed' }, 'find-payment')).toEqual(['faq confirmed', 'find-payment escalated']);
    expect(ends({ topic: 'faq', end: 'contradicted' }, 'find-payment')).toEqual(['faq escalated']);
    expect(ends({ topic: 'faq', end: 'told' }, 'find-payment')).toEqual(['faq escalated']);
    expect(ends({ topic: 'top-up', end: 'proved' }, 'find-payment')).toEqual(['top-up escalated']);
    expect(ends({ topic: 'balances', end: 'proved' }, 'ticket')).toEqual(['balances escalated']);
  });

  it('says nothing of what only happened, and amends a matter whose money moved after it had closed', () => {
    expect(closing([step(1, { said: false, engages: false, topic: 'top-up' })], whose)).toEqual([]);
    const before = closing([step(1, { topic: 'top-up', end: 'unsettled' })], whose);
    const after = closing([step(60, { said: false, engages: false, topic: 'top-up', settled: true })], whose);
    expect(figure(before, 'copilot-resolved').numerator).toBe(0);
    expect(figure([...before, ...after], 'copilot-resolved').numerator).toBe(1);
  });
});

describe('recontact', () => {
  const solved = visit(NOON, { end: 'proved' });
  const counted = (more: readonly Fact[]) => ['24h', '72h', '7d'].map((window) => figure([...solved, ...more], `recontact-${window}`).numerator);

  it('withdraws what was solved when the same person is back on the same topic, on any channel', () => {
    expect(counted([])).toEqual([0, 0, 0]);
    expect(counted(visit(NOON + 23 * HOUR, { chat: 'messenger' }))).toEqual([1, 1, 1]);
    expect(counted(visit(NOON + 50 * HOUR, { chat: 'messenger' }))).toEqual([0, 1, 1]);
    expect(counted(visit(NOON + 160 * HOUR, { chat: 'messenger', ticket: true }))).toEqual([0, 0, 1]);
  });

  it('leaves it when somebody else comes, when it is about something else, or too late', () => {
    expect(counted(visit(NOON + HOUR, { chat: 'x', person: 'other' }))).toEqual([0, 0, 0]);
    expect(counted(visit(NOON + HOUR, { topic: 'top-up' }))).toEqual([0, 0, 0]);
    expect(counted(visit(NOON + 200 * HOUR, {}))).toEqual([0, 0, 0]);
  });

  it('takes a case of a kindred topic, and leaves a mere look at it', () => {
    const toppedUp = visit(NOON, { topic: 'top-up', end: 'proved' });
    const back = (more: Parameters<typeof visit>[1]) =>
      figure([...toppedUp, ...visit(NOON + 20 * HOUR, { chat: 'm', ...more })], 'recontact-24h').numerator;
    expect(back({ topic: 'find-payment', ticket: true })).toBe(1);
    expect(back({ topic: 'find-payment', end: 'proved' })).toBe(0);
    expect(back({ topic: 'wifi', ticket: true })).toBe(0);
  });

  it('takes a ticket that the bot did not open, and a chat that was proved only later', () => {
    const about = { person: 'p', chat: 'phone', verified: true, channel: 'call', country: 'GT', topic: 'balances' };
    expect(counted([{ kind: 'ticket', ...about, at: NOON + 30 * HOUR }])).toEqual([0, 1, 1]);
    const nameless = visit(NOON + 2 * HOUR, { chat: 'm', person: 'channel-key', verified: false });
    expect(counted(nameless)).toEqual([0, 0, 0]);
    expect(counted([...nameless, ...visit(NOON + 400 * HOUR, { chat: 'm', topic: 'plan' })])).toEqual([1, 1, 1]);
  });

  it('counts only conversations whose window is over', () => {
    const { ours } = reportOf(solved, { ...PERIOD, now: NOON + 30 * HOUR });
    expect(ours.filter(({ id }) => id.startsWith('deflected')).map(({ denominator }) => denominator)).toEqual([1, 0, 0]);
  });
});

describe('the ledger in Redis', () => {
  const pepper = 'p'.repeat(32);
  const keys = vault([randomBytes(32)]);
  let redis: TestRedis;
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.close());

  const opened = async () => {
    const connection = await redis.connection();
    await connection.client.flushall();
    const ledger = outcomeLedger({ redis: connection, vault: keys, pepper, clock: () => NOON });
    const facts = async () => {
      const all = [];
      for await (const each of ledger.read()) all.push(each);
      return all;
    };
    return { connection, ledger, facts };
  };
  const said = (number: number, more: Partial<Step> = {}) => ({ conversation: 'web:one', identity: '50255550101', step: step(number, more) });

  it('closes once, whoever is faster, and hears no step of it twice', async () => {
    const { connection, ledger, facts } = await opened();
    await ledger.note(said(1, { topic: 'balances' }));
    await ledger.note(said(2, { topic: 'balances', end: 'proved' }));
    await ledger.note(said(2, { topic: 'balances', end: 'proved' }));
    expect(await ledger.close(NOON)).toBe(0);
    const other = outcomeLedger({ redis: connection, vault: keys, pepper, clock: () => NOON });
    const closed = await Promise.all([ledger, other, ledger, other].map((each) => each.close(NOON + HOUR)));
    expect(closed.reduce((sum, each) => sum + each)).toBe(1);
    await ledger.note(said(2, { topic: 'balances', end: 'proved' }));
    expect(await ledger.close(NOON + 2 * HOUR)).toBe(0);
    const [only, ...more] = await facts();
    expect(more).toEqual([]);
    expect(only?.fact).toMatchObject({ kind: 'closed', topic: 'balances', outcome: 'proved', verified: true });
    expect(keys.open(only?.sealed ?? '', SEALED_ABOUT)).toBe('web:one');
  });

  it('tells what still goes on as if nothing more were said, and writes nothing for it', async () => {
    const { ledger, facts } = await opened();
    await ledger.note(said(1, { topic: 'balances', end: 'proved' }));
    const soFar = [];
    for await (const { fact } of ledger.soFar()) soFar.push(fact);
    expect([soFar, await facts()]).toEqual([[expect.objectContaining({ kind: 'closed', topic: 'balances', outcome: 'proved' })], []]);
    expect(await ledger.close(NOON + HOUR)).toBe(1);
    expect((await facts()).map(({ fact }) => fact)).toEqual(soFar);
    for await (const kept of ledger.soFar()) throw new Error(`${kept.fact.kind} goes on`);
  });

  it('keeps no number, no conversation and no word in clear, and forgets who asks for it', async () => {
    const { connection, ledger, facts } = await opened();
    const survey = { asked: true as const, score: 3, topic: 'balances' };
    await ledger.note({ ...said(1, { topic: 'balances', survey }), why: 'muy lento' });
    await ledger.close(NOON + HOUR);
    await ledger.note(said(90));
    await ledger.note({ ...said(91), conversation: 'web:two', identity: undefined });
    const kept = JSON.stringify([await connection.client.xrange('{outcomes}:facts', '-', '+'), await connection.client.keys('*')]);
    expect(kept).not.toMatch(/50255550101|web:|muy lento/);
    const data = outcomeData({ redis: connection, pepper });
    const who = { lines: ['50255550101'], conversations: ['web:one'] };
    expect((await data.find(who)).length).toBe((await facts()).length);
    expect((await data.erase(who))['outcomes']).toBeGreaterThan(1);
    expect(await facts()).toEqual([]);
    expect((await connection.client.keys('{outcomes}:steps:*')).length).toBe(1); // somebody else's
  });

  it('is read again as far as it is new, and anew when somebody was forgotten', async () => {
    const { connection, ledger } = await opened();
    const recent = recentFacts({ redis: connection }, { lifeMs: HOUR, clock: Date.now });
    expect((await recent.read()).facts).toEqual([]);
    await keep(connection, visit(NOON, { end: 'proved' }));
    const before = await recent.read();
    await keep(connection, visit(NOON, { person: 'q', chat: 'q' }));
    const after = await recent.read();
    expect([before.facts.length, after.facts.length]).toEqual([1, 2]);
    expect(after.version).not.toBe(before.version);
    expect((await recent.read()).version).toBe(after.version);
    const [row] = (await connection.client.xrange('{outcomes}:facts', '-', '+')).map(([id]) => id);
    await connection.client.xdel('{outcomes}:facts', row ?? '');
    await ledger.note(said(1, { topic: 'balances' }));
    await ledger.close(NOON + HOUR);
    expect((await recent.read()).facts.map(({ person }) => person)).toEqual(['q', expect.any(String)]);
  });

  it('begins a new conversation when somebody writes again after the silence', async () => {
    const { ledger, facts } = await opened();
    await ledger.note(said(1, { topic: 'balances', end: 'proved' }));
    await ledger.close(NOON + HOUR);
    await ledger.note(said(120, { topic: 'balances', end: 'proved' }));
    await ledger.close(NOON + 5 * HOUR);
    const closed = (await facts()).map(({ fact }) => fact);
    expect(closed).toHaveLength(2);
    expect(figure(closed, 'recontact-24h')).toMatchObject({ numerator: 1, denominator: 2 });
  });
});
