import type { Arrival } from '../../../src/domain/message';
import { take, type TakeParts } from '../../../src/channels/messenger/take';
import { threads, type Kept } from '../../../src/channels/messenger/threads';
import type { Delivery } from '../../../src/state/mailbox';

const NOW = 1_795_000_000_000;
const HOUR = 3_600_000;
const thread = { page: '1002', psid: '7755' };
const said: Arrival = { kind: 'said', text: 'mi saldo' };

/** What the bot hears of a message that was written `afterMs` after a person had the thread. */
async function heard(afterMs: number, kept: Partial<Kept>, takes = true): Promise<readonly Delivery[]> {
  const rows = new Map([['fb:c reference', JSON.stringify({ ...thread, at: NOW, person: NOW, ...kept })]]);
  const all: Delivery[] = [];
  const parts: TakeParts = {
    turns: { accept: async (delivery) => (all.push(delivery), { status: 'granted', position: 1 }) },
    threads: threads({
      put: async (to, what, text) => void rows.set(`${to} ${what}`, text),
      get: async (to, what) => rows.get(`${to} ${what}`),
    }),
    control: { pass: async () => 'done', take: async () => takes, request: async () => true },
    people: undefined,
    clock: () => NOW + afterMs,
    ...{ report: () => undefined, keepFile: async () => undefined },
  };
  await take(parts, 'fb:c', { kind: 'arrived', thread, at: NOW + afterMs, delivery: 'm', arrival: said, files: [] });
  await take(parts, 'fb:c', { kind: 'arrived', thread, at: NOW + afterMs, delivery: 'menu', arrival: { kind: 'joined' }, files: [] });
  return all;
}
const ids = async (...given: Parameters<typeof heard>): Promise<readonly string[]> => (await heard(...given)).map(({ id }) => id);

test('who is silent for half a day has left; until then only the menu is the bot’s', async () => {
  expect(await ids(HOUR, {})).toEqual(['menu']);
  expect(await ids(12 * HOUR, {})).toEqual(['m', 'menu']);
});

test('what Meta delivers to us a while after a thread was passed is ours again, without a word of its return', async () => {
  expect(await ids(5_000, { passed: true })).toEqual(['menu']); // written before it was passed, perhaps
  expect(await ids(11_000, { passed: true })).toEqual(['m', 'menu']);
});

test('a thread that Meta does not give back stays the person’s', async () => {
  expect(await ids(5_000, { passed: true }, false)).toEqual([]);
});

interface Hands {
  readonly parts: TakeParts;
  readonly kept: () => Kept;
  readonly accepted: readonly string[];
  readonly fetched: readonly string[];
  /** What Redis refuses next, once. */
  readonly refuse: (what: 'put' | 'accept') => void;
}
function hands(thread0: Partial<Kept>, now: number): Hands {
  let text = JSON.stringify({ ...thread, at: NOW - HOUR, ...thread0 });
  let refused: string | undefined;
  const [accepted, fetched]: [string[], string[]] = [[], []];
  const orFail = (what: string): void => {
    if (refused !== what) return;
    refused = undefined;
    throw new Error(`no ${what}`);
  };
  const parts: TakeParts = {
    turns: {
      accept: async ({ id }) => {
        orFail('accept');
        const isKnown = accepted.includes(id);
        if (!isKnown) accepted.push(id);
        return { status: isKnown ? 'duplicate' : 'granted', position: 1 };
      },
    },
    threads: threads({ put: async (_, __, given) => (orFail('put'), void (text = given)), get: async () => text }),
    control: { pass: async () => 'done', take: async () => true, request: async () => true },
    people: undefined,
    clock: () => now,
    report: () => undefined,
    keepFile: async (_, { id }) => void fetched.push(id),
  };
  return { parts, kept: () => JSON.parse(text), accepted, fetched, refuse: (what) => (refused = what) };
}

test.each(['accept', 'put'] as const)('a return that is not durable yet (%s) is told when Meta sends it again, once', async (what) => {
  const { parts, kept, accepted, refuse } = hands({ person: NOW, passed: true }, NOW + HOUR);
  const ours = { kind: 'ours', thread, at: NOW + HOUR, delivery: 'back' } as const;
  refuse(what);
  await expect(take(parts, 'fb:c', ours)).rejects.toThrow(what);
  await take(parts, 'fb:c', ours);
  await take(parts, 'fb:c', ours);
  expect(accepted).toEqual(['back']);
  expect(kept().passed).toBeUndefined();
});

test('a file is fetched also where the thread could not be kept: sent again its message is a duplicate', async () => {
  const { parts, fetched, refuse } = hands({}, NOW);
  const file = { id: 'f1', url: 'https://cdn.test/f1', name: 'f1' };
  const photo = { kind: 'arrived', thread, at: NOW, delivery: 'm', arrival: said, files: [file] } as const;
  refuse('put');
  await expect(take(parts, 'fb:c', photo)).rejects.toThrow('put');
  await take(parts, 'fb:c', photo);
  expect(fetched).toEqual(['f1']);
});

test('what a person did hours ago, sent again after they gave the thread back, silences nobody', async () => {
  for (const late of [{ kind: 'person', controls: true } as const, { kind: 'person', controls: false } as const, { kind: 'aside' } as const]) {
    const { parts, accepted } = hands({}, NOW);
    await take(parts, 'fb:c', { ...late, thread, at: NOW - 13 * HOUR });
    await take(parts, 'fb:c', { kind: 'arrived', thread, at: NOW, delivery: 'm', arrival: said, files: [] });
    expect(accepted).toEqual(['m']);
  }
});
