import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Redis } from 'ioredis';
import { readConfig, type Config } from '../../src/config';
import { money } from '../../src/domain/money';
import type { Order, Settled } from '../../src/domain/spending';
import type { Book } from '../../src/domain/spending/book';
import { breaker } from '../../src/integrations/http/breaker';
import type { PaymentGateway } from '../../src/integrations/gateway/port';
import { clientCredentials } from '../../src/integrations/http/oauth';
import { ledger, type Ledger } from '../../src/state/ledger';
import type { RedisConnection } from '../../src/state/redis';
import { vault } from '../../src/state/seal';
import { spending, type Spending } from '../../src/state/spending';
import { reconciler } from '../../src/wiring/reconcile';
import { moneyBackends } from '../../src/wiring/spending';
import { environmentOf } from '../support/app';
import { startRedis, type TestRedis } from '../support/redis';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { until } from '../support/until';

const LINE = '50255550101';
const HOUR = 3_600_000;
let server: TestRedis;
let sandbox: TestSandbox;
let redis: Redis;
let connection: RedisConnection;
let config: Config;
let journal: Ledger;
let spender: Spending;
let card: string;
let gateway: PaymentGateway | undefined;
let walletId: () => Promise<string>;

beforeAll(async () => {
  [server, sandbox] = await Promise.all([startRedis(), startSandbox()]);
  redis = await server.client();
  connection = await server.connection();
  config = readConfig(environmentOf(server.url, sandbox));
  journal = ledger({ redis: connection, vault: vault([Buffer.from(config.STATE_SECRET, 'base64url')]), pepper: config.OTP_PEPPER });
  const reach = (backend: string) => ({ backend, deadlineMs: 30_000, clock: Date.now, breaker: breaker(Date.now) });
  const client = { tokenUrl: config.OAUTH_TOKEN_URL, clientId: config.OAUTH_CLIENT_ID, clientSecret: config.OAUTH_CLIENT_SECRET };
  const authorize = clientCredentials({ ...reach('oauth'), ...client });
  const { kinds, means, gateway: pays } = moneyBackends(config, { reach: (backend) => ({ ...reach(backend), authorize }), clock: Date.now });
  gateway = pays;
  walletId = async () => (await means.of(LINE)).find(({ kind }) => kind === 'wallet')?.id ?? '';
  card = (await means.of(LINE)).find(({ kind }) => kind === 'card')?.id ?? '';
  spender = spending({ ledger: journal, kinds, clock: Date.now, tell: async () => 'posted', report: () => undefined });
});
afterAll(async () => {
  await sandbox.close();
  await server.close();
});
beforeEach(async () => {
  await redis.flushall();
  await sandbox.reset();
});

const idOf = (name: string): string => name.padEnd(22, '0');
const order = (name: string, more: Partial<Order> = {}): Order => ({
  ...{ id: idOf(name), kind: 'top-up', line: LINE, amount: money(2_000, 'GTQ'), limits: [], day: '2026-11-20', again: false },
  details: { to: LINE, means: { id: card, kind: 'card', name: 'Visa' }, channel: 'chat' },
  teller: { conversation: 'web:1', skill: 'top-up', language: 'es', form: 'tu' },
  evidence: { words: 'Recargar Q20.00', shownAt: 1, agreedAt: 2, release: 'test' },
  ...more,
});
const compare = (more: readonly Book[] = [], at = Date.now()) =>
  reconciler(config, connection, more).compare({ from: at - 24 * HOUR, to: at + 5 * 60_000 });
const told = async (name: string): Promise<void> => journal.told(journal.memberOf(LINE, idOf(name)), 'told');
const wrong = async (more: readonly Book[] = []) =>
  (await compare(more)).differences.map(({ what, book, order: id, here, there }) => [what, book, id.replace(/0+$/, ''), here, there]);

/** Written down here, whatever the other side did. */
async function pretend(name: string, outcome: Settled, details?: unknown): Promise<void> {
  const opened = await journal.open(order(name, details === undefined ? {} : { details }), 1);
  if (opened.status === 'opened') await journal.record(opened.entry, outcome, 60_000);
}

test('books that agree: done, refused, bought from the balance', async () => {
  const pack = {
    to: LINE,
    offer: 'GT-D1',
    name: 'Datos',
    price: 500,
    means: { id: `balance-${LINE}`, kind: 'balance', name: 'Saldo' },
    channel: 'chat',
  };
  expect((await spender.spend(order('good'))).status).toBe('done');
  expect((await spender.spend(order('low', { amount: money(1, 'GTQ') }))).status).toBe('refused');
  await spender.spend(order('pack', { kind: 'pack', amount: money(500, 'GTQ'), details: pack }));
  const { orders, rows, differences } = await compare();
  expect(differences).toEqual([]);
  expect(orders).toBe(3);
  expect(rows['backend']).toBeGreaterThanOrEqual(2);
});

test('each difference is named', async () => {
  await spender.spend(order('lost'));
  await redis.del((await redis.keys('*:order:lost*'))[0] ?? '');
  await pretend('never', { status: 'done', facts: {} });
  await spender.spend(order('denied'));
  const [key = ''] = await redis.keys('*:order:denied*');
  await redis.hset(key, 'state', 'sent');
  const entry = await journal.read(LINE, idOf('denied'));
  if (entry) await journal.record(entry, { status: 'refused', reason: 'other' }, 1);
  const found = await wrong();
  expect(found).toContainEqual(['missing-here', 'backend', 'lost', undefined, 'top-up done 2000 GTQ']);
  expect(found).toContainEqual(['missing-there', 'backend', 'never', 'done', undefined]);
  expect(found).toContainEqual(['other-state', 'backend', 'denied', 'refused', 'top-up done']);
  expect(found.filter(([, , id]) => id === 'lost' || id === 'never' || id === 'denied')).toHaveLength(found.length);
});

test('the book of a gateway is one more: another amount there is a difference', async () => {
  await spender.spend(order('paid'));
  const row = { key: idOf('paid'), list: 'payment', state: 'done' as const, at: Date.now() };
  const gateway = (amount: number): Book => ({ name: 'gateway', kinds: ['top-up'], rows: async () => [{ ...row, amount: money(amount, 'GTQ') }] });
  expect(await wrong([gateway(2_000)])).toEqual([]);
  expect(await wrong([gateway(2_001)])).toEqual([['other-amount', 'gateway', 'paid', '2000 GTQ', 'payment 2001 GTQ']]);
  expect(await wrong([{ name: 'gateway', kinds: ['top-up'], rows: async () => [] }])).toEqual([
    ['missing-there', 'gateway', 'paid', 'done', undefined],
  ]);
});

const onPage = { to: LINE, means: { id: 'page', kind: 'page', name: 'Tarjeta' }, channel: 'chat' };
const byWallet = { to: LINE, means: { id: 'wallet', kind: 'wallet', name: 'Billetera' }, channel: 'chat' };
const settledBy = async (name: string): Promise<void> => {
  const member = journal.memberOf(LINE, idOf(name));
  await until(async () => {
    await journal.hurry(member);
    await spender.look(member);
    const state = (await journal.read(LINE, idOf(name)))?.operation.state;
    return state === 'done' || state === 'refused';
  });
};
async function paidOnPage(name: string): Promise<void> {
  const spent = await spender.spend(order(name, { details: onPage }));
  if (spent.status !== 'unknown' || spent.page === undefined) throw new Error(`no page: ${spent.status}`);
  const body = new URLSearchParams({ no: '4111 1111 1111 1111', ex: '08/39', cv: '123', na: 'Quien Paga' });
  expect((await fetch(spent.page.url, { method: 'POST', redirect: 'manual', body })).status).toBe(303);
}

test('what was paid on the gateway’s page, or by wallet, is asked there; what it cannot list is asked by its key', async () => {
  await paidOnPage('page');
  await settledBy('page');
  await spender.spend(order('wallet', { details: { ...byWallet, means: { ...byWallet.means, id: await walletId() } } }));
  await settledBy('wallet');
  const { rows, differences } = await compare();
  expect(differences).toEqual([]);
  expect(rows).toMatchObject({ gateway: 1, wallet: 1 });
});

test('done here and not paid there; refused here while the money stays there, until it is given back', async () => {
  await pretend('unpaid', { status: 'done', facts: {} }, onPage);
  await pretend('nobody', { status: 'done', facts: {} }, byWallet);
  await paidOnPage('kept');
  const entry = await journal.read(LINE, idOf('kept'));
  if (!entry) throw new Error('it is not there');
  await journal.record(entry, { status: 'refused', reason: 'not-paid' }, 60_000);
  const others = async () => (await wrong()).filter(([, book]) => book !== 'backend');
  expect(await others()).toEqual(
    expect.arrayContaining([
      ['missing-there', 'gateway', 'unpaid', 'done', undefined],
      ['missing-there', 'wallet', 'nobody', 'done', undefined],
      ['other-state', 'gateway', 'kept', 'refused', 'payment done'],
    ]),
  );
  await gateway?.refund(journal.keyOf(entry));
  expect((await wrong()).filter(([, , id]) => id === 'kept')).toEqual([]);
});

test('a link that nobody has paid yet is in nobody’s way, until its time is over', async () => {
  await spender.spend(order('link', { details: onPage }));
  const [key = ''] = await redis.keys('*:order:link*');
  await redis.hset(key, 'at', String(Date.now() - 10 * 60_000));
  expect(await wrong()).toEqual([]);
  await redis.hset(key, 'at', String(Date.now() - HOUR));
  expect(await wrong()).toEqual([['unsettled', 'ledger', 'link', 'unknown', undefined]]);
  await settledBy('link');
  expect((await journal.read(LINE, idOf('link')))?.operation.state).toBe('refused');
  expect(await wrong()).toEqual([]);
});

test('a link of before the period that was paid within it is no stranger, and what is done after the period is not missing', async () => {
  await spender.spend(order('long'));
  const [key = ''] = await redis.keys('*:order:long*');
  await redis.hset(key, 'at', String(Date.now() - 2 * 24 * HOUR));
  expect((await compare()).orders).toBe(0);
  expect(await wrong()).toEqual([]);
  await redis.hset(key, 'at', String(Date.now() - HOUR));
  const { orders, differences } = await compare([], Date.now() - 20 * 60_000);
  expect([orders, differences]).toEqual([1, []]);
});

test('what is open too long, what was never told, and what nobody can read', async () => {
  await pretend('silent', { status: 'refused', reason: 'other' });
  await journal.open(order('open'), 1);
  await journal.open(order('sealed'), 1);
  for (const name of ['silent', 'open']) {
    const [key = ''] = await redis.keys(`*:order:${name}*`);
    const before = String(Date.now() - HOUR);
    await redis.hset(key, { at: before, ...(name === 'silent' && { settledAt: before }) });
  }
  await redis.hset((await redis.keys('*:order:sealed*'))[0] ?? '', 'asked', 'not what was written');
  const found = (await compare()).differences.map(({ what, order: id }) => [what, id.replace(/0+$/, '')]);
  expect(found.toSorted()).toEqual([['unreadable', 'sealed'], ['unsettled', 'open'], ['untold', 'silent']]); // prettier-ignore
  await told('silent');
  expect((await compare()).differences.map(({ what }) => what).toSorted()).toEqual(['unreadable', 'unsettled']);
});

test('a backend that does not answer is no agreement', async () => {
  await sandbox.fault({ counterpart: 'prepaid', kind: 'refuse' });
  await expect(compare()).rejects.toThrow();
});

test('a person ends what is unknown: by its reference, once, with a note, and the customer is told', async () => {
  const opened = await journal.open(order('stuck'), 1);
  if (opened.status !== 'opened') throw new Error(opened.status);
  await journal.record(opened.entry, 'unknown', 60_000);
  await journal.told(journal.memberOf(LINE, idOf('stuck')), 'left');
  const books = reconciler(config, connection);
  const entry = await books.find(opened.entry.operation.reference.toLowerCase());
  if (!entry) throw new Error('not found');
  expect(await books.find('R-ZZZZZ')).toBeUndefined();
  expect((await books.settle(entry, 'done', 'seen in the bank')).operation.outcome).toEqual({
    status: 'done',
    facts: { settledBy: 'person', note: 'seen in the bank' },
  });
  expect((await books.settle(entry, 'refused', 'somebody else')).operation.state).toBe('done');
  const due: unknown = await redis.call('ZRANGE', (await redis.keys('*:due'))[0] ?? '', '0', '-1');
  expect(due).toContain(journal.memberOf(LINE, idOf('stuck')));
});

test('`npm run reconcile` knows a demo that runs here by its own files, whatever else is in them', async () => {
  await spender.spend(order('good'));
  await told('good');
  const data = mkdtempSync(join(tmpdir(), 'reconcile-'));
  const keys = {
    ...{ STATE_SECRET: config.STATE_SECRET, OTP_PEPPER: config.OTP_PEPPER, TOKEN_SECRET: config.TOKEN_SECRET },
    ...{ SANDBOX_CLIENT_ID: config.OAUTH_CLIENT_ID, SANDBOX_CLIENT_SECRET: config.OAUTH_CLIENT_SECRET },
    ...{ SANDBOX_DLOCAL_LOGIN: config.DLOCAL_LOGIN, SANDBOX_DLOCAL_TRANS_KEY: config.DLOCAL_TRANS_KEY },
    ...{ SANDBOX_DLOCAL_SECRET_KEY: config.DLOCAL_SECRET_KEY, MESSENGER_APP_SECRET: 'x'.repeat(43), SUNSHINE_KEY_SECRET: 'y'.repeat(43) },
  };
  const files = { 'secrets.json': keys, 'start.json': { sandbox: sandbox.url }, 'redis.json': { url: server.url } };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(data, name), JSON.stringify(content));
  const env = { PATH: process.env['PATH'], DATA_DIR: data };
  const run = promisify(execFile)(process.execPath, [join(__dirname, '../../scripts/reconcile.mjs')], { env });
  const { stdout } = await run.finally(() => rmSync(data, { recursive: true }));
  expect(stdout).toMatch(/ledger: 1 orders\nbackend: \d+ rows of ours\ngateway: 0 rows of ours\nwallet: 0 rows of ours\nThey agree\./);
});
