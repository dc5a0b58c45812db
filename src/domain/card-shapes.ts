import { isCardNumber, isImei } from './card-ranges';
import { guatemalanDocuments } from './documents/gt';

/** Stands where a character has no width; it parts no digits. */
export const NOTHING = '\u200b';
/** What people put between the digits of one number, as the inside of a character class. */
export const BETWEEN = String.raw`\s./\\_\-`;

/** Words of somebody who speaks of cards. */
export const CARD_WORDS =
  /\b(?:visa|master ?card|maestro|amex|american express|diners|discover|cvv2?|cvc2?|cr.dito|d.bito|credit card|debit card|vence|expires?|exp)\b/i;
/** Digits without a separator in between, and where they stand. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/**
 * The same text, as long in UTF-16 units: digits of every script as 0–9, every kind of dash, dot, slash and space as the plain one,
 * what has no width as {@link NOTHING}, all else that is not ASCII as a letter.
 */
export const plainForm = (text: string): string =>
  text.replace(/[^\x20-\x7e]/gu, (character) => plainOf(character).padEnd(character.length, NOTHING));

function plainOf(character: string): string {
  if (/\p{Nd}/u.test(character)) return digitOf(character);
  if (/[\p{Cf}\p{M}]/u.test(character)) return NOTHING;
  if (/\s/.test(character)) return ' ';
  if (/[\p{Pd}\u2212]/u.test(character)) return '-';
  if (/[\u00b7\u2022\u2219\u22c5\u30fb]/.test(character)) return '.';
  if (/[\u2044\u2215]/.test(character)) return '/';
  const plain = character.normalize('NFKC');
  return /^[\x20-\x7e]$/.test(plain) ? plain : 'x';
}

/** Scripts keep their ten digits together, the zero first. */
function digitOf(character: string): string {
  const plain = character.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/** Groups of one card, as people and cards write them: in one piece, in equal groups, in fours, as on American Express or Diners, 6 and 13. */
export function isCardShape(groups: readonly Group[]): boolean {
  const sizes = groups.map(({ digits }) => digits.length);
  const last = sizes.at(-1) ?? 0;
  const [first = 0] = sizes;
  if (sizes.length === 1) return true;
  const isEven = sizes.length > 2 && first <= 5 && last <= first && sizes.slice(0, -1).every((size) => size === first);
  const isFours = sizes.slice(0, -1).every((size) => size === 4 || size === 8) && (last <= 4 || last === 8);
  return isEven || isFours || /^(?:4-6-[45]|4-1[01]|4-3-3-3|8-7|6-13)$/.test(sizes.join('-'));
}

/** Something else that 13 digits are, without a word of cards beside them: a DPI, or a Nicaraguan cédula (its letter follows). */
export function isDocument(digits: string, next: string): boolean {
  const [dpi] = guatemalanDocuments;
  if (dpi.shape.test(digits) && dpi.check?.(digits) !== false) return true;
  const letter = /^[- ]?([A-Y])(?![A-Za-z\d])/i.exec(next)?.[1];
  return letter !== undefined && 'ABCDEFGHJKLMNPQRSTUVWXY'[Number(digits) % 23] === letter.toUpperCase();
}

/** The group with which an ICCID of the nine countries (ITU-T E.118: 89, calling code) ends, if one begins with group `from`. */
export function iccidAt(groups: readonly Group[], from: number): number | undefined {
  let digits = '';
  for (let to = from; to < groups.length && digits.length < 20; to++) {
    digits += groups[to]?.digits ?? '';
    const isWhole = digits.length >= 18 && digits.length <= 20 && (groups[to + 1]?.digits.length ?? 9) > 20 - digits.length;
    if (isWhole && /^89(?:50[2-7]|57[17]|59[15])/.test(digits)) return to;
  }
  return undefined;
}

const PHONE = /^(?:00)?(?:(?:50[2-7]|591)?[2-9]\d{7}|(?:57)?3\d{9}|(?:595|0)?9\d{8})$/;
const PHONE_SIZES = /^(?:(?:1,)?[2-5],)?(?:8|4,4|1,7|3,5|3,3,4|3,7|10|3,3,3|4,3,3|9|3,6|1(?:,1){6,9})$|^(?:7,4|5,3,4|6,3,3|1[0-4])$/;
const DATE = /(?:^|\s)(?:\d{1,2}[-./]\d{1,2}[-./](?:\d\d){1,2}|\d{4}[-./]\d{1,2}[-./]\d{1,2})(?:\s|$)/;
const THOUSANDS = /(?:^|\s)\d{1,3}(?:\.\d{3})+(?:\s|$)/;
/** "4433-26-0001182", as Colombia's regulator numbers complaints. */
const REFERENCE = /^\d{4}-\d\d-\d+$/;

/** Digits in groups that no card has, explained by what else people write in a row: a phone number and an amount, an IMEI, a date. */
export function isExplained(groups: readonly Group[], written: string): boolean {
  if (DATE.test(written) || THOUSANDS.test(written) || REFERENCE.test(written)) return true;
  return groups.some((_, cut) => isKnown(groups.slice(0, cut + 1)) || isKnown(groups.slice(cut)));
}

function isKnown(groups: readonly Group[]): boolean {
  const digits = groups.map((group) => group.digits).join('');
  return isImei(digits) || (PHONE.test(digits) && PHONE_SIZES.test(groups.map((group) => group.digits.length).join(',')));
}

/** Right before numbers that are more than one: nobody says so of a card. */
const SEVERAL_PHONES =
  /(?:l.neas|tel.fonos|tels|celulares|m.viles|n.meros|whatsapps|phones|mobiles|lines|numbers)(?: (?:son|a los|los|de|are|to))*[\s:.(]*$/i;
const ONE_PHONE = /(?:l.nea|tel.?fono|\btel\b|celular|\bcel\b|m.vil|whats|ll.m|phone|mobile|\bcall)[^\d]{0,20}$/i;
const PAYING = /tarj|pag|pay|cobr|charge|card|banc|bank/i;
const PRINTED = /^\d{4}([-.])\d{4}\s+\d{4}\1\d{4}$/;

/**
 * Two eight-digit mobile numbers, and words that say so: "mis líneas son 5555 0101 4444 0100"; or each of them printed as phones are, behind
 * the word for one: "mi tel 5555-0101 4444-0100".
 */
export function isTwoPhones(groups: readonly Group[], plain: string): boolean {
  const digits = groups.map((group) => group.digits).join('');
  const isMiddle = groups.some(
    ({ start }, at) => at > 0 && groups.slice(0, at).reduce((sum, group) => sum + group.digits.length, 0) === 8 && start > 0,
  );
  if (!isMiddle || !/^(?:[2-9]\d{7}){2}$/.test(digits) || PAYING.test(plain)) return false;
  const start = groups[0]?.start ?? 0;
  const before = plain.slice(0, start).replace(/\d[\d\s./_-]*$/, '');
  return SEVERAL_PHONES.test(before) || (ONE_PHONE.test(before) && PRINTED.test(plain.slice(start, groups.at(-1)?.end)));
}

const ORDERS =
  'recarg\\w*|saldo|paquete|top ?up|mejor|p[ox]n[gm]?[aeo]?(?:le|les)?|[ex]ch[ae](?:le|les)?|puse|met[ei](?:le)?|otr[oa]s?|mism[oa]|igual|tambi.n|m[ax]s|another|same|more';
const TO = '(?:al?|del|a la|de la|para|to|for|of)(?: (?:la )?(?:l.nea|n.mero|celular|cel|tel.fono|line|number)| (?:mi|my) [a-z]{2,10})?';
const CALLED = new RegExp(String.raw`(?:\b(?:${ORDERS})\b[^\d]{0,30}(?:\b\d{1,3}\b[^\d]{0,30}){0,3}|(?<!\d[ -]?)\b\d{1,3} )\b${TO} $`, 'i');
/** What goes on with a number, and is no order. */
const GOING_ON =
  /\b(?:mitad|parte|resto|faltan?|sigue[ns]?|d.gitos?|cifras?|n.meros? (?:son|que)|los otros|half|rest|part|digits?|missing)\b|\b(?:m.s|otr[oa]s?)(?: \d{1,2})? del? (?:la |el )?(?:n.mero|l.nea|\d)/i;
/** A whole mobile number of eight digits. */
const MOBILE = /(?<!\d[ -]?)[3-9]\d{3}[ -]?\d{4}(?![ -]?\d)/g;

/**
 * "Recarga 20 al 5555-0111 y 30 al 5555-0112", "no, mejor 10 al 5555-0111": a whole mobile number that is called so, and no part of a card that a message
 * before began.
 */
export const isCalled = (plain: string, run: string, index: number): boolean =>
  /^[3-9]\d{3}[ -]?\d{4}$/.test(run) && !PAYING.test(plain) && !GOING_ON.test(plain) && CALLED.test(plain.slice(0, index).replace(MOBILE, ''));

const GLUED = /^(?:(?:0[1-9]|1[0-2])(?:(?:20)?\d\d)?)?(?:\d{3,4})?$/;

/** Whether digits are a card's with its expiry or its code behind them. */
export function goesOn(digits: string): boolean {
  const length = cardLength(digits);
  return digits.length > length && GLUED.test(digits.slice(length)) && isCardNumber(digits.slice(0, length));
}

const cardLength = (digits: string): number => (/^3[47]/.test(digits) ? 15 : 16);

/** A card whose last group {@link goesOn} with the expiry or the code: "4242 4242 4242 42420829123". */
export function hasTail(groups: readonly Group[]): boolean {
  const digits = groups.map((group) => group.digits).join('');
  const last = groups.at(-1);
  const shared = last ? last.digits.length - (digits.length - cardLength(digits)) : 0;
  return last !== undefined && shared > 0 && isCardShape([...groups.slice(0, -1), { ...last, digits: last.digits.slice(0, shared) }]);
}
