import { leg, type Leg } from './leg';
import { loseLedger } from './losses';

export interface ChaosPlan {
  readonly kills: number;
  readonly seed: number;
  /** Begins no other kill after so long. */
  readonly minutes?: number;
  /** Kills in one world, at most, before the next one begins. */
  readonly perWorld?: number;
  readonly say?: (text: string) => void;
}

/** Worlds in which is killed at the same time, where there are kills for more than one: one waits for its customers, or for a process, while the other works. */
const WORLDS = 2;

export interface ChaosReport {
  readonly kills: number;
  /** Kills by point, then by cut. */
  readonly hit: Leg['hit'];
  readonly faults: number;
  readonly consents: number;
  /** In the ledger, and how many of them were done; `charged`: in the operator's books. */
  readonly orders: number;
  readonly done: number;
  readonly charged: number;
  readonly losses: readonly string[];
  /** From the last restart of a world until every end was told, ms, at most. */
  readonly slowestMs: number;
  readonly violations: readonly string[];
  readonly ms: number;
}

/** Kills until they are done, world by world, and loses the ledger at the end. While a world comes to rest, the next begins. */
export async function chaos({ kills, seed, minutes = Infinity, perWorld = 100, say = () => {} }: ChaosPlan): Promise<ChaosReport> {
  const began = Date.now();
  const until = began + minutes * 60_000;
  const shares = sharesOf(kills, perWorld);
  const resting: Promise<Leg>[] = [];
  let judgedKills = 0;
  const judged = async (rest: () => Promise<Leg>): Promise<Leg> => {
    const over = await rest();
    judgedKills += over.kills;
    say(`${judgedKills} of ${kills} kills, ${over.consents} consents in this world, ${over.violations.length} violations, ${secondsSince(began)} s`);
    over.violations.forEach(say);
    return over;
  };
  const oneByOne = async (): Promise<void> => {
    for (let next = shares.shift(); next !== undefined && Date.now() < until; next = shares.shift()) {
      const rest = judged(await leg({ kills: next.size, seed: seed + next.done, until }));
      rest.catch(() => undefined); // it is awaited below
      resting.push(rest);
    }
  };
  const worlds = Array.from({ length: WORLDS }, oneByOne);
  try {
    await Promise.all(worlds);
    const lost = await loseLedger(seed + kills);
    return { ...sumOf(await Promise.all(resting), lost), ms: Date.now() - began };
  } finally {
    shares.length = 0; // where one failed, no other is begun
    await Promise.allSettled(worlds);
    await Promise.allSettled(resting);
  }
}

/** As many kills for each world, so that none goes on alone for long. @returns of each world its kills, and those of the worlds before it */
function sharesOf(kills: number, perWorld: number): { readonly size: number; readonly done: number }[] {
  const size = kills > perWorld ? Math.ceil(kills / (WORLDS * Math.ceil(kills / (WORLDS * perWorld)))) : kills;
  return Array.from({ length: Math.ceil(kills / size) }, (_, at) => ({ size: Math.min(size, kills - at * size), done: at * size }));
}

const secondsSince = (began: number): number => Math.round((Date.now() - began) / 1_000);

function sumOf(legs: readonly Leg[], lost: Awaited<ReturnType<typeof loseLedger>>): Omit<ChaosReport, 'ms'> {
  const sum = (of: (leg: Leg) => number): number => legs.reduce((all, each) => all + of(each), 0);
  const hit: Record<string, Record<string, number>> = {};
  for (const [point, cuts] of legs.flatMap((each) => Object.entries(each.hit))) {
    const row = (hit[point] ??= {});
    for (const [cut, times] of Object.entries(cuts)) row[cut] = (row[cut] ?? 0) + times;
  }
  return {
    ...{ hit, kills: sum((each) => each.kills), faults: sum((each) => each.faults), consents: sum((each) => each.consents) },
    ...{ orders: sum((each) => each.orders), done: sum((each) => each.done), charged: sum((each) => each.charged), losses: lost.losses },
    slowestMs: Math.max(...legs.map(({ quietMs }) => quietMs)),
    violations: [...legs.flatMap(({ violations }) => violations), ...lost.violations],
  };
}
