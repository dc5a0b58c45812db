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
  const choice = (tapped ?? (said.tap ? undefined : labelled(folded, offered)))?.id;
  const place = placeIn(folded);
  const numbered = place === undefined ? undefined : offered[place - 1]?.id;
  return {
    text: said.text,
    folded,
    files: said.files,
    ...(choice === undefined ? {} : { choice }),
    ...(numbered === undefined ? {} : { numbered }),
    ...(said.place && { place: said.place }),
  };
}

/** "Contraseña" is "La contraseña", where no other label is the same without its article. */
function labelled(folded: string, offered: readonly Choice[]): Choice | undefined {
  const exact = offered.find(({ label }) => foldedLabel(label) === folded);
  const bare = (text: string): string => text.replace(/^(?:el|la|los|las|un|una|the|a) (?=\S{4})/, '');
  const alike = exact || folded.length < 4 ? [] : offered.filter(({ label }) => bare(foldedLabel(label)) === bare(folded));
  return exact ?? (alike.length === 1 ? alike[0] : undefined);
}

const labels = new Map<string, string>();
const MOST_LABELS = 1_000;
/** Buttons are few, and their labels are compared with every reply. */
function foldedLabel(label: string): string {
  const known = labels.get(label);
  if (known !== undefined) return known;
  if (labels.size >= MOST_LABELS) labels.clear();
  const made = fold(label);
  labels.set(label, made);
  return made;
}

const ORDINALS = ['primer[oa]?|1r[oa]|first', 'segund[oa]|2d[oa]|second', 'tercer[oa]?|3r[oa]|third', 'cuart[oa]|fourth', 'quint[oa]|fifth'].map(
  (word) => new RegExp(`^(?:(?:el|la|the|opcion) )?(?:${word})(?: (?:opcion|one|option))?$`),
);

/** Which of a list is meant: "2", "opción 2", "la segunda". */
function placeIn(folded: string): number | undefined {
  const [, digits] = /^(?:(?:la |el |the )?(?:opcion|numero|option|number) )?(\d{1,2})$/.exec(folded) ?? [];
  if (digits !== undefined) return Number(digits);
  const at = ORDINALS.findIndex((word) => word.test(folded));
  return at < 0 ? undefined : at + 1;
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
  [
    'si|sip|sii|siii|si si|simon|claro|claro que si|si claro|por supuesto|dale|si dale|va|ok|okay|ok si|si ok|de acuerdo|esta bien|si esta bien|correcto',
    'asi es|confirmo|si confirmo|acepto|si acepto|adelante|si adelante|hagale|hagalo|hazlo|si quiero|si por favor|si porfavor|si porfa|si gracias',
    'yes|yes please|yes thanks|yes thank you|yeah|yep|ok yes|sure|go ahead|do it',
  ].flatMap((line) => line.split('|')),
);
const NO = new Set(
  [
    'no|no no|noo|nooo|nop|nel|no gracias|mejor no|ahora no|ahorita no|por ahora no|todavia no|aun no|cancela|no quiero|no lo quiero|no quiero eso',
    'ya no quiero|no por favor|no porfa|no hace falta|para nada|mas tarde|despues|mejor despues|luego|claro que no|que no|no lo hagas|no lo compres',
    'nope|not now|not yet|no thanks|no thank you|later|i don t want to|i don t want it|i do not want to|i do not want it',
  ].flatMap((line) => line.split('|')),
);

/** Whether a reply says yes or no; undefined when it says neither. "La primera" is neither: it may be about the list before. */
export function yesOrNo({ choice, numbered, folded }: Reply): boolean | undefined {
  const said = choice ?? (/^\d+$/.test(folded) ? numbered : undefined);
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
