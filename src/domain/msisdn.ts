import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import { COUNTRY_CODES, countryOf, type Country } from './countries';
import { dictated } from './dictated';
import { plainDigits } from './digits';
import { NO_BREAK_SPACE } from './money';

/** What a customer typed where a number was asked. An `msisdn` is E.164 without `+`. Whose line it is, only the operator knows. */
export type ReadMsisdn =
  | { readonly kind: 'mobile'; readonly msisdn: string }
  | { readonly kind: 'fixed' }
  /** A number of another country; its ISO code where the numbering plan tells. */
  | { readonly kind: 'foreign'; readonly msisdn: string; readonly country?: string }
  | { readonly kind: 'several' }
  | { readonly kind: 'none' };

const RUN = /(?:\+|\b00)?[\s(]*\d(?:[\d\s().\-\u2010-\u2015]*\d)?/g;
const DATE = /^(?:0?[1-9]|[12]\d|3[01])([-.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d$/;
const MAX_RUNS = 20; // a text with more numbers than this is not an answer to our question
const MAX_GROUPS = 14; // "00 5 0 2 5 5 5 5 0 1 0 1", digit by digit, and one to spare
const MIN_DIGITS = 7;
const MAX_DIGITS = 17; // E.164 has 15; with 00 in front
const AMOUNT_DIGITS = 3; // "20 5555 0101": a number this short beside a phone number is something else

/**
 * Reads a phone number out of what people write: with spaces, dashes, dots and parentheses, with +502, 00502, 502 or nothing in
 * front, with words around it, in full-width or Arabic digits, or number by number in words, as a phone types what it hears.
 */
export function readMsisdn(text: string, country: Country): ReadMsisdn {
  const runs = plainDigits(dictated(text)).match(RUN) ?? [];
  if (runs.length > MAX_RUNS) return { kind: 'none' };
  const found = runs.map((run) => numbersIn(run.trim(), country));
  if (found.some(({ length }) => length > 1)) return { kind: 'several' };
  const distinct = new Map(found.flat().map((phone) => [phone.number, phone]));
  const [first] = distinct.values();
  if (!first) return { kind: 'none' };
  return distinct.size > 1 ? { kind: 'several' } : classify(first, country);
}

/** As the country shows it: "5555-0101", "0981 000 101"; other countries' numbers as "+1 305 555 0199". Spaces do not break. */
export function showMsisdn(msisdn: string, { callingCode, phone }: Pick<Country, 'callingCode' | 'phone'>): string {
  const national = phone.prefix + msisdn.slice(callingCode.length);
  const length = phone.groups.reduce((sum, group) => sum + group, 0);
  if (!msisdn.startsWith(callingCode) || national.length !== length) {
    return (parsePhoneNumberFromString(`+${msisdn}`)?.formatInternational() ?? `+${msisdn}`).replaceAll(' ', NO_BREAK_SPACE);
  }
  const starts = phone.groups.map((_, index) => phone.groups.slice(0, index).reduce((sum, group) => sum + group, 0));
  const separator = phone.separator === ' ' ? NO_BREAK_SPACE : phone.separator;
  return phone.groups.map((size, index) => national.slice(starts[index], (starts[index] ?? 0) + size)).join(separator);
}

/** How a line is named to somebody who may not be its owner: "•••• 0101". */
export const maskMsisdn = (msisdn: string): string => `••••${NO_BREAK_SPACE}${lastFour(msisdn)}`;

/** For "tu línea terminada en 0101". */
export const lastFour = (msisdn: string): string => msisdn.slice(-4);

function classify(phone: PhoneNumber, { code }: Country): ReadMsisdn {
  const msisdn = phone.number.slice(1);
  if (phone.country !== code) return { kind: 'foreign', msisdn, ...(phone.country && { country: phone.country }) };
  const type = phone.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' ? { kind: 'mobile', msisdn } : { kind: 'fixed' };
}

/** The phone numbers in one run of digits and separators: the longest groups that make a number. Anything long left over: none. */
function numbersIn(run: string, country: Country): readonly PhoneNumber[] {
  const international = /^(\+|00)/.exec(run)?.[0] ?? '';
  const groups = run.slice(international.length).match(/\d+/g) ?? [];
  if (groups.length > MAX_GROUPS || DATE.test(run)) return [];
  const whole = numberOf(groups.join(''), country, international === '' ? 'whole' : 'international');
  if (whole) return [whole];
  const found: PhoneNumber[] = [];
  for (let at = 0; at < groups.length;) {
    const next = longest(groups.slice(at), country, at === 0 && international !== '');
    if (next) found.push(next.phone);
    else if ((groups[at] ?? '').length > AMOUNT_DIGITS) return [];
    at += next?.groups ?? 1;
  }
  return found;
}

function longest(groups: readonly string[], country: Country, international: boolean): { phone: PhoneNumber; groups: number } | undefined {
  for (let taken = groups.length; taken > 0; taken--) {
    const phone = numberOf(groups.slice(0, taken).join(''), country, international ? 'international' : 'part');
    if (phone) return { phone, groups: taken };
  }
  return undefined;
}

/**
 * The digits as a number of this country, with or without its calling code. Other countries' numbers need a `+` or `00`; without, only
 * the calling codes of our neighbours and of North America are tried, and only when nothing else stands beside them.
 */
function numberOf(digits: string, country: Country, standing: 'international' | 'whole' | 'part'): PhoneNumber | undefined {
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) return undefined;
  if (standing === 'international') return abroad(digits, country);
  const own = valid(parsePhoneNumberFromString(digits, { defaultCountry: country.code, extract: false }));
  if (own || standing === 'part') return own;
  return ABROAD.some((code) => digits.startsWith(code)) ? valid(parsePhoneNumberFromString(`+${digits}`, { extract: false })) : undefined;
}

/** A number with its country in front. Of other countries' plans we need not know every range: a possible number is enough. */
function abroad(digits: string, { callingCode }: Country): PhoneNumber | undefined {
  const phone = parsePhoneNumberFromString(`+${digits}`, { extract: false });
  return phone?.isValid() || (phone?.isPossible() && phone.countryCallingCode !== callingCode) ? phone : undefined;
}

const ABROAD = ['1', ...COUNTRY_CODES.map((code) => countryOf(code).callingCode)];

const valid = (phone: PhoneNumber | undefined): PhoneNumber | undefined => (phone?.isValid() ? phone : undefined);
