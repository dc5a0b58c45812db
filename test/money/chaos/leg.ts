import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry } from '../../../src/state/ledger';
import { maybeFault, oneKill, post } from './cuts';
import { isQuiet, verdict, type Evidence } from './judge';
import type { Cut } from './points';
import { randomOf } from './random';
import { consentsOf, on, stage, type Stage } from './stage';

/** Kills in one world, and how it stood when all was over. */
export interface Leg {
  readonly kills: number;
  readonly hit: Readonly<Record<string, Readonly<Partial<Record<Cut, number>>>>>;
  readonly faults: number;
  readonly consents: number;
  readonly orders: number;
  readonly done: number;
  readonly charged: number;
  /** From the last kill until every end was told, ms. */
  readonly quietMs: number;
  readonly violations: readonly string[];
}

/** Between two looks at a doubt are ten minutes at most; on a machine with nothing else to do all is over within one. */
const QUIET_MS = 12 * 60_000;
/** Between two kills, ms: half to one and a half of it. */
const GAP_MS = 200;
/** So many kills bring fewer entries than the books show at once. */
const READ_EVERY = 5;

/** Cuts in a world of its own until `kills` are done, or it is `until` (epoch ms). What it resolves to waits until nothing is open any more, and judges. */
export async function leg({ kills: most, seed, until }: { kills: number; seed: number; until: number }): Promise<() => Promise<Leg>> {
  const random = randomOf(seed);
  const set = await stage(random);
  const hit: Record<string, Partial<Record<Cut, number>>> = {};
  let [faults, kills] = [0, 0];
  const cut = async (): Promise<void> => {
    await set.warm();
    for (; kills < most && Date.now() < until; kills++) {
      faults += await maybeFault(set.world, random);
      const [point, how] = await oneKill(set.world, random);
      const row = (hit[point] ??= {});
      row[how] = (row[how] ?? 0) + 1;
      if (kills % READ_EVERY === 0) await set.readOn();
      await sleep(GAP_MS * (0.5 + random()));
    }
  };
  const cutting = set.chatting(cut);
  await cutting.catch(() => on(set, () => cutting)); // closes, and tells
  return () =>
    on(set, async () => {
      const { quietMs } = await quiet(set, QUIET_MS);
      const violations = await set.unanswered();
      const { seen } = await quiet(set, QUIET_MS - quietMs); // a link that came meanwhile was paid on: judged is what was seen when nothing was open
      violations.push(...verdict(seen, set.people));
      const charged = [...seen.charges.values()].filter((minor) => minor !== 0).length;
      const sums = { kills, hit, faults, consents: consentsOf(set.people), orders: seen.orders.length, done: seen.orders.filter(isDone).length };
      return { ...sums, charged, quietMs, violations };
    });
}

const isDone = ({ operation }: Entry): boolean => operation.state === 'done';

/** Resolves when every order is over and told, or should have been, to what was seen then. */
async function quiet({ world, people, look }: Stage, mostMs: number): Promise<{ readonly quietMs: number; readonly seen: Evidence }> {
  await post(world.sandbox, '/sandbox/faults', { clear: true });
  const from = Date.now();
  for (let times = 0; ; times++, await sleep(500)) {
    if (times % 20 === 10) await Promise.all(people.map((each) => each.seekLink().catch(() => undefined)));
    await Promise.all(people.map((each) => each.poll().catch(() => undefined)));
    const [seen, quietMs] = [await look(), Date.now() - from];
    if (isQuiet(seen, people) || quietMs > mostMs) return { quietMs, seen };
  }
}
