import type { Country } from '../../domain/countries';
import { plainDigits } from '../../domain/digits';
import { fold } from '../../domain/fold';
import { readMsisdn } from '../../domain/msisdn';
import { HIDDEN, isCode as isSixAlone, withoutSecrets } from '../../domain/secrets';
import type { Desk } from '../engine/desk';
import { noTrail } from '../engine/trail';

/** What was spoken of so long ago is still what a number is about, ms. */
const FRESH_MS = 15 * 60_000;
/** Shortest and longest PIN of a scratch card, in digits. */
const PIN_DIGITS = { min: 10, max: 16 };

const OF_CODES = /\b(codigos?|codes?)\b/;
const OF_CARDS = /\b(pin|pines|rasp\w+|scratch\w*|voucher|tarjetas? de (recarga|saldo)|(top ?up|recharge) cards?)\b/;
/** Numbers of as many digits that agents do need. */
const OF_OTHERS =
  /\b(imei|iccid|chip|sim|serie|serial|contrato|cuenta|documento|dpi|cui|nit|dui|dni|cedula|carnet|pasaporte|factura|referencia|comprobante|ref|invoice|receipt|account)\b/;
/** Before six digits that are money, or what something is called; after them. */
const SIGN = /[$₡#] ?$/;
const NO_CODE =
  /\b(?:q|l|c|bs|gs|ref\w*|caso|case|ticket|orden|order|n[oº]|numero|por|de|unos|unas|pague|cobraron|fueron|recarga|recargue|monto|total|valor|saldo|precio|descontaron|debitaron|quitaron|rebajaron|devolvieron|transferi|deposite|gaste|debo|cuesta|vale)$/;
const NAMED = /\b(?:contrato|cuenta|factura|recibo|documento|nit|dui|dpi|cedula|contract|account|invoice|bill)(?: (?:es|is|n[oº]|nro))?$/;
/** What a person asks for that has six digits, too. */
const ASKED_FOR =
  /\b(?:contrato|contract|(?:numero|nro|no) de (?:(?:su|tu|la|el) )?(?:cuenta|factura|recibo|documento|orden|caso|referencia)|(?:account|invoice|bill|order|case) number)\b/;
const MONEY_AFTER = /^ ?(?:pesos|quetzal|colon|guarani|cordoba|lempira|bolivian|dolar|usd|cop|crc|pyg|gs|bs|de saldo)/;

const NUMBER = /(?<![\p{L}\p{Nd}#/.,-])\p{Nd}(?:[ .-]?\p{Nd})+(?![\p{L}\p{Nd}])(?![.,]\p{Nd})/gu;
const SIX = /^\d{3}[ -]?\d{3}$/; // "150.000" is money

type Listening = Pick<Desk, 'record' | 'now'>;

/**
 * Whether six digits and no word are what a person has just asked for, "¿su número de contrato?", and no code: they spoke of none, and neither the bot
 * nor the customer did since a code was last used to sign in.
 */
function isAskedFor({ record: { last, trail, session }, now }: Listening, text: string): boolean {
  const { speaker, text: words = '' } = last.at(-1) ?? {};
  if (speaker === undefined || !isSixAlone(text)) return false;
  const proved = Math.max(0, ...session.lines.map(({ provedAt }) => provedAt), ...session.homes.map(({ codeAt = 0 }) => codeAt));
  const isOut = (trail?.turns ?? []).some(
    ({ at, said, replied }) => at >= proved && now - at < FRESH_MS && SECRETS.test(fold(`${said} . ${replied}`)),
  );
  return !isOut && ASKED_FOR.test(fold(words)) && !SECRETS.test(fold(words)) && !OF_SMS.test(fold(words));
}
const SECRETS = /\b(?:codigos?|codes?|claves?|contraseñas?|pin|pines|passwords?|token)\b/;
/** A code that is called otherwise: "los seis dígitos que le llegaron por mensaje". */
const OF_SMS = /\b(?:sms|mensaje\w*|llego|llegaron|recibio|digitos?|digits?|text(?:ed)? messages?|received)\b/;

/** A message without codes and passwords that nobody asked for; `awaited` is what the open question wants. */
export const unasked = (listening: Listening, text: string, awaited: string): string =>
  isAskedFor(listening, text) ? text : withoutSecrets(text, awaited);

/**
 * What a customer writes to a person, without what only they may know: a code that was just spoken of, the PIN of a scratch card. It is asked for by
 * nobody, and a ticket is read by many. Phones, amounts, references and documents stay: agents need them.
 */
export function shielded({ record, now, country }: Listening & Pick<Desk, 'country'>, text: string): string {
  if (isAskedFor({ record, now }, text)) return text;
  const { turns } = record.trail ?? noTrail;
  const lately = turns.filter(({ at }) => now - at < FRESH_MS);
  const all = fold([...lately.flatMap(({ said, replied }) => [said, replied]), text].join(' . '));
  const nearest = fold([lately.at(-1)?.replied ?? '', text].join(' . '));
  const isCard = OF_CARDS.test(all) && !OF_OTHERS.test(nearest);
  const isCode = OF_CODES.test(all);
  if (!isCard && !isCode) return text;
  return text.replace(NUMBER, (number: string, at: number) => {
    const digits = plainDigits(number);
    const before = text.slice(0, at);
    const isAmount =
      SIGN.test(before) || NO_CODE.test(fold(before)) || NAMED.test(fold(before)) || MONEY_AFTER.test(fold(text.slice(at + number.length)));
    if (isCode && SIX.test(digits) && !isAmount) return HIDDEN;
    return isCard && isPin(digits, country) ? HIDDEN : number;
  });
}

function isPin(number: string, country: Country): boolean {
  const { length } = number.replace(/\D/g, '');
  return length >= PIN_DIGITS.min && length <= PIN_DIGITS.max && readMsisdn(number, country).kind === 'none';
}
