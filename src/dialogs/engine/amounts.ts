import { z } from 'zod';
import type { Country } from '../../domain/countries';
import type { Choice, Message } from '../../domain/message';
import {
  amountsAmong,
  CURRENCIES,
  formatMoney,
  fromDecimal,
  MINOR_DIGITS,
  money,
  oddAmount,
  readAmount,
  twoAmounts,
  type Money,
} from '../../domain/money';
import { textsFor } from '../../domain/texts';
import { again, type Control } from './control';
import { declined } from './declined';
import type { Basics } from './known';
import { moneyTexts } from './money-texts';
import { asMessage, type Question, type Reply } from './question';

/** Money as an answer is kept. */
export const StoredMoney = z.object({ minor: z.int(), currency: z.enum(CURRENCIES) });

/** Which amounts are taken. `amounts` are offered as buttons. */
export interface AmountRules {
  readonly amounts: readonly Money[];
  readonly min: Money;
  readonly max: Money;
  readonly step: Money;
}

const CHIP = 'amount:';
const ANOTHER = 'another-amount';

/**
 * An amount as people write it, or one of the buttons. What is not one that is taken is refused in one clear sentence: too little, too much, between
 * two steps, nothing or less, another currency, or two readings.
 */
export function amount<K extends Basics>(spec: {
  readonly ask: (known: K) => Message | string;
  readonly rules: (known: K) => AmountRules;
  /** Further buttons, which the caller reads itself before this question does. */
  readonly more?: (known: K) => readonly Choice[];
}): Question<K, Money> {
  const words = (known: K): Message => ({
    expects: 'number',
    ...asMessage(spec.ask(known)),
    choices: [
      ...chips(spec.rules(known), known),
      { id: ANOTHER, label: textsFor(moneyTexts, known.language, known.form).anotherAmount },
      ...(spec.more?.(known) ?? []),
    ],
  });
  return {
    ask: words,
    rephrase: (known) => ({ text: said(known, 'from', spec.rules(known)), expects: 'number' }),
    keeps: StoredMoney,
    read: (reply, known) => readMoney(reply, known, spec.rules(known)),
  };
}

const chips = ({ amounts }: AmountRules, { country }: Basics): Choice[] =>
  amounts.map((each) => ({ id: `${CHIP}${each.minor}`, label: formatMoney(each, country) }));

/** Reads an amount from a reply, with a sentence for each way in which it is none. */
export function readMoney(reply: Reply, known: Basics, rules: AmountRules): Money | Control {
  const { text, choice } = reply;
  const { country } = known;
  const no = declined(reply, known);
  if (no) return no;
  if (choice === ANOTHER) return again({ text: said(known, 'from', rules), expects: 'number', choices: [] });
  if (choice?.startsWith(CHIP)) return checked(money(Number(choice.slice(CHIP.length)), country.currency), known, rules);
  const least = extreme(reply.folded, rules);
  if (least) return least;
  const read = readAmount(text, country, { min: rules.min.minor, max: rules.max.minor });
  if (read === 'ambiguous') return ambiguous(text, known, rules);
  return read === undefined ? unread(text, known, rules) : checked(read, known, rules);
}

function checked(read: Money, known: Basics, rules: AmountRules): Money | Control {
  if (read.minor <= 0) return again(said(known, 'notPositive', rules));
  if (read.minor < rules.min.minor) return again(said(known, 'tooLittle', rules));
  if (read.minor > rules.max.minor) return again(said(known, 'tooMuch', rules));
  return read.minor % rules.step.minor === 0 ? read : again(said(known, 'notAStep', rules, read.minor));
}

const alone = (words: string): RegExp =>
  new RegExp(
    `^(?:(?:pues|con|ponle|pon|que sea|dame) )?(?:el|la|lo|the) (?:monto |cantidad )?(?:${words})(?: (?:monto|cantidad|amount|posible|possible|permitid[oa]|que se pueda))?(?: (?:por favor|porfa|please))?$`,
  );
const LEAST = alone('minim[oa]|menor|menos que se pued[ae]|mas baj[oa]|mas poco|minimum|least|lowest|smallest');
const MOST = alone('maxim[oa]|mayor|mas que se pued[ae]|mas alt[oa]|maximum|most|highest|biggest');

/** "Lo mínimo" is an amount, too: it is shown as any other before it is charged. */
function extreme(folded: string, { min, max }: AmountRules): Money | undefined {
  if (LEAST.test(folded)) return min;
  return MOST.test(folded) ? max : undefined;
}

/** Whether an amount is one that is taken. */
export const isAccepted = ({ minor }: Money, { min, max, step }: AmountRules): boolean =>
  minor >= min.minor && minor <= max.minor && minor % step.minor === 0;

const WHY = { 'below-zero': 'notPositive', 'other-money': 'otherCurrency', 'too-much': 'tooMuch' } as const;

/** No amount of this country's money: perhaps a negative one, a huge one, another currency's, one with cents that do not exist, or two. */
function unread(text: string, known: Basics, rules: AmountRules): Control {
  const { country } = known;
  const odd = oddAmount(text, country);
  if (odd) return again(said(known, WHY[odd], rules));
  const [whole] = /^\D{0,4}\d+(?=[.,]\d{1,4}\D*$)/.exec(text.trim()) ?? [];
  const read = whole === undefined ? undefined : readAmount(whole, country);
  if (typeof read === 'object') return again(said(known, 'notAStep', rules, read.minor));
  const two = twoAmounts(text, country) ?? amountsAmong(text, country).filter(({ minor }) => minor >= rules.min.minor && minor <= rules.max.minor);
  return two.length === 2 ? eitherOf(two, known) : again();
}

/** "1.500" where it may be fifteen hundred or one and a half: both are offered. Of "10.505", which no amount of money can be, it is said what is not clear. */
function ambiguous(text: string, known: Basics, rules: AmountRules): Control {
  const { country } = known;
  const [, head = '', tail = ''] = /(\d+)[.,](\d+)/.exec(text) ?? [];
  const [one, other] = [`${head}.${tail.replace(/0+$/, '') || '0'}`, `${head}${tail}`].map((plain) => exact(plain, country));
  if (one && other) return eitherOf([other, one], known);
  const cut = exact(`${head}.${tail.slice(0, MINOR_DIGITS[country.currency])}`, country);
  if (!cut || !other) return again(said(known, 'from', rules));
  const { language, form } = known;
  const shown = (each: Money): string => formatMoney(each, country);
  const limits = { min: shown(rules.min), max: shown(rules.max) };
  return again(textsFor(moneyTexts, language, form).notClear({ ...limits, one: shown(cut), other: shown(other) }));
}

/** Which of two. */
function eitherOf(readings: readonly Money[], { country, language, form }: Basics): Control {
  const [one, other] = readings.map((each) => formatMoney(each, country));
  if (one === undefined || other === undefined) return again();
  const choices = readings.map((each) => ({ id: `${CHIP}${each.minor}`, label: formatMoney(each, country) }));
  return again({ text: textsFor(moneyTexts, language, form).whichOne({ one, other }), choices });
}

function exact(plain: string, { currency }: Country): Money | undefined {
  try {
    return fromDecimal(plain, currency);
  } catch {
    return undefined;
  }
}

function said(
  { country, language, form }: Basics,
  what: 'tooLittle' | 'tooMuch' | 'notAStep' | 'notPositive' | 'otherCurrency' | 'from',
  { min, max, step, amounts }: AmountRules,
  minor = 0,
): string {
  const t = textsFor(moneyTexts, language, form);
  const shown = (each: Money): string => formatMoney(each, country);
  const near = Math.min(max.minor, Math.max(min.minor, Math.round(minor / step.minor) * step.minor));
  return t[what]({ min: shown(min), max: shown(max), step: shown(step), near: shown(money(near, min.currency)), example: shown(amounts[0] ?? min) });
}
