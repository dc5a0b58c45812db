import { setTimeout as sleep } from 'node:timers/promises';
import { trapped } from './cuts';
import { verdict } from './judge';
import { POINTS, type Point } from './points';
import { randomOf } from './random';
import { on, stage, type Stage } from './stage';

const HOW = ['emptied', 'cut at a random byte', 'without its end'] as const;
/** What is asked again after a loss is asked within this, ms. */
const AFTER_MS = 2_000;
const TRIES = 45;

/** The ledger is gone in mid-operation: emptied; cut at any byte; without its last second. Nobody is charged twice for it. */
export async function loseLedger(seed: number): Promise<{ readonly losses: readonly string[]; readonly violations: readonly string[] }> {
  const random = randomOf(seed);
  const set = await stage(random);
  return on(set, async () => {
    const violations: string[] = [];
    for (const how of HOW) {
      await set.chatting(async () => {
        if (how === HOW[0]) await set.warm();
        await lose(set, how, random);
        await sleep(AFTER_MS);
      });
      violations.push(...(await set.unanswered()), ...verdict(await set.look(), set.people, true));
    }
    return { losses: [...HOW], violations };
  });
}

/** While a request is on its way; waits until there is one. */
async function lose({ world, readOn }: Stage, how: (typeof HOW)[number], random: () => number): Promise<void> {
  const point: Point | undefined = POINTS.find(({ name }) => name === 'request on its way');
  if (point === undefined) throw new TypeError('no such point');
  const losing = async (down: () => void): Promise<void> => {
    if (how === 'emptied') await (await world.redis.client()).flushall();
    else await world.redis.stop('SIGKILL');
    down();
    if (how !== 'emptied') world.redis.truncate(how === 'without its end' ? 2_000 : Math.floor(random() * 20_000));
    await world.redis.start();
    await world.start();
  };
  for (let tries = 0; tries < TRIES; tries++) {
    if (await trapped(world, point, losing)) return;
    await readOn();
  }
  throw new Error(`nobody sent an order while the ledger was to be ${how}`);
}
