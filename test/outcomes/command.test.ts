import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { closing } from '../../src/domain/outcomes';
import { outcomeNames } from '../../src/state/outcomes-keys';
import { startRedis, type TestRedis } from '../support/redis';
import { keep } from './many';

const ROOT = join(__dirname, '../..');
const HOUR = 3_600_000;
const secrets = { STATE_SECRET: randomBytes(32).toString('base64url'), OTP_PEPPER: randomBytes(32).toString('base64url') };
const people = outcomeNames(secrets.OTP_PEPPER);
let redis: TestRedis;
let folder: string;
beforeAll(async () => {
  redis = await startRedis();
  folder = mkdtempSync(join(tmpdir(), 'outcomes-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await redis.close();
});

/** The command as it is typed. */
const outcomes = (...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], REDIS_URL: redis.url, ...secrets };
    execFile(process.execPath, [join(ROOT, 'scripts/outcomes.mjs'), ...args], { env, cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, said: stdout + stderr }),
    );
  });

test.each([
  [['--from', '2026-13-01'], '"2026-13-01" is no day like 2026-11-01.'],
  [['--from', 'ayer'], '"ayer" is no day like 2026-11-01.'],
  [['--from', '2026-11-20', '--to', '2026-11-01'], '--to (2026-11-01) is before --from (2026-11-20).'],
  [['--country', 'XX'], '"XX" is no country of ours.'],
  [['--tickets', 'no-such-file'], 'no-such-file cannot be read: ENOENT.'],
  [['--untold'], '--untold'],
])('says what is wrong with %j, and fails', async (args, says) => {
  const { code, said } = await outcomes(...args);
  expect([code, said]).toEqual([1, expect.stringContaining(says)]);
});

const Report = z.object({
  people: z.number(),
  weeks: z.array(z.object({ when: z.string() })),
  ours: z.array(z.object({ id: z.string(), numerator: z.number() })),
});

test('counts, and takes in tickets from elsewhere, each of them once', async () => {
  const at = Date.now() - 100 * HOUR;
  const step = { number: 1, at, channel: 'web', country: 'GT', language: 'es', said: true, engages: true, topic: 'balances', end: 'proved' } as const;
  await keep(await redis.connection(), closing([step], { person: people.person('50255550101'), chat: 'c', verified: true }));
  const came = async (): Promise<number | undefined> => {
    const { ours, people: all, weeks } = Report.parse(JSON.parse((await outcomes('--json')).said));
    expect([all, weeks.length]).toEqual([1, 1]);
    return ours.find(({ id }) => id === 'recontact-72h')?.numerator;
  };
  expect(await came()).toBe(0);
  const file = join(folder, 'tickets.jsonl');
  const ticket = { ticket: '48213', line: '+50255550101', at: new Date(at + HOUR).toISOString(), topic: 'balances', channel: 'phone' };
  writeFileSync(file, `${JSON.stringify(ticket)}\n{"ticket":"1"}\n`);
  expect((await outcomes('--tickets', file)).said).toContain('line 2: there is no "at"');
  expect(await came()).toBe(0);
  writeFileSync(file, `${JSON.stringify(ticket)}\n`);
  expect((await outcomes('--tickets', file)).said).toContain('1 tickets read, 1 of them new.');
  expect((await outcomes('--tickets', file)).said).toContain('1 tickets read, 0 of them new.');
  expect(await came()).toBe(1);
  expect((await outcomes()).said).toMatch(/in the week[^]*Tickets that these people opened elsewhere: 1/);
});

test('tells how it is used', async () => expect((await outcomes('--help')).said).toContain('npm run outcomes -- [--from DAY]'));
