import { isCardNumber } from './card-ranges';
import {
  BETWEEN,
  CARD_WORDS,
  goesOn,
  hasTail,
  iccidAt,
  isCardShape,
  isDocument,
  isExplained,
  isTwoPhones,
  NOTHING,
  plainForm,
  type Group,
} from './card-shapes';

/** Stands where a card's number, expiry or code stood. */
export const NO_CARD = '[tarjeta]';
const SHORTEST = 13;
const LONGEST = 19;
const LONGEST_WITH_TAIL = 26; // 16 digits, MM20YY and four of a code
/** Marks what goes, in the plain form. Control characters never come that far. */
const GONE = '\u0000';

const EXPIRY_AND_CODE = /^(?:(?:0?[1-9]|1[0-2])(?:20)?\d\d)?(?:\d{3,4})?$/;

type Span = readonly [start: number, end: number];

const RUN = new RegExp(String.raw`\d(?:[${BETWEEN}${NOTHING}]{0,6}\d)*`, 'g');
const GROUP = new RegExp(String.raw`\d(?:${NOTHING}*\d)*`, 'g');
/** Signs that part a card's groups only when there is no other: they part different things as well. */
const LIST = /(?<!\d)\d+ ?([,|:;*'~+=]) ?\d+(?: ?\1 ?\d+)+/g;
/** The same between all of them, whatever it is: "(4242)(4242)(4242)(4242)", "4242 -> 4242 -> …", or many spaces, as out of a table. */
const ALIKE = new RegExp(String.raw`(?<!\d)\d+(?![${BETWEEN}${NOTHING}]{1,6}\d)([^\da-z]{1,20})\d+(?:\1\d+)+`, 'gi');

const S = `[${BETWEEN}${NOTHING}]`;
const MONTH = '(?:0?[1-9]|1[0-2])';
const MONTH_YEAR = String.raw`(?:0[1-9]|1[0-2])(?:20)?\d\d`;
/** What stands beside a card and is not to be kept either. Looked for only where a card was found. */
const BESIDE = [
  String.raw`(?<=${GONE}[=D^]|${GONE}\^[^^]{0,40}\^)\d+`, // the rest of a magnetic stripe
  String.raw`(?<=(?:cvv|cvc|ccv|csc|cid|seguridad|security|code|c.digo|clave|pin|verificaci.n)2?[^\d${GONE}]{0,12})\d(?:${S}?\d){2,3}(?!\d)`,
  String.raw`(?<!\d[./-]?)${MONTH}${S}{1,3}(?:20)?\d\d(?!\d)(?:${S}{1,4}\d{3,4}(?!\d))?`,
  String.raw`(?<=${GONE}${S}{1,4})(?:20)?\d\d(?!\d)(?:${S}{1,4}\d{3,4}(?!\d))?`, // the year, where the month went with the number
  String.raw`(?<!\d${S}{0,3}|[Q$])(?:${MONTH_YEAR}${S}{1,3}\d{3,4}|\d{3,4}|${MONTH_YEAR})(?!${S}{0,3}\d)`,
  String.raw`(?<=${GONE}${S}{1,4})${MONTH_YEAR}(?!\d)(?!${S}?\d{4}(?!\d))`,
  String.raw`(?<=${GONE}${S}{1,4})\d{3}(?!\d)(?!${S}{0,2}\d{3}${S}?\d{3})`,
  String.raw`(?<!\d)\d{3}(?=${S}{1,4}${GONE})`,
  String.raw`(?<=${GONE}${S}{1,4})\d(?:${S}{1,3}\d){2,10}(?!\d)`,
].map((source) => new RegExp(source, 'gi'));

/**
 * The text without payment cards: numbers of 13 to 19 digits in a range that is issued, with their Luhn digit, in any script's digits, in one
 * piece or with spaces, dashes, dots, slashes or line breaks in between; and the expiry and the code beside them. Phone numbers, IMEIs, ICCIDs,
 * documents and references stay. Where digits can be read both ways the card wins: two phone numbers side by side, "5555 0101 4444 0100", are
 * taken for a card if they pass as one and nothing says that they are phones ("mis números son …", "tel. 5555-0101 4444-0100").
 */
export function withoutCards(text: string): { readonly text: string; readonly found: boolean } {
  const plain = plainForm(text);
  if (plain.replace(/\D/g, '').length < SHORTEST) return { text, found: false };
  const isCardTalk = CARD_WORDS.test(plain);
  const usual = Array.from(plain.matchAll(RUN), (run) => cardsIn(groupsOf(run), plain, isCardTalk));
  const listed = [LIST, ALIKE].flatMap((list) => Array.from(plain.matchAll(list), (run) => listedIn(groupsOf(run))));
  const cards = [...usual, ...listed].flat();
  if (cards.length === 0) return { text, found: false };
  return { text: written(text, BESIDE.reduce(markedAlso, marked(plain, cards))), found: true };
}

function groupsOf(run: RegExpExecArray): readonly Group[] {
  return Array.from(run[0].matchAll(GROUP), ({ 0: raw, index }) => ({
    start: run.index + index,
    end: run.index + index + raw.length,
    digits: raw.replaceAll(NOTHING, ''),
  }));
}

/** Every card in a row of groups. They may overlap: better one group too many than one too few. */
function cardsIn(groups: readonly Group[], plain: string, isCardTalk: boolean): readonly Span[] {
  const found: Span[] = [];
  for (let from = 0; from < groups.length; from++) {
    const iccid = isCardTalk ? undefined : iccidAt(groups, from);
    if (iccid !== undefined) from = iccid;
    else for (const to of endsFrom(groups, from, plain, isCardTalk)) found.push([groups[from]?.start ?? 0, groups[to]?.end ?? 0]);
  }
  return found;
}

/** The groups with which a card that begins with group `from` may end. Its digits are asked first: of a thousand numbers in a row most are none. */
function endsFrom(groups: readonly Group[], from: number, plain: string, isCardTalk: boolean): readonly number[] {
  const ends: number[] = [];
  let digits = '';
  for (let to = from; to < groups.length && digits.length < LONGEST_WITH_TAIL; to++) {
    digits += groups[to]?.digits ?? '';
    if (digits.length < SHORTEST) continue;
    const taken = (): readonly Group[] => groups.slice(from, to + 1);
    if (isCardNumber(digits) ? isCard(taken(), groups, plain, isCardTalk) : goesOn(digits) && hasTail(taken())) ends.push(to);
  }
  return ends;
}

/** Whether groups whose digits can be a card's are written as one, or are all there is in their run and nothing else explains them. */
function isCard(taken: readonly Group[], run: readonly Group[], plain: string, isCardTalk: boolean): boolean {
  const digits = digitsOf(taken);
  const end = taken.at(-1)?.end ?? 0;
  const isAbroad = plain[(taken[0]?.start ?? 0) - 1] === '+'; // "+595 961 366 367" and an amount
  if (isTwoPhones(taken, plain) && !isCardTalk) return false;
  if (isCardShape(taken) && !isAbroad) return isCardTalk || digits.length > SHORTEST || !isDocument(digits, plain.slice(end, end + 3));
  if (taken[0] !== run[0] || !EXPIRY_AND_CODE.test(digitsOf(run.slice(taken.length)))) return false;
  return isCardTalk || (digits.length > SHORTEST && !isExplained(run, plain.slice(run[0]?.start, run.at(-1)?.end)));
}

const digitsOf = (groups: readonly Group[]): string => groups.map((group) => group.digits).join('');

/** "4242,4242,4242,4242": a list of that shape. */
const listedIn = (groups: readonly Group[]): readonly Span[] => groups.flatMap((_, from) => listedFrom(groups, from));

function listedFrom(groups: readonly Group[], from: number): readonly Span[] {
  const found: Span[] = [];
  let digits = '';
  for (let to = from; to < groups.length && digits.length < LONGEST; to++) {
    digits += groups[to]?.digits ?? '';
    if (to < from + 2 || digits.length <= SHORTEST || digits.length > LONGEST || !isCardNumber(digits)) continue;
    if (isCardShape(groups.slice(from, to + 1))) found.push([groups[from]?.start ?? 0, groups[to]?.end ?? 0]);
  }
  return found;
}

const marked = (plain: string, spans: readonly Span[]): string =>
  spans.reduce((text, [start, end]) => text.slice(0, start) + GONE.repeat(end - start) + text.slice(end), plain);

const markedAlso = (plain: string, pattern: RegExp): string => plain.replace(pattern, (match) => GONE.repeat(match.length));

/** The text with one placeholder for what is gone; what only parted two of them goes too. */
function written(text: string, marks: string): string {
  const gone = new RegExp(String.raw`${GONE}+(?:[${BETWEEN}${NOTHING},;:|()]{0,6}${GONE}+)*`, 'g');
  let at = 0;
  let result = '';
  for (const { 0: match, index } of marks.matchAll(gone)) {
    result += text.slice(at, index) + NO_CARD;
    at = index + match.length;
  }
  return result + text.slice(at);
}
