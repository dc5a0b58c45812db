import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/redis';
import { until } from '../support/until';

const ROOT = resolve(__dirname, '../..');
/** It only ends a wait that would never end, ms: a slow machine takes long to start a process, and to end one. */
const PATIENCE_MS = 90_000;

/** The bot as it runs in production: the built program, in a process of its own. */
export interface Bot {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it wrote, both streams. */
  readonly output: () => string;
  signal(name: NodeJS.Signals): void;
  /** Resolves to the exit code, or the signal that ended it. @throws when it lives on */
  exited(): Promise<number | NodeJS.Signals>;
}

/** Starts `node dist/main.js` with this environment and nothing else. */
export function run(environment: Readonly<Record<string, string>>): Omit<Bot, 'url'> {
  const child = spawn(process.execPath, ['dist/main.js'], { cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<number | NodeJS.Signals>((end) => child.once('exit', (code, signal) => end(signal ?? code ?? -1)));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)));
  return {
    child,
    output: () => output,
    signal: (name) => void child.kill(name),
    exited: async () => {
      const end = await Promise.race([gone, sleep(PATIENCE_MS, undefined, { ref: false })]);
      if (end === undefined) throw new Error(`alive after ${PATIENCE_MS} ms:\n${output}`);
      return end;
    },
  };
}

/** Starts the bot on a free port. Resolves when it is ready for messages. */
export async function startBot(environment: Readonly<Record<string, string>>): Promise<Bot> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const bot = run({ ...environment, PORT: port, PUBLIC_URL: url, SMS_REPORT_URL: `${url}/webhooks/sms/report` });
  await until(
    async () => bot.child.exitCode !== null || (await ready(url)) === 200,
    () => `not ready:\n${bot.output()}`,
  );
  if (bot.child.exitCode !== null) throw new Error(`it ended: ${bot.output()}`);
  return { ...bot, url };
}

/** Status of `/readyz`; 0 when nobody answers. */
export const ready = (url: string): Promise<number> =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status,
    () => 0,
  );
