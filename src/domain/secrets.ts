import { plainDigits } from './digits';

/** In the place of a code or a password. */
const HIDDEN = '••••••';

const WORD = String.raw`(?:claves?|contrase(?:ñ|n|ni)as?|pass ?words?|pass ?codes?|passwd|pwd|pin|puk|otp|c[oó]digos?|codes?|token|cvv2?|cvc2?|nip)`;
const OF = String.raw`(?:\s+(?:de|del|de la|de mi|para|for|of|my|the|is|sms|internet|wi-?fi|wifi|seguridad|verificaci[oó]n|acceso|voucher|recarga|tarjeta|m[oó]dem|router)){0,3}`;
/** "mi clave es hunter2", "password: hunter2", "la contraseña del wifi = Casa123". */
const SAID = new RegExp(String.raw`(?<![\p{L}\p{N}])(${WORD}${OF}\s*(?:\s(?:es|era|is|was|sería)\s*:?|[:=]|->|→)\s*["'“«]?)([^\s,;"'”»]+)`, 'giu');
/** "código 482 910", "pin 12345678901234". */
const NUMBERED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${WORD}${OF}[^\p{L}\p{Nd}\n]{0,6}(?:(?:es|is|era|was)\s)?\s*)\p{Nd}(?:[\s.-]?\p{Nd}){3,18}(?!\p{Nd})`,
  'giu',
);
/** A number that was hidden before, digit by digit. */
const ALREADY = /^•+$/;
const CODE = /^\D{0,2}\d{3}[\s.-]?\d{3}\D{0,2}$/u;

/** Whether a message is a one-time code and nothing else, in any script's digits. */
export const isCode = (text: string): boolean => text.length < 16 && CODE.test(plainDigits(text).trim());

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
    .replace(NUMBERED, `$1${HIDDEN}`)
    .replace(SAID, (all, words: string, value: string) => (all.includes(HIDDEN) || ALREADY.test(value) ? all : words + HIDDEN));
const hiddenWords = (text: string): string =>
  text.replace(SAID, (all, words: string, value: string) => (/\p{L}/u.test(value) ? words + HIDDEN : all));
