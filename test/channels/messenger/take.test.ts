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
    control: { pass: async () => 'done', take: async () => takes },
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
