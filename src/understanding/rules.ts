import { fold } from '../domain/fold';
import { wordsOf } from './normalise';

/** What somebody writes who copies a button or names a skill, and nothing else. */
const MENU_WORDS: Readonly<Record<string, string>> = {
  balances: 'saldo|mi saldo|ver saldo|ver mi saldo|consultar saldo|consulta de saldo|balance|my balance|check balance',
  quota:
    'lo que me queda|cuanto me queda|mis datos|mis megas|mis gigas|mis minutos|y los megas|y las megas|y mis megas|y los datos|y los minutos|my data|data left|and my data',
  plan: 'mi plan|ver mi plan|my plan',
  'top-up': 'recarga|recargar|recargas|recargar saldo|top up|topup|recharge',
  'buy-pack': 'paquetes|comprar paquete|comprar paquetes|comprar megas|packs|buy a pack|buy data|bundles',
  loans: 'adelanto|adelanto de saldo|prestamo de saldo|sos|fiado|prestame saldo|borrow credit',
  subscriptions: 'suscripciones|mis suscripciones|subscriptions|my subscriptions',
  'find-payment': 'ya entro|si entro|ya cayo|ya me cayo|ya se aplico|did it go through|has it gone through|did it arrive',
  invoices: 'factura|mi factura|facturas|mis facturas|ver factura|ver mi factura|recibo|mi recibo|bill|my bill|invoice|invoices',
  'pay-invoice': 'pagar|pagar factura|pagar mi factura|pagar recibo|pay|pay bill|pay my bill',
  reconnect: 'reconectar|reconexion|reconectar mi linea|reconnect',
  operations: 'movimientos|mis movimientos|mis operaciones|my transactions',
  stores: 'tiendas|tienda|agencias|sucursales|stores|shops',
  'block-line': 'bloquear linea|bloquear mi linea|bloqueo|block my line',
  lines:
    'cual es mi numero|cual es mi numero de telefono|cual es mi numero de celular|cual es mi linea|cual es el numero de mi linea|que numero tengo|no me se mi numero|se me olvido mi numero|olvide mi numero|what is my number|what s my number|whats my number|what is my phone number|what s my phone number|what number do i have|i forgot my number',
  cases: 'mis casos|mi caso|my cases',
  ticket: 'abrir un caso|abrir caso|reclamo|queja|open a case|complaint',
  agent: 'asesor|agente|persona|humano|operador|hablar con un asesor|hablar con una persona|agent|human',
};
const BY_WORD = new Map(Object.entries(MENU_WORDS).flatMap(([skill, words]) => words.split('|').map((word) => [word, skill] as const)));

/** The skill that a text names, when it is one of the words above and nothing else, or a colon and what it is about: "abrir un caso: no puedo llamar". */
export function namedIn(text: string): string | undefined {
  const [head = '', ...about] = text.split(/:\s/, 2);
  return BY_WORD.get(fold(about.length > 0 ? head : text).replace(/ (por favor|porfa|please)$/, ''));
}

/** Answers to a question, which mean no skill by themselves. */
const ANSWERS = new Set(
  'si|no|ok|okay|oki|dale|claro|claro que si|bueno|va|vale|listo|sale|de acuerdo|esta bien|perfecto|asi es|simon|nel|nop|nope|yes|yep|yeah|sure|correct|no no|si si|ya|ninguno|ninguna|none|nada|nothing'.split(
    '|',
  ),
);

/** Nothing can be wanted: no word at all, or a bare answer. */
export function wantsNothing(text: string): boolean {
  const words = wordsOf(text);
  return words.length === 0 || ANSWERS.has(words.join(' '));
}

const PASSWORD = /^(?:cont?r?ase|clave|password|passcode)/;
const OF_WIFI = /^(?:wifi|red|redes|internet|modem|router|ruter|casa|vecin|network|aparato|etiqueta)/;
/** One reads the password of a Wi-Fi from a label, or makes a new one; the one that has to be recovered is rather that of an account. */
const RECOVERS =
  /^(?:recuper|reestabl|restabl|olvid|recuerd|acuerd|perdi|usuari|cuenta|ingres|inici|funcion|forg[eo]t|reset|recover|remember|account|user|log)/;

/** Whose password a text means when nothing says that it is the one of the Wi-Fi: a guess. Undefined: it is said, or there is none. */
export function likelyPassword(text: string): 'wifi' | 'faq' | undefined {
  const words = wordsOf(text);
  const is = (what: RegExp): boolean => words.some((word) => what.test(word));
  if (!is(PASSWORD) || is(OF_WIFI)) return undefined;
  return is(RECOVERS) ? 'faq' : 'wifi';
}

const HOUSEHOLD = 'luz|agua|gas|renta|alquiler|hipoteca|predial|electric|electricity|energy|water|heating|trash|rent|mortgage|insurance';
const CARDS = 'tarjetas?|cards?|visa|mastercard|amex|american';
const BANKS = 'bancos?|bancari[ao]s?|ahorros?|banks?|savings?|checking';
/** What belongs to another company, by the skill that somebody who did not know could take it for. */
const OTHERS: Readonly<Record<string, RegExp>> = {
  'pay-invoice': new RegExp(`^(?:${HOUSEHOLD})$`),
  invoices: new RegExp(`^(?:${HOUSEHOLD}|${CARDS})$`),
  loans: new RegExp(`^(?:${CARDS})$`),
  balances: new RegExp(`^(?:${BANKS})$`),
  operations: new RegExp(`^(?:${CARDS}|${BANKS})$`),
};

/** Whether a skill would speak of its own bill, balance or loan to somebody who may mean that of another company. */
export function mayBeOthers(skill: string, text: string): boolean {
  const of = OTHERS[skill];
  return of !== undefined && wordsOf(text).some((word) => of.test(word));
}

/** Things of which many things can be wanted; their names alone want none of them. */
const THINGS = new Set(
  'celular telefono movil linea chip sim numero cuenta internet servicio cable tarjeta contrato tele television tv plata dinero equipo aparato phone line number account service card money device contract'.split(
    ' ',
  ),
);
const BESIDE = new Set('mi mis el la los las un una de del por favor my the a please'.split(' '));

/** Whether a text names a thing, and says nothing of it: "mi celular". */
export function namesAThing(text: string): boolean {
  const words = wordsOf(text).filter((word) => !BESIDE.has(word));
  return words.length > 0 && words.every((word) => THINGS.has(word));
}

const ENDED =
  /^(?:(?:por favor|ya|ahora|quiero|quisiera|necesito|deseo|please|i (?:want|need|would like) to) )*(?:[ck]an[csz]el\p{L}*|desactiv\p{L}*|(?:qu|k)it[ae]\p{L}*|elimin\p{L}*|anul[ae]\p{L}*|d(?:ar|arme|ame|en|enme) de baja(?: a)?|remove|turn off|unsubscribe from)((?: \p{L}+){1,4})$/u;
const POINTS = new Set('eso esto esa ese este esta aquello lo todo toda todas todos nada algo it this that all everything nothing'.split(' '));
/** "Cancelar" is to pay, too: a month, an instalment, what is owed. And what a phone or the network does is sold by nobody. */
const NO_NAME = new RegExp(
  `(?:^| )(?:${[
    'mes(?:es)?|mensualidad(?:es)?|cuotas?|deudas?|saldos?|pagos?|recibos?|facturas?|atrasad[oa]s?|pendientes?|vencid[oa]s?|bills?|month|debt',
    'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre',
    'buzon|contestadora|voicemail|(?:numero|modo|number|mode) \\p{L}+|airplane mode',
  ].join('|')})(?= |$)`,
  'u',
);

/** Whether a text ends something by its name and says no more: "cancela la nube". What is called so differs from operator to operator. */
export function endsByName(text: string): boolean {
  const named = ENDED.exec(
    wordsOf(text)
      .join(' ')
      .replace(/ (?:por favor|please|ya)$/, ''),
  )?.[1]?.trim();
  return named !== undefined && !namesAThing(named) && !POINTS.has(named) && !NO_NAME.test(named);
}

/** What is not wanted, and what is left of the text without it. */
export interface Denied {
  readonly denied: string;
  readonly rest: string;
}

const DENIAL =
  /(?:^| )(?:ya |todavia |yo )?(?:no (?:quiero|queria|quisiera|necesito|deseo|me interesa|voy a|pedi|te pedi|le pedi)|i (?:dont|do not|didnt) (?:want|need)|not interested in)(?: mas)? (.+?)(?= (?:sino|solo|pero|mejor|quiero|quisiera|necesito|lo que|prefiero|but|just|i want|i need)(?: |$)|$)/;
/** "No quiero que me cobren" complains of something; it denies no wish. */
const COMPLAINS = /^(?:que|pagar|seguir|nada|to be|hablar con (?:un|una|el|la|este)? ?(?:bot|robot|maquina|contestador))(?: |$)/;
/** What begins the wish that a denial leads to says nothing of it. */
const TURN = /^(?:sino|solo|pero|mejor|lo que|but|just)(?: que)?(?: |$)/;

/** "no quiero recargar, quiero ver mi saldo" → `recargar`, and `quiero ver mi saldo`. */
export function deniedIn(text: string): Denied | undefined {
  const said = wordsOf(text).join(' ');
  const found = DENIAL.exec(said);
  const denied = found?.[1];
  if (found === null || denied === undefined || COMPLAINS.test(denied)) return undefined;
  const after = said.slice(found.index + found[0].length).trim();
  return { denied, rest: `${said.slice(0, found.index)} ${after.replace(TURN, '')}`.trim() };
}

/** Skills that somebody can say not to want. Who wants no subscription, contract or charge wants just that skill. */
const DENIABLE = new Set(
  'balances quota plan top-up buy-pack loans operations invoices pay-invoice reconnect stores wifi modem block-line usage-history ticket cases agent'.split(
    ' ',
  ),
);
export const isDeniable = (skill: string): boolean => DENIABLE.has(skill);

const BETWEEN = /[.;!?\n]+|,| (?:y|e) (?:tambien|ademas|luego|despues|de paso|aparte) | (?:tambien|ademas|aparte) | (?:y|and) (?:also |then )?/i;
/** What goes on with the same matter: "ya pagué y no me reconectan" is one wish. */
const GOES_ON =
  /^(?:ya|no|ni|sigo|sigue|siguen|todavia|aun|se|me|nunca|nada|still|not|never|it|they) |^(?:mi|mis|el|la|los|las|my|the) \S+ (?:sigue|siguen|esta|estan|no|aun|todavia|se|is|are|isnt|still|not|hasnt|wont|doesnt) |^(?:(?:el|con|mi|the) )?(?:comprobante|referencia|ref|receipt|reference) (?=\S* ?\d)|^(?:despues |luego |ya )?(?:(?:(?:se|te|les?) )+(?:l[oa]s? )?(?:pago(?! (?:ya|ahora|ahorita|hoy|con|de una))|devuelvo|repongo)|l[oa]s? (?:devuelvo|repongo|pago (?:mañana|pasado|despues|luego|cuando|el|la otra|la proxima|en la|en el|a fin|al fin))) /;

/** Parts of a text that may be wishes of their own: none, or two and more. */
export function partsOf(text: string): readonly string[] {
  if (text.length > LONGEST_OF_TWO) return [];
  const parts = text
    .split(BETWEEN)
    .map((part) => fold(part))
    .filter(Boolean);
  return parts.length < 2 || parts.some((part) => GOES_ON.test(`${part} `)) ? [] : parts;
}

/** Whether a part of a text asks for something by itself: "de mi celular", "en cuotas" and "al 5555-0102" only say more of what was asked before. */
export const asksFor = (part: string): boolean => ASKS.test(` ${fold(part)} `);
const ASKS =
  / (?:quier\w*|quisier\w*|necesit\w*|deseo|pued[eo]\w*|pod[er]\w*|ver|saber|pagar|comprar|recargar|cancelar|consultar|revisar|activar|cambiar|pedir|(?!\p{L}*uela )\p{L}{2,}(?:[aei]me(?:l[ao]s?)?|[aei][ln][aeo]s?)|dec[ií]|dig[ao]n?|mir[ae]|revis[ae]|pag[ae]|compr[ae]|mand[ae]|envi[ae]|cuant[ao]s?|cual(?:es)?|cuando|donde|want|need|would|can|could|please|show|tell|give|check|buy|pay|get|see|send|how|what|when|where) /u;
/** A longer text tells a story; its parts are no wishes. */
const LONGEST_OF_TWO = 160;
