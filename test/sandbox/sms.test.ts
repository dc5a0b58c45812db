import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../support/until';
import { startClient, type Client } from './client';

const MARIA = '50255550101';
const NEVER = '50255550120';
const LATE = '50255550121';

let sandbox: Client;
let reports: Reports;
beforeAll(async () => {
  sandbox = await startClient({ reportRetryMs: 10 });
  reports = await listenForReports();
});
beforeEach(async () => {
  await sandbox.reset();
  reports.seen.length = 0;
  reports.failures = 0;
});
afterAll(() => Promise.all([sandbox.close(), reports.close()]));

describe('answers of sendsms', () => {
  test('a message is taken, and on the phone at once, with its accents in UCS-2', async () => {
    const answer = await sandbox.sendSms({ to: `+${MARIA}`, text: '482913 es tu código, sí', coding: '2', charset: 'UTF-8' });
    expect(answer).toMatchObject({ status: 202, text: '0: Accepted for delivery' });
    expect(answer.headers.get('content-type')).toBe('text/html');
    expect(await sandbox.waitForSms(MARIA)).toBe('482913 es tu código, sí');
    const { body } = await sandbox.get(`/sandbox/sms?to=%2B${MARIA}`);
    expect(body.messages).toEqual([expect.objectContaining({ from: '2525', to: MARIA, state: 'delivered', at: expect.stringMatching(/Z$/) })]);
  });

  test('seven bits lose what GSM has no letter for', async () => {
    await sandbox.sendSms({ to: MARIA, text: 'áéíóúñü¿¡ÁÉÍÓÚÑÜ', coding: '0' });
    expect(await sandbox.sms(MARIA)).toBe('?é???ñü¿¡?É???ÑÜ');
  });

  test('several receivers, one line of answer; the newest message is the first of the list', async () => {
    expect((await sandbox.sendSms({ to: `${MARIA} 50255550103`, text: 'one' })).text).toBe('0: Accepted for delivery');
    await sandbox.sendSms({ to: MARIA, text: 'two' });
    expect(await sandbox.sms('50255550103')).toBe('one');
    const { body } = await sandbox.get(`/sandbox/sms?to=${MARIA}`);
    expect(body.messages.map(({ text }: { text: string }) => text)).toEqual(['two', 'one']);
  });

  test.each([
    ['a wrong password', { to: MARIA, text: 'x', password: 'no' }, 403, 'Authorization failed for sendsms'],
    ['a wrong user', { to: MARIA, text: 'x', username: 'no' }, 403, 'Authorization failed for sendsms'],
    ['no receiver', { text: 'x' }, 400, 'Missing receiver number, rejected'],
    ['another coding', { to: MARIA, text: 'x', coding: '9' }, 400, 'Coding field misformed, rejected'],
    ['letters for a number', { to: 'maria', text: 'x' }, 400, 'Number(s) has/have been denied by white- and/or black-lists.'],
  ])('%s is told apart', async (_, parameters: Record<string, string>, status, text) => {
    expect(await sandbox.sendSms(parameters)).toMatchObject({ status, text });
    expect((await sandbox.get('/sandbox/sms')).body.messages).toEqual([]);
  });

  test('no text is sent as an empty message, a long one is cut: both look accepted', async () => {
    expect((await sandbox.sendSms({ to: MARIA })).status).toBe(202);
    expect(await sandbox.sms(MARIA)).toBe('');
    expect((await sandbox.sendSms({ to: MARIA, text: 'x'.repeat(2000) })).status).toBe(202);
    expect((await sandbox.sms(MARIA))?.length).toBe(765);
  });

  test('a POST is text with headers; a form is none', async () => {
    const { smsUser, smsPassword } = sandbox.access;
    const headers = { 'content-type': 'text/plain; charset=UTF-8', 'x-kannel-username': smsUser, 'x-kannel-password': smsPassword };
    const post = (extra: object, body: string) => sandbox.get('/cgi-bin/sendsms', { method: 'POST', headers: { ...headers, ...extra }, body });
    expect(await post({ 'x-kannel-to': MARIA, 'x-kannel-coding': '2' }, 'ñandú')).toMatchObject({ status: 202 });
    expect(await sandbox.sms(MARIA)).toBe('ñandú');
    const form = await post({ 'content-type': 'application/x-www-form-urlencoded' }, 'to=1');
    expect(form).toMatchObject({ status: 400, text: 'Invalid content-type' });
    expect(await sandbox.get('/cgi-bin/other')).toMatchObject({ status: 404, text: 'Unknown request.' });
  });
});

describe('delivery reports', () => {
  const send = (to: string, mask = '31', extra = '') =>
    sandbox.sendSms({
      to: `+${to}`,
      text: 'x',
      'dlr-mask': mask,
      'dlr-url': `${reports.url}/dlr?type=%d&to=%p&from=%P&ts=%T&answer=%A&ref=%F&id=%I&smsc=%i&my=abc${extra}`,
    });

  test('say 8, then 1, each with an id of its own', async () => {
    await send(MARIA);
    const [first, second] = await reports.wait(2);
    expect([first?.get('type'), second?.get('type')]).toEqual(['8', '1']);
    expect([first?.get('to'), first?.get('from'), first?.get('my')]).toEqual([MARIA, '2525', 'abc']);
    expect([first?.get('ref'), second?.get('ref')]).toEqual(['', expect.stringMatching(/./)]);
    expect(first?.get('id')).not.toBe(second?.get('id'));
    expect(second?.get('answer')).toContain('DELIVRD');
    expect(Math.abs(Number(first?.get('ts')) - Date.now() / 1000)).toBeLessThan(60);
  });

  test('come only for the bits of the mask', async () => {
    await send(MARIA, '1');
    await send(MARIA, '0', '0');
    await send(MARIA, '8', '8');
    const got = await reports.wait(2);
    expect(got.map((report) => report.get('type') ?? '').sort()).toEqual(['1', '8']);
  });

  test('say 2 for a line that gets nothing', async () => {
    await send(NEVER);
    expect((await reports.wait(2)).map((report) => report.get('type'))).toEqual(['8', '2']);
    expect((await sandbox.get(`/sandbox/sms?to=${NEVER}`)).body.messages[0].state).toBe('failed');
    expect(await sandbox.sms(NEVER)).toBeUndefined();
  });

  test('come with the message, four minutes later on the moved clock', async () => {
    await send(LATE);
    await reports.wait(1);
    await sandbox.clock({ advanceMs: 3 * 60_000 });
    expect((await sandbox.get(`/sandbox/sms?to=${LATE}`)).body.messages[0].state).toBe('waiting');
    await sandbox.clock({ advanceMs: 61_000 });
    expect((await reports.wait(2)).map((report) => report.get('type'))).toEqual(['8', '1']);
    expect(await sandbox.sms(LATE)).toBe('x');
  });

  test('are tried again when nobody takes them, and stay in order', async () => {
    reports.failures = 2;
    await send(MARIA);
    expect((await reports.wait(2)).map((report) => report.get('type'))).toEqual(['8', '1']);
  });

  test('go over http only', async () => {
    expect((await sandbox.sendSms({ to: MARIA, text: 'x', 'dlr-mask': '31', 'dlr-url': 'file:///etc/passwd' })).status).toBe(202);
    expect(await sandbox.sms(MARIA)).toBe('x');
  });
});

interface Reports {
  readonly url: string;
  readonly seen: URLSearchParams[];
  /** So many calls are answered with 500 first. */
  failures: number;
  wait(count: number): Promise<URLSearchParams[]>;
  close(): Promise<unknown>;
}

async function listenForReports(): Promise<Reports> {
  const seen: URLSearchParams[] = [];
  const server: Server = createServer((request, response) => {
    if (reports.failures > 0) {
      reports.failures -= 1;
      response.writeHead(500);
      response.end();
      return;
    }
    seen.push(new URL(request.url ?? '', 'http://x').searchParams);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const reports: Reports = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    failures: 0,
    wait: async (count) => {
      await until(() => seen.length >= count);
      return seen;
    },
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
  return reports;
}
