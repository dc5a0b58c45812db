import nock from 'nock';
import { breaker } from '../../src/integrations/http/breaker';
import { clientCredentials, type Authorization, type ClientCredentials } from '../../src/integrations/http/oauth';
import { until } from '../support/until';
import { BASE, PATIENT_MS, THING, failureOf, onlyNock, said, testCaller } from './parts';

onlyNock();

const SECRET = 'very+secret/value';
const NEVER = new AbortController().signal;

function credentials(parts: Partial<ClientCredentials> = {}): Authorization {
  const clock = parts.clock ?? Date.now;
  const made = { backend: 'oauth', deadlineMs: PATIENT_MS, breaker: breaker(clock, { failures: 1_000 }), clock };
  return clientCredentials({ ...made, tokenUrl: `${BASE}/oauth/token`, clientId: 'bot:1', clientSecret: SECRET, ...parts });
}

/** A token server that numbers its tokens: `t1`, `t2`… */
function tokens(
  answer: (serial: number) => object = (serial) => ({ access_token: `t${serial}`, token_type: 'Bearer', expires_in: 100 }),
  delayMs = 0,
) {
  let issued = 0;
  nock(BASE)
    .persist()
    .post('/oauth/token')
    .delay(delayMs)
    .reply(() => {
      issued += 1;
      return [200, answer(issued)];
    });
  return { issued: () => issued };
}

/** An API that takes these tokens only. */
function api(good: () => readonly string[], methods: readonly string[] = ['GET']) {
  const seen: string[] = [];
  const reply = function (this: { req: { headers: Record<string, unknown> } }): [number, object] {
    const token = String(this.req.headers['authorization']).replace('Bearer ', '');
    seen.push(token);
    return good().includes(token) ? [200, { id: token }] : [401, {}];
  };
  for (const method of methods) nock(BASE).persist().intercept('/thing', method).reply(reply);
  return seen;
}

test('asks as RFC 6749 says: Basic of both parts encoded, a form', async () => {
  const basic = Buffer.from(`bot%3A1:${encodeURIComponent(SECRET)}`).toString('base64');
  nock(BASE)
    .post('/oauth/token', 'grant_type=client_credentials')
    .matchHeader('authorization', `Basic ${basic}`)
    .matchHeader('content-type', 'application/x-www-form-urlencoded')
    .reply(200, { access_token: 'abc', token_type: 'bearer', expires_in: 60 });
  await expect(credentials().header(NEVER)).resolves.toBe('Bearer abc');
});

test('a hundred callers at once make one token request', async () => {
  const { issued } = tokens(undefined, 50);
  const seen = api(() => ['t1']);
  const { get } = testCaller({ authorize: credentials() });
  const answers = await Promise.all(Array.from({ length: 100 }, () => get(THING)));
  expect(answers).toHaveLength(100);
  expect(new Set(seen)).toEqual(new Set(['t1']));
  expect(issued()).toBe(1);
});

test('a token is used for most of its life, and renewed behind the back of its users before it ends', async () => {
  let now = 0;
  const { issued } = tokens();
  const authorization = credentials({ clock: () => now });
  await authorization.header(NEVER);
  now = 79_000;
  await expect(authorization.header(NEVER)).resolves.toBe('Bearer t1');
  expect(issued()).toBe(1);
  now = 81_000;
  await expect(authorization.header(NEVER)).resolves.toBe('Bearer t1');
  await until(async () => (await authorization.header(NEVER)) === 'Bearer t2');
  expect(issued()).toBe(2);
});

test('a renewal that fails leaves the old token in use until shortly before its end', async () => {
  let now = 0;
  nock(BASE).post('/oauth/token').reply(200, { access_token: 'old', expires_in: 100 });
  const authorization = credentials({ clock: () => now });
  await authorization.header(NEVER);
  let tries = 0;
  nock(BASE)
    .persist()
    .post('/oauth/token')
    .reply(() => {
      tries += 1;
      return [503, ''];
    });
  now = 94_000;
  await expect(authorization.header(NEVER)).resolves.toBe('Bearer old');
  await until(() => tries === 1);
  now = 96_000;
  expect((await failureOf(authorization.header(NEVER))).kind).toBe('unavailable');
});

test('a 401 drops the token and tries once more, for reads and for writes', async () => {
  const { issued } = tokens();
  let good = ['t1'];
  const seen = api(() => good, ['GET', 'POST']);
  const { get, post } = testCaller({ authorize: credentials() });
  await get(THING);
  good = ['t2'];
  await expect(get(THING)).resolves.toEqual({ id: 't2' });
  good = ['t3'];
  await expect(post({ ...THING, body: {} })).resolves.toEqual({ id: 't3' });
  expect(seen).toEqual(['t1', 't1', 't2', 't2', 't3']);
  expect(issued()).toBe(3);
});

test('a hundred 401 at once make one new token', async () => {
  const { issued } = tokens(undefined, 20);
  let good = ['t1'];
  api(() => good);
  const { get } = testCaller({ authorize: credentials() });
  await get(THING);
  good = ['t2'];
  await Promise.all(Array.from({ length: 100 }, () => get(THING)));
  expect(issued()).toBe(2);
});

test('a backend that refuses every token is asked twice, not for ever', async () => {
  tokens();
  const seen = api(() => []);
  const { get } = testCaller({ authorize: credentials() });
  expect((await failureOf(get(THING))).kind).toBe('contract');
  expect(seen).toEqual(['t1', 't2']);
});

test('numbers as text, no lifetime, and BearerToken are understood', async () => {
  let now = 0;
  tokens((serial) => (serial === 1 ? { access_token: 'a', token_type: 'BearerToken', expires_in: '100' } : { access_token: 'b' }));
  const authorization = credentials({ clock: () => now });
  await authorization.header(NEVER);
  now = 96_000;
  await expect(authorization.header(NEVER)).resolves.toBe('Bearer b');
  now += 200_000;
  await expect(authorization.header(NEVER)).resolves.toBe('Bearer b');
});

test.each([
  ['refused', 401, '{"error":"invalid_client"}', 'contract'],
  ['not a token', 200, '{"access_token":"with space"}', 'contract'],
  ['another kind of token', 200, '{"access_token":"x","token_type":"mac"}', 'contract'],
  ['broken', 200, '{"access_to', 'contract'],
  ['away', 503, '', 'unavailable'],
] as const)('%s: a failure that tells no secret', async (_, status, body, kind) => {
  nock(BASE).persist().post('/oauth/token').reply(status, body);
  const error = await failureOf(testCaller({ authorize: credentials() }).get(THING));
  expect([error.backend, error.kind]).toEqual(['oauth', kind]);
  for (const secret of [SECRET, encodeURIComponent(SECRET), Buffer.from(SECRET).toString('base64').slice(0, 12), 'Basic ']) {
    expect(said(error)).not.toContain(secret);
  }
});

test('who waits for a token waits no longer than its own deadline; the token is there for the next', async () => {
  const { issued } = tokens(undefined, 400);
  api(() => ['t1']);
  const authorize = credentials();
  const error = await failureOf(testCaller({ authorize, deadlineMs: 100 }).get(THING));
  expect(error.kind).toBe('timeout');
  await expect(testCaller({ authorize }).get(THING)).resolves.toEqual({ id: 't1' });
  expect(issued()).toBe(1);
});
