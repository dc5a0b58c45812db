import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CaseOrigin } from '../../src/domain/cases/record';
import { caseBook } from '../../src/state/cases';
import { caseFiles } from '../../src/state/cases-files';
import { CASE_LEASE_MS } from '../../src/state/cases-sender';
import type { RedisConnection } from '../../src/state/redis';
import { startRedis, type TestRedis } from '../support/redis';
import { startSandbox, ZENDESK, type TestSandbox } from '../support/sandbox';
import { PEPPER, senderAt } from './case-worker';
import { testVault } from './world';

const LINE = '50255550103';
const WORDS = 'fue en la tienda de la zona 4';
const access = { user: ZENDESK.zendeskUser, token: ZENDESK.zendeskToken };

let server: TestRedis;
let redis: RedisConnection;
let sandbox: TestSandbox;
beforeAll(async () => {
  [server, sandbox] = await Promise.all([startRedis(), startSandbox()]);
  redis = await server.connection();
});
afterAll(async () => {
  await Promise.all([server.close(), sandbox.close()]);
});

/** A process that makes tickets, until it is done or killed. @returns the signal that ended it */
async function workUntil(killAt: string): Promise<string | null> {
  const env = { ...process.env, REDIS_URL: server.url, ZENDESK_URL: sandbox.url, ZENDESK_USER: access.user, ZENDESK_TOKEN: access.token };
  const execArgv = ['--require', join(__dirname, '../support/register.cjs')];
  const child = fork(join(__dirname, 'case-worker.ts'), { execArgv, env: { ...env, KILL_AT: killAt } });
  await once(child, 'exit');
  return child.signalCode;
}

interface Ticket {
  readonly externalId?: string;
  readonly comments: readonly { readonly by: string; readonly body: string; readonly files?: readonly unknown[] }[];
}
const ticketsOf = async (reference: string): Promise<Ticket[]> => {
  const { tickets } = (await (await fetch(`${sandbox.url}/sandbox/tickets`)).json()) as { tickets: Ticket[] };
  return tickets.filter((each) => JSON.stringify(each).includes(reference));
};

// Every step of all is walked in cases-sender.test.ts; here are those around what others see, in a process that really dies.
test.each(['after upload', 'before file', 'after file', 'before tell', 'after tell', 'after comment'])(
  'SIGKILL %s: one ticket with its photo, one comment, and the number is told',
  async (point) => {
    await redis.client.flushall();
    const conversation = `web:${point.replace(' ', '-')}`;
    const photo = { id: 'f1', name: 'recibo.png', contentType: 'image/png', bytes: 3 };
    const origin: CaseOrigin = {
      ...{ conversation, channel: 'web', country: 'GT', language: 'es', form: 'tu', level: 2, lines: [LINE], contracts: [], mood: 'calm' },
      ...{ asked: 0, marks: [], contactMode: 'chat', tried: [], articles: [], turns: [], account: {}, operations: [] },
    };
    let passed = 0;
    const clock = (): number => Date.now() + passed;
    const book = caseBook({ redis, vault: testVault, pepper: PEPPER, clock });
    await caseFiles({ redis, vault: testVault }).put(conversation, photo.id, { ...photo, bytes: Buffer.from('PNG') });
    const what = { topic: 'find-payment', reason: 'not_found', line: LINE, summary: 'Pagó Q10.00 en tienda', facts: {}, promised: 'mañana' };
    const { id, reference } = await book.open(conversation, { ...what, attachments: [photo] }, origin);
    await book.add(id, 'later', { text: WORDS, files: [] });

    expect(await workUntil(point)).toBe('SIGKILL');
    const healthy = senderAt({ redis, url: sandbox.url, access, clock, reach: () => undefined });
    for (let round = 0; round < 4; round++) {
      passed += CASE_LEASE_MS + 1;
      await healthy.sweep();
    }
    const made = await ticketsOf(reference);
    expect(made).toHaveLength(1);
    expect(made[0]?.comments.filter(({ body }) => body === WORDS)).toHaveLength(1);
    expect(JSON.stringify(made[0]?.comments)).toContain('recibo.png');
    const told = await redis.client.lrange('told', 0, -1);
    expect([...new Set(told)]).toEqual([JSON.stringify({ reference, number: (await book.read(id))?.ticket })]);
    expect(await book.waiting()).toBe(0);
  },
);
