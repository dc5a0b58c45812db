import type { Language } from '../../domain/texts';
import { wordsOf } from '../normalise';
import { stemmed } from './stem';
import { SYNONYMS } from './synonyms';

/** Words that say nothing about what is asked, as `wordsOf` gives them. */
const STOP: Readonly<Record<Language, ReadonlySet<string>>> = {
  es: new Set(
    `a al algo algun alguna ante asi aun aunque bien buenas buenos buen cada como con cual cuales de del desde dice dicen donde e el ella ellos en entonces es esa ese eso esos esta estan estas este esto estos estoy fue ha haber hace hacer hago han hasta hay he hola la las le les lo los mas me mi mis mucho muy nada ni nos o otra otro para pero por porfavor favor porque pues que quien quiero quisiera puede puedo pueden se sea ser si sin sobre solo son soy su sus tambien tan te ti tiene tienen tengo toda todas todo todos tu tus un una unas unos usted ustedes va vez vos voy y ya yo ahi aqui alla aca saber necesito ocupo gracias dia tardes señor señorita ayuda ayudar deseo favor please oiga disculpe`.split(
      ' ',
    ),
  ),
  en: new Set(
    `a about am an and any are as at be been but by can could did do does doing for from get had has have hello help hi how i if in into is it its let like me my need of on or our please so some something that the their them then there they this to up us want was we what when where which who why will with would you your im ive`.split(
      ' ',
    ),
  ),
};
/** What stands for a value: it is in no article. */
const MASKS: ReadonlySet<string> = new Set(['znum', 'zmoney', 'zphone', 'zlink']);

/** In front of a group of synonyms, which is a term like another: no word begins so. */
const GROUP = '~';

const groups = new Map<Language, ReadonlyMap<string, readonly string[]>>();

/** Made when the first article is read: without a help center there is none. */
function groupsOf(language: Language): ReadonlyMap<string, readonly string[]> {
  const made = groups.get(language) ?? grouped(language);
  groups.set(language, made);
  return made;
}

function grouped(language: Language): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, string[]>();
  for (const [at, line] of SYNONYMS.entries()) {
    for (const stem of new Set(
      line
        .split(' ')
        .flatMap(wordsOf)
        .map((word) => stemmed(word, language)),
    )) {
      known.set(stem, [...(known.get(stem) ?? []), `${GROUP}${at}`]);
    }
  }
  return known;
}

/** A text as the search sees it: the stems of its words, and the groups of synonyms they belong to; in order, with repeats. */
export function termsOf(text: string, language: Language): readonly string[] {
  const said = wordsOf(text).filter((word) => !isMask(word));
  const known = groupsOf(language);
  const telling = said.filter((word) => !STOP[language].has(word));
  return (telling.length > 0 ? telling : said).flatMap((word) => {
    const stem = stemmed(word, language);
    return [stem, ...(known.get(stem) ?? [])];
  });
}

/** Whether a term is a group of synonyms. */
export const isGroup = (term: string): boolean => term.startsWith(GROUP);

/** Whether a word stands for a number, an amount or a link: which one it was is in no article. */
export const isMask = (word: string): boolean => MASKS.has(word);
