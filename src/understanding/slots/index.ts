import type { Country } from '../../domain/countries';
import { dictated } from '../../domain/dictated';
import { readAmount } from '../../domain/money';
import { readMsisdn } from '../../domain/msisdn';
import { placeIn } from './place';
import { SIZE } from './size';
import { restOf, type Rest } from './spans';
import { DAY, HOUR, MONTH, PERIOD } from './times';

export { readDay, readMonth, readPeriod } from './times';
export { readSize } from './size';

/** What a sentence may say besides what is wanted. */
export const SLOTS = ['amount', 'line', 'size', 'period', 'place', 'month', 'day', 'reference'] as const;
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
const LONG_NUMBER = /(?<![\d.,])\d{8,}(?![\d.,]?\d)/g;
/** How old somebody is, how many there are: never money. */
const COUNTS =
  /(?<![a-zñ])tengo \d{1,2}(?: anos| years)?(?= y | e |,|$)|(?<![\d.,])\d{1,3} (?:anos|years|lineas|lines|veces|times|personas|meses|barras|rayitas)(?![a-zñ])/g;

/**
 * What a sentence says besides its wish. Every number is used once: a phone number is no amount, and "2 gigas" is none either. What is not
 * clear is left out: two amounts, two lines, "entre 5 y 50", "al de mi mamá". Pure.
 */
export function slotsIn(text: string, country: Country): Slots {
  const rest = restOf(dictated(text.slice(0, LONGEST)));
  rest.drop(ADDRESS);
  const reference = rest.take(REFERENCE) ?? rest.take(CUN);
  const line = lineIn(rest, country);
  const size = rest.take(SIZE);
  rest.drop(HOUR);
  const day = rest.take(DAY);
  const month = rest.take(MONTH);
  const place = placeIn(rest.left(), rest.typed);
  rest.drop(OTHER_NUMBERS);
  const period = rest.take(PERIOD);
  rest.drop(COUNTS);
  rest.drop(LONG_NUMBER);
  return present({ amount: amountIn(rest, country), line, size, period, place, month, day, reference });
}
/** Nobody says more in one sentence. */
const LONGEST = 500;

const present = (all: Readonly<Record<SlotName, string | undefined>>): Slots =>
  Object.fromEntries(SLOTS.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));

/** The one number that is a line, in as few of its groups as say it: of "20 5555 0101" the last two. All are taken, also where there are several. */
function lineIn(rest: Rest, country: Country): string | undefined {
  const found = new Map<string, string>();
  const isLine = (run: string): boolean => /^(?:mobile|foreign|fixed|several)$/.test(readMsisdn(run, country).kind);
  for (;;) {
    const run = tightest(rest, country, isLine);
    if (run === undefined) break;
    const read = readMsisdn(run, country);
    found.set('msisdn' in read ? read.msisdn : `${read.kind} ${run}`, run);
  }
  const [only] = found.values();
  return found.size === 1 ? only : undefined;
}

function tightest(rest: Rest, country: Country, isLine: (run: string) => boolean): string | undefined {
  const [whole] = [...rest.left().matchAll(PHONE)].map(([run]) => run).filter(isLine);
  if (whole === undefined) return undefined;
  const same = (piece: string): boolean => JSON.stringify(readMsisdn(piece, country)) === JSON.stringify(readMsisdn(whole, country));
  const groups = [...whole.matchAll(/[+(]*\d+\)?/g)];
  const last = groups.at(-1);
  const end = last === undefined ? whole.length : last.index + last[0].length;
  const start = groups.findLast(({ index }) => same(whole.slice(index, end)))?.index ?? 0;
  const tight = whole.slice(start, end);
  const plain = tight.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return rest.take(new RegExp(`(?:(?:\\+|00)\\(?${country.callingCode}\\)?[\\s-]*)?${plain}`, 'g'));
}

const MOST_WORDS = 6;

/** The fewest words that still say the amount, so that nothing else in the sentence can be read into it. */
function amountIn(rest: Rest, country: Country): string | undefined {
  const left = rest.left().replace(/\s+/g, ' ').trim();
  const amount = readAmount(left, country);
  if (amount === undefined) return undefined;
  const meant = JSON.stringify(amount);
  const words = left.split(' ');
  for (let count = 1; count <= MOST_WORDS; count++) {
    for (let at = 0; at + count <= words.length; at++) {
      const piece = words.slice(at, at + count).join(' ');
      if (/\d|\p{L}{2}/u.test(piece) && JSON.stringify(readAmount(piece, country)) === meant) return piece;
    }
  }
  return left;
}
