import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nock from 'nock';
import { breaker } from '../../src/integrations/http/breaker';
import { kannel } from '../../src/integrations/sms/client';
import { smsReport } from '../../src/integrations/sms/report';
import { until } from '../support/until';
import { failureOf, said } from './parts';

/**
 * Against a real Kannel and its fake SMS centre (Debian: `apt-get install kannel kannel-extras`). Not part of the default run; it
 * fails where Kannel is not installed: `npx jest -c jest.config.cjs --testPathIgnorePatterns=/node_modules/ test/integrations/kannel.live`
 */
const FAKE_SMSC = '/usr/lib/kannel/test/fakesmsc';
const MSISDN = '50255550101';
const TOKEN = 'live-token_with.safe~letters';
const PASSWORD = 'b0t&pass+word';

const folder = mkdtempSync(join(tmpdir(), 'kannel-'));
const running: ChildProcess[] = [];
const reports: { reference: string; state: string; token: string | null }[] = [];
let ports: { readonly admin: number; readonly boxes: number; readonly smsc: number; readonly sendsms: number };
let server: Server;
let heard = '';

beforeAll(async () => {
  nock.restore();
  server = createHttpServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://bot.test');
    reports.push({ ...smsReport.parse(Object.fromEntries(searchParams)), token: searchParams.get('token') });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ports = { admin: await freePort(), boxes: await freePort(), smsc: await freePort(), sendsms: await freePort() };
  writeFileSync(join(folder, 'kannel.conf'), configuration());
  start('bearerbox', ['-v', '4', join(folder, 'kannel.conf')]);
  await sees('bearerbox', () => answers(`http://127.0.0.1:${ports.admin}/status.txt?password=status`));
  start('smsbox', ['-v', '4', join(folder, 'kannel.conf')]);
  await sees('smsbox', () => answers(`http://127.0.0.1:${ports.sendsms}/`));
});

afterAll(async () => {
  await Promise.all(running.map(stop));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

test('without an SMS centre a message is queued; it and the next arrive, as written, and are reported under our references', async () => {
  await client().send({ to: MSISDN, text: 'Tu código es 123456. ¿No fuiste tú? ñ é ü ¡ { € }', reference: 'line.queued' });
  connectPhone();
  await sees('the queued SMS', () => phone().includes('Tu codigo es 123456. ¿No fuiste tu? ñ é ü ¡ { € }'));
  await client().send({ to: MSISDN, text: '50% & más = 1+1 #?', reference: 'line.next' });
  await sees('the next SMS', () => phone().includes('50% & mas = 1+1 #?'));
  for (const reference of ['line.queued', 'line.next']) {
    const own = (): string[] => reports.filter((each) => each.reference === reference && each.token === TOKEN).map(({ state }) => state);
    await sees(`the reports of ${reference}`, () => own().includes('accepted') && own().includes('delivered'));
  }
});

test('what the alphabet cannot say arrives as UCS-2', async () => {
  await client().send({ to: MSISDN, text: 'ж', reference: 'line.ucs2' });
  // U+0436 in UTF-16, big end first: the bytes 04 and 36, which is a 6.
  await sees('the SMS', () => phone().includes('ucs-2 \u00046'));
});

test.each([
  ['7 bits', `${'0123456789'.repeat(76)}abcde`, 153],
  ['UCS-2', 'ж'.repeat(5 * 67), 67],
])('the longest text that we allow arrives whole, in five parts: %s', async (_, text, room) => {
  heard = '';
  const shown = text.replaceAll('ж', '\u00046');
  await client().send({ to: MSISDN, text, reference: 'line.long' });
  const parts = (): string[] => [...phone().matchAll(/ data (.+)>$/gm)].map(([, part = '']) => part);
  await sees('the last part', () => parts().join('').length >= shown.length);
  expect(parts().join('')).toBe(shown);
  expect(parts()).toHaveLength(5);
  expect(text).toHaveLength(5 * room);
});

test('a wrong password and a number that is not allowed are failures that tell no secret', async () => {
  const wrong = await failureOf(client('not-the-password').send({ to: MSISDN, text: 'hola', reference: 'line.wrong' }));
  expect(said(wrong)).toContain('status 403');
  expect(said(wrong)).not.toContain('not-the-password');
  const denied = await failureOf(client().send({ to: '34600000000', text: 'hola', reference: 'line.denied' }));
  expect(said(denied)).toContain('status 400');
  expect(said(denied)).not.toContain(PASSWORD);
});

function client(password = PASSWORD) {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/sms/report`;
  return kannel({
    ...{ backend: 'sms', deadlineMs: 5_000, breaker: breaker(Date.now), clock: Date.now },
    ...{ url: `http://127.0.0.1:${ports.sendsms}`, username: 'bot', password, sender: '611', report: { base, token: TOKEN } },
  });
}

function configuration(): string {
  const deny = (name: string): string => `${name}-deny-ip = "*.*.*.*"\n${name}-allow-ip = "127.0.0.1"`;
  return `
group = core
admin-port = ${ports.admin}
admin-interface = "127.0.0.1"
admin-password = admin
status-password = status
${deny('admin')}
smsbox-port = ${ports.boxes}
smsbox-interface = "127.0.0.1"
${deny('box')}
store-type = file
store-location = "${join(folder, 'store.dat')}"
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = FAKE
host = 127.0.0.1
port = ${ports.smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = ${ports.boxes}
sendsms-port = ${ports.sendsms}
sendsms-interface = "127.0.0.1"
global-sender = 611

group = sendsms-user
username = bot
password = "${PASSWORD}"
${deny('user')}
concatenation = true
max-messages = 5
white-list-regex = "^[+]?502[0-9]{8}$"

group = sms-service
keyword = default
catch-all = true
max-messages = 0
text = ""
`;
}

/** The fake SMS centre and the phone behind it in one: it prints what it gets. */
function connectPhone(): void {
  const centre = start(FAKE_SMSC, ['-H', '127.0.0.1', '-r', String(ports.smsc), '-i', '1', '-m', '1', `${MSISDN} 611 text hola`]);
  for (const stream of [centre.stdout, centre.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (heard += text));
}

function start(program: string, args: readonly string[]): ChildProcess {
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.resume();
  child.stderr.resume();
  child.on('error', (error) => {
    throw new Error(`${program} does not start: ${error.message}`);
  });
  running.push(child);
  return child;
}

/** Kannel takes its time on SIGTERM. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}

const answers = (url: string): Promise<boolean> => fetch(url).then(Boolean, () => false);

/** What the phone got, line by line; it prints bytes percent-encoded. */
function phone(): string {
  const plain = (line: string): string => (/%(?![\dA-F]{2})/i.test(line) ? line : decodeURIComponent(line.replaceAll('+', ' ')));
  return heard.split('\n').map(plain).join('\n');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Waits for a sign of something: what the phone shows tells why there was none. */
const sees = (what: string, condition: () => boolean | Promise<boolean>): Promise<true> =>
  until(condition, () => `${what}; the phone shows: ${phone().slice(-2_000)}`);
