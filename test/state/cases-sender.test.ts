import { randomBytes } from 'node:crypto';
import type { CaseOrigin } from '../../src/domain/cases/record';
import { BackendFailure } from '../../src/domain/failure';
import type { NewCase } from '../../src/integrations/cases/port';
import type { TicketDesk, TicketFile } from '../../src/integrations/zendesk/port';
import { caseBook, type CaseBook } from '../../src/state/cases';
import { caseFiles, type CaseFiles } from '../../src/state/cases-files';
import { CASE_LEASE_MS, caseSender, type CaseSender } from '../../src/state/cases-sender';
import { vault } from '../../src/state/seal';
import { startRedis, type TestRedis } from '../support/redis';
import { testVault } from './world';

const CHAT = 'web:1';
const origin: CaseOrigin = {
  ...{ conversation: CHAT, channel: 'web', country: 'GT', language: 'es', form: 'tu', level: 2, lines: ['50255550103'], contracts: [] },
  ...{ mood: 'calm', asked: 0, marks: [], contactMode: 'chat', tried: [], articles: [], turns: [], account: {}, operations: [] },
};
const PICTURE = Buffer.from('a picture of a receipt');
const photo = { id: 'f1', name: 'recibo.png', contentType: 'image/png', bytes: 3 };
const lost: NewCase = {
  ...{ topic: 'find-payment', reason: 'not_found', line: '50255550103', summary: 'Pagó Q10.00 en tienda', facts: {}, promised: 'mañana' },
  attachments: [photo],
};

/** What stands in a Zendesk that forgets idempotency keys at once: only looking protects it. */
interface Tickets {
  readonly made: Map<string, { reference: string; files: number; bare: boolean; comments: string[] }>;
  readonly told: Map<string, string>;
}
const nothing = (): Tickets => ({ made: new Map(), told: new Map() });

const deskOn = ({ made }: Tickets): TicketDesk => ({
  upload: async ({ name }: TicketFile) => `token-${name}`,
  async file({ reference }, { uploads, bare }) {
    const ticket = String(10_500 + made.size);
    made.set(ticket, { reference, files: uploads?.tokens.length ?? 0, bare, comments: [] });
    return { status: 'filed', ticket };
  },
  find: async ({ reference }) => [...made].find(([, each]) => each.reference === reference)?.[0],
  async comment(_, ticket, { text }) {
    made.get(ticket)?.comments.push(text);
    return 'added';
  },
  says: async (_, ticket, text) => made.get(ticket)?.comments.includes(text) ?? false,
});

let server: TestRedis;
let book: CaseBook;
let files: CaseFiles;
let now = Date.parse('2026-11-20T20:20:00Z');
const clock = (): number => now;
beforeAll(async () => {
  server = await startRedis();
  const redis = await server.connection();
  book = caseBook({ redis, vault: testVault, pepper: 'p'.repeat(32), clock });
  files = caseFiles({ redis, vault: testVault });
});
afterAll(() => server.close());
beforeEach(async () => void (await (await server.client()).flushall()));

const reported: string[] = [];
const senderOn = (there: Tickets, desk: TicketDesk = deskOn(there), of: CaseBook = book): CaseSender =>
  caseSender({
    ...{ book: of, desk, files, clock, report: (event: string) => void reported.push(event) },
    tell: async (_, { reference, number }) => void there.told.set(reference, number),
  });
const later = async (sender: CaseSender, rounds = 4): Promise<void> => {
  for (let round = 0; round < rounds; round++) {
    now += CASE_LEASE_MS + 1;
    await sender.sweep();
  }
};
const begun = async (): Promise<{ id: string; reference: string }> => {
  await files.put(CHAT, photo.id, { ...photo, bytes: PICTURE });
  return book.open('web:1:7', lost, origin);
};

test('the number is there at once when Zendesk is, and nobody is told twice', async () => {
  const there = nothing();
  const sender = senderOn(there);
  const { id, reference } = await begun();
  expect(await sender.hurry(id, 1_000)).toBe('10500');
  await later(sender);
  expect([...there.made.values()]).toEqual([{ reference, files: 1, bare: false, comments: [] }]);
  expect([there.told.size, await book.waiting(), await files.get(CHAT, photo.id)]).toEqual([0, 0, undefined]);
  expect(await book.open('web:1:7', lost, origin)).toMatchObject({ reference, number: '10500' });
});

test('while Zendesk is away the case waits; its number is told when it exists', async () => {
  const there = nothing();
  let isAway = true;
  const desk = deskOn(there);
  const sender = senderOn(there, {
    ...desk,
    file: async (...all) => (isAway ? Promise.reject(new BackendFailure('zendesk', 'timeout')) : desk.file(...all)),
  });
  const { id, reference } = await begun();
  expect(await sender.hurry(id, 1_000)).toBeUndefined();
  await later(sender, 2);
  isAway = false;
  await later(sender, 12);
  expect([there.made.size, there.told.get(reference), await book.waiting()]).toEqual([1, '10500', 0]);
});

test('what an account refuses is filed in its simplest form, and reported', async () => {
  const there = nothing();
  const desk = deskOn(there);
  const sender = senderOn(there, {
    ...desk,
    file: async (record, how) => (how.bare ? desk.file(record, how) : { status: 'refused', why: 'status 422' }),
  });
  const { id } = await begun();
  expect(await sender.hurry(id, 1_000)).toBe('10500');
  expect([there.made.get('10500')?.bare, reported]).toEqual([true, ['case.refused']]);
});

test('killed between any two steps: one ticket, one comment, the number told, nothing lost', async () => {
  let steps = 0;
  for (let death = 1; ; death++) {
    await (await server.client()).flushall();
    const there = nothing();
    const { id, reference } = await begun();
    steps = 0;
    /** From step `death` on nothing is done any more, as in a process that is gone. */
    const mortal = <T extends object>(parts: T): T =>
      Object.fromEntries(
        Object.entries(parts).map(([name, act]) => [
          name,
          async (...all: unknown[]) => {
            steps += 1;
            if (steps >= death) throw new Error('killed');
            return (act as (...all: unknown[]) => unknown)(...all);
          },
        ]),
      ) as T;
    const dying = senderOn(there, mortal(deskOn(there)), mortal(book));
    await dying.sweep().catch(() => undefined);
    await book.add(id, 'web:1:9', { text: 'fue en la tienda de la zona 4', files: [] });
    now += CASE_LEASE_MS + 1;
    await dying.sweep().catch(() => undefined);
    await later(senderOn(there), 10);
    expect([death, there.made.size]).toEqual([death, 1]);
    expect([...there.made.values()][0]).toMatchObject({ reference, files: 1, comments: ['fue en la tienda de la zona 4'] });
    expect([death, there.told.get(reference), await book.waiting()]).toEqual([death, '10500', 0]);
    if (steps < death) break;
  }
  expect(steps).toBeGreaterThan(15);
}, 60_000);

test('a process that does not know the new secret yet leaves the case to one that does', async () => {
  const there = nothing();
  const { reference } = await begun();
  const old = caseBook({ redis: await server.connection(), vault: vault([randomBytes(32)]), pepper: 'p'.repeat(32), clock });
  await later(senderOn(there, deskOn(there), old), 2);
  expect(there.made.size).toBe(0);
  await later(senderOn(there));
  expect([...there.made.values()]).toEqual([expect.objectContaining({ reference })]);
  expect([...there.told.keys()]).toEqual([reference]);
});

test('two processes at once make one ticket', async () => {
  const there = nothing();
  const { id } = await begun();
  await Promise.all([senderOn(there).sweep(), senderOn(there).sweep(), senderOn(there).hurry(id, 1_000)]);
  await later(senderOn(there));
  expect(there.made.size).toBe(1);
});

test('a case is found again by line and by conversation, and forgotten with both', async () => {
  const { id } = await begun();
  const found = async () => (await Promise.all([book.of({ lines: ['50255550103'] }), book.of({ conversations: [CHAT] }), book.of({ lines: ['50255550104'] })])).map((all) => all.length); // prettier-ignore
  expect(await found()).toEqual([1, 1, 0]);
  await book.drop([id]);
  expect(await found()).toEqual([0, 0, 0]);
  expect(await (await server.client()).keys('{cases}:*')).toEqual([]);
});

test('Redis reads neither files nor what was added', async () => {
  const { id } = await begun();
  await book.add(id, 'k', { text: 'mi secreto', files: [] });
  const redis = await server.client();
  const kept = JSON.stringify([await redis.hgetall(`{cases}:added:${id}`), ...(await redis.mget(await redis.keys('*file:*')))]);
  for (const read of ['mi secreto', photo.name, PICTURE.toString('base64').slice(0, 16)]) expect(kept).not.toContain(read);
});
