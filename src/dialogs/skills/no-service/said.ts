import { yesOrNo, type Reply } from '../../engine/question';

/** What an answer in the customer's own words chooses; undefined where it may be none. */
export type Saying = (reply: Reply) => string | undefined;

/** "Quiero un paquete de datos" says what is wanted, and not what fails. */
const WISHES =
  /\b(?:quiero|quisiera|compr\w+|cuant[oa]s?|pag(?:ar|o|ue|os)|facturas?|recarg\w+|saldo|paquetes?|hablar|want|buy\w*|how|pay\w*|bills?|packs?|balance|agent|person)\b/;

/** The first of these that fits, unless something else is wanted. */
const byWords =
  (...ways: readonly (readonly [id: string, words: RegExp])[]): Saying =>
  ({ folded }) =>
    WISHES.test(folded) ? undefined : ways.find(([, words]) => words.test(folded))?.[0];

const DATA = /\b(?:datos|internet|navegar|megas|whats ?app|redes|data|[345]g|lte)\b/;
const CALLS = /\b(?:(?:ll|y)ama\w+|marcar|calls?|calling)\b/;
/** Without a signal there is neither. */
const EVERYTHING = /\b(?:nada|tod[oa]s?|ambas|ningun[oa]|l[ao]s dos|señal|senal|red|servicio|everything|nothing|both|all|signal|service|network)\b/;
/** Of two that are named, one may be what works. */
const DATA_WORKS = /\b(?:datos|internet|data) (?:si|bien|works?|is fine)\b/;
const CALLS_WORK = /\b(?:(?:ll|y)amadas|calls) (?:si|bien|work|are fine)\b/;
const WORKS = /\b(?:si|bien|sol[oa]|solamente|ok|works?|fine|only|just)\b/;
const oneOfThem = byWords(['data', DATA], ['calls', CALLS], ['everything', EVERYTHING]);

export const failsSaid: Saying = (reply) => {
  const { folded } = reply;
  if (!DATA.test(folded) || !CALLS.test(folded)) return oneOfThem(reply);
  if (DATA_WORKS.test(folded) !== CALLS_WORK.test(folded)) return DATA_WORKS.test(folded) ? 'calls' : 'data';
  return WORKS.test(folded) ? undefined : 'everything';
};

export const devicesSaid = byWords(
  ['all', /\b(?:no|not) (?:sol[oa]|solamente|only|just)\b/],
  ['one', /\b(?:sol[oa]|solamente|nada mas|only|just|one)\b/],
  ['all', /\b(?:tod[oa]s?|ningun[oa]?|ambos|los dos|all|every\w*|both|none|any)\b/],
);

export const lightsSaid = byWords(
  [
    'off',
    /\b(?:no (?:se )?(?:enciende|encienden|prende|prenden)|tod[oa]s? apagad[oa]s?|apagado|ninguna|sin luz|sin luces|dead|all off|t turn on|not turn on|no lights?)\b/,
  ],
  ['red', /\b(?:roj[oa]s?|apagadas?|parpade\w+|titil\w+|amarill[oa]s?|naranjas?|red|blink\w*|orange|off)\b/],
  ['green', /\b(?:verdes?|normal(?:es)?|bien|encendid[oa]s?|prendid[oa]s?|como siempre|green|fine)\b/],
);

const placed = byWords(
  ['oneplace', /\b(?:sol[oa]|solamente|nada mas|only|just|casa|home|trabajo|work|aqui|here)\b/],
  ['everywhere', /\b(?:tod[oa]s?|cualquier|donde sea|everywhere|anywhere|all)\b/],
);
/** It can be answered by yes or no too. */
export const placeSaid: Saying = (reply) => {
  const yes = yesOrNo(reply);
  return yes === undefined ? placed(reply) : yes ? 'everywhere' : 'oneplace';
};

const WEEKDAYS = 'lunes|martes|miercoles|jueves|viernes|sabado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday';
export const sinceSaid = byWords(
  ['days', new RegExp(`\\b(?:dias|semanas?|mes|meses|anteayer|antier|${WEEKDAYS}|days|weeks?|months?)\\b`)],
  ['yesterday', /\b(?:ayer|anoche|yesterday|last night)\b/],
  ['today', /\b(?:hoy|ahora|ahorita|recien|rato|horas?|minutos?|mañana|today|morning|hours?|minutes?|just now)\b/],
);

const STILL =
  /\b(?:igual|sigue|to[dt]a[bv]ia no|aun no|nada|no (?:(?:me|se|hay|ha) )*(?:funcion[ao]|sirv[eio]\w*|jala|carga|cambi[ao]|tengo|pas[ao]|internet|señal|senal)|still|same|nothing|not yet|(?:not|t) (?:work\w*|help\w*))\b/;
const BACK =
  /\b(?:ya (?:me )?(?:funcion[ao]|sirv\w+|jala|volvio|quedo|entra|navego|carga|tengo)|funciono|volvio|it works|works now|working|(?:is|s) back)\b/;

/** Whether what was tried by hand helped. */
export const helpedIn = (reply: Reply): boolean | undefined =>
  STILL.test(reply.folded) ? false : (yesOrNo(reply) ?? (BACK.test(reply.folded) || undefined));
