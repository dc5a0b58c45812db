import { z } from 'zod';
import { fold } from '../../domain/fold';
import type { Point } from '../../domain/geo';
import type { Choice, Message, Tap } from '../../domain/message';
import { again, turnTo, type Control } from './control';
import type { Basics } from './known';
import { textsFor } from '../../domain/texts';
import { engineTexts } from './texts';

/** What the customer answered, as a question sees it. */
export interface Reply {
  readonly text: string;
  /** The text as it is compared; see {@link fold}. */
  readonly folded: string;
  /** The choice that was tapped, or whose label was typed. */
  readonly choice?: string;
  /** The choice whose number was typed; a question about amounts ignores it. */
  readonly numbered?: string;
  /** Files that came with it, by name. */
  readonly files: readonly string[];
  /** Where the customer says they are. An answer must not hold it: answers are kept. */
  readonly place?: Point;
}

/** One thing the bot asks. `K` is what it knows so far, `T` is what it learns. */
export interface Question<K, T> {
  /** Pure: the same knowledge gives the same words. */
  readonly ask: (known: K) => Message | string;
  /** The same in other words, after `misses` answers that were none (1, 2, …). */
  readonly rephrase?: (known: K, misses: number) => Message | string;
  /** What goes without saying: taken as the answer unless the customer came back to this very question. It still stands in the consent. */
  readonly assumes?: (known: K) => T | undefined;
  readonly read: (reply: Reply, known: K) => T | Control | Promise<T | Control>;
  /** What a stored answer must still look like: it may be of an older release. */
  readonly keeps: z.ZodType<T>;
}

/** The text of a message with nothing else. */
export const asMessage = (said: Message | string): Message => (typeof said === 'string' ? { text: said } : said);

/** All that can be tapped on a message, in the order of its numbers. */
export function choicesOf({ cards = [], choices = [] }: Message): readonly Choice[] {
  return [...cards.flatMap(({ actions = [] }) => actions), ...choices];
}

/** The one way back from what a customer did to what was offered: tap, label or number. */
export function replyOf(
  said: { readonly text: string; readonly tap?: Tap; readonly files: readonly string[]; readonly place?: Point },
  asked: Message,
): Reply {
  const offered = choicesOf(asked);
  const folded = fold(said.text);
  const tapped = offered.find(({ id }) => id === said.tap?.choice); // only what was offered can be chosen, whatever comes back
  const choice = (tapped ?? (said.tap ? undefined : offered.find(({ label }) => fold(label) === folded)))?.id;
  const numbered = /^\d{1,2}$/.test(folded) ? offered[Number(folded) - 1]?.id : undefined;
  return {
    text: said.text,
    folded,
    files: said.files,
    ...(choice === undefined ? {} : { choice }),
    ...(numbered === undefined ? {} : { numbered }),
    ...(said.place && { place: said.place }),
  };
}

/** Options shown at once; with the two to turn pages they stay under every channel's limit. */
export const PAGE = 6;
const MORE = 'page:';

export interface Option {
  readonly id: string;
  /** At most 20 characters. */
  readonly label: string;
}

/** Picks one of a list, by tap, label or number; long lists come in pages. */
export function oneOf<K extends Basics, O extends Option>(spec: {
  readonly ask: (known: K) => Message | string;
  readonly from: (known: K) => readonly O[];
}): Question<K, string> {
  return {
    ask: (known) => ({ ...asMessage(spec.ask(known)), choices: page(spec.from(known), known) }),
    keeps: z.string(),
    read: ({ choice, numbered }, known) => {
      const picked = choice ?? numbered;
      if (picked?.startsWith(MORE)) return turnTo(Number(picked.slice(MORE.length)));
      return spec.from(known).some(({ id }) => id === picked) && picked !== undefined ? picked : again();
    },
  };
}

function page(options: readonly Option[], { page: asked, language, form }: Basics): Choice[] {
  const t = textsFor(engineTexts, language, form);
  const last = Math.max(0, Math.ceil(options.length / PAGE) - 1);
  const at = Math.min(asked, last);
  return [
    ...options.slice(at * PAGE, (at + 1) * PAGE).map(({ id, label }) => ({ id, label })),
    ...(at < last ? [{ id: `${MORE}${at + 1}`, label: t.more }] : []),
    ...(at > 0 ? [{ id: `${MORE}${at - 1}`, label: t.before }] : []),
  ];
}

const YES = new Set(
  'si|sip|simon|claro|dale|va|ok|okay|de acuerdo|correcto|confirmo|acepto|adelante|hagale|si por favor|yes|yeah|yep|sure|go ahead'.split('|'),
);
const NO = new Set('no|nop|nel|no gracias|mejor no|ahora no|cancela|nope|not now|no thanks'.split('|'));

/** Whether a reply says yes or no; undefined when it says neither. */
export function yesOrNo({ choice, numbered, folded }: Reply): boolean | undefined {
  const said = choice ?? numbered;
  if (said === 'yes' || YES.has(folded)) return true;
  return said === 'no' || NO.has(folded) ? false : undefined;
}

/** A closed question. */
export function confirm<K extends Basics>(
  ask: (known: K) => Message | string,
  labels?: (known: K) => { yes: string; no: string },
): Question<K, boolean> {
  return {
    ask: (known) => {
      const { yes, no } = labels?.(known) ?? textsFor(engineTexts, known.language, known.form);
      return {
        ...asMessage(ask(known)),
        choices: [
          { id: 'yes', label: yes },
          { id: 'no', label: no },
        ],
      };
    },
    keeps: z.boolean(),
    read: (reply) => yesOrNo(reply) ?? again(),
  };
}
