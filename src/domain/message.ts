import { z } from 'zod';
import { Point } from './geo';

/**
 * What the bot wants to say, before any channel decides how it looks. A channel renders what it can and says the rest in words:
 * `text` and `cards` together must make sense where there are no buttons, no pictures and no colours.
 */
const Choice = z.object({
  /** What comes back; unique in its message. A skill to start is `go:<skill id>`. */
  id: z.string(),
  /** At most 20 characters, so that it fits every channel's button. */
  label: z.string(),
});

const Meter = z.object({
  name: z.string(),
  /** "1.2 GB de 3 GB": the text carries the value, the bar only shows it. */
  left: z.string(),
  /** Share left, 0 to 100. */
  percent: z.number().min(0).max(100),
  /** "hasta el domingo a las 11:59 p. m." */
  until: z.string().optional(),
});

export const ICONS = ['card', 'check', 'clock', 'help', 'invoice', 'person', 'shield', 'signal', 'wallet'] as const;

const Card = z.object({
  /** One short, true sentence for those who listen. */
  speak: z.string(),
  /** Head or hero, never both. */
  head: z.object({ icon: z.enum(ICONS).catch('help'), title: z.string() }).optional(),
  hero: z.object({ label: z.string(), figure: z.string(), under: z.string().optional() }).optional(),
  /** Which line or contract the card speaks of, as its owner knows it. */
  line: z.string().optional(),
  /** Sentences under the head. */
  text: z.string().optional(),
  /** A drawing of ours, under `/static`; `says` is told where pictures are not seen. A card with one has a `text` too: not every channel shows it. */
  picture: z.object({ path: z.string(), says: z.string() }).optional(),
  meters: z.array(Meter).optional(),
  facts: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  total: z.object({ name: z.string(), value: z.string() }).optional(),
  note: z.object({ mood: z.enum(['good', 'warning', 'attention']).catch('attention'), text: z.string() }).optional(),
  /** At most three; the first is the main one when `positive`. More belongs into the message's choices. */
  actions: z.array(Choice.extend({ positive: z.boolean().optional() })).optional(),
});

export const Message = z.object({
  /** Plain sentences; `*word*` marks what can be typed. Empty only when there are cards. */
  text: z.string(),
  /** More than one are shown side by side where the channel can. */
  cards: z.array(Card).optional(),
  /** Offered under the message. They also answer to their number and their label. */
  choices: z.array(Choice).optional(),
  link: z.object({ label: z.string(), url: z.url() }).optional(),
  /** Id of the question this message asks; its buttons carry it back. */
  question: z.string().optional(),
  /** What kind of answer is awaited: keyboards and masks follow it. One that a newer release asks for may be a secret. */
  expects: z.enum(['text', 'phone', 'code', 'number', 'secret', 'place']).optional().catch('secret'),
  /** No secret is asked for, and yet one is likely to be written here: the digits of the answer are shown to nobody. */
  shields: z.literal('digits').optional().catch('digits'),
  /** Language of the words, for those who read them aloud. */
  language: z.enum(['es', 'en']).optional().catch(undefined),
  /** Orders whose end this message tells, as the ledger names them; the ledger is told when it was sent, and when it arrived. */
  tells: z.array(z.string()).optional(),
  /** After these words a person takes over, where the channel has people of its own: the case they find. */
  passes: z.object({ reference: z.string(), number: z.string().optional() }).optional(),
  /** The name of a person who speaks instead of the bot. */
  speaker: z.string().optional(),
  /**
   * Said to a bot that called this one as a skill, never to a customer: what it asked for is over, and the conversation is its own again. `order`: the last one that
   * was sent, and what became of it so far; `case`: the one that was opened last, as the customer knows it.
   */
  ends: z
    .object({
      skill: z.string().optional(),
      outcome: z.enum(['done', 'left', 'failed']),
      order: z.object({ reference: z.string(), state: z.enum(['done', 'refused', 'unknown']) }).optional(),
      case: z.object({ reference: z.string(), number: z.string().optional() }).optional(),
    })
    .optional(),
});

export type Choice = z.infer<typeof Choice>;
export type Meter = z.infer<typeof Meter>;
export type Card = z.infer<typeof Card>;
export type Message = z.infer<typeof Message>;

/** A tap on a button: the choice, and the question it belonged to (none for `go:` choices). */
const Tap = z.object({ choice: z.string().max(200), question: z.string().max(200).optional() });

/** A file that came along. `unkept`: only its name did, so that no case will ever have it; `seen`: but agents see it where it was sent. */
const Attachment = z.object({
  name: z.string(),
  contentType: z.string(),
  bytes: z.number().int().nonnegative(),
  id: z.string(),
  unkept: z.literal(true).optional(),
  seen: z.literal(true).optional(),
});

/** What reached the bot, after a channel verified it and made it plain. Stored (sealed) in the mailbox as JSON. */
export const Arrival = z.discriminatedUnion('kind', [
  /** The customer wrote, tapped or sent a file. `cards`: there was a payment card in it, which was taken out; nothing else is done with it. */
  z.object({
    kind: z.literal('said'),
    text: z.string(),
    tap: Tap.optional(),
    attachments: z.array(Attachment).optional(),
    /** Where the customer says they are. Never kept: it is gone with the message. */
    place: Point.optional(),
    cards: z.literal(true).optional(),
    /** The card was written over several messages: delivery of the first. What came of it is forgotten. */
    since: z.string().optional(),
    /** It came through another bot, which waits for the conversation to be given back. */
    called: z.literal(true).optional(),
  }),
  /** Another bot wants one skill done; `said` is what it knows already, as if the customer had said it. */
  z.object({ kind: z.literal('called'), skill: z.string(), said: z.record(z.string(), z.string()) }),
  /** The bot that called takes the conversation back. */
  z.object({ kind: z.literal('ended') }),
  /** The customer opened the chat. `language` as the page shows it. */
  z.object({ kind: z.literal('joined'), language: z.enum(['es', 'en']).optional() }),
  /** The customer switched the page's language. */
  z.object({ kind: z.literal('language'), language: z.enum(['es', 'en']) }),
  /** Something happened inside: a slow turn ended, a timer rang. */
  z.object({ kind: z.literal('event'), name: z.string(), value: z.unknown().optional(), language: z.enum(['es', 'en']).optional() }),
]);
export type Arrival = z.infer<typeof Arrival>;
export type Tap = z.infer<typeof Tap>;
