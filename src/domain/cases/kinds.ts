import { isFormal } from './formal';
import { fold } from '../fold';

/** What a case is about, as far as the customer's own words say it. */
export const KINDS = ['top-up', 'charge', 'payment', 'home', 'line', 'complaint', 'other'] as const;
export type Kind = (typeof KINDS)[number];
/** What may still be asked, two at most. */
export type Detail = 'amount' | 'receipt' | 'since' | 'where' | 'devices' | 'wish';

interface Sort {
  /** Skill id that the case is counted under, and those whose cases are about the same. */
  readonly topics: readonly [string, ...string[]];
  readonly reason: string;
  readonly macro?: string;
  readonly asks: readonly Detail[];
}

export const SORTS: Readonly<Record<Kind, Sort>> = {
  'top-up': { topics: ['find-payment', 'top-up'], reason: 'not_found', macro: 'Recarga de tienda no aplicada', asks: ['amount', 'receipt'] },
  charge: { topics: ['balance-use', 'invoices', 'subscriptions'], reason: 'complaint', macro: 'Cargo no reconocido', asks: ['amount'] },
  payment: {
    topics: ['pay-invoice', 'reconnect', 'invoices'],
    reason: 'not_applied',
    macro: 'Aplicar pago y reconectar',
    asks: ['amount', 'receipt'],
  },
  home: { topics: ['no-service', 'modem', 'wifi', 'outage'], reason: 'failed_flow', macro: 'Reinicia el módem conmigo', asks: ['since', 'devices'] },
  line: { topics: ['no-service', 'outage'], reason: 'failed_flow', asks: ['since', 'where'] },
  complaint: { topics: ['ticket'], reason: 'complaint', macro: 'Reclamo formal', asks: ['wish'] },
  other: { topics: ['ticket'], reason: 'not_understood', asks: ['wish'] },
};

/** Whether people who open cases under two topics may well mean the same matter: a top-up, and one that is looked for. */
export const areKindred = (topic: string, other: string): boolean =>
  topic === other || Object.values(SORTS).some(({ topics }) => topics.includes(topic) && topics.includes(other));

const COMPLAINT =
  / (quejas?|quejarme|reclamos?|reclamar|reclamacion|complaints?|complain|mal(?:a|as|os)? (?:atencion|trato|servicio)|me trataron|bad service) /;
const RULES: readonly (readonly [Kind, RegExp])[] = [
  ['top-up', / (recargas?|recargue|recarge|carga|minicarga|superrecarga|topped? up|top up|topup|pin|tarjeta de recarga) /],
  ['payment', / (ya pague|pague|pagado|mi pago|el pago|no me reconectan|reconexion|paid|my payment|reconnect) /],
  [
    'charge',
    / (cobro|cobros|cobraron|cobran|cobrando|cargo|cargos|no reconozco|doble cobro|me quitaron|me robaron el saldo|descontaron|roaming|charged?|charges|overcharged) /,
  ],
  ['home', / (internet|wifi|wi fi|modem|router|cable|tv|television|fibra|decodificador) /],
  ['line', / (señal|senal|llamadas?|llamar|linea|datos|sms|mensajes|chip|sim|signal|calls?|data) /],
];
const AMOUNT = /\d/;
const SINCE =
  / (desde|hace|ayer|hoy|anoche|antier|lunes|martes|miercoles|jueves|viernes|sabado|domingo|semanas?|dias?|since|yesterday|today|for \d+|days?|weeks?) /;
const RECEIPT = / (ref|referencia|comprobante|recibo|receipt|pv) /;
const NUMBER =
  /\d| (dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\w+|veint\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|doscientos|quinientos|mil|ten|twenty|thirty|forty|fifty|hundred|thousand) /;
const DONT_KNOW =
  /^ (?:(?:ay|uy|pues|ps|pos|mire|fijese|la verdad|es que|que|yo|disculpe) )*(?:(?:ya )?no (?:(?:me|lo|la|le|te) )*(?:se|acuerdo|recuerdo)|nose|no sabria(?: decir\w*)?|no estoy segur[oa]|ni idea|quien sabe|(?:i )?(?:don ?t|do not|can ?t) (?:know|remember)|(?:i m )?not sure|idk|no idea)(?: (?:bien|cuanto|cuando|que dia|nada|ahorita|ahora|la verdad|señor(?:it)?a?|seño|mij[oa]|joven))* $/;
/** A day or an hour in words that are no answer to "since when?". */
const WHEN =
  / (mañana|tarde|noche|mediodia|antenoche|anteayer|finde|mes|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|morning|afternoon|evening|night|month) /;
const PLACE = / (zona|colonia|barrio|municipio|aldea|ciudad|centro|avenida|calle|carretera|area|street|city|village) /;
/** Only the wish itself: "quiero abrir un caso". */
const WISH =
  /\b(?:quiero|quisiera|necesito|deseo|por favor|porfa|me|podrian?|puedes?|pueden|abrir|abreme|abran|crear|creen|poner|ponga|hacer|presentar|radicar|interponer|levantar|generar|generen|ingresar|registrar|meter|dejar|reportar|un|una|el|la|mi|otro|otra|nuevo|nueva|caso|casos|ticket|tickets|reporte|reclamo|reclamos|queja|quejas|quejarme|reclamar|pqr|pqrs|formal|formales|peticion|problema|con|de|por|a|y|i|want|to|open|please|case|new|complaint|file|make|need)\b/g;
/** Fewer letters than this tell nothing. */
const SOMETHING = 8;

const wordsOf = (text: string): string => ` ${fold(text)} `;

/** What was said besides the wish for a case; undefined when that is nothing. */
export function storyIn(text: string): string | undefined {
  const rest = wordsOf(text).replace(WISH, ' ').replace(/\s+/g, '');
  return rest.length < SOMETHING ? undefined : text.replace(/\s+/g, ' ').trim();
}

export function kindOf(text: string): Kind {
  const words = wordsOf(text);
  if (isFormal(text)) return 'complaint';
  const found = RULES.find(([, rule]) => rule.test(words))?.[0];
  return found ?? (COMPLAINT.test(words) ? 'complaint' : 'other');
}

/** The macro that an agent would begin with, by the customer's own words; a complaint has one of its own only where the law counts its days. */
export function macroFor(text: string): string | undefined {
  const kind = kindOf(text);
  return kind === 'complaint' ? undefined : SORTS[kind].macro;
}

/** Whether an answer says what was asked. Of what says something else, the words are kept as they are; `nothing` says that they do not know. */
export function answerTo(detail: Detail, answer: string): 'fits' | 'other' | 'nothing' {
  const words = wordsOf(answer);
  if (DONT_KNOW.test(words)) return 'nothing';
  return detail !== 'amount' || [NUMBER, SINCE, WHEN].some((each) => each.test(words)) ? 'fits' : 'other';
}

/** What is still to be asked: nothing that the words say already. */
export function detailsFor(text: string): readonly Detail[] {
  const words = wordsOf(text);
  const isSaid: Readonly<Record<Detail, boolean>> = {
    ...{ amount: AMOUNT.test(words), receipt: RECEIPT.test(words), since: SINCE.test(words), where: PLACE.test(words) },
    ...{
      devices: / (todos|aparatos|solo el|only|all) /.test(words),
      wish: / (quiero que|pido|exijo|espero|necesito que|i want|please) /.test(words),
    },
  };
  return SORTS[kindOf(text)].asks.filter((detail) => !isSaid[detail]);
}
