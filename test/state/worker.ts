/**
 * A process of its own for tests that kill, stop and freeze: takes deliveries over IPC, and says what it hears and does.
 * The channel is a list in Redis. `KILL_AT` names the point at which the process kills itself. What is handled as "wait…" waits until it is told to go on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery, Mailbox } from '../../src/state/mailbox';
import { outbox } from '../../src/state/outbox';
import { connectRedis } from '../../src/state/redis';
import { turns } from '../../src/state/turns';
import { PATIENT_MS } from '../support/redis';
import { boxOf, GO_ON } from './world';

const { REDIS_URL = '', LEASE_MS = '600', KILL_AT } = process.env;
const leaseMs = Number(LEASE_MS);
const tell = (event: string, detail: object = {}): void => void process.send?.({ event, ...detail, error: undefined });

const reach = (point: string): void => {
  if (point === KILL_AT) process.kill(process.pid, 'SIGKILL');
};
/** Marks the points before and after a call. */
const marked =
  <A extends unknown[], R>(name: string, act: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    reach(`before ${name}`);
    const result = await act(...args);
    reach(`after ${name}`);
    return result;
  };

async function main(): Promise<void> {
  let goOn = (): void => {};
  const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
  const redis = connectRedis(REDIS_URL, undefined, PATIENT_MS);
  await redis.ready();
  const real = boxOf(redis, { leaseMs, unreadable: (conversation, error) => tell('unreadable', { conversation, reason: String(error) }) });
  const mailbox: Mailbox = {
    ...real,
    accept: marked('accept', real.accept),
    commit: marked('commit', real.commit),
    settle: marked('settle', real.settle),
  };
  const send = marked('send', async (conversation: string, number: number, reply: string) => {
    await redis.client.rpush(`heard:${conversation}`, JSON.stringify({ number, reply }));
    return 'delivered' as const;
  });
  const handle = marked('run', async ({ conversation, message, state }: { conversation: string; message: string; state: string | undefined }) => {
    tell('run', { conversation, message });
    if (message.startsWith('poison')) process.kill(process.pid, 'SIGKILL');
    if (message.startsWith('throw')) throw new Error(message);
    await (message.startsWith('wait') ? mayGoOn : sleep(message.startsWith('slow') ? 1.5 * leaseMs : 5));
    return { state: JSON.stringify([...(JSON.parse(state ?? '[]') as string[]), message]), replies: [`re ${message}`, `${message}!`] };
  });
  const bot = turns({
    ...{ mailbox, handle, leaseMs, pauseMs: 20, report: tell, apology: () => ['sorry'] },
    outbox: outbox({ mailbox, send, leaseMs, report: tell }),
  });
  process.on('message', (delivery: Delivery | typeof GO_ON) => {
    if (delivery === GO_ON) return goOn();
    bot.accept(delivery).then(
      ({ status }) => tell('accepted', { id: delivery.id, status }),
      () => tell('refused', { id: delivery.id }),
    );
  });
  process.on('SIGTERM', () => {
    void bot.drain().then(() => process.exit(0));
    tell('draining');
  });
  process.on('disconnect', () => process.exit(0));
  bot.start(100);
  tell('ready');
}

void main();
