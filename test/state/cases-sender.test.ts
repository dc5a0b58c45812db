import { randomBytes } from 'node:crypto';
import { areIn } from '../../src/domain/cases/attached';
import type { CaseOrigin } from '../../src/domain/cases/record';
import { BackendFailure } from '../../src/domain/failure';
import type { NewCase } from '../../src/integrations/cases/port';
import type { TicketDesk, TicketFile } from '../../src/integrations/zendesk/port';
import { caseBook, type CaseBook } from '../../src/state/cases';
import { caseFiles, type CaseFiles } from '../../src/state/cases-files';
import { CASE_LEASE_MS, caseSender, type CaseSender } from '../../src/state/cases-sender';
import { vault } from '../../src/state/seal';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
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
  readonly made: Map<string, { reference: string; files: number; bare: boolean; comments: string[]; attached?: number[][] }>;
  readonly told: Map<string, string>;
}
const nothing = (): Tickets => ({ made: new Map(), told: new Map() });

const deskOn = ({ made }: Tickets): TicketDesk => ({
  upload: async ({ name, bytes }: TicketFile) => `token-${name}-${bytes.length}`,
  async file({ reference }, { uploads, bare }) {
    const ticket = String(10_500 + made.size);
    made.set(ticket, { reference, files: uploads?.tokens.length ?? 0, bare, comments: [] });
    return { status: 'filed', ticket };
  },
  find: async ({ reference }) => [...made].find(([, each]) => each.reference === reference)?.[0],
  async comment(_, ticket, { text, uploads }) {
    const there = made.get(ticket);
    there?.comments.push(text);
    if (there) (there.attached ??= []).push(uploads.map((token) => Number(token.split('-').at(-1))));
    return 'added';
  },
  async has(_, ticket, { text, files: sizes }) {
    const { comments = [], attached = [] } = made.get(ticket) ?? {};
    return comments.some((each, at) => each === text && areIn(attached[at] ?? [], sizes));
  },
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
  expect(await sender.hurry(id, 20_000)).toBe('10500');
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
  expect(await sender.hurry(id, 20_000)).toBeUndefined();
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
  expect(await sender.hurry(id, 20_000)).toBe('10500');
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
});

test('photos without a word, each of whose comments may or may not have been made, are attached once', async () => {
  const there = nothing();
  const real = deskOn(there);
  const fails = ['after', 'before', 'after'];
  const desk: TicketDesk = {
    ...real,
    async comment(...given) {
      const fault = fails.shift();
      if (fault === 'before') throw new BackendFailure('zendesk', 'timeout');
      const answer = await real.comment(...given);
      if (fault === 'after') throw new BackendFailure('zendesk', 'timeout');
      return answer;
    },
  };
  const { id } = await begun();
  for (const [key, bytes] of Object.entries({ one: 'first', two: 'the second one' })) {
    await files.put(CHAT, key, { name: 'image.jpg', contentType: 'image/jpeg', bytes: Buffer.from(bytes) });
    await book.add(id, key, { text: '', files: [{ id: key, name: 'image.jpg', contentType: 'image/jpeg', bytes: 0 }] });
    now += 1;
  }
  for (let round = 0; round < 12; round++) await later(senderOn(there, desk), 10);
  expect(there.made.get('10500')?.attached).toEqual([[5], [14]]);
  expect([await book.waiting(), fails]).toEqual([0, []]);
});

test('a file that is not there any more, or not taken, is named to the agent', async () => {
  const there = nothing();
  const { id } = await begun();
  await book.add(id, 'k', { text: '', files: [{ id: 'gone', name: 'recibo.pdf', contentType: 'application/pdf', bytes: 1 }] });
  await later(senderOn(there));
  expect(there.made.get('10500')?.comments).toEqual(['(archivo recibo.pdf: no se pudo adjuntar)']);
});

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
  await Promise.all([senderOn(there).sweep(), senderOn(there).sweep(), senderOn(there).hurry(id, 20_000)]);
  await later(senderOn(there));
  expect(there.made.size).toBe(1);
});

test('a sweep that was a moment faster with a new case: its number is waited for all the same, and told once', async () => {
  const there = nothing();
  const desk = deskOn(there);
  let begins = (): void => undefined;
  let goesOn = (): void => undefined;
  const isFiling = new Promise<void>((resolve) => (begins = resolve));
  const isHeard = new Promise<void>((resolve) => (goesOn = resolve));
  const { id } = await begun();
  const swept = senderOn(there, { ...desk, file: async (...all) => (begins(), await isHeard, desk.file(...all)) }).sweep();
  await isFiling;
  const read: CaseBook['read'] = async (of) => book.read(of).finally(goesOn); // it is filed once somebody has looked
  expect(await senderOn(there, desk, { ...book, read }).hurry(id, 20_000)).toBe('10500');
  await swept;
  await later(senderOn(there));
  expect([there.made.size, there.told.size]).toEqual([1, 0]);
});

test('a case that waits for Zendesk is not waited for again', async () => {
  const there = nothing();
  const { id } = await begun();
  expect(await book.claimOne(id, CASE_LEASE_MS)).toBeDefined();
  now += 60_000;
  expect(await senderOn(there).hurry(id, 20_000)).toBeUndefined();
});

test('a case that was taken with its answer lost is anybody’s at once, not when the lease is over', async () => {
  const redis = await server.connection();
  let isLost = true;
  const evalsha = async (...args: Parameters<typeof redis.client.evalsha>): Promise<unknown> => {
    const answer = await redis.client.evalsha(...args);
    if (!isLost) return answer;
    isLost = false;
    throw new Error('Command timed out');
  };
  const client = new Proxy(redis.client, { get: (of, name) => (name === 'evalsha' ? evalsha : Reflect.get(of, name)) });
  const there = nothing();
  const { id } = await book.open('k', lost, origin);
  const deaf = caseBook({ redis: { ...redis, client }, vault: testVault, pepper: 'p'.repeat(32), clock });
  await expect(senderOn(there, deskOn(there), deaf).hurry(id, 20_000)).rejects.toThrow('timed out');
  await until(async () => ((await book.claimOne(id, 1)) === undefined ? undefined : true), 'somebody may have it');
});

test('a case that could not even be read is looked at again after half a minute', async () => {
  const there = nothing();
  const { id } = await book.open('k', lost, origin);
  let fails = 1;
  const read: CaseBook['read'] = (of) => (fails-- > 0 ? Promise.reject(new Error('Command timed out')) : book.read(of));
  const sender = senderOn(there, deskOn(there), { ...book, read });
  await sender.sweep();
  expect(reported).toContain('case.failed');
  now += 30_001;
  await sender.sweep();
  expect(there.made.size).toBe(1);
  expect((await book.read(id))?.ticket).toBe('10500');
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
