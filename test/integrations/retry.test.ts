import nock from 'nock';
import { BASE, THING, failureOf, onlyNock, testCaller } from './parts';

onlyNock();

describe('reads are tried again, writes are not', () => {
  test.each([429, 502, 503, 504])('a %i passes', async (status) => {
    nock(BASE).get('/thing').times(2).reply(status).get('/thing').reply(200, { id: '3' });
    await expect(testCaller().get(THING)).resolves.toEqual({ id: '3' });
  });

  test('a cut connection passes', async () => {
    nock(BASE)
      .get('/thing')
      .replyWithError(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
      .get('/thing')
      .reply(200, { id: '2' });
    await expect(testCaller().get(THING)).resolves.toEqual({ id: '2' });
  });

  test.each([
    [503, 3],
    [500, 1],
    [400, 1],
    [404, 1],
  ])('a %i is asked about %i times in all', async (status, times) => {
    const asked = always('GET', status);
    await failureOf(testCaller().get(THING));
    expect(asked()).toBe(times);
  });

  test('the pauses are random up to 100 and 200 ms', async () => {
    nock(BASE).get('/thing').times(3).reply(503);
    const draws: number[] = [];
    const random = (): number => {
      draws.push(0.5);
      return 0.5;
    };
    const began = performance.now();
    await failureOf(testCaller({ random }).get(THING));
    expect(draws).toHaveLength(2);
    expect(performance.now() - began).toBeGreaterThanOrEqual(145);
  });

  test('Retry-After is waited for, in seconds or as a date', async () => {
    const began = performance.now();
    nock(BASE).get('/thing').reply(429, '', { 'retry-after': '1' }).get('/thing').reply(200, { id: '1' });
    await testCaller().get(THING);
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
    const now = Date.parse('2026-11-21T12:00:00Z');
    nock(BASE).get('/thing').reply(503, '', { 'retry-after': 'Sat, 21 Nov 2026 12:00:04 GMT' });
    await failureOf(testCaller({ clock: () => now, deadlineMs: 4_000 }).get(THING));
  });

  test('not when the pause would end after the deadline', async () => {
    nock(BASE).get('/thing').reply(503, '', { 'retry-after': '60' });
    expect((await failureOf(testCaller().get(THING))).kind).toBe('unavailable'); // who waited came to the deadline: a timeout
  });

  test.each([503, 502, 504, 429, 500])('a write answered by %i is sent once', async (status) => {
    const asked = always('POST', status);
    expect((await failureOf(testCaller().post({ ...THING, body: { amount: 1 } }))).kind).toBe('unavailable');
    expect(asked()).toBe(1);
  });

  test('a write is sent once, even if told to come back', async () => {
    const asked = always('POST', 503, { 'retry-after': '0' });
    await failureOf(testCaller().post({ ...THING, body: {} }));
    expect(asked()).toBe(1);
  });

  test('a write sends JSON and its own headers', async () => {
    nock(BASE)
      .post('/thing', { amount: 5 })
      .matchHeader('content-type', 'application/json')
      .matchHeader('idempotency-key', 'k')
      .reply(201, { id: '9' });
    await expect(testCaller().post({ ...THING, body: { amount: 5 }, headers: { 'idempotency-key': 'k' } })).resolves.toEqual({ id: '9' });
  });
});

/** Answers every request alike, and counts them. */
function always(method: string, status: number, headers: Record<string, string> = {}): () => number {
  let asked = 0;
  const reply = (): [number, string, Record<string, string>] => {
    asked += 1;
    return [status, '', headers];
  };
  nock(BASE).persist().intercept('/thing', method).reply(reply);
  return () => asked;
}
