import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { keyOf } from '../../src/state/keys';
import type { Mailbox } from '../../src/state/mailbox';
import { outbox } from '../../src/state/outbox';
import type { RedisConnection } from '../../src/state/redis';
import { turns, type Turns } from '../../src/state/turns';
import { startRedis, type TestRedis } from '../support/redis';
import { boxOf, elapse } from './world';

const LEASE_MS = 60_000;
let server: TestRedis;
let redis: Redis;
let connections: RedisConnection[];
beforeAll(async () => {
  server = await startRedis();
  redis = await server.client();
  connections = [await server.connection(), await server.connection()];
});
afterAll(() => server.close());

type Act = (...args: never[]) => Promise<unknown>;
/** Puts a seam before a call: the scheduler decides when it happens, and whether its process survives it. */
type Seam = <F extends Act>(label: string, act: F) => F;
interface Death {
  readonly who: number;
  readonly after: number;
  readonly isApplied: boolean;
}
const quiet = (): void => {};

/** One process as the product builds it, with every call to Redis and to the channel behind a seam. */
function worker(who: number, seam: Seam, heard: number[]): Turns {
  const real = boxOf(connections[who]!, { leaseMs: LEASE_MS });
  const seamed: Mailbox = {
    accept: seam(`${who}.accept`, real.accept),
    commit: seam(`${who}.commit`, real.commit),
    hold: seam(`${who}.hold`, real.hold),
    settle: seam(`${who}.settle`, real.settle),
    overdue: real.overdue,
    claim: seam(`${who}.claim`, real.claim),
  };
  const send = seam(`${who}.send`, async (_: string, number: number) => (heard.push(number), 'delivered' as const));
  return turns({
    ...{ mailbox: seamed, leaseMs: LEASE_MS, apology: () => ['sorry'], report: quiet },
    outbox: outbox({ mailbox: seamed, send, leaseMs: LEASE_MS, report: quiet }),
    handle: async ({ message, state = '' }) => ({ state: `${state}${message};`, replies: [`${message}?`, `${message}!`] }),
  });
}

/** The last one alive finishes what is left; resolves to the messages in the order in which they were handled. */
async function finish(conversation: string, heard: number[]): Promise<string[]> {
  const box = boxOf(connections[1]!, { leaseMs: LEASE_MS });
  const out = outbox({ mailbox: box, leaseMs: LEASE_MS, report: quiet, send: async (_, number) => (heard.push(number), 'delivered') });
  await elapse(redis, conversation, 'lease');
  await elapse(redis, conversation, 'penLease');
  const { turn, pen } = await box.claim(conversation);
  if (pen) await out.deliver(pen);
  for (let next = turn; next;) {
    const result = await box.commit(next, { state: `${next.state ?? ''}${next.message};`, replies: ['?', '!'] });
    if (result === 'stale') throw new Error('the last one alive is stale');
    if (result.pen) await out.deliver(result.pen);
    next = result.turn;
  }
  const end = await box.accept({ conversation, id: 'end', message: 'end' });
  return (end.turn?.state ?? '').split(';').filter(Boolean);
}

/** Two processes; a dead one is started again, its leases run out, and a new message comes to the other. */
function town(s: fc.Scheduler, conversation: string, deaths: readonly Death[], heard: number[]) {
  const accepted: string[] = [];
  const alive: Turns[] = [];
  const calls = [0, 0];
  let died = 0;
  let busy = 0;
  const deliver = (who: number, message: string): void => {
    void alive[who]!.accept({ conversation, id: message, message }).then(({ status }) => void (status !== 'duplicate' && accepted.push(message)));
  };
  const start = (who: number): void => {
    let isDead = false;
    const never = new Promise<never>(() => {});
    const seam: Seam = (label, act) => {
      const mortal = async (...args: never[]): Promise<unknown> => {
        if (isDead) return never;
        await s.schedule(Promise.resolve(), label);
        if (isDead) return never;
        const death = deaths.find((each) => each.who === who && each.after === calls[who]);
        calls[who]!++;
        busy++;
        if (!death) return act(...args).finally(() => busy--);
        isDead = true;
        died++;
        if (death.isApplied) await act(...args);
        await Promise.all([elapse(redis, conversation, 'lease'), elapse(redis, conversation, 'penLease')]);
        start(who);
        deliver(1 - who, `wake${who}${died}`);
        busy--;
        return never;
      };
      return mortal as typeof act;
    };
    alive[who] = worker(who, seam, heard);
  };
  start(0);
  start(1);
  return { accepted, deliver, deaths: () => died, isBusy: () => busy > 0 };
}

const plan = fc.record({
  deliveries: fc.array(fc.record({ id: fc.nat(7), to: fc.nat(1) }), { minLength: 2, maxLength: 10 }),
  deaths: fc.array(fc.record({ who: fc.nat(1), after: fc.nat(14), isApplied: fc.boolean() }), { maxLength: 3 }),
});

/**
 * fast-check decides which call to Redis or to the channel happens next, which process dies, and whether its last call was still
 * applied. The customer must have had exactly the conversation that a single patient process would have given.
 */
test('whatever the interleaving: in order, none lost, none twice', async () => {
  let run = 0;
  let deaths = 0;
  const property = fc.asyncProperty(fc.scheduler(), plan, async (s, { deliveries, deaths: planned }) => {
    const conversation = `schedule:${run++}`;
    const heard: number[] = [];
    const here = town(s, conversation, planned, heard);
    for (const { id, to } of deliveries) here.deliver(to, `m${id}`);
    for (let still = 0; still < 3; still = s.count() || here.isBusy() ? 0 : still + 1) {
      if (s.count()) await s.waitOne();
      await new Promise((resolve) => setImmediate(resolve));
    }
    deaths += here.deaths();
    if (!here.deaths()) expect([await redis.llen(keyOf(conversation, 'mail')), await redis.llen(keyOf(conversation, 'out'))]).toEqual([0, 0]);
    const order = await finish(conversation, heard);
    expect(new Set(order).size).toBe(order.length);
    expect(order).toEqual(expect.arrayContaining(here.accepted));
    const first = [...new Set(heard)];
    expect(first).toEqual(Array.from({ length: order.length * 2 }, (_, n) => first[0]! + n));
    expect(await redis.llen(keyOf(conversation, 'aside'))).toBe(0);
  });
  await fc.assert(property, { numRuns: Number(process.env['RUNS'] ?? 150) });
  expect(deaths).toBeGreaterThan(0);
});
