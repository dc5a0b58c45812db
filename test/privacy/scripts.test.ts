import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';

const ROOT = join(__dirname, '../..');
let world: World;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'personal-'));
  world = await startWorld();
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > saldo
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > 5555-0101
    < Te mando un código por SMS al 5555-0101…
    > {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Línea 5555-0101. Saldo: Q37.50…
  `);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command as whoever looks after the bot does. */
async function run(script: 'erase' | 'export', args: readonly string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
  const env = { ...process.env, ...world.environment, DATA_DIR: folder };
  const child = spawn(process.execPath, [join(ROOT, 'scripts', `${script}.mjs`), ...args], { env });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (out += String(text)));
  child.stderr.setEncoding('utf8').on('data', (text) => (err += String(text)));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

test('both explain themselves, and refuse what they do not know', async () => {
  for (const script of ['erase', 'export'] as const) {
    expect(await run(script, ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining(`npm run ${script}`) });
    expect(await run(script, [])).toMatchObject({ code: 1, out: '' });
    expect(await run(script, ['--everybody', '5555-0101'])).toMatchObject({ code: 1, out: '' });
    expect(await run(script, ['12'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Neither') });
  }
});

test('export prints JSON, or writes a file that only its owner reads, and overwrites none', async () => {
  const { out } = await run('export', ['5555-0101']);
  const { found } = JSON.parse(out) as { found: { kind: string }[] };
  expect(new Set(found.map(({ kind }) => kind))).toEqual(
    new Set(['history', 'state', 'last known', 'codes', 'effects', 'last numbers', 'conversations of a line']),
  );
  const file = join(folder, 'maria.json');
  expect(await run('export', ['+502', '5555', '0101', '--out', file])).toMatchObject({ code: 0, out: '' });
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(readFileSync(file, 'utf8')).toContain('Q37.50');
  expect(await run('export', ['5555-0101', '--out', file])).toMatchObject({ code: 1, err: `${file} is there already.\n` });
  expect(await run('export', ['5555-0104'])).toMatchObject({ code: 0, out: expect.stringContaining('"found": []') });
});

test('erase asks first, counts what went, while the bot runs, and may be repeated', async () => {
  expect(await run('erase', ['5555-0101', '--dry-run'])).toMatchObject({ code: 0, out: expect.stringMatching(/\d+ {2}history/) });
  expect(await run('erase', ['5555-0101'], 'no\n')).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was erased.') });
  expect(await run('erase', ['5555-0101'])).toMatchObject({ code: 1 });
  expect((await run('export', ['5555-0101'])).out).toContain('Q37.50');
  expect(await run('erase', ['5555-0101'], 'yes\n')).toMatchObject({ code: 0, out: expect.stringMatching(/Erased:[^]*1 {2}history/) });
  expect(await run('erase', ['5555-0101', '--yes'])).toMatchObject({ code: 0, out: 'Nothing is kept.\n' });
  expect(existsSync(join(folder, 'maria.json'))).toBe(true); // what was given out is not ours any more
});
