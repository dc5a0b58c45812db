import fc from 'fast-check';
import { connectRedis, type RedisConnection } from '../../src/state/redis';
import { toldBook } from '../../src/state/told';
import { PATIENT_MS, startRedis, type TestRedis } from '../support/redis';

let server: TestRedis;
let redis: RedisConnection;
beforeAll(async () => {
  server = await startRedis();
  redis = connectRedis(server.url, () => undefined, PATIENT_MS);
  await redis.ready();
});
afterAll(async () => {
  redis.close();
  await server.close();
});

let tickets = 0;

test('whatever turns look at a ticket, in whatever order and at once: every comment is told by one of them, and a turn that runs again tells the same', async () => {
  const looks = fc.array(fc.record({ turn: fc.integer({ min: 1, max: 4 }), upTo: fc.integer({ min: 0, max: 6 }) }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(looks, async (all) => {
      const book = toldBook(redis);
      const ticket = String((tickets += 1));
      const ids = (upTo: number): string[] => Array.from({ length: upTo }, (_, at) => `c${at + 1}`);
      const told = await Promise.all(all.map(({ turn, upTo }) => book.claim(ticket, ids(upTo), `web:1 ${turn}`)));
      const tellers = new Map<string, Set<number>>();
      told.forEach((mine, at) => mine.forEach((id) => tellers.set(id, (tellers.get(id) ?? new Set()).add(all[at]?.turn ?? 0))));
      const most = Math.max(0, ...all.map(({ upTo }) => upTo));
      expect([...tellers.keys()].sort()).toEqual(ids(most).sort());
      expect([...tellers.values()].every((turns) => turns.size === 1)).toBe(true);
      for (const [at, { turn, upTo }] of all.entries()) {
        expect(await book.claim(ticket, ids(upTo), `web:1 ${turn}`)).toEqual(expect.arrayContaining([...(told[at] ?? [])]));
      }
    }),
    { numRuns: 40 },
  );
});

test('what was released may be told again', async () => {
  const book = toldBook(redis);
  expect(await book.claim('t', ['over'], 'a')).toEqual(['over']);
  expect(await book.claim('t', ['over'], 'b')).toEqual([]);
  await book.release('t', 'over');
  expect(await book.claim('t', ['over'], 'b')).toEqual(['over']);
});
