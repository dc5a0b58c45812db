import { money } from '../../src/domain/money';
import type { Order, SpendKind } from '../../src/domain/spending';
import { z } from 'zod';
import { BackendFailure } from '../../src/domain/failure';
import { caseBook, type CaseBook } from '../../src/state/cases';
import { caseData, orderData } from '../../src/state/erase-money';
import { ledger, type Ledger } from '../../src/state/ledger';
import type { RedisConnection } from '../../src/state/redis';
import { spending } from '../../src/state/spending';
import { startRedis, type TestRedis } from '../support/redis';
import { testVault } from './world';

let server: TestRedis;
let redis: RedisConnection;
let journal: Ledger;
let cases: CaseBook;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.connection();
  journal = ledger({ redis, vault: testVault, pepper: 'p'.repeat(32) });
  cases = caseBook({ redis, vault: testVault, pepper: 'p'.repeat(32), clock: Date.now });
});
afterAll(() => server.close());

const mine = '50255550101';
const order = (id: string, line = mine): Order => ({
  ...{ id, kind: 'top-up', line, amount: money(2_000, 'GTQ'), details: {}, limits: [], day: '2026-11-20', again: false },
  teller: { conversation: 'web:1', skill: 'top-up', language: 'es', form: 'tu' },
  evidence: { words: 'Recargar Q20.00', shownAt: 1, agreedAt: 2, release: 'test' },
});
const send = async (id: string, send: SpendKind['send'], line?: string) => {
  const kind: SpendKind = { kind: 'top-up', label: 'keyed', deadlineMs: 1, details: z.object({}), send };
  await spending({ ledger: journal, kinds: [kind], clock: Date.now, tell: async () => 'posted', report: () => undefined }).spend(order(id, line));
};

test('what is settled is given and forgotten; what is in doubt stays until it is known; others keep theirs', async () => {
  await send('settled', async () => ({ status: 'done', facts: {} }));
  await send('doubtful', () => Promise.reject(new BackendFailure('bss', 'timeout')));
  await send('others', async () => ({ status: 'done', facts: {} }), '50255550102');
  const orders = orderData({ redis, ledger: journal });
  const who = { lines: [mine], conversations: [] };
  expect((await orders.find(who)).map(({ kind }) => kind)).toEqual(['orders', 'orders']);
  expect(await orders.erase(who)).toEqual({ orders: 1 });
  expect((await journal.list(mine, 10)).map(({ order: id }) => id)).toEqual(['doubtful']);
  expect(await orders.erase(who)).toEqual({ orders: 0 });
  expect(await journal.list('50255550102', 10)).toHaveLength(1);
});

test('cases about the line go too', async () => {
  const what = { topic: 'find-payment', reason: 'not_found', summary: 'x', facts: {}, promised: 'mañana' };
  await cases.open('a', { ...what, line: mine });
  await cases.open('b', { ...what, line: '50255550102' });
  const data = caseData(cases);
  expect(await data.find({ lines: [mine], conversations: [] })).toHaveLength(1);
  expect(await data.erase({ lines: [mine], conversations: [] })).toEqual({ cases: 1 });
  expect(await cases.list(10)).toHaveLength(1);
});

test('and those of a contract, and of a conversation', async () => {
  const what = { topic: 'ticket', reason: 'complaint', summary: 'x', facts: {}, promised: '' };
  await cases.open('home', { ...what, contract: '10002040' });
  const data = caseData(cases);
  expect(await data.erase({ lines: ['home:10002040'], conversations: [] })).toEqual({ cases: 1 });
  expect(await data.erase({ lines: [], conversations: ['web:none'] })).toEqual({ cases: 0 });
});
