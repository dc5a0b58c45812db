import { leg, type Leg } from './leg';
import { loseLedger } from './losses';

export interface ChaosPlan {
  readonly kills: number;
  readonly seed: number;
  /** Begins no other kill after so long. */
  readonly minutes?: number;
  /** Kills in one world, before the next one begins. */
  readonly perWorld?: number;
  readonly say?: (text: string) => void;
}

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

/** Kills until they are done, world by world, and loses the ledger at the end. While one world comes to rest, the next begins. */
export async function chaos({ kills, seed, minutes = Infinity, perWorld = 100, say = () => {} }: ChaosPlan): Promise<ChaosReport> {
  const began = Date.now();
  const until = began + minutes * 60_000;
  const resting: Promise<Leg>[] = [];
  let judgedKills = 0;
  const judged = async (rest: () => Promise<Leg>): Promise<Leg> => {
    const over = await rest();
    judgedKills += over.kills;
    say(`${judgedKills} of ${kills} kills, ${over.consents} consents in this world, ${over.violations.length} violations, ${secondsSince(began)} s`);
    over.violations.forEach(say);
    return over;
  };
  try {
    for (let done = 0; done < kills && Date.now() < until; done += perWorld) {
      const size = Math.min(perWorld, kills - done);
      const rest = judged(await leg({ kills: size, seed: seed + done, until }));
      rest.catch(() => undefined); // it is awaited below
      resting.push(rest);
    }
    const lost = await loseLedger(seed + kills);
    return { ...sumOf(await Promise.all(resting), lost), ms: Date.now() - began };
  } finally {
    await Promise.allSettled(resting);
  }
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
