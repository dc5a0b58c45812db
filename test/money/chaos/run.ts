import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry } from '../../../src/state/ledger';
import { connectRedis } from '../../../src/state/redis';
import { customer, type Customer } from './customer';
import { evidence, isQuiet, verdict } from './judge';
import { maybeFault, oneKill, post, trapped } from './cuts';
import { POINTS, type Cut } from './points';
import { billsOf, BILLED } from './bills';
import { amountsOf, borrowsOrRepays, cardsOf, LENT, LINES, SCRATCHED, topsUpOrBuys } from './wishes';
import { chaosWorld, type ChaosWorld } from './world';

export interface ChaosPlan {
  readonly kills: number;
  readonly seed: number;
  /** Kills between two judgements. */
  readonly round?: number;
  /** Lose the ledger at the end, in mid-operation. */
  readonly losses?: boolean;
  readonly say?: (text: string) => void;
}

export interface ChaosReport {
  readonly kills: number;
  /** Kills by point, then by cut. */
  readonly hit: Readonly<Record<string, Readonly<Partial<Record<Cut, number>>>>>;
  readonly faults: number;
  readonly consents: number;
  /** In the ledger, and how many of them were done; `charged`: in the operator's books. */
  readonly orders: number;
  readonly done: number;
  readonly charged: number;
  readonly losses: readonly string[];
  /** From the last restart of a round until every end was told, ms, at most. */
  readonly slowestMs: number;
  readonly violations: readonly string[];
  readonly ms: number;
}

/** For everybody to sign in and agree to something before the first kill, ms. */
const WARM_MS = 60_000;
const QUIET_MS = 100_000;
const GAP_MS = 200;

export async function chaos({ kills, seed, round = 30, losses = true, say = () => {} }: ChaosPlan): Promise<ChaosReport> {
  const began = Date.now();
  const random = randomOf(seed);
  const world = await chaosWorld();
  const redis = connectRedis(world.redis.url);
  await redis.ready();
  const amounts = amountsOf();
  const bills = billsOf(world);
  await bills.keepCard();
  const people = [
    ...LINES.map((line) => customer({ ...world, line, random, wish: () => topsUpOrBuys(random, amounts) })),
    customer({ ...world, line: LENT, random, wish: () => borrowsOrRepays(random) }),
    customer({ ...world, line: SCRATCHED, random, wish: () => 'recargar con un PIN', buyCard: cardsOf(world) }),
    customer({ ...world, line: BILLED, random, wish: () => 'pagar mi factura', bill: bills.issue }),
  ];
  const look = evidence({ ...world, redis });
  const hit: Record<string, Partial<Record<Cut, number>>> = {};
  const violations: string[] = [];
  const lost: string[] = [];
  let [faults, slowestMs, done] = [0, 0, 0];
  const chatting = async (work: () => Promise<void>): Promise<void> => {
    let isOver = false;
    const talks = Promise.all(people.map((each) => each.run(() => isOver)));
    try {
      await work();
    } finally {
      isOver = true;
      await talks;
    }
  };
  const quiet = async (): Promise<void> => {
    await post(world.sandbox, '/sandbox/faults', { clear: true });
    const from = Date.now();
    for (let times = 0; Date.now() - from < QUIET_MS; times++, await sleep(500)) {
      if (times % 20 === 10) await Promise.all(people.map((each) => each.seekLink().catch(() => undefined)));
      await Promise.all(people.map((each) => each.poll().catch(() => undefined)));
      if (isQuiet(await look(), people)) break;
    }
    slowestMs = Math.max(slowestMs, Date.now() - from);
  };
  const judged = async (isLost: boolean): Promise<void> => {
    if (isLost) await sleep(1_000);
    else await quiet();
    for (const each of people) if (!(await each.isAnswered(15_000))) violations.push(`nobody answers ${each.line}`);
    violations.push(...verdict(await look(), people, isLost));
  };
  try {
    await chatting(async () => {
      for (const end = Date.now() + WARM_MS; people.some(({ consents }) => consents.size === 0) && Date.now() < end;) await sleep(100);
    });
    if (consentsOf(people) === 0) throw new Error(`nobody got as far as a consent: ${people[0]?.heard.join(' / ') ?? ''}`);
    while (done < kills) {
      const end = Math.min(kills, done + round);
      await chatting(async () => {
        for (; done < end; done++) {
          faults += await maybeFault(world, random);
          const [point, cut] = await oneKill(world, random);
          const row = (hit[point] ??= {});
          row[cut] = (row[cut] ?? 0) + 1;
          await sleep(GAP_MS * (0.5 + random()));
        }
      });
      await judged(false);
      say(`${done} of ${kills} kills, ${consentsOf(people)} consents, ${violations.length} violations, ${Math.round((Date.now() - began) / 1000)} s`);
    }
    const { orders, charges } = await look();
    const counted = {
      ...{ kills: done, hit, faults, consents: consentsOf(people), orders: orders.length, done: orders.filter(isDone).length },
      charged: [...charges.values()].filter((minor) => minor !== 0).length,
    };
    if (losses) lost.push(...(await loseLedger(world, chatting, judged, random)));
    return { ...counted, losses: lost, slowestMs, violations, ms: Date.now() - began };
  } catch (error) {
    throw new Error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${world.output()}`, { cause: error });
  } finally {
    redis.close();
    await world.close();
    if (process.env['CHAOS_TALK']) writeFileSync(process.env['CHAOS_TALK'], people.map(({ heard }) => heard.join('\n')).join('\n----\n'));
  }
}

const isDone = ({ operation }: Entry): boolean => operation.state === 'done';
const consentsOf = (people: readonly Customer[]): number => people.reduce((sum, { consents }) => sum + consents.size, 0);

/** The ledger is gone in mid-operation: emptied; without its last second; cut at any byte. Nobody is charged twice for it. */
async function loseLedger(
  world: ChaosWorld,
  chatting: (work: () => Promise<void>) => Promise<void>,
  judged: (isLost: boolean) => Promise<void>,
  random: () => number,
): Promise<string[]> {
  const all = ['emptied', 'cut at a random byte', 'without its end'] as const;
  for (const how of all) {
    await chatting(async () => {
      await trapped(world, POINTS.find(({ name }) => name === 'request on its way') ?? raise(), async (down) => {
        if (how === 'emptied') await (await world.redis.client()).flushall();
        else await world.redis.stop('SIGKILL');
        down();
        if (how !== 'emptied') world.redis.truncate(how === 'without its end' ? 2_000 : Math.floor(random() * 20_000));
        await world.redis.start();
        await world.start();
      });
      await sleep(2_000);
    });
    await judged(true);
  }
  return [...all];
}
const raise = (): never => {
  throw new Error('no such point');
};

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
