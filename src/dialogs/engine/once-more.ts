import { spelledNumbers } from '../../domain/money';
import type { Operation } from '../../domain/spending';
import { wordsOf } from '../../understanding/normalise';
import { isPerson } from './somebody';

/** So long an order is the one that "otros 20" goes on from, ms. */
const JUST_NOW_MS = 15 * 60_000;

/** Whether an order is one that another may go on from: of just now, and not refused. */
export const wasJustNow = ({ state, at }: Pick<Operation, 'state' | 'at'>, now: number): boolean => state !== 'refused' && now - at < JUST_NOW_MS;

/** Whether a text wants once more what was just done: the `same` of it, or as much as it says itself. */
type OnceMore = 'same' | 'other';

const AMOUNT = /(?:^| )(?:znum|zmoney)(?= |$)/;
const LINE = /(?:^| )zphone(?= |$)/;
/** "Lo mismo", "otra igual", "una más", "again". "Ahora mismo" says when. */
const SAME =
  /(?:^| )(?:(?:lo|el|la) mi[sz]m[oa]s?|otr[oa](?: recarga)? (?:[iy]gual|tanto|mas)|un[oa] mas|(?:[iy]gual|tambien) (?:al?|para|en)|otra vez|de nuevo|nuevamente|(?:repit[ae]\p{L}*|repetir\p{L}*)(?= .*recarg)|(?:the )?same|again|one more|another one|also (?:to|for)|repeat(?= .*(?:top ?up|recharge)))(?= |$)/u;
const OTHER =
  /(?:^| )(?:ot+r[oa]?[sz]?|ot[oa][sz]|mas|tambien|another|other|more|also)(?= |$)|^(?:(?:ok|listo|gracias|bueno|ahora|thanks) )*(?:y|and|ahora|now) /;
/** What stands beside it and changes nothing of it: whatever else is said may be another wish. */
const BESIDE = new Set(
  [
    'y e ah ahora ahorita luego despues entonces bueno ok listo gracias perfecto por favor pues oye ve va ya quiero quisiera necesito puedes puede podes me te le les',
    'a al de del el la los las lo un una uno para en con mi mis su sus este ese esta esa que numero linea celular telefono chip propia propio mia mio monto cantidad valor antes saldo',
    'haz hazme hace haceme haga pon ponle ponele pone ponme echa echale manda mandale mete metele dale deme dame recarga recargas recargar recargame recargale recargo',
    'and now then ok thanks please the to for my mine own number line phone i want need can you do it give put send top up topup recharge as before amount me of dollars quetzales',
  ].flatMap((words) => words.split(' ')),
);
/** A name before the number that says whose it is: "a doña Mary 5555-0102". */
const NAME = /(?<= (?:al?|para|de|for|to)) (?:\p{L}+ ){1,3}(?=zphone(?: |$))/gu;

/**
 * "Y otros 20 al 5555-0102", "lo mismo para mi mamá", "otra igual": an order like the one before. Only what says nothing else is one; "otra factura" and
 * "y mi saldo" are wishes of their own.
 */
export function onceMore(text: string): OnceMore | undefined {
  const said = ` ${inDigits(wordsOf(text).join(' '))} `.replace(NAME, ' ').trim();
  if (!said.split(' ').every((word) => isBeside(word))) return undefined;
  const hasAmount = AMOUNT.test(said);
  if (SAME.test(said)) return hasAmount ? 'other' : 'same';
  if (hasAmount && LINE.test(said)) return 'other';
  return OTHER.test(said) && (hasAmount || LINE.test(said)) ? 'other' : undefined;
}

/** Whether a text says how much. */
export const saysHowMuch = (text: string): boolean => AMOUNT.test(inDigits(wordsOf(text).join(' ')));

const isBeside = (word: string): boolean =>
  BESIDE.has(word) || isPerson(word) || /^z(?:num|money|phone)$/.test(word) || SAME.test(word) || OTHER.test(word) || PARTS.test(word);
/** Words that say so only together with another. */
const PARTS = /^(?:repit[ae]\p{L}*|repetir\p{L}*|repeat|[iy]gual|mi[sz]m[oa]s?|tanto|vez|nuevo|one|(?:quetzal|pes|lempir|bolivian|varo?)it[oa]s)$/u;

/** Numbers in words as those in digits; "una" alone is none. */
const inDigits = (text: string): string =>
  spelledNumbers(text)
    .filter(({ article }) => !article)
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)}znum${rest.slice(end)}`, text);

const OWN =
  /(?:^| )(?:(?:mi|my)(?: propi[ao]| own)? (?:linea|numero|celular|telefono|chip|line|number|phone)|(?:la|el) mi[ao]|(?:a|para) mi|mine|(?:to|for) me)(?: (?:por favor|please|gracias|thanks))?$/;

/** Whether it names the customer's own line: "otros 20 a la mía". */
export const isForOwn = (text: string): boolean => OWN.test(wordsOf(text).join(' '));
