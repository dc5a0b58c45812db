import { withoutCards } from './cards';
import { BETWEEN, CARD_WORDS, isCalled, NOTHING, plainForm } from './card-shapes';

/** Digits that each part has at least; fewer say nothing. */
const LEAST = 4;
/** The longest number, and MM/YYYY and four of a code behind it. */
const MOST = 29;
/** Numbers of one message that are looked at. */
const MOST_RUNS = 6;
/** A plus sign makes it a phone number of some country. */
const RUN = new RegExp(String.raw`(?<![+\d]|[+\d][${BETWEEN}]{1,3})\d(?:[${BETWEEN}${NOTHING}]{0,6}\d)*`, 'g');

/** What of a message may be part of a card that is written over several. */
export interface CardPart {
  /** Its last number: what a next message may go on with. Undefined when that is none of a card's. */
  readonly last: string | undefined;
  /** All its numbers: each may go on where an earlier message stopped. */
  readonly all: readonly string[];
}

/** The digits of a message that has no whole card in it; undefined when none of them can be part of one. */
export function cardPart(text: string): CardPart | undefined {
  if (!/\p{Nd}/u.test(text)) return undefined;
  const plain = plainForm(text);
  const talk = CARD_WORDS.test(plain) ? 'visa ' : ''; // a word of cards counts for both messages
  const runs = Array.from(plain.matchAll(RUN))
    .filter(({ 0: run, index }) => talk !== '' || !isCalled(plain, run, index))
    .map(([run]) => run.replaceAll(NOTHING, ''))
    .slice(0, MOST_RUNS);
  const all = runs.filter((run) => isLength(run)).map((run) => talk + run);
  return all.length === 0 ? undefined : { last: isLength(runs.at(-1) ?? '') ? all.at(-1) : undefined, all };
}

const isLength = (run: string): boolean => {
  const { length } = digitsOf(run);
  return length >= LEAST && length <= MOST;
};

/**
 * How many of the newest of the earlier parts (oldest first) make a card together with a message; 0: none do. They are put together with
 * and without a space: a message may have ended inside a group.
 */
export function joinsCard(earlier: readonly string[], { all }: CardPart): number {
  for (let count = 1; count <= earlier.length; count++) {
    const before = earlier.slice(-count);
    if (all.some((next) => isCardWith(before, next))) return count;
  }
  return 0;
}

/** What was written before is no card's first part where the message is the same once more: a line, a PIN, a document that was not heard. */
function isCardWith(before: readonly string[], next: string): boolean {
  const others = before.filter((part) => !isSame(part, next));
  return others.length > 0 && isCardOf(others, next);
}

/** So long that no card has both its halves alike, but those that are made of one group: "4242 4242". */
const HALF = /^(?!(\d{4})\1+$)\d{8,}$/;
const isSame = (part: string, next: string): boolean => HALF.test(digitsOf(part)) && digitsOf(part) === digitsOf(next) && !/visa/.test(part + next);
const digitsOf = (part: string): string => part.replace(/\D/g, '');

function isCardOf(before: readonly string[], next: string): boolean {
  const words = [...before, next].some((part) => part.startsWith('visa')) ? 'visa ' : '';
  const plain = [...before, next].map((part) => part.replace(/^visa /, ''));
  if (digitsOf(plain.join('')).length > MOST) return false;
  return ['', ' '].some((glue) => withoutCards(words + plain.join(glue)).found);
}
