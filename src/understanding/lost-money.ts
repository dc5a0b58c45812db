import { spelledNumbers } from '../domain/money';
import { wordsOf } from './normalise';

const GAVE =
  /(?:^| )(?:(?:h?ech|pus|met|mand|carg|recarg|deposit|pag|pagu|compr|vend|hic|iz|abon)\p{L}*|h?ise|put|paid|topped|bought|recharged|charged)(?= )/u;
const AMOUNT = /(?:^| )z(?:num|money)(?= |$)/g;
/** What is counted, and is no money: "hace 3 días", "metí la clave 3 veces". */
const COUNT =
  /^ (?:veces|dias?|horas?|hrs?|semanas?|mes(?:es)?|años?|minutos?|min|cuotas?|fotos?|pruebas?|intentos?|mensajes?|correos?|times|days?|hours?|weeks?|months?|minutes?|photos?|tries)(?= |$)/u;
const NOT_SEEN = new RegExp(
  [
    '(?:^| )no (?:(?:me|le|se|nos|lo|la) )*(?:h?an? )?(?:cae|cay|caid|entr|yeg|lleg|aparec|sale\\b|salio|carg|acredit|reflej|abon|dieron|veo|miro)',
    ' nada(?: (?:que|de) \\p{L}+| todavia| aun)?$',
    '(?:^| )(?:todavia|aun) (?:no|nada)$',
    '(?:^| )(?:never|hasnt|didnt|did not|has not) (?:\\p{L}+ )?(?:arrive|come|appear|show|get)',
    '(?:^| )(?:nothing|not (?:here|showing|there)(?: yet)?)$',
  ].join('|'),
  'u',
);
/** What fails then is the service, a pack or a bill: those have ways of their own; or a thing was bought, or nothing is said to be missing. */
const OF_ELSE = new RegExp(
  `(?:^| )(?:${[
    'internet|datos|megas|gigas|senal|señal|llam\\p{L}+|mensajes|paquetes?|packs?|plan|facturas?|recibos?|reconect\\p{L}*|servicio|service|bills?|wifi|data|signal|calls?|adelanto|prest\\p{L}+',
    'paginas?|youtube|facebook|face|whats\\p{L}*|netflix|tiktok|instagram|canales|tele|tv|tecnicos?|al mes|mensual\\p{L}*',
    '(?:compr|vend|bought)\\p{L}* (?:(?:un|mi|el|una|la|a|my|the) )?(?:celular|telefono|cel|chip|sim|router|modem|equipo|aparato|phone)',
    'no (?:h[ia][csz]e|h[ei] \\p{L}+) nada|ya no (?:aparecen?|salen?|estan?|l[oa]s? veo)',
  ].join('|')})(?= |$)`,
  'u',
);

/** Whether somebody tells of money that they gave for their line and that is not there: "le eché 20 ayer donde don Chepe y hasta ahorita nada". */
export function tellsOfLostMoney(text: string): boolean {
  const said = wordsOf(text).join(' ');
  return GAVE.test(said) && namesMoney(said) && NOT_SEEN.test(said) && !OF_ELSE.test(said);
}

function namesMoney(said: string): boolean {
  const spelled = spelledNumbers(said).filter(({ article }) => !article);
  const ends = [...Array.from(said.matchAll(AMOUNT), ({ 0: run, index }) => index + run.length), ...spelled.map(({ end }) => end)];
  return ends.some((end) => !COUNT.test(said.slice(end)));
}
