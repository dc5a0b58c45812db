import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reviewQueue } from '../../src/state/review';
import { vault } from '../../src/state/seal';
import type { Recogniser } from '../../src/understanding/port';
import { grouped, type Unserved } from '../../src/understanding/review/groups';
import { interview } from '../../src/understanding/review/interview';
import { startRedis, type TestRedis } from '../support/redis';

const recogniser: Recogniser = { rank: (text) => [{ skill: text.includes('recarg') ? 'top-up' : 'balances', score: 1 }] };
const unserved = (text: string, why: Unserved['why'] = 'not-understood'): Unserved => ({ id: text, text, why, language: 'es' });

test('what is alike is one group, and what cost people most comes first', () => {
  const groups = grouped(
    [unserved('cuánto dinero me queda'), unserved('me queda plata'), unserved('recarga en la luna'), unserved('recargar la luna', 'person')],
    recogniser,
  );
  expect(groups.map(({ label, texts, cost }) => [label, texts.length, cost])).toEqual([
    ['top-up', 2, 1],
    ['balances', 2, 0],
  ]);
});

describe('with a person at the terminal', () => {
  let intents: string;
  beforeEach(() => {
    intents = mkdtempSync(join(tmpdir(), 'intents-'));
    for (const label of ['balances', 'top-up']) {
      mkdirSync(join(intents, label));
      writeFileSync(join(intents, label, 'utterances.es.txt'), 'me queda plata');
    }
  });
  afterEach(() => rmSync(intents, { recursive: true, force: true }));
  const play = async (script: string[], texts: Unserved[]) => {
    const told: string[] = [];
    const answers = (async function* (): AsyncGenerator<string, undefined> {
      yield* script;
      return undefined;
    })();
    const done = await interview({ groups: grouped(texts, recogniser), answers, tell: (line) => told.push(line), intents });
    return { done, told: told.join('\n'), of: (label: string) => readFileSync(join(intents, label, 'utterances.es.txt'), 'utf8') };
  };

  test('Enter takes the guess; what is there already is not written twice, and masks teach nothing', async () => {
    const { done, of } = await play([''], [unserved('¡Me queda plata!'), unserved('cuánta plata me queda en [número]')]);
    expect(done).toHaveLength(2);
    expect(of('balances')).toBe('me queda plata\ncuánta plata me queda en\n');
  });

  test('another label, a mistake, and the end of the input', async () => {
    const { done, told, of } = await play(['nonsense', 'top-up'], [unserved('ponle plata'), unserved('recarga')]);
    expect(told).toContain('There is no label nonsense.');
    expect(done).toEqual(['ponle plata']);
    expect(of('top-up')).toBe('me queda plata\nponle plata\n');
  });

  test('skipped stays for the next time, dropped does not, and q stops', async () => {
    const texts = [unserved('ponle plata'), unserved('recarga'), unserved('xyz', 'ticket')];
    expect((await play(['s', 'd', 'q'], texts)).done).toHaveLength(1);
  });
});

describe('the queue', () => {
  let redis: TestRedis;
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.close());

  test('keeps masked, sealed texts for 30 days, and forgets what was looked at', async () => {
    let now = Date.now();
    const queue = reviewQueue({ redis: await redis.connection(), vault: vault([randomBytes(32)]), clock: () => now });
    await queue.note({ text: 'mi cel 5555-0101 no jala', why: 'not-understood', language: 'es' });
    await queue.note({ text: ' ', why: 'person', language: 'es' });
    const [kept, ...others] = await queue.all();
    expect([kept?.text, kept?.why, others]).toEqual(['mi cel [número] no jala', 'not-understood', []]);
    const client = await redis.client();
    expect(JSON.stringify(await client.xrange('review:texts', '-', '+'))).not.toContain('jala');
    await queue.drop([kept?.id ?? '']);
    expect(await queue.all()).toEqual([]);
    await queue.note({ text: 'otra', why: 'clarified', language: 'es' });
    now += 31 * 86_400_000;
    expect(await queue.all()).toEqual([]);
  });
});
