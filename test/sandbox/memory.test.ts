import { spawnSync } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClient, type Client } from './client';

const MARIA = '50255550101';

let sandbox: Client;
beforeAll(async () => {
  sandbox = await startClient();
});
beforeEach(async () => void (await sandbox.reset()));
afterAll(() => sandbox.close());

describe('memory', () => {
  test('a reset forgets everything and begins an epoch', async () => {
    const { epoch } = (await sandbox.get('/healthz')).body;
    await sandbox.sendSms({ to: MARIA, text: 'x' });
    await sandbox.fault({ counterpart: 'prepaid', kind: 'error' });
    await sandbox.clock({ advanceMs: 1_000_000 });
    const next = await sandbox.reset();
    expect(next).not.toBe(epoch);
    expect((await sandbox.get('/healthz')).body).toEqual({ status: 'ok', epoch: next });
    expect(await sandbox.sms(MARIA)).toBeUndefined();
    expect((await sandbox.get('/sandbox/faults')).body.faults).toEqual([]);
    expect(Math.abs((await sandbox.get('/sandbox/clock')).body.offsetMs)).toBeLessThan(1_000);
  });

  test('a second start goes on where the first ended, past a torn line', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const first = await startClient({ dataDir });
    await first.clock({ advanceMs: 86_400_000 });
    await first.fault({ counterpart: 'catalogue', kind: 'error' });
    await first.sendSms({ to: MARIA, text: 'kept' });
    await first.sendSms({ to: '50255550121', text: 'on its way' });
    const [epoch, books] = [(await first.get('/healthz')).body.epoch, (await first.get('/sandbox/books')).body];
    await first.close();
    await appendFile(join(dataDir, 'journal.jsonl'), '{"type":"entry","entry":{"ref":"to');
    const second = await startClient({ dataDir });
    expect((await second.get('/healthz')).body.epoch).toBe(epoch);
    expect((await second.get('/sandbox/books')).body).toEqual(books);
    expect(await second.sms(MARIA)).toBe('kept');
    expect((await second.get('/sandbox/faults')).body.faults).toHaveLength(1);
    await second.clock({ advanceMs: 241_000 });
    expect(await second.waitForSms('50255550121')).toBe('on its way');
    await second.close();
    const third = await startClient({ dataDir });
    expect(await third.sms('50255550121')).toBe('on its way');
    await third.close();
    await rm(dataDir, { recursive: true });
  });
});

test('the process refuses to start without its secrets, and does not say the ones it has', () => {
  const register = join(__dirname, '..', 'support', 'register.cjs');
  const main = join(__dirname, '..', '..', 'src', 'sandbox', 'main.ts');
  const env = { PATH: process.env['PATH'] ?? '', SANDBOX_CLIENT_ID: 'id', SANDBOX_CLIENT_SECRET: 'hush-hush' };
  const { status, stderr } = spawnSync(process.execPath, ['--require', register, main], { env, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('SANDBOX_SMS_PASSWORD');
  expect(stderr).not.toContain('hush-hush');
});
