import fc from 'fast-check';
import nock from 'nock';
import { admit, breaker, CLOSED, reportedBreaker, settle, type BreakerState } from '../../src/integrations/http/breaker';
import { BASE, THING, failureOf, onlyNock, said, testCaller } from './parts';

const RULES = { failures: 3, restMs: 1_000 };

describe('the rules', () => {
  const failing = (state: BreakerState, times: number, now = 0): BreakerState =>
    Array.from({ length: times }).reduce<BreakerState>((each) => settle(each, each.era, false, now, RULES), state);

  test('opens after so many failures in a row; a success in between begins the count anew', () => {
    const almost = failing(CLOSED, 2);
    expect(almost.mode).toBe('closed');
    expect(failing(almost, 1).mode).toBe('open');
    expect(failing(settle(almost, almost.era, true, 0, RULES), 2).mode).toBe('closed');
  });

  test('lets nobody out until the rest is over, and then one', () => {
    const open = failing(CLOSED, 3, 500);
    expect(admit(open, 1_499, RULES).admitted).toBe(false);
    const probe = admit(open, 1_500, RULES);
    expect([probe.admitted, probe.state.mode]).toEqual([true, 'half-open']);
    expect(admit(probe.state, 1_501, RULES).admitted).toBe(false);
  });

  test('the probe decides', () => {
    const { state } = admit(failing(CLOSED, 3), 1_000, RULES);
    expect(settle(state, state.era, true, 1_100, RULES)).toMatchObject({ mode: 'closed', failures: 0 });
    expect(settle(state, state.era, false, 1_100, RULES)).toMatchObject({ mode: 'open', until: 2_100 });
  });

  test('a probe that never reports back does not keep it shut', () => {
    const { state } = admit(failing(CLOSED, 3), 1_000, RULES);
    expect(admit(state, 2_000, RULES).admitted).toBe(true);
  });

  test('calls from before it opened change nothing', () => {
    const open = failing(CLOSED, 3);
    expect(settle(open, CLOSED.era, true, 10, RULES)).toBe(open);
    const { state } = admit(open, 1_000, RULES);
    expect(settle(state, CLOSED.era, true, 1_100, RULES)).toBe(state);
    const closed = settle(state, state.era, true, 1_100, RULES);
    expect(settle(closed, CLOSED.era, false, 1_200, RULES)).toBe(closed);
  });

  test('whatever happens, at most one call is out while it is not closed, and it always closes again when calls succeed', () => {
    const step = fc.record({ ok: fc.boolean(), wait: fc.integer({ min: 0, max: 1_500 }), report: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = 0;
        const it = breaker(() => now, RULES);
        for (const { ok, wait, report } of steps) {
          now += wait;
          const done = it.enter();
          if (done && report) done(ok);
        }
        now += RULES.restMs;
        it.enter()?.(true);
        const two = [it.enter(), it.enter()];
        expect(two.every((each) => each !== undefined)).toBe(true);
      }),
    );
  });
});

describe('what is told of it', () => {
  test('that a backend is left alone, once for all tries in between, and once that it answers again', () => {
    const told: unknown[] = [];
    let now = 0;
    const { enter } = reportedBreaker('prepaid', { clock: () => now, report: (event, detail) => void told.push([event, detail]) });
    const ends = (...all: readonly boolean[]): void => all.forEach((ok) => enter()?.(ok));
    ends(true, false, false, false, false);
    expect(told).toEqual([]);
    const late = enter();
    ends(false, false, false);
    late?.(false);
    expect(told).toEqual([['backend.left-alone', { backend: 'prepaid' }]]);
    now = 10_000;
    ends(false, true);
    expect(told).toHaveLength(1);
    now = 20_000;
    ends(true, true);
    expect(told.slice(1)).toEqual([['backend.answers-again', { backend: 'prepaid' }]]);
  });
});

describe('around calls', () => {
  onlyNock();

  test('a backend that fails is left alone, asked once, and used again', async () => {
    let now = 0;
    let asked = 0;
    let status = 500;
    nock(BASE)
      .persist()
      .get('/thing')
      .reply(() => {
        asked += 1;
        return [status, { id: '1' }];
      });
    const { get, seen } = testCaller({ clock: () => now, breaker: breaker(() => now, { failures: 3, restMs: 1_000 }) });
    for (let call = 0; call < 5; call += 1) expect((await failureOf(get(THING))).kind).toBe('unavailable');
    expect(asked).toBe(3);
    expect(seen.map(({ outcome }) => outcome)).toEqual(['unavailable', 'unavailable', 'unavailable', 'open', 'open']);

    now = 1_000;
    await failureOf(get(THING));
    await failureOf(get(THING));
    expect(asked).toBe(4);

    now = 2_000;
    status = 200;
    await expect(get(THING)).resolves.toEqual({ id: '1' });
    await Promise.all(Array.from({ length: 10 }, () => get(THING)));
    expect(asked).toBe(15);
  });

  test('an answer against the contract is an answer', async () => {
    let asked = 0;
    nock(BASE)
      .persist()
      .get('/thing')
      .reply(() => {
        asked += 1;
        return [404, ''];
      });
    const { get } = testCaller({ breaker: breaker(Date.now, { failures: 2 }) });
    for (let call = 0; call < 5; call += 1) await failureOf(get(THING));
    expect(asked).toBe(5);
  });

  test('says so when it is open', async () => {
    nock(BASE).get('/thing').reply(500);
    const { get } = testCaller({ breaker: breaker(Date.now, { failures: 1 }) });
    await failureOf(get(THING));
    expect(said(await failureOf(get(THING)))).toContain('circuit breaker');
  });
});
