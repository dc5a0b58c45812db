import type { Redis } from 'ioredis';
import { readConfig, type Config } from '../../src/config';
import { money } from '../../src/domain/money';
import type { Order, Settled } from '../../src/domain/spending';
import type { Book } from '../../src/domain/spending/book';
import { breaker } from '../../src/integrations/http/breaker';
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

beforeAll(async () => {
  [server, sandbox] = await Promise.all([startRedis(), startSandbox()]);
  redis = await server.client();
  connection = await server.connection();
  config = readConfig(environmentOf(server.url, sandbox));
  journal = ledger({ redis: connection, vault: vault([Buffer.from(config.STATE_SECRET, 'base64url')]), pepper: config.OTP_PEPPER });
  const reach = (backend: string) => ({ backend, deadlineMs: 5_000, clock: Date.now, breaker: breaker(Date.now) });
  const client = { tokenUrl: config.OAUTH_TOKEN_URL, clientId: config.OAUTH_CLIENT_ID, clientSecret: config.OAUTH_CLIENT_SECRET };
  const authorize = clientCredentials({ ...reach('oauth'), ...client });
  const { kinds, means } = moneyBackends(config, { reach: (backend) => ({ ...reach(backend), authorize }), clock: Date.now });
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
async function pretend(name: string, outcome: Settled): Promise<void> {
  const opened = await journal.open(order(name), 1);
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
