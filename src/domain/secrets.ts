import { plainDigits } from './digits';

/** In the place of a code or a password. */
export const HIDDEN = '••••••';

const WORD = String.raw`(?:claves?|contrase(?:ñ|n|ni)as?|pass ?words?|pass ?codes?|passwd|pwd|pin|puk|otp|c[oó]digos?|codes?|token|cvv2?|cvc2?|nip)`;
const OF = String.raw`(?:\s+(?:de|del|de la|de mi|para|for|of|my|the|is|sms|internet|wi-?fi|wifi|seguridad|verificaci[oó]n|acceso|voucher|recarga|tarjeta|m[oó]dem|router)){0,3}`;
/** "La clave es incorrecta" says none. */
const JUDGED = String.raw`(?:(?:in)?corr?ec?t[ao]?|(?:in)?v[aá]lid[ao]?|err[oó]ne[ao]|equivocad[ao]|wrong|invalid|expired|vencid[ao])(?![\p{L}\p{N}])`;
/** "mi clave es hunter2", "password: hunter2", "la contraseña del wifi = Casa123". */
const SAID = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${WORD}${OF}\s*(?:\s(?:es|era|is|was|sería)\s*:?|[:=]|->|→)\s*["'“«]?)(?!${JUDGED})([^\s,;"'”»]+)`,
  'giu',
);
/** "código 482 910", "pin 12345678901234". */
const NUMBERED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${WORD}${OF}[^\p{L}\p{Nd}\n]{0,6}(?:(?:es|is|era|was)\s)?\s*)\p{Nd}(?:[\s.-]?\p{Nd}){3,18}(?!\p{Nd})`,
  'giu',
);
/** "cvv 321": shorter than any other. */
const ON_CARD = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:cvv2?|cvc2?|c[oó]digo de seguridad|security code)(?:\s+de (?:la|mi) tarjeta)?[^\p{L}\p{Nd}\n]{0,6}(?:(?:es|is|era|was)\s)?\s*)\p{Nd}{3,4}(?!\p{Nd})`,
  'giu',
);
/** The same after it was hidden. */
const ANNOUNCED = new RegExp(String.raw`(?:(?<![\p{L}\p{N}])(?:(?:mi|el|la|su|my|the)\s+)?${WORD}${OF}[^•\n]{0,8})?${HIDDEN}["'”»]?`, 'giu');
/** A number that was hidden before, digit by digit. */
const ALREADY = /^•+$/;
const CODE = /^\D{0,2}\d{3}[\s.-]?\d{3}\D{0,2}$/u;

/** Whether a message is a one-time code and nothing else, in any script's digits. */
export const isCode = (text: string): boolean => text.length < 16 && CODE.test(plainDigits(text).trim());

/** What is left of a text in which something was hidden: undefined where nothing was, empty where it says no more than that. */
export function besidesHidden(text: string): string | undefined {
  if (!text.includes(HIDDEN)) return undefined;
  const left = text.replace(ANNOUNCED, ' ').trim();
  return /\p{L}{3}/u.test(left) ? left : '';
}

/** Whether a text says a code or a password, in words. */
export const hasSecrets = (text: string): boolean => hidden(text) !== text;

/**
 * A message as whoever did not ask for a code or a password may hear it: without them. `awaited` is what the open question wants; an answer
 * that is a secret stays whole, and so does a number where a number is asked.
 */
export function withoutSecrets(text: string, awaited: string): string {
  if (awaited === 'code' || awaited === 'secret') return text;
  if (awaited === 'phone' || awaited === 'number') return hiddenWords(text);
  return awaited === 'nothing' && isCode(text) ? HIDDEN : hidden(text);
}

const hidden = (text: string): string =>
  text
    .replace(ON_CARD, `$1${HIDDEN}`)
    .replace(NUMBERED, `$1${HIDDEN}`)
    .replace(SAID, (all, words: string, value: string) => (all.includes(HIDDEN) || ALREADY.test(value) ? all : words + HIDDEN));
const hiddenWords = (text: string): string =>
  text.replace(ON_CARD, `$1${HIDDEN}`).replace(SAID, (all, words: string, value: string) => (/\p{L}/u.test(value) ? words + HIDDEN : all));

/** "Préstame 500": money that is wanted, too short for a code or a PIN, and the only number. */
const WANTED =
  /^(?!.*(?:c[oó]dig|clave|\bpin\b|code|otp|token))\P{Nd}*(?:recarg|pr[eé]st|adelant|paquet|compr|top ?up|lend|borrow|buy)\p{L}*(?:\s+\p{L}{1,12}){0,4}\s+(?:q|\$)?\p{Nd}{1,3}(?:\s+\p{L}+){0,4}\s*[.!?]?\s*$/iu;

/** A message as it is shown where it may hold a code or a PIN, in pieces too: without digits. */
export const withoutDigits = (text: string): string => (WANTED.test(text) ? text : text.replace(/\p{Nd}/gu, '•'));
