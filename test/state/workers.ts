import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Mailbox } from '../../src/state/mailbox';
import { until } from '../support/until';
import { GO_ON } from './world';

export interface Said {
  readonly event: string;
  readonly conversation?: string;
  readonly id?: string;
  readonly message?: string;
  readonly status?: string;
  readonly reason?: string;
}
export interface Worker {
  readonly child: ChildProcess;
  readonly said: Said[];
  isAlive(): boolean;
  /** What the worker answered; undefined when it died before it did, or refused. */
  deliver(conversation: string, message: string): Promise<string | undefined>;
  /** What it handles as "wait…" waits no longer. */
  goOn(): void;
}

/** Starts `worker.ts`. It dies with the test. */
export async function startWorker(redisUrl: string, { leaseMs = 600, killAt = '' } = {}): Promise<Worker> {
  const register = join(__dirname, '../support/register.cjs');
  const env = { ...process.env, REDIS_URL: redisUrl, LEASE_MS: `${leaseMs}`, KILL_AT: killAt };
  const child = fork(join(__dirname, 'worker.ts'), { execArgv: ['--require', register], env });
  const said: Said[] = [];
  child.on('message', (message: Said) => void said.push(message));
  child.on('error', () => {});
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  await until(() => !isAlive() || said.some(({ event }) => event === 'ready'));
  return {
    child,
    said,
    isAlive,
    async deliver(conversation, message) {
      const before = said.length;
      if (isAlive()) child.send({ conversation, id: message, message }, () => {});
      const answer = () => said.slice(before).find(({ event, id }) => (event === 'accepted' || event === 'refused') && id === message);
      await until(() => !isAlive() || answer() !== undefined);
      return answer()?.status;
    },
    goOn: () => void child.send(GO_ON, () => {}),
  };
}

/** As a channel does: again, until somebody has acknowledged it. */
export async function insist(workers: readonly Worker[], conversation: string, message: string): Promise<void> {
  for (let n = 0; !(await workers[n % workers.length]!.deliver(conversation, message)); n++) if (n > 50) throw new Error('nobody listens');
}

const Heard = z.object({ number: z.number(), reply: z.string() });
/** Replies as the customer has them: repeats dropped by their number. */
export async function heardBy(redis: Redis, conversation: string): Promise<{ number: number; reply: string }[]> {
  const all = (await redis.lrange(`heard:${conversation}`, 0, -1)).map((row) => Heard.parse(JSON.parse(row)));
  return all.filter(({ number }, index) => all.findIndex((other) => other.number === number) === index);
}
export const repliesTo = async (redis: Redis, conversation: string): Promise<string[]> =>
  (await heardBy(redis, conversation)).map(({ reply }) => reply);

/** What the conversation's state says was handled. Ends the conversation: its turn stays with the asker. */
export async function handledIn(box: Mailbox, conversation: string): Promise<string[]> {
  const { turn } = await box.accept({ conversation, id: 'what was handled?', message: 'what was handled?' });
  return z.array(z.string()).parse(JSON.parse(turn?.state ?? '[]'));
}
