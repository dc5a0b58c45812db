import { setTimeout as sleep } from 'node:timers/promises';
import { ANY_TIME, CUTS, DRAIN, POINTS, type Cut, type Point } from './points';
import { twice } from './reading';
import type { ChaosWorld } from './world';

/** A point that nobody passes for so long is cut at any time instead, ms. */
const TRAP_MS = 4_000;
const FAULTY = ['prepaid', 'orders', 'payments', 'gateway', 'gateway-notes', 'wallet', 'lending'] as const;
const FAULTS = ['refuse', 'timeout', 'apply-then-hang', 'error-after', 'drop', 'error'] as const;
/** Waits for a point, or cuts at any time; resolves when everything runs again. */
export async function oneKill(world: ChaosWorld, random: () => number): Promise<readonly [string, Cut]> {
  const cut = CUTS[Math.floor(random() * CUTS.length)] ?? 'bot';
  const at = Math.floor(random() * (POINTS.length + 2));
  const point = POINTS[at];
  if (point === undefined && at === POINTS.length) {
    const how = cut === 'link' ? 'bot' : cut;
    await world.kill('SIGTERM');
    await sleep(random() * 400);
    if (how === 'redis') await world.redis.stop('SIGKILL'); // it goes on draining without, for a while
    await sleep(how === 'redis' ? 300 : 0);
    await cutAndMend(world, how === 'both' ? 'both' : 'bot', random);
    return [DRAIN, how];
  }
  const isHit = point !== undefined && (await trapped(world, point, (mended) => cutAndMend(world, cut, random, mended)));
  if (isHit && point) return [point.name, cut];
  await sleep(random() * 500);
  await cutAndMend(world, cut, random);
  return [ANY_TIME, cut];
}

/** Resolves to whether the point was reached within `ms`, and what `act` does there is over. */
export async function trapped(
  world: Pick<ChaosWorld, 'trap'>,
  point: Point,
  act: (down: () => void) => Promise<void>,
  ms = TRAP_MS,
): Promise<boolean> {
  let isOver = false;
  let finished: Promise<void> | undefined;
  const reached = async (): Promise<'pass' | 'gone'> => {
    if (isOver || finished !== undefined) return 'pass'; // too late, or second: one is trapped, and only while somebody waits for it
    world.trap = undefined;
    await new Promise<void>((down) => {
      finished = act(down);
      finished.catch(() => undefined); // it is awaited below
    });
    return point.link === 'http' && point.when === 'answered' ? 'pass' : 'gone';
  };
  world.trap = { point, reached };
  for (const end = Date.now() + ms; finished === undefined && Date.now() < end;) await sleep(10);
  isOver = true;
  world.trap = undefined;
  await finished;
  return finished !== undefined;
}

/** @param down called when it is cut, before it is mended */
async function cutAndMend(world: ChaosWorld, cut: Cut, random: () => number, down: () => void = () => {}): Promise<void> {
  const pause = 100 + random() * 600;
  if (cut === 'link') world.links.forEach((each) => each.cut(pause));
  if (cut === 'bot' || cut === 'both') await world.kill('SIGKILL');
  if (cut === 'redis' || cut === 'both') await world.redis.stop('SIGKILL');
  down();
  if (cut === 'redis' || cut === 'link') await sleep(pause);
  await world.redis.start();
  await world.start();
}

export async function maybeFault({ sandbox }: ChaosWorld, random: () => number): Promise<number> {
  if (random() > 0.4) return 0;
  const kind = FAULTS[Math.floor(random() * FAULTS.length)];
  const counterpart = FAULTY[Math.floor(random() * FAULTY.length)];
  await post(sandbox, '/sandbox/faults', { kind, counterpart, times: 1 });
  return 1;
}

export async function post(base: string, path: string, body: object): Promise<void> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await twice(() => fetch(base + path, init));
  if (!answer.ok) throw new Error(`${path} ${answer.status}`);
}
