import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { CaseOrigin } from '../../src/domain/cases/record';
import { money } from '../../src/domain/money';
import { ABSENT, type Order, type SpendKind } from '../../src/domain/spending';
import { Step } from '../../src/domain/outcomes/facts';
import { packetOf } from '../../src/integrations/zendesk/packet';
import { caseBook, type CaseBook } from '../../src/state/cases';
import { ledger, type Ledger } from '../../src/state/ledger';
import { ledgerKeys } from '../../src/state/ledger-keys';
import { spending } from '../../src/state/spending';
import { startRedis, type TestRedis } from '../support/redis';
import { testVault } from './world';

/** While a release rolls out, an older process reads what a newer one wrote; here this one is the older. */

let server: TestRedis;
let redis: Redis;
let cases: CaseBook;
let journal: Ledger;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.client();
  const store = { redis: await server.connection(), vault: testVault, pepper: 'p'.repeat(32) };
  cases = caseBook({ ...store, clock: Date.now });
  journal = ledger(store);
});
afterAll(() => server.close());
beforeEach(() => redis.flushall());

const LINE = '50255550101';
const ORIGIN: CaseOrigin = {
  ...{ conversation: 'web:1', channel: 'web', country: 'GT', language: 'es', form: 'tu', level: 2, lines: [LINE], contracts: [] },
  ...{ mood: 'calm', asked: 0, marks: [], contactMode: 'chat', tried: [], articles: [], turns: [], account: {}, operations: [] },
};
const MOVED = { state: 'done', amount: 1_000, currency: 'GTQ', reference: 'R-7K2M9' } as const;

/** The same case, as a release would keep it that has more words than this one. */
async function rewritten(id: string, change: (record: Record<string, unknown>) => object): Promise<void> {
  const key = `{cases}:case:${id}`;
  const record = z.record(z.string(), z.unknown()).parse(JSON.parse(testVault.open((await redis.get(key)) ?? '', ['case', id])));
  await redis.set(key, testVault.seal(JSON.stringify(change(record)), ['case', id]));
}
const opened = () =>
  cases.open(
    'web:1:1',
    { topic: 'top-up', reason: 'unknown_money', summary: 'Recarga de Q10', facts: {}, promised: '', priority: 'high', money: MOVED },
    ORIGIN,
  );

test.each<[string, (record: Record<string, unknown>) => object, object]>([
  ['a mood', (all) => ({ ...all, origin: { ...ORIGIN, mood: 'grieving' } }), { origin: { mood: 'worried' } }],
  ['a way to be reached', (all) => ({ ...all, origin: { ...ORIGIN, contactMode: 'letters' } }), { origin: { contactMode: 'text_only' } }],
  ['a language', (all) => ({ ...all, origin: { ...ORIGIN, language: 'pt' } }), { origin: { language: 'es' } }],
  ['a level of proof', (all) => ({ ...all, level: 3, origin: { ...ORIGIN, level: 3 } }), { level: 0, origin: { level: 0 } }],
  ['a priority', (all) => ({ ...all, priority: 'asap' }), { priority: 'high' }],
  ['what became of money', (all) => ({ ...all, money: { ...MOVED, state: 'half' } }), { money: { state: 'unknown' } }],
  ['what the law calls it', (all) => ({ ...all, legal: 'appeal' }), { legal: 'complaint' }],
])('a case with a new word for %s is read, with the careful one in its place, and gets its ticket', async (_, change, careful) => {
  const { id } = await opened();
  await rewritten(id, change);
  const found = await cases.read(id);
  expect(found).toMatchObject({ id, summary: 'Recarga de Q10', ...careful });
  expect((await cases.of({ conversations: ['web:1'] })).map((each) => each.id)).toEqual([id]);
  expect(found && packetOf(found)).toBeDefined();
});

test('what is not there is not made up', async () => {
  const { id } = await cases.open('web:1:2', { topic: 'ticket', reason: 'complaint', summary: 'Nada', facts: {}, promised: '' });
  const found = await cases.read(id);
  for (const name of ['priority', 'legal', 'level', 'money']) expect(found).not.toHaveProperty(name);
});

const order = (id: string): Order => ({
  ...{ id, kind: 'top-up', line: LINE, amount: money(2_000, 'GTQ'), details: {}, limits: [], day: '2026-11-20', again: false },
  teller: { conversation: 'web:1', skill: 'top-up', language: 'es', form: 'tu' },
  evidence: { words: 'Recargar Q20.00', shownAt: 1, agreedAt: 2, release: 'test' },
});
/** As a newer release ends it. */
async function endedOtherwise(id: string, state: string): Promise<string> {
  const member = journal.memberOf(LINE, id);
  await redis.hset(ledgerKeys(member)[0], { state, outcome: testVault.seal(JSON.stringify({ status: state, facts: {} }), [member, 'outcome']) });
  return member;
}
const orders = async () => (await journal.list(LINE, 10)).map(({ order: id, state }) => `${id} ${state}`).sort();

describe('an order whose state this release does not know', () => {
  test('is one of which nobody knows yet, and hides no other', async () => {
    for (const id of ['old', 'new']) await journal.open(order(id), 1);
    const member = await endedOtherwise('new', 'reversed');
    expect(await orders()).toEqual(['new unknown', 'old sent']);
    expect((await journal.entry(member))?.operation).not.toHaveProperty('outcome');
    expect(await journal.open(order('new'), 1)).toMatchObject({ status: 'known', entry: { operation: { state: 'unknown' } } });
  });

  test('is neither sent nor settled nor told here: who knows the word looks after it', async () => {
    await journal.open(order('new'), 0);
    const member = await endedOtherwise('new', 'reversed');
    await redis.zadd(ledgerKeys(member)[2], 0, member);
    const [send, find] = [jest.fn(async () => ({ status: 'done' as const, facts: {} })), jest.fn(async () => ABSENT)];
    const kind: SpendKind = { kind: 'top-up', label: 'keyed', details: z.unknown(), deadlineMs: 1, send, find };
    const tell = jest.fn(async () => 'posted' as const);
    await spending({ ledger: journal, kinds: [kind], clock: Date.now, tell, report: () => undefined }).look(member);
    expect([send, find, tell].map((each) => each.mock.calls.length)).toEqual([0, 0, 0]);
    expect(await redis.hget(ledgerKeys(member)[0], 'state')).toBe('reversed');
  });
});

test('whoever is told of an order in a language of a newer release is told all the same', async () => {
  await journal.open({ ...order('new') }, 1);
  const member = journal.memberOf(LINE, 'new');
  const key = ledgerKeys(member)[0];
  const asked = z.record(z.string(), z.unknown()).parse(JSON.parse(testVault.open((await redis.hget(key, 'asked')) ?? '', [member, 'order'])));
  const teller = { conversation: 'web:1', skill: 'top-up', language: 'pt', form: 'voce' };
  await redis.hset(key, 'asked', testVault.seal(JSON.stringify({ ...asked, teller }), [member, 'order']));
  expect((await journal.read(LINE, 'new'))?.operation.teller).toMatchObject({ language: 'es', form: 'usted' });
});

test('the figures of a conversation are not lost for one end that has a new name', () =>
  expect(Step.parse({ number: 1, at: 1, channel: 'web', country: 'GT', language: 'es', said: true, engages: true, end: 'delighted' }).end).toBe(
    'told',
  ));
