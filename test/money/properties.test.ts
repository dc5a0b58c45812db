import fc from 'fast-check';
import type { Message } from '../../src/domain/message';
import { add, money } from '../../src/domain/money';
import { receive } from '../../src/channels/webchat/receive';
import { consentIn, isExactly, openShop, type Shop, type Shown } from './shop';

type Act =
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'tap' | 'twice' | 'at once' | 'foreign'; readonly of: number }
  | { readonly do: 'price'; readonly up: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'unseen'; readonly first: string };

const act: fc.Arbitrary<{ readonly tab: 0 | 1; readonly act: Act }> = fc.record({
  tab: fc.constantFrom(0, 1),
  act: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('recarga 20', 'recarga 35', 'algo de 20', 'algo de 35', 'mejor 50', '20', 'otro', 'cancelar', 'menú').map((text): Act => ({ do: 'say', text })) },
    { weight: 4, arbitrary: fc.constantFrom('sí', 'si', 'dale', 'no').map((text): Act => ({ do: 'say', text })) },
    { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('tap' as const, 'twice' as const, 'at once' as const), of: fc.nat({ max: 6 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('foreign' as const), of: fc.nat({ max: 6 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('price' as const), up: fc.integer({ min: 1, max: 900 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1_000, 11 * 60_000) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('unseen' as const), first: fc.constantFrom('recarga 20', 'mejor 60') }) },
  ),
}); // prettier-ignore

const YES = ['sí', 'si', 'dale'];

/** What one customer has read and agreed to in one tab, seen from outside: by words and buttons alone. */
class Reader {
  readonly shown: Shown[] = [];
  readonly agreed = new Map<string, Shown>();
  /** The consent that is the last thing said. */
  open: Shown | undefined;
  constructor(readonly shop: Shop) {}
  hears(messages: readonly Message[]): void {
    if (messages.length === 0) return;
    const consents = messages.flatMap((message) => consentIn(message) ?? []);
    this.open = consents.at(-1);
    this.shown.push(...consents);
  }
  async says(text: string): Promise<void> {
    if (YES.includes(text) && this.open && !this.shop.chat.unseen) this.agreed.set(this.open.question, this.open);
    this.hears(await this.shop.chat.say(text));
  }
  async taps(consent: Shown): Promise<void> {
    this.agreed.set(consent.question, consent);
    this.hears(await this.shop.chat.say({ text: 'Sí', tap: { choice: 'yes', question: consent.question } }));
  }
}

async function perform(reader: Reader, other: Reader, what: Act): Promise<void> {
  const { shop } = reader;
  switch (what.do) {
    case 'say':
      return reader.says(what.text);
    case 'price':
      shop.packs = shop.packs.map((pack) => ({ ...pack, price: add(pack.price, money(what.up, 'GTQ')) }));
      return undefined;
    case 'wait':
      shop.chat.now += what.ms;
      return undefined;
    case 'unseen':
      await reader.says(what.first);
      shop.chat.unseen = true; // written before the consent was on the screen
      return reader.says('sí');
    case 'foreign': {
      // A button of the other chat, on the other channel: whatever comes back, nobody agreed to it here.
      const theirs = other.shown.at(-1 - (what.of % Math.max(1, other.shown.length)));
      if (theirs) reader.hears(await shop.chat.say({ text: 'Sí', tap: { choice: 'yes', question: theirs.question } }));
      return undefined;
    }
    default: {
      const consent = reader.shown.at(-1 - (what.of % Math.max(1, reader.shown.length)));
      if (!consent) return undefined;
      await reader.taps(consent);
      if (what.do !== 'tap') await reader.taps(consent);
    }
  }
}

test('whatever is tapped and typed, in two chats on two channels, while prices change: each charge is one consent, to exactly its words', async () => {
  let charges = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
      const first = openShop();
      const readers = [new Reader(first), new Reader(openShop(first))] as const;
      for (const { tab, act: what } of acts) {
        const [reader, other] = tab === 0 ? readers : ([readers[1], readers[0]] as const);
        const before = first.ledger.orders.length;
        const price = new Map(reader.shop.packs.map(({ id, price: { minor } }) => [id, minor]));
        await perform(reader, other, what);
        const fresh = first.ledger.orders.slice(before);
        expect(fresh.length).toBeLessThanOrEqual(1);
        for (const order of fresh) {
          const consents = [...reader.agreed.values()].filter((consent) => isExactly(order, consent));
          if (consents.length === 0) throw new Error(`charged ${JSON.stringify(order)}\nagreed ${JSON.stringify([...reader.agreed.values()])}`);
          if (order.kind === 'pack') expect(order.amount.minor).toBe(price.get((order.details as { offer: string }).offer));
        }
      }
      const { orders } = first.ledger;
      charges += orders.length;
      expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
      expect(orders.length).toBeLessThanOrEqual(readers.reduce((sum, { agreed }) => sum + agreed.size, 0));
    }),
    { numRuns: 400 },
  );
  expect(charges).toBeGreaterThan(100); // else it proves nothing
});

test('a yes to what is on the screen charges it, once, however often it is tapped', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 5, max: 500 }), fc.integer({ min: 1, max: 5 }), async (amount, taps) => {
      const { chat, ledger } = openShop();
      const [message] = await chat.say(`recarga ${amount}`);
      const consent = message && consentIn(message);
      if (!consent) throw new Error(`no consent in ${message?.text ?? 'nothing'}`);
      expect(consent.minor).toBe(amount * 100);
      for (let tap = 0; tap < taps; tap++) await chat.say({ text: 'Sí', tap: { choice: 'yes', question: consent.question } });
      expect(ledger.orders.map(({ amount: charged }) => charged.minor)).toEqual([consent.minor]);
    }),
    { numRuns: 60 },
  );
});

test('"20" and "sí" sent together charge nothing that was not read', async () => {
  const { chat, ledger } = openShop();
  await chat.say('recarga');
  await chat.say('20');
  chat.unseen = true;
  await chat.say('sí');
  expect(ledger.orders).toEqual([]);
});

const MUTANTS = 10_000;
const wild = fc.oneof(
  fc.string({ maxLength: 210 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.integer(),
  fc.double(),
  fc.constant(null),
  fc.boolean(),
  fc.object(),
);
const changed = (text: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.nat({ max: Math.max(0, text.length - 1) }).chain((at) => fc.string({ minLength: 1, maxLength: 1 }).map((by) => text.slice(0, at) + by + text.slice(at + 1))),
    fc.nat({ max: text.length }).map((at) => text.slice(0, at)),
    fc.string({ maxLength: 12 }).map((more) => text + more),
    fc.constantFrom(`${text}:500`, text.toUpperCase(), ` ${text}`, `${text}\0`, 'edit:amount', 'edit:to', 'go:top-up', 'no', '50000', '50255550102', 'agreed', '__proto__'),
    wild,
  ); // prettier-ignore

test(`${MUTANTS} mutated buttons: none changes amount, line or price`, async () => {
  const { chat, ledger } = openShop();
  const [message] = await chat.say('recarga 20');
  const consent = message && consentIn(message);
  if (!consent) throw new Error('no consent');
  const asked = chat.state;
  const mutant = fc.record(
    {
      choice: fc.oneof({ weight: 1, arbitrary: fc.constant<unknown>('yes') }, { weight: 2, arbitrary: changed('yes') }),
      q: fc.oneof({ weight: 1, arbitrary: fc.constant<unknown>(consent.question) }, { weight: 2, arbitrary: changed(consent.question) }),
      ...{ amount: wild, minor: wild, price: wild, line: fc.constantFrom<unknown>('50255550102', 50255550102, null), to: wild, order: wild },
    },
    { requiredKeys: [] },
  );
  let [charged, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(mutant, async (value) => {
      const body = {
        type: 'message',
        from: { id: 'dl_1' },
        text: '',
        value,
        channelData: { clientActivityID: 'c1', messageBack: { displayText: '' } },
      };
      let received: ReturnType<typeof receive>;
      try {
        received = receive(body, 'dl_1', () => false);
      } catch {
        return void refused++; // said so in the protocol's own form
      }
      const { arrival } = received;
      chat.state = asked;
      const before = ledger.orders.length;
      if (arrival === undefined) return;
      await chat.arrive(arrival);
      const fresh = ledger.orders.slice(before);
      const isItself = value.choice === 'yes' && (value.q === consent.question || value.q === undefined);
      if (fresh.length > 0) charged++;
      if (!isItself) expect(fresh).toEqual([]);
      for (const order of fresh) expect(isExactly(order, consent)).toBe(true);
    }),
    { numRuns: MUTANTS },
  );
  expect(charged).toBe(1); // the same consent is one order, however often it is tapped
  expect(refused).toBeLessThan(MUTANTS);
});
