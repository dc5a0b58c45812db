import { createHmac } from 'node:crypto';
import type { Country } from '../domain/countries';
import type { Arrival, Message } from '../domain/message';
import { BackendFailure } from '../domain/failure';
import type { Order, Spent } from '../domain/spending';
import { oneDot, type Language } from '../domain/texts';
import type { Effects } from '../state/effects';
import type { Desk } from './engine/desk';
import type { LedgerDesk } from './engine/spend';
import { asMessage } from './engine/question';
import type { ConversationRecord } from './engine/record';
import { withTried, type Tried } from './engine/trail';
import { idAt } from './processed';
import { Stopped } from './stopping';

/** Before the id of a conversation: the mailbox of what is done for it without its waiting. */
export const APART = 'apart:';

/** What every desk needs from the rest of the bot. */
export interface DeskParts {
  readonly country: Country;
  readonly brand: string;
  readonly effects: Effects;
  /** Puts an event into a conversation's mailbox; the same id twice is one event. */
  readonly post: (conversation: string, id: string, event: Arrival) => Promise<void>;
  readonly ledger: LedgerDesk;
  /** What runs here, as the build calls it. */
  readonly release: string;
  /** Signs what the bot makes and must know again. 32 bytes. */
  readonly signingKey: Buffer;
  /** Whether an order may still be sent; absent: it may. */
  readonly goes?: (order: Order) => Promise<boolean>;
}

const spoken = (message: Message, language: Language): Message => ({
  ...message,
  text: oneDot(message.text),
  ...(message.cards && { cards: message.cards.map((card) => ({ ...card, speak: oneDot(card.speak) })) }),
  language,
});

/** Makes the desk of one turn. `number` is that of the message it is about, also when it is run later. */
export function turnDesk(parts: DeskParts, turn: About, record: ConversationRecord, arrival: Arrival): Desk {
  const { effects, post, signingKey, ledger, goes } = parts;
  const facts = factsOf(parts, turn, record, arrival);
  const { conversation, number, replies, rings } = facts;
  const desk: Desk = Object.assign(facts, {
    ledger: told(ledger, goes, (spent) => {
      desk.spent = spent.status;
      if (spent.status !== 'limit') desk.moved = spent.operation.reference;
    }),
    say: (message) => void replies.push(spoken(asMessage(message), record.language)),
    effect: (step, schema, act, policy) =>
      effects.once(
        { conversation, number, step },
        schema,
        watched(act, () => (desk.unsure = true)),
        policy,
      ),
    apart: (step, { name, value }) => post(APART + conversation, `${number}:${step}`, { kind: 'event', name, value, language: record.language }),
    post: (step, { name, value }) => post(conversation, `${number}:${step}`, { kind: 'event', name, value }),
    ring: (step, at, { name, value }) =>
      void rings.push({ id: `${number}:${step}`, at, message: JSON.stringify({ kind: 'event', name, value } satisfies Arrival) }),
    id: idsOf(conversation, number),
    sign: (text) => createHmac('sha256', signingKey).update(text).digest('base64url').slice(0, 11), // 64 bits, as good as a session id
  } satisfies Partial<Desk>);
  return desk;
}

type About = Pick<Desk, 'conversation' | 'number' | 'delivered' | 'now' | 'rerun'>;

/** What a desk knows and collects. Name by name: objects spread one into the other made it the dearest line of a turn. */
function factsOf(
  { country, brand, release }: DeskParts,
  { conversation, number, delivered, now, rerun }: About,
  record: ConversationRecord,
  arrival: Arrival,
) {
  const replies: Message[] = [];
  const rings: Desk['rings'] = [];
  const { tried, marks } = trying(record, now);
  return { conversation, number, delivered, now, rerun, country, brand, release, record, replies, rings, tried, marks, said: saidIn(arrival) };
}

/** Ids of one turn; each is asked for several times. */
function idsOf(conversation: string, number: number): Desk['id'] {
  const made = new Map<string, string>();
  return (step) => {
    const id = made.get(step) ?? idAt(conversation, number, step);
    made.set(step, id);
    return id;
  };
}

/** Keeps what is tried, for whoever takes over and for whoever counts. */
function trying(record: ConversationRecord, now: number): Pick<Desk, 'tried' | 'marks'> {
  const marks: Tried[] = [];
  const tried: Desk['tried'] = (what) => {
    marks.push(what);
    record.trail = withTried(record.trail, what, now);
  };
  return { tried, marks };
}

/** The same; `tell` hears that nobody knows whether it was done. */
const watched =
  <T>(act: () => Promise<T>, tell: () => void) =>
  (): Promise<T> =>
    act().catch((error: unknown) => {
      if (error instanceof BackendFailure && !error.untouched) tell();
      throw error;
    });

/** The same ledger; `tell` hears what became of what is spent. */
const told = (ledger: LedgerDesk, goes: DeskParts['goes'], tell: (spent: Spent) => void): LedgerDesk => ({
  ...ledger,
  spend: async (order) => {
    if (goes && !(await goes(order))) throw new Stopped();
    const spent = await ledger.spend(order);
    tell(spent);
    return spent;
  },
});

/** What the customer said, as far as the dialogs read it. */
function saidIn(arrival: Arrival): Desk['said'] {
  if (arrival.kind !== 'said') return { text: '', files: [] };
  const { text, attachments = [], tap, place } = arrival;
  return { text, files: attachments.map(({ name }) => name), ...(tap && { tap }), ...(place && { place }) };
}
