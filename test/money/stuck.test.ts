import { z } from 'zod';
import { readConfig } from '../../src/config';
import { BackendFailure } from '../../src/domain/failure';
import { money } from '../../src/domain/money';
import { ABSENT, type SpendKind } from '../../src/domain/spending';
import type { NewCase } from '../../src/integrations/cases/port';
import { moneyBooks } from '../../src/wiring/money';
import { environmentOf } from '../support/app';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { testVault } from '../state/world';

const LINE = '50255550101';
let server: TestRedis;
beforeAll(async () => void (server = await startRedis()));
afterAll(() => server.close());

test('an order whose end nobody knows after its time is one case, with what not to do', async () => {
  const access = { clientId: 'bot', clientSecret: 'not-real', smsUser: 'bot', smsPassword: 'not-real' };
  const config = readConfig(environmentOf(server.url, { url: 'http://127.0.0.1:9', access }));
  const lost = async (): Promise<never> => {
    throw new BackendFailure('prepaid', 'timeout');
  };
  const kind: SpendKind = { kind: 'top-up', label: 'queryable', details: z.unknown(), deadlineMs: 1, send: lost, find: async () => ABSENT };
  const opened = new Map<string, NewCase>();
  const told: string[] = [];
  const redis = await server.connection();
  const books = moneyBooks(config, {
    ...{ store: { redis, vault: testVault }, redis, kinds: [kind], clock: Date.now, report: () => undefined },
    cases: { open: async (key, what) => (opened.set(key, what), { reference: 'C-7K2M9' }) },
    accept: async ({ id }) => (told.push(id), { status: 'queued' as const }),
    pace: { looks: [1], promise: 1, arrival: 600_000, most: 600_000, grace: 1 },
  });
  books.start();
  try {
    await books.desk.spend({
      ...{ id: 'order-77', kind: 'top-up', line: LINE, amount: money(2_000, 'GTQ'), details: {}, limits: [], day: '2026-11-20', again: false },
      teller: { conversation: 'web:1', skill: 'top-up', language: 'es', form: 'tu' },
      evidence: { words: 'Recargar Q20.00', shownAt: 1, agreedAt: 2, release: 'test' },
    });
    await until(async () => told.length > 2);
  } finally {
    books.stop();
  }
  expect([...opened.keys()]).toEqual(['stuck:order-77']);
  const [what] = opened.values();
  expect(what).toMatchObject({
    topic: 'top-up',
    reason: 'unknown_money',
    line: LINE,
    facts: { cuidado: expect.stringMatching(/^NO cobrar ni devolver/) },
  });
  expect(what?.summary).toMatch(/^Recarga de Q20\.00 confirmada el \d{4}-\d\d-\d\d, .+, para …0101: sin respuesta\. Orden R-/);
});
