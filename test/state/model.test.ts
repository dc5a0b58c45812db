import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { activityLog } from '../../src/state/activity-log';
import { keyOf } from '../../src/state/keys';
import type { Mailbox } from '../../src/state/mailbox';
import { subscriber } from '../../src/state/subscriber';
import { startRedis, type TestRedis } from '../support/redis';
import { counts, newModel, type Model } from './model';
import { accept, claim, commit, hold, settle, time, type Plan } from './model-commands';
import { boxOf, isDue, testVault } from './world';

let server: TestRedis;
let redis: Redis;
let boxes: Mailbox[];
let read: (conversation: string) => Promise<{ last: number; rows: readonly { position: number; text: string | undefined }[] }>;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.client();
  const [a, b] = [await server.connection(), await server.connection()];
  boxes = [a, b].map((connection) => boxOf(connection));
  read = (conversation) => activityLog({ redis: a, vault: testVault }, subscriber(a)).read(conversation, 0, 1000);
});
afterAll(() => server.close());

const who = fc.nat(1);
const back = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3));
const plan: fc.Arbitrary<Plan> = fc.record({
  who,
  back,
  replies: fc.nat(3),
  how: fc.constantFrom<Plan['how'][]>('keep', 'keep', 'keep', 'forget', 'aside'),
  timers: fc.oneof({ weight: 3, arbitrary: fc.constant<number[]>([]) }, fc.uniqueArray(fc.nat(25), { maxLength: 2 })),
  secret: fc.constantFrom(undefined, 'digits' as const, 'all' as const),
  isTwice: fc.boolean(),
});
const commands = fc.commands(
  [
    fc.tuple(who, fc.nat(30), fc.constantFrom(false, false, false, true)).map(([a, id, wants]) => accept(a, `d${id}`, wants)),
    plan.map(commit),
    who.map(claim),
    fc.tuple(who, back, fc.constantFrom('begun', 'threw', 'unrun', undefined)).map((all) => hold(...all)),
    fc.tuple(who, back, fc.nat(4), fc.constantFrom('sent', 'sent', 'gave up', 'pause')).map((all) => settle(...all)),
    fc.constantFrom('lease', 'penLease').map((what) => time(what)),
  ],
  { maxCommands: 80, size: 'max' },
);

async function expectAtEnd(m: Model, conversation: string): Promise<void> {
  const key = (part: string): string => keyOf(conversation, part);
  const sizes = [await redis.llen(key('mail')), await redis.llen(key('out')), await redis.llen(key('aside'))];
  expect(sizes).toEqual([m.mail.length, m.out.length, m.aside]);
  const hasWork = m.mail.length + m.out.length + m.timers.length > 0;
  expect(await isDue(redis, conversation)).toBe(hasWork); // indexed exactly while there is work
  for (const part of ['mail', 'out', 'timers']) expect(await redis.pttl(key(part))).toBeLessThan(0);
  for (const part of ['seen', 'state', 'aside', 'log']) expect(await redis.pttl(key(part))).not.toBe(-1);
  if (m.base) expect((await redis.pttl(key('turn'))) === -1).toBe(hasWork);
  const { rows, last } = await read(conversation);
  expect(rows.map(({ text }) => text)).toEqual(m.log);
  expect(rows.map(({ position }) => position)).toEqual(m.log.map((_, index) => m.base + index + 1));
  expect(last).toBe(m.base + m.log.length);
}

test.each([
  ['queue', 'model'],
  ['log', 'web:model'],
])('in %s mode, two clients behave as the model says', async (mode, prefix) => {
  let run = 0;
  const property = fc.asyncProperty(commands, async (all) => {
    const conversation = `${prefix}:${run++}`;
    const model = newModel(mode === 'log');
    await fc.asyncModelRun(() => ({ model, real: { boxes, redis, conversation, turns: [], pens: [] } }), all);
    await expectAtEnd(model, conversation);
  });
  await fc.assert(property, { numRuns: Number(process.env['RUNS'] ?? 100) });
  const wanted = [
    'granted',
    'queued',
    'duplicate',
    'committed',
    'repeated',
    'stale',
    'rung',
    ...(mode === 'log' ? [] : ['pen', 'settled', 'stale pen']),
  ];
  expect(Object.keys(counts)).toEqual(expect.arrayContaining(wanted)); // the commands reached what they are for
});
