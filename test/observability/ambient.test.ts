import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { byPromises } from '../../src/observability/ambient';

interface Known {
  readonly name: string;
}
const ours = byPromises<Known>();
const theirs = new AsyncLocalStorage<Known>();
const under = <T>(known: Known, work: () => T): T => ours.run(known, () => theirs.run(known, work));
afterAll(() => {
  ours.stop();
  theirs.disable();
});

/** Ways of waiting, and of calling others. `deeper` is another program inside this one. */
const WAYS = {
  await: async (see: See) => see(await Promise.resolve()),
  sleep: async (see: See) => see(await sleep(1)),
  timer: (see: See) => new Promise((done) => setTimeout(done, 1)).then(see),
  immediate: (see: See) => new Promise((done) => setImmediate(done)).finally(() => see()),
  tick: (see: See) => new Promise<void>((done) => process.nextTick(done)).then(see),
  thrown: (see: See) => Promise.race([sleep(2), Promise.reject(new Error('lost'))]).catch(see),
  thenable: async (see: See) => see(await { then: (done: (value: unknown) => void) => void setTimeout(done, 1) }),
  generator: async (see: See) => {
    for await (const each of twice(see)) see(each);
  },
  inside: (_: See, deeper: Deeper) => under({ name: 'inside' }, deeper),
  beside: async (_: See, deeper: Deeper) => void (await Promise.all([deeper(), under({ name: 'beside' }, deeper)])),
  throws: async (see: See) => {
    expect(() => under({ name: 'throws' }, () => JSON.parse('{'))).toThrow(SyntaxError);
    see();
  },
};
type See = (_?: unknown) => void;
type Deeper = () => Promise<unknown>;

async function* twice(see: See): AsyncGenerator<number> {
  see();
  yield 1;
  await Promise.resolve();
  see();
  yield 2;
}

const way = fc.constantFrom(...Object.keys(WAYS)) as fc.Arbitrary<keyof typeof WAYS>;
const programs = fc.array(fc.array(way, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 8 });

test('promises hand on what Node’s own storage does, however many run at once', async () => {
  let looks = 0;
  const see: See = () => {
    looks += 1;
    expect(ours.getStore()).toBe(theirs.getStore());
  };
  const run = async ([first, ...rest]: readonly (keyof typeof WAYS)[]): Promise<void> => {
    see();
    if (first === undefined) return;
    await WAYS[first](see, () => run(rest));
    see();
    await run(rest.slice(1));
    see();
  };
  await fc.assert(
    fc.asyncProperty(programs, async (all) => {
      await Promise.all(all.map((program, index) => under({ name: String(index) }, () => run(program))));
      see();
      expect(ours.getStore()).toBeUndefined();
    }),
    { numRuns: 60 },
  );
  expect(looks).toBeGreaterThan(1_000);
});

test('what a timer or a tick calls by itself finds nothing, least of all what is known to somebody else', async () => {
  const found: unknown[] = [];
  const look = (): void => void found.push(ours.getStore());
  await ours.run({ name: 'one' }, async () => {
    setTimeout(look, 0);
    setImmediate(look);
    process.nextTick(look);
    queueMicrotask(look);
    while (found.length < 4) await sleep(2);
  });
  expect(found).toEqual([undefined, undefined, undefined, undefined]);
});
