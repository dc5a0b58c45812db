import fc from 'fast-check';
import type { Begun, Checked } from '../../src/integrations/codes/port';
import type { RedisConnection } from '../../src/state/redis';
import { startRedis, type TestRedis } from '../support/redis';
import { PlainLimits, type Who } from './otp-model';
import { codeWorld, MINUTE, wrongFor } from './otp-world';

let redis: TestRedis;
let connection: RedisConnection;
beforeAll(async () => {
  redis = await startRedis();
  connection = await redis.connection();
});
afterAll(() => redis.close());

const LINES = ['50255550101', '50255550102', '50255550198', '50244440100', '50255550199'];
const who = fc.record({
  line: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...LINES.slice(0, 2)) }, { weight: 1, arbitrary: fc.constantFrom(...LINES) }),
  visitor: fc.constantFrom('web:1', 'web:2', 'messenger:3'),
  purpose: fc.oneof({ weight: 3, arbitrary: fc.constant('login' as const) }, { weight: 1, arbitrary: fc.constant('step-up' as const) }),
});
/** `which` is one of the codes that were sent, counted from the newest. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('begin' as const), who, delivered: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('check' as const), which: fc.nat(3), right: fc.nat(9).map((n) => n === 0) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deliver' as const), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('later' as const),
      ms: fc.constantFrom(1, 29_999, 30_000, 60_000, 120_000, 179_999, 5 * MINUTE, 15 * MINUTE, 600 * MINUTE),
    }),
  },
);

/** A wrong code is never right by chance, and none was typed before its SMS was made. */
const plain = (answer: Begun | Checked) => ({
  status: answer.status,
  ...('until' in answer && { until: answer.until }),
  ...('left' in answer && { left: answer.left }),
  ...('again' in answer && { again: answer.again }),
  ...('last' in answer && answer.last && { last: answer.last.until }),
});

test('whatever visitors do, in whatever order and on however many lines, the limits are those of the plain model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 120 }), async (steps) => {
      const world = codeWorld(connection);
      const model = new PlainLimits();
      model.now = world.now;
      const sent: { who: Who; challenge: string; modelled: NonNullable<ReturnType<PlainLimits['begin']>['challenge']> }[] = [];
      let repeat: (() => Promise<void>) | undefined;
      const proofOf = ({ line: msisdn, visitor, purpose }: Who) => ({ msisdn, visitor, purpose });
      const deliver = async (at: number): Promise<void> => {
        const one = sent.at(-1 - at);
        if (!one) return;
        const before = world.phone.length;
        await world.codes.deliver({ ...proofOf(one.who), challenge: one.challenge, text: (code) => code });
        const isOpen = one.modelled.left > 0 && model.now < one.modelled.at + 10 * MINUTE;
        // Redis drops a challenge by its own clock, which does not move here: what was sent too late is refused when it is typed.
        if (isOpen) expect(world.phone).toHaveLength(before + 1);
        if (world.phone.length > before) one.modelled.code = world.phone.at(-1)?.text;
      };
      for (const each of steps) {
        if (each.kind === 'later') model.now = world.now += each.ms;
        else if (each.kind === 'deliver') await deliver(each.which);
        else if (each.kind === 'again') await repeat?.();
        else if (each.kind === 'begin') {
          const asking = { ...proofOf(each.who), attempt: world.attempt() };
          const expected = model.begin(each.who);
          const begun = await world.codes.begin(asking);
          const { challenge: modelled, ...rest } = expected;
          expect(plain(begun)).toEqual(rest);
          if ('open' in begun && begun.open) expect(sent.findLast(({ challenge }) => challenge === begun.open?.challenge)?.who).toEqual(each.who);
          if (begun.status === 'begun' && modelled) {
            sent.push({ who: each.who, challenge: begun.challenge, modelled });
            if (each.delivered) await deliver(0);
            const at = world.now;
            repeat = async () => void (world.now < at + 10 * MINUTE && expect(await world.codes.begin(asking)).toEqual(begun));
          }
        } else {
          const one = sent.at(-1 - each.which);
          if (!one) continue;
          const { code = '000000' } = one.modelled;
          const typed = each.right ? code : wrongFor(code);
          const checking = { ...proofOf(one.who), challenge: one.challenge, code: typed, attempt: world.attempt() };
          const checked = await world.codes.check(checking);
          expect(plain(checked)).toEqual(model.check(one.modelled, typed, one.who));
          const at = one.modelled.at;
          repeat = async () => void (world.now < at + 10 * MINUTE && expect(await world.codes.check(checking)).toEqual(checked));
        }
      }
    }),
    { numRuns: 200 },
  );
});
