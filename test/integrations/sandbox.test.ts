import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';
import { breaker } from '../../src/integrations/http/breaker';
import { caller } from '../../src/integrations/http/caller';
import { clientCredentials } from '../../src/integrations/http/oauth';
import type { Observation } from '../../src/integrations/http/guard';
import { linesClient } from '../../src/integrations/lines/client';
import { prepaidClient } from '../../src/integrations/prepaid/client';
import { kannel } from '../../src/integrations/sms/client';
import { smsReport, type SmsReport } from '../../src/integrations/sms/report';
import { LINES } from '../../src/sandbox/seed';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { failureOf, memory } from './parts';

const MARIA = '50255550101';
const GB = 1024 ** 3;

/** The clients as the product makes them, against the stand-in operator over HTTP. */
function clients(sandbox: TestSandbox, reportBase = 'http://127.0.0.1:9/report') {
  const clock = Date.now;
  const seen: Observation[] = [];
  const reach = (backend: string) => {
    return { backend, deadlineMs: 10_000, clock, breaker: breaker(clock), observe: (each: Observation) => void seen.push(each) };
  };
  const { clientId, clientSecret, smsUser, smsPassword } = sandbox.access;
  const authorize = clientCredentials({ ...reach('oauth'), tokenUrl: `${sandbox.url}/oauth/token`, clientId, clientSecret });
  const to = (backend: string) => caller({ ...reach(backend), baseUrl: sandbox.url, authorize, random: Math.random });
  return {
    seen,
    prepaid: prepaidClient({ caller: to('prepaid'), ...memory() }),
    lines: linesClient({ caller: to('inventory'), ...memory() }),
    sms: kannel({
      ...reach('sms'),
      ...{ url: sandbox.url, username: smsUser, password: smsPassword, sender: '611', report: { base: reportBase, token: 'secret-token' } },
    }),
  };
}

let sandbox: TestSandbox;
beforeAll(async () => {
  nock.restore();
  sandbox = await startSandbox({ reportRetryMs: 10 });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

test('every seeded line and its buckets can be read, in all nine countries', async () => {
  const { lines, prepaid } = clients(sandbox);
  expect(LINES.length).toBeGreaterThan(20);
  for (const { msisdn, plan, line: seed } of LINES) {
    const line = await lines.find(msisdn);
    expect(line).toMatchObject({
      msisdn,
      status: seed.status ?? 'active',
      plan: { name: plan.name, kind: plan.kind, includes: plan.includes },
    });
    expect(line?.plan.price === undefined).toBe(plan.price === undefined);
    expect(line?.plan.renews === undefined).toBe(seed.renews === undefined);
    const { value } = await prepaid.buckets(msisdn);
    if (seed.status !== undefined && seed.status !== 'active') expect(value).toEqual({ balances: [], allowances: [] });
    else expect(value.balances.filter(({ main }) => main)).toHaveLength(seed.balance === undefined ? 0 : 1);
  }
});

test('the first persona has what her story says', async () => {
  const { lines, prepaid } = clients(sandbox);
  const { value } = await prepaid.buckets(MARIA);
  expect(value.balances).toMatchObject([
    { main: true, amount: { minor: 3750, currency: 'GTQ' } },
    { main: false, amount: { minor: 500, currency: 'GTQ' }, only: 'Solo llamadas a números de la misma red' },
  ]);
  expect(value.allowances.map(({ kind, left, of }) => [kind, left, of])).toEqual([
    ['data', Math.ceil(1.2 * GB), 3 * GB],
    ['voice', 2700, 3600],
    ['sms', 20, 30],
    ['social', undefined, undefined],
  ]);
  expect(await lines.find(MARIA)).toMatchObject({ holder: 'María', plan: { kind: 'prepaid', name: 'Prepago Diario' } });
  expect(await lines.find('50255550198')).toBeUndefined();
});

test('one token serves them all, and one that was forgotten is replaced', async () => {
  const { lines, prepaid, seen } = clients(sandbox);
  const tokens = (): number => seen.filter(({ operation }) => operation === 'token').length;
  await Promise.all([lines.find(MARIA), prepaid.buckets(MARIA), prepaid.buckets('50255550103'), lines.find('50255550104')]);
  expect(tokens()).toBe(1);
  await sandbox.reset();
  await expect(lines.find(MARIA)).resolves.toBeDefined();
  expect(tokens()).toBe(2);
});

test('a moment of trouble is not noticed; a long one shows the last-known value', async () => {
  const { prepaid } = clients(sandbox);
  const fresh = await prepaid.buckets(MARIA);
  await sandbox.fault({ counterpart: 'prepaid', kind: 'error', times: 2 });
  await expect(prepaid.buckets(MARIA)).resolves.toMatchObject({ stale: false });
  await sandbox.fault({ counterpart: 'prepaid', kind: 'drop', times: 1 });
  await expect(prepaid.buckets(MARIA)).resolves.toMatchObject({ stale: false });
  for (const kind of ['error', 'timeout', 'drop', 'refuse', 'error-after'] as const) {
    await sandbox.fault({ counterpart: 'prepaid', kind });
    const last = await prepaid.buckets(MARIA);
    expect(last).toMatchObject({ value: fresh.value, stale: true });
  }
  expect((await failureOf(prepaid.buckets('50255550103'))).backend).toBe('prepaid');
});

describe('SMS', () => {
  const reports: (SmsReport & { token: string | null })[] = [];
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://bot.test');
      reports.push({ ...smsReport.parse(Object.fromEntries(searchParams)), token: searchParams.get('token') });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/sms/report`;
  });
  afterAll(() => new Promise((resolve) => server.closeAllConnections() ?? server.close(resolve)));

  const reported = (reference: string, count: number): Promise<unknown[]> =>
    until(() => {
      const own = reports.filter((report) => report.reference === reference);
      return own.length >= count && own.map(({ state, token }) => [state, token]);
    }, `${count} reports of ${reference}`);

  test('arrives as it was written, and is reported under our own reference', async () => {
    const { sms } = clients(sandbox, base);
    await sms.send({ to: MARIA, text: 'Tu código es 123456. ¿No fuiste tú?', reference: 'line.one' });
    await expect(sandbox.waitForSms(MARIA)).resolves.toBe('Tu codigo es 123456. ¿No fuiste tu?');
    await expect(reported('line.one', 2)).resolves.toEqual([
      ['accepted', 'secret-token'],
      ['delivered', 'secret-token'],
    ]);
    await sms.send({ to: MARIA, text: 'Código ✅', reference: 'line.two' });
    await expect(sandbox.waitForSms(MARIA)).resolves.toBe('Código ✅');
  });

  test('that never arrives is reported as failed', async () => {
    await clients(sandbox, base).sms.send({ to: '50255550120', text: 'hola', reference: 'line.never' });
    await expect(reported('line.never', 2)).resolves.toEqual([
      ['accepted', 'secret-token'],
      ['failed', 'secret-token'],
    ]);
  });

  test('is sent once, even when it was taken and the answer was lost', async () => {
    await sandbox.fault({ counterpart: 'sms', kind: 'error-after' });
    const { sms } = clients(sandbox, base);
    expect((await failureOf(sms.send({ to: MARIA, text: 'uno', reference: 'line.once' }))).kind).toBe('unavailable');
    await reported('line.once', 2);
    const inbox = (await (await fetch(`${sandbox.url}/sandbox/sms?to=${MARIA}`)).json()) as { messages: unknown[] };
    expect(inbox.messages).toHaveLength(1);
  });
});
