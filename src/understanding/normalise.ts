import { fold } from '../domain/fold';

/** Longer texts are cut in the middle: the wish of a long complaint stands at its beginning or at its end. */
const MAX_LENGTH = 1000;

/** What stands for a value: which amount or number it is matters to the skill, not to what is wanted. */
const MASKS: readonly (readonly [pattern: RegExp, mask: string])[] = [
  [/['’´`]/g, ''],
  [/(?:https?:\/\/|www\.)\S{1,300}/g, ' zlink '],
  [/[\w.+-]{1,64}@[\w.-]{1,64}/g, ' zlink '],
  [/(?<![\d.,])\d{1,5}(?:[.,]\d{1,3})? ?(?:gb|gigas?|gigabytes?|mb|megas?|megabytes?)(?![a-z])/g, ' znum gigas '],
  [/(?:us\$|c\$|usd|[$₲]|(?<![a-z])(?:q|l|lps?|bs|gs|cop)\.?) ?\d{1,9}(?:[.,]\d{1,3}){0,3}/g, ' zmoney '],
  [
    /\d{1,9}(?:[.,]\d{1,3}){0,3} ?(?:quetzal(?:es)?|lempiras?|d[oó]lar(?:es)?|dollars?|bucks|pesos|bolivianos|guaran[ií](?:es)?|c[oó]rdobas?|lucas|varos|soles|bs|gs|usd|mil)(?![a-z])/g,
    ' zmoney ',
  ],
  [/\+?\d(?:[ .()-]{0,2}\d){6,14}/g, ' zphone '],
  [/\d{1,4}(?:[.,:/-]\d{1,4}){0,3}/g, ' znum '],
];

/** Phone shorthand, and the other ways to type the commonest words. Keys are folded. */
const SHORTHAND: ReadonlyMap<string, string> = new Map(
  Object.entries({
    que: 'q k ke qe qu',
    porque: 'xq xk pq xke xque porq porke pork',
    por: 'x xr',
    de: 'd',
    del: 'dl',
    para: 'pa pra xa pal',
    también: 'tmb tb tbn tmbn tambn tmbien tanbien tbm',
    'por favor': 'xfa xfavor porfa porfavor xfis porfis plis pliz pls plz plss xf porfas',
    estoy: 'toy stoy',
    está: 'ta sta',
    con: 'cn',
    no: 'nop',
    mucho: 'mxo muxo',
    bien: 'bn',
    gracias: 'grax grcs grs gcs graxias grasias gras',
    tengo: 'tngo tngp tego',
    hay: 'ai',
    hace: 'ase hase',
    hacer: 'aser haser',
    celular: 'cel celu cell cellphone selular cellular fono',
    teléfono: 'tel tlf telef tfno fon',
    número: 'num nro numro',
    mensajes: 'msj msjs msgs msg mjs mensajitos',
    whatsapp: 'wasap wsp wpp whats wats whatsap wassap guasap watsapp watsap wapp whastapp wasapp wassapp',
    facebook: 'fb face feis',
    internet: 'inter internt intenet intrnet interne internett internete',
    wifi: 'wi_fi guaifai waifai wify wiffi güifi guifi',
    saldo: 'sldo salido saldito',
    información: 'info informacion',
    usted: 'ud uds',
    cuánto: 'cto qto cuant cuanto',
    minutos: 'min mins',
    you: 'u ya_ll',
    are: 'r',
    your: 'ur',
    thanks: 'thx tnx ty thnx',
    because: 'cuz bc coz',
    please: 'pleas',
  }).flatMap(([word, ways]) => ways.split(' ').map((way) => [way, fold(word)] as const)),
);

/** A k for qu: kiero, kisiera, keda, kien. English words with k keep it. */
const K_FOR_QU = /^k(?=ie[rn]|isi|ed|it[ae])/;

/**
 * The words of a text as the recogniser sees them: folded, values masked, drawn-out letters shortened, shorthand written out. Never throws;
 * a text without a letter or digit has no words.
 */
export function wordsOf(text: string): readonly string[] {
  const masked = MASKS.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), shortened(text).normalize('NFKC').toLowerCase());
  const folded = fold(masked).replace(/(\p{L})\1{2,}/gu, '$1');
  if (folded === '') return [];
  return folded
    .replace(/\bwi fi\b/g, 'wifi')
    .replace(/\b(?:x|por) (?:fa|fas|favor)\b/g, 'por favor')
    .split(' ')
    .flatMap((word) => (SHORTHAND.get(word) ?? word.replace(K_FOR_QU, 'qu')).split(' '));
}

function shortened(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH / 2)} ${text.slice(-MAX_LENGTH / 2)}`;
}

/** What most forms of a word share, as it sounds: "recárgame", "recargue" and "rekarga" are one, and so are "recibo" and "resivo". */
export const stemOf = (word: string): string => soundOf(word).slice(0, STEM_LETTERS);
const STEM_LETTERS = 5;

const sounds = new Map<string, string>();
const MOST_SOUNDS = 20_000;
/** Longer words are rare, or no words at all; and a part that is longer would keep the whole text in memory that it was cut out of. */
const LONGEST_KEPT = 12;

/** How a word sounds in Latin America. The same few words make most messages: their sounds are kept. */
export function soundOf(word: string): string {
  if (word.length > LONGEST_KEPT) return sounded(word);
  const known = sounds.get(word);
  if (known !== undefined) return known;
  if (sounds.size >= MOST_SOUNDS) sounds.clear();
  const sound = sounded(word);
  sounds.set(word, sound);
  return sound;
}

function sounded(word: string): string {
  return word
    .replace(/h/g, '')
    .replace(/qu(?=[ei])/g, 'k')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/c/g, 'k')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/(.)\1+/g, '$1');
}
