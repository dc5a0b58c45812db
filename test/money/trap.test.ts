import { trapped } from './chaos/cuts';
import { POINTS, type Point } from './chaos/points';

/** Two cuts at once mend each other's world half way: whoever is mended by one is killed by the other. */

const point = (): Point => {
  const [first] = POINTS;
  if (first === undefined) throw new TypeError('there are no points');
  return first;
};

test('who comes to a point when nobody waits there any more passes, and nothing is cut', async () => {
  const world: Parameters<typeof trapped>[0] = { trap: undefined };
  const cuts: string[] = [];
  const waiting = trapped(world, point(), async (down) => (cuts.push('cut'), down()), 50);
  const late = world.trap; // a question was seen, and its answer comes later
  expect(await waiting).toBe(false);
  expect(await late?.reached()).toBe('pass');
  expect(cuts).toEqual([]);
});

test('of two at a point at once one is trapped', async () => {
  const world: Parameters<typeof trapped>[0] = { trap: undefined };
  const cuts: string[] = [];
  const waiting = trapped(world, point(), async (down) => (cuts.push('cut'), down()), 60_000);
  const armed = world.trap;
  const first = armed?.reached();
  expect(await armed?.reached()).toBe('pass');
  await first;
  expect(await waiting).toBe(true);
  expect(cuts).toEqual(['cut']);
});

test('a world that cannot be mended fails the kill, and not the process', async () => {
  const world: Parameters<typeof trapped>[0] = { trap: undefined };
  const waiting = trapped(world, point(), () => Promise.reject(new Error('it does not come back')), 60_000);
  void world.trap?.reached();
  await expect(waiting).rejects.toThrow('it does not come back');
});
