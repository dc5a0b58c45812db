import { z } from 'zod';
import { money } from '../../src/domain/money';
import { PENDING, type Order, type Settled, type SpendKind } from '../../src/domain/spending';
import { ledger } from '../../src/state/ledger';
import { shardOf } from '../../src/state/keys';
import { memberOf, splitMember } from '../../src/state/ledger-keys';
import { spending } from '../../src/state/spending';
import { startRedis, type TestRedis } from '../support/redis';
import { testVault } from './world';

const LINE = '50255550101';
const PEPPER = 'p'.repeat(32);

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.close());

const order = (id: string): Order => ({
  ...{ id, kind: 'top-up', line: LINE, amount: money(2_000, 'GTQ'), details: {}, limits: [], day: '2026-11-20', again: false },
  teller: { conversation: 'web:1', skill: 'top-up', language: 'es', form: 'tu' },
  evidence: { words: 'Recargar Q20.00', shownAt: 1, agreedAt: 2, release: 'test' },
});

test('news of an order in doubt makes it due; news of any other one changes nothing', async () => {
  const journal = ledger({ redis: await server.connection(), vault: testVault, pepper: PEPPER });
  const spend = async (id: string, ending: Settled | typeof PENDING): Promise<string> => {
    const kind: SpendKind = { kind: 'top-up', label: 'keyed', deadlineMs: 60_000, details: z.object({}), send: async () => ending };
    await spending({ ledger: journal, kinds: [kind], clock: Date.now, tell: async () => 'posted', report: () => undefined }).spend(order(id));
    return memberOf(PEPPER, LINE, id);
  };
  const pending = await spend('pending', PENDING);
  const done = await spend('done', { status: 'done', facts: {} });
  const due = () => journal.due(shardOf(splitMember(pending).line));
  expect(await due()).toEqual([]);
  for (const member of [done, memberOf(PEPPER, LINE, 'never-there')]) await journal.hurry(member);
  expect(await due()).toEqual([]);
  await journal.hurry(pending);
  expect(await due()).toEqual([pending]);
});
