import type { Country } from '../../domain/countries';
import { AFTER_CONTRACT } from '../../domain/contracts';
import { dictated } from '../../domain/dictated';
import { oddAmount, readAmount, spelledNumbers, twoAmounts } from '../../domain/money';
import { readMsisdn, type ReadMsisdn } from '../../domain/msisdn';
import { placeIn } from './place';
import { SIZE } from './size';
import { restOf, type Rest } from './spans';
import { DAY, HOUR, MONTH, PERIOD } from './times';

export { readDay, readMonth, readPeriod } from './times';
export { readSize } from './size';

/** What a sentence may say besides what is wanted. */
export const SLOTS = ['amount', 'line', 'contract', 'size', 'period', 'place', 'month', 'day', 'reference'] as const;
export type SlotName = (typeof SLOTS)[number];

/**
 * What a sentence says of each, in the customer's own words: `{ amount: '20', line: '5555-1234' }`. A question reads such a piece as if it
 * had been its answer, with the same checks.
 */
export type Slots = { readonly [S in SlotName]?: string };

const REFERENCE = /(?<![\p{L}\p{N}-])[a-z]{1,3}-(?=[a-z]*\d)[a-z0-9]{4,8}(?![\p{L}\p{N}-])/gu;
const CUN = /(?<!\d)\d{4}-\d{2}-\d{7,10}(?!\d)/g;
const ADDRESS = /(?:https?:\/\/|www\.)\S{1,300}|[\w.+-]{1,64}@[\w.-]{1,64}/g;
const PHONE = /(?<![\d/-])(?:\+|00)?\(?\d(?:[\s().-]{0,2}\d){6,16}(?![\d/])/g;
/** Numbers of contracts, cases, documents, and numbers as long: no amounts, unless money stands beside them. */
const OTHER_NUMBERS =
  /(?<![a-zñ])(?:contrato|cuenta|cliente|caso|ticket|reclamo|dpi|cui|nit|dui|dni|cedula|carnet|pin|codigo|case|account|contract|zona|zone|km|calle|avenida|av|numero|nro|no\.?|#)\s*(?:numero |nro\.? |no\.? |n° |# ?|es |de )?#?\d[\d-]*/g;
/** The last digits of a card or a line say which one it is: "la que termina en 4242". */
const LAST_DIGITS =
  /(?<![a-zñ])(?:termina(?:d[ao]s?|n)?|acaba(?:d[ao]s?|n)?|ending|ends)\s+(?:en|in|con|with)\s+\d{2,4}(?!\d|\s*(?:d[ií]as?|days?|horas?|hours?|semanas?|weeks?|minut|mes|month))/g;
/** Round and beyond all numbers that people have: money that nobody has. */
const HUGE = /(?<![\d.,-])(?=\d{9,})(?:[1-9]\d*0{6}|9+)(?![\d.,]?\d)/g;
const LONG_NUMBER = /(?<![\d.,])\d{8,}(?![\d.,]?\d)/g;
/** How old somebody is, how many there are: never money. */
const COUNTS =
  /(?<![a-zñ])tengo \d{1,2}(?: anos| years)?(?= y | e |,|$)|(?<![\d.,])\d{1,3} (?:anos|years|lineas|lines|veces|times|personas|meses|barras|rayitas)(?![a-zñ])/g;

/**
 * What a sentence says besides its wish. Every number is used once: a phone number is no amount, and "2 gigas" is none either. What is not
 * clear is left out: two amounts, two lines, "entre 5 y 50", "al de mi mamá". Pure.
 */
export function slotsIn(text: string, country: Country): Slots {
  if (text !== last.text || country !== last.country) last = { text, country, slots: slotsOf(text, country) };
  return last.slots;
}

/** All that hear a message ask the same of it. */
let last: { readonly text: string; readonly country?: Country; readonly slots: Slots } = { text: '', slots: {} };

function slotsOf(text: string, country: Country): Slots {
  const rest = restOf(dictated(text.slice(0, LONGEST)));
  rest.drop(ADDRESS);
  const reference = rest.take(REFERENCE) ?? rest.take(CUN);
  const contract = onlyOne(rest.left().match(AFTER_CONTRACT))?.replace(' ', ''); // of two nobody knows which
  rest.drop(AFTER_CONTRACT); // before lines: some have as many digits
  const line = lineIn(rest, country);
  const size = rest.take(SIZE);
  rest.drop(HOUR);
  const day = rest.take(DAY);
  const month = rest.take(MONTH);
  const place = placeIn(rest.left(), rest.typed);
  rest.drop(OTHER_NUMBERS);
  rest.drop(LAST_DIGITS);
  const period = rest.take(PERIOD);
  rest.drop(COUNTS);
  const huge = rest.take(HUGE);
  rest.drop(LONG_NUMBER);
  return present({ amount: amountIn(rest, country) ?? huge, line, contract, size, period, place, month, day, reference });
}
const onlyOne = (found: readonly string[] | null): string | undefined => (new Set(found).size === 1 ? found?.[0] : undefined);
/** Nobody says more in one sentence. */
const LONGEST = 500;

const present = (all: Readonly<Record<SlotName, string | undefined>>): Slots =>
  Object.fromEntries(SLOTS.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));

/** The one number that is a line, in as few of its groups as say it: of "20 5555 0101" the last two. All are taken, also where there are several. */
function lineIn(rest: Rest, country: Country): string | undefined {
  const found = new Map<string, string>();
  const known = new Map<string, ReadMsisdn>(); // a message of numbers has many, and all are looked at again when one was taken
  const reads: Reads = (run) => {
    const read = known.get(run) ?? readMsisdn(run, country);
    known.set(run, read);
    return read;
  };
  for (;;) {
    const run = tightest(rest, country, reads);
    if (run === undefined) break;
    const read = reads(run);
    found.set('msisdn' in read ? read.msisdn : `${read.kind} ${run}`, run);
  }
  const [only] = found.values();
  return found.size === 1 ? only : undefined;
}

type Reads = (run: string) => ReadMsisdn;

function tightest(rest: Rest, country: Country, reads: Reads): string | undefined {
  const whole = (rest.left().match(PHONE) ?? []).find((run) => reads(run).kind !== 'none');
  if (whole === undefined) return undefined;
  const same = (piece: string): boolean => JSON.stringify(reads(piece)) === JSON.stringify(reads(whole));
  const groups = [...whole.matchAll(/[+(]*\d+\)?/g)];
  const last = groups.at(-1);
  const end = last === undefined ? whole.length : last.index + last[0].length;
  const start = groups.findLast(({ index }) => same(whole.slice(index, end)))?.index ?? 0;
  const tight = whole.slice(start, end);
  const plain = tight.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return rest.take(new RegExp(`(?:(?:\\+|00)\\(?${country.callingCode}\\)?[\\s-]*)?${plain}`, 'g'));
}

const MOST_WORDS = 6;

/**
 * The fewest words that still say the amount, so that nothing else in the sentence can be read into it. Where there is none: what was said for one and
 * is none that can be paid ("-20", "20 dólares", "20 y 50"), so that whoever asks for an amount can say why not.
 */
function amountIn(rest: Rest, country: Country): string | undefined {
  const left = rest.left().replace(/\s+/g, ' ').trim();
  const amount = readAmount(left, country);
  if (amount === undefined) return untaken(left, country);
  const meant = JSON.stringify(amount);
  return fewestWords(left, (piece) => JSON.stringify(readAmount(piece, country)) === meant) ?? left;
}

/** What is around the few numbers of a sentence; a story has more. */
function untaken(left: string, country: Country): string | undefined {
  if (ROUGHLY.test(left)) return undefined;
  const words = left.split(' ');
  const numbers = words.flatMap((word, at) => (/\d/.test(word) || spelledNumbers(word).some(({ article }) => !article) ? [at] : []));
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined || last - first >= MOST_WORDS) return undefined;
  const around = words.slice(Math.max(0, first - 1), last + 3).join(' ');
  return fewestWords(around, (piece) => (oddAmount(piece, country) ?? twoAmounts(piece, country)) !== undefined);
}
const ROUGHLY = /\b(?:entre|between|(?:o|al|lo) menos|or less)\b/;

function fewestWords(text: string, says: (piece: string) => boolean): string | undefined {
  const words = text.split(' ');
  for (let count = 1; count <= MOST_WORDS; count++) {
    for (let at = 0; at + count <= words.length; at++) {
      const piece = words.slice(at, at + count).join(' ');
      if (/\d|\p{L}{2}/u.test(piece) && says(piece)) return piece;
    }
  }
  return undefined;
}
