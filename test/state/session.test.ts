import fc from 'fast-check';
import { nobody, proves, SESSION, signIn, signOut, touch } from '../../src/state/session';

const MINUTE = 60_000;
const [A, B] = ['50255550101', '50255550102'] as const;

test('a line is proved for 30 idle minutes, 10 for money, and an hour at most', () => {
  const session = signIn(touch(nobody, 0), A, 0, 's1');
  expect([proves(session, A, 0, false), proves(session, A, 0, true), proves(session, B, 0, false)]).toEqual([true, true, false]);
  const back = touch(session, 11 * MINUTE);
  expect([proves(back, A, 11 * MINUTE, false), proves(back, A, 11 * MINUTE, true)]).toEqual([true, false]);
  expect(proves(touch(session, 30 * MINUTE), A, 30 * MINUTE, false)).toBe(false);
});

test('talking keeps it alive, but not beyond an hour', () => {
  let session = signIn(nobody, A, 0, 's1');
  for (let at = 5; at <= 60; at += 5) session = touch(session, at * MINUTE);
  expect(proves(session, A, 60 * MINUTE, false)).toBe(false);
});

test('after a pause money needs a new proof, of that line', () => {
  const both = signIn(signIn(nobody, A, 0, 's1'), B, MINUTE, 's2');
  const back = signIn(touch(both, 15 * MINUTE), B, 15 * MINUTE, 's3');
  expect([proves(back, A, 15 * MINUTE, true), proves(back, B, 15 * MINUTE, true), proves(back, A, 15 * MINUTE, false)]).toEqual([false, true, true]);
});

test('signing out the current line speaks of the one that remains, then of none', () => {
  const both = signIn(signIn(nobody, A, 0, 's1'), B, 0, 's2');
  expect(signOut(both, B).current).toBe(A);
  expect(signOut(signOut(both, B), A).current).toBeUndefined();
});

test('whatever happens, nothing is proved that was not proved within the last hour', () => {
  const event = fc.record({
    after: fc.integer({ min: 0, max: 40 * MINUTE }),
    what: fc.constantFrom('talk', 'sign in', 'sign out'),
    line: fc.constantFrom(A, B),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let session = nobody;
      let now = 1;
      const proved = new Map<string, number>();
      for (const { after, what, line } of events) {
        const idle = after >= SESSION.idle;
        now += after;
        session = touch(session, now);
        if (idle) proved.clear();
        if (what === 'sign in') {
          session = signIn(session, line, now, `s${now}`);
          proved.set(line, now);
        }
        if (what === 'sign out') {
          session = signOut(session, line);
          proved.delete(line);
        }
        for (const each of [A, B]) expect(proves(session, each, now, false)).toBe(now - (proved.get(each) ?? -Infinity) < SESSION.most);
      }
    }),
    { numRuns: 300 },
  );
});
