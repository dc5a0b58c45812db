import { spelledNumbers } from '../domain/money';
import { wordsOf } from './normalise';

const GAVE =
  /(?:^| )(?:(?:h?ech|pus|met|mand|carg|recarg|deposit|pag|pagu|compr|vend|hic|iz|abon)\p{L}*|h?ise|put|paid|topped|bought|recharged|charged)(?= )/u;
const AMOUNT = /(?:^| )z(?:num|money)(?= |$)/;
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
/** What fails then is the service, a pack or a bill: those have ways of their own. */
const OF_ELSE =
  /(?:^| )(?:internet|datos|megas|gigas|senal|señal|llam\p{L}+|mensajes|paquetes?|packs?|plan|facturas?|recibos?|reconect\p{L}*|servicio|service|bills?|wifi|data|signal|calls?|adelanto|prest\p{L}+)(?= |$)/u;

/** Whether somebody tells of money that they gave for their line and that is not there: "le eché 20 ayer donde don Chepe y hasta ahorita nada". */
export function tellsOfLostMoney(text: string): boolean {
  const said = wordsOf(text).join(' ');
  return GAVE.test(said) && (AMOUNT.test(said) || spelledNumbers(said).some(({ article }) => !article)) && NOT_SEEN.test(said) && !OF_ELSE.test(said);
}
