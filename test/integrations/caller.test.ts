import nock from 'nock';
import { z } from 'zod';
import { BASE, THING, failureOf, onlyNock, said, testCaller } from './parts';

onlyNock();

describe('one call', () => {
  test('asks under the base URL, with the query encoded, and gives what the schema makes of it', async () => {
    nock(`${BASE}/api/v4`).get('/thing').query({ 'a.b': '+1 & 2' }).matchHeader('accept', 'application/json').reply(200, { id: '7', new: true });
    const { get } = testCaller({ baseUrl: `${BASE}/api/v4/` });
    await expect(get({ ...THING, query: { 'a.b': '+1 & 2' } })).resolves.toEqual({ id: '7' });
  });

  test('carries the id of the turn, unless it could not stand in a header', async () => {
    nock(BASE).get('/thing').matchHeader('x-correlation-id', 'web:1:42').reply(200, { id: '1' });
    await testCaller({ correlation: () => 'web:1:42' }).get(THING);
    nock(BASE, { badheaders: ['x-correlation-id'] })
      .get('/thing')
      .times(2)
      .reply(200, { id: '1' });
    await testCaller({ correlation: () => 'a\r\nb: c' }).get(THING);
    await testCaller({ correlation: () => undefined }).get(THING);
  });

  test('is observed once, with its outcome', async () => {
    nock(BASE).get('/thing').reply(503).get('/thing').reply(200, { id: '1' }).get('/thing').reply(404);
    const { get, seen } = testCaller();
    await get(THING);
    await failureOf(get(THING));
    expect(seen.map(({ backend, operation, outcome }) => [backend, operation, outcome])).toEqual([
      ['thing', 'thing', 'ok'],
      ['thing', 'thing', 'contract'],
    ]);
    for (const { ms } of seen) expect(ms).toBeGreaterThanOrEqual(0);
  });

  test.each([
    ['wrong types', 200, '{"id":50255550101}', 'contract'],
    ['truncated JSON', 200, '{"id":"50255550101', 'contract'],
    ['another kind of page', 200, '<html>50255550101</html>', 'contract'],
    ['nothing', 204, undefined, 'contract'],
    ['a refusal', 403, '{"message":"50255550101"}', 'contract'],
    ['not there', 404, '{"message":"50255550101"}', 'contract'],
    ['a second 401', 401, '{"message":"50255550101"}', 'contract'],
    ['a server error', 500, '{"message":"50255550101"}', 'unavailable'],
  ] as const)('%s is a failure that quotes nothing', async (_, status, body, kind) => {
    nock(BASE).get('/thing').query({ msisdn: '50255550101' }).reply(status, body);
    const error = await failureOf(testCaller().get({ ...THING, query: { msisdn: '50255550101' } }));
    expect([error.backend, error.kind]).toEqual(['thing', kind]);
    expect(said(error)).not.toContain('50255550101');
  });

  test('a transform that cannot be done is the contract broken, and says where', async () => {
    nock(BASE)
      .get('/thing')
      .reply(200, [{ id: 'x' }]);
    const schema = z.array(z.object({ id: z.string().transform((text, context) => (context.addIssue('not a number'), text)) }));
    const error = await failureOf(testCaller().get({ ...THING, schema }));
    expect(error.kind).toBe('contract');
    expect(said(error)).toContain('0.id (custom)');
  });

  test('redirects are not followed', async () => {
    nock(BASE)
      .get('/thing')
      .reply(302, '', { location: `${BASE}/elsewhere` });
    const elsewhere = nock(BASE).get('/elsewhere').reply(200, { id: '1' });
    expect((await failureOf(testCaller().get(THING))).kind).toBe('contract');
    expect(elsewhere.isDone()).toBe(false);
    nock.cleanAll();
  });

  test('more than a megabyte is not read', async () => {
    nock(BASE)
      .get('/thing')
      .reply(200, { id: 'x'.repeat(1_048_576) });
    expect((await failureOf(testCaller().get(THING))).kind).toBe('contract');
  });
});

describe('lists come in pages', () => {
  const page = (from: number, count: number): { id: string }[] => Array.from({ length: count }, (_, index) => ({ id: String(from + index) }));

  test('until X-Total-Count is reached', async () => {
    nock(BASE).get('/thing').query({ limit: '100' }).reply(206, page(0, 2), { 'x-total-count': '5' });
    nock(BASE).get('/thing').query({ limit: '100', offset: '2' }).reply(206, page(2, 2), { 'x-total-count': '5' });
    nock(BASE).get('/thing').query({ limit: '100', offset: '4' }).reply(200, page(4, 1), { 'x-total-count': '5' });
    await expect(testCaller().list(THING)).resolves.toEqual(page(0, 5));
  });

  test('without a count, until a page is not partial', async () => {
    nock(BASE).get('/thing').query({ limit: '100' }).reply(206, page(0, 1)).get('/thing').query({ limit: '100', offset: '1' }).reply(200, page(1, 1));
    await expect(testCaller().list(THING)).resolves.toHaveLength(2);
  });

  test('one that never ends, or stops short, is a failure and no half list', async () => {
    nock(BASE).get('/thing').query(true).times(5).reply(206, page(0, 1), { 'x-total-count': '99' });
    expect((await failureOf(testCaller().list(THING))).kind).toBe('contract');
    nock(BASE)
      .get('/thing')
      .query(true)
      .reply(206, page(0, 1), { 'x-total-count': '2' })
      .get('/thing')
      .query(true)
      .reply(200, [], { 'x-total-count': '2' });
    expect((await failureOf(testCaller().list(THING))).kind).toBe('contract');
  });
});
