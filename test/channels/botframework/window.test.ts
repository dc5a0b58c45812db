import { sendBy } from '../../../src/channels/botframework';
import { references, type Reference } from '../../../src/channels/botframework/references';

const HOUR = 3_600_000;
const NOW = 1_795_000_000_000;
const CHAT = 'bf:c';

/** Two processes and what they keep; `said` is what went out. */
function processes(channelId: string) {
  const rows = new Map<string, string>();
  const store = {
    put: async (to: string, what: string, text: string) => void rows.set(`${to} ${what}`, text),
    get: async (to: string, what: string) => rows.get(`${to} ${what}`),
  };
  const said: object[] = [];
  const time = { now: NOW };
  const reference: Reference = {
    ...{ channelId, serviceUrl: 'https://azure.example/', user: { id: 'u', name: '' }, bot: { id: 'b', name: '' } },
    conversation: { id: 'c', isGroup: false, name: '', conversationType: '' },
  };
  const make = () => {
    const kept = references(store, () => time.now);
    const speak = async (_: Reference, each: object) => (said.push(each), 'delivered' as const);
    const send = sendBy({ references: kept, speak, origin: 'https://chat.example' });
    return {
      hears: () => kept.keep(CHAT, reference),
      says: (words: string) => send(CHAT, 1, JSON.stringify({ text: words })),
    };
  };
  return { one: make(), other: make(), said, time };
}

test('on Facebook nothing is said a day after the customer’s last message, to whichever process they wrote it', async () => {
  const { one, other, said, time } = processes('facebook');
  await one.hears();
  time.now += 23 * HOUR;
  expect(await one.says('a reminder')).toBe('delivered');
  expect(await other.says('another')).toBe('delivered');
  time.now += 2 * HOUR;
  expect(await one.says('too late')).toEqual({ gaveUp: 'outside the window' });
  await other.hears();
  expect(await one.says('they wrote to the other one')).toBe('delivered');
  expect(said).toHaveLength(3);
});

test('no other channel has such a window', async () => {
  const { one, time } = processes('webchat');
  await one.hears();
  time.now += 48 * HOUR;
  expect(await one.says('hello again')).toBe('delivered');
});
