import { randomBytes } from 'node:crypto';
import type { Proof } from '../../src/integrations/codes/port';
import type { RedisConnection } from '../../src/state/redis';
import { startRedis, type TestRedis } from '../support/redis';
import { until } from '../support/until';
import { codeWorld, DAY, MINUTE, type CodeWorld } from './otp-world';

let redis: TestRedis;
let connection: RedisConnection;
let world: CodeWorld;
beforeAll(async () => {
  redis = await startRedis();
  connection = await redis.connection();
});
afterAll(() => redis.close());
beforeEach(() => void (world = codeWorld(connection)));

const login = (visitor: string, msisdn: string): Proof => ({ msisdn, visitor, purpose: 'login' });
/** The n-th of the numbers of a block of 10,000. */
const numberOf = (n: number, block = '5025555'): string => block + String(n).padStart(4, '0');
const statusOf = async (who: Proof): Promise<string> => (await world.ask(who)).status;

describe('the breaker', () => {
  /** `count` first codes for numbers of a block, by as many visitors; the first `completed` of each hundred are typed. */
  async function pump(count: number, completed: number, { block = '5025555', channel = 'web', from = 0 } = {}): Promise<string[]> {
    const heard: string[] = [];
    for (let n = from; n < from + count; n++) {
      const who = login(`${channel}:${block}${n}`, numberOf(n, block));
      if (n % 100 < completed) heard.push((await world.prove(who)).status);
      else heard.push(await statusOf(who));
    }
    world.now += 3 * MINUTE;
    return heard;
  }

  test('lets one code a minute through where fewer than 40 of 100 codes are ever typed, of those numbers only', async () => {
    const known = login('web:home', numberOf(9_999));
    expect((await world.prove(known)).status).toBe('right');
    expect(new Set(await pump(200, 39))).toEqual(new Set(['right', 'begun']));
    const held = await world.ask(login('web:x', numberOf(300)));
    expect(held.status).toBe('begun'); // the trickle
    expect(await world.ask(login('web:y', numberOf(301)))).toEqual({ status: 'held', until: world.now + MINUTE });
    // Whoever proved that line before goes on, from wherever they write; another channel and block never notice.
    expect(await statusOf(login('web:new-browser', numberOf(9_999)))).toBe('begun');
    expect(await statusOf(login('messenger:1', numberOf(1, '5024444')))).toBe('begun');
    expect(world.reported.filter((each) => each === 'code.refused login held')).toHaveLength(1);
    world.now += MINUTE;
    expect(await statusOf(login('web:y', numberOf(301)))).toBe('begun');
    expect(await statusOf(login('web:z', numberOf(302)))).toBe('held');
    world.now += DAY;
    for (let n = 0; n < 5; n++) expect(await statusOf(login(`web:day${n}`, numberOf(400 + n)))).toBe('begun');
  });

  test('leaves alone who completes 40 of 100, and fewer than 200 codes', async () => {
    expect(new Set(await pump(250, 40))).toEqual(new Set(['right', 'begun']));
    expect(new Set(await pump(50, 40, { from: 300 }))).toEqual(new Set(['right', 'begun']));
    world = codeWorld(connection);
    await pump(199, 0);
    expect(new Set(await pump(20, 0, { from: 300 }))).toEqual(new Set(['begun']));
  });

  test('knows a cohort when every block stays small; who has proved a line in that channel is not of it', async () => {
    expect((await world.prove(login('web:home', numberOf(1, '5025999')))).status).toBe('right');
    for (let block = 0; block < 10; block++) await pump(20, 0, { block: String(5025000 + block) });
    expect(await statusOf(login('web:a', numberOf(1, '5025100')))).toBe('begun');
    expect(await statusOf(login('web:b', numberOf(2, '5025101')))).toBe('held');
    expect(await statusOf(login('web:home', numberOf(3, '5025102')))).toBe('begun');
    expect(await statusOf(login('messenger:b', numberOf(4, '5025103')))).toBe('begun');
  });

  test('stops a flood that is too fast to be judged', async () => {
    const heard: string[] = [];
    for (let n = 0; n < 1_050; n++) heard.push(await statusOf(login(`web:${n}`, numberOf(n))));
    expect(heard.filter((status) => status === 'begun')).toHaveLength(1_001);
    expect(heard.slice(1_001)).toEqual(Array(49).fill('held'));
  });

  test('a turn that runs again gets the same answer and is counted once', async () => {
    await pump(200, 0);
    const who = { ...login('web:x', numberOf(300)), attempt: world.attempt() };
    const begun = await world.codes.begin(who);
    expect(begun.status).toBe('begun');
    expect(await world.codes.begin(who)).toEqual(begun);
  });
});

describe('a process that dies between two scripts', () => {
  const who = login('web:1', numberOf(1));
  /** A connection of a process that dies when it has had so many answers. */
  const dying = (answers: number): RedisConnection => {
    let left = answers;
    const client = new Proxy(connection.client, {
      get: (target, name) => {
        const found: unknown = Reflect.get(target, name);
        if (name !== 'evalsha' || typeof found !== 'function') return found;
        return async (...args: unknown[]): Promise<unknown> => {
          const answer: unknown = await Reflect.apply(found, target, args);
          if (--left === 0) throw new Error('died');
          return answer;
        };
      },
    });
    return { ...connection, client };
  };
  const countOf = async (part: 'sent' | 'completed'): Promise<number[]> => {
    const client = await redis.client();
    return Promise.all((await client.keys(`{o:groups}:*:${part}`)).map((key) => client.zcard(key)));
  };
  beforeEach(async () => {
    await (await redis.client()).flushall();
    await world.prove(login('web:warm', numberOf(9)));
    const client = await redis.client();
    for (const key of await client.keys('*')) await client.del(key); // the scripts stay
  });

  test.each([1, 2, 3, 4])('while a code is begun, after %i answers: the turn that runs again begins it, and all is counted once', async (answers) => {
    const pepper = randomBytes(32).toString('base64url');
    const asking = { ...who, attempt: 'one turn' };
    await expect(codeWorld(dying(answers), pepper).codes.begin(asking)).rejects.toThrow('died');
    world = codeWorld(connection, pepper);
    const begun = await world.codes.begin(asking);
    expect(begun.status).toBe('begun');
    expect(await countOf('sent')).toEqual([1, 1]);
    expect(await world.codes.begin(asking)).toEqual(begun);
    expect([await statusOf(login('web:1', numberOf(2))), await statusOf(login('web:1', numberOf(3)))]).toEqual(['begun', 'begun']);
    world.now += 30_000;
    expect(await statusOf(who)).toBe('begun'); // the second of three
  });

  test.each([1, 2, 3])('while a right code is compared, after %i answers: it is right again, and completed once', async (answers) => {
    const pepper = randomBytes(32).toString('base64url');
    world = codeWorld(connection, pepper);
    const begun = await world.ask(who);
    const typed = { ...who, challenge: begun.status === 'begun' ? begun.challenge : '', code: world.phone.at(-1)?.text ?? '', attempt: 'one turn' };
    await expect(codeWorld(dying(answers), pepper).codes.check(typed)).rejects.toThrow('died');
    expect(await world.codes.check(typed)).toEqual({ status: 'right' });
    expect(await countOf('completed')).toEqual([1, 1]);
    for (let n = 2; n < 5; n++) expect(await statusOf(login('web:1', numberOf(n)))).toBe('begun');
  });
});

test('on a Redis Cluster no script crosses slots', async () => {
  const node = await startRedis({ args: ['--cluster-enabled', 'yes'] });
  const client = await node.client();
  await client.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
  await until(async () => String(await client.cluster('INFO')).includes('cluster_state:ok'));
  world = codeWorld(await node.connection());
  for (const purpose of ['login', 'step-up'] as const) {
    expect((await world.prove({ ...login('web:1', numberOf(1)), purpose })).status).toBe('right');
    await world.codes.arrived(world.phone.at(-1)?.reference ?? '');
  }
  await node.close();
});
