import { fold } from '../domain/fold';
import type { Language } from '../domain/texts';

/** Small words that the other language does not have. */
const SMALL: Readonly<Record<Language, ReadonlySet<string>>> = {
  es: new Set('el la los las un una mi su de del que en con por para desde pero porque y es está se lo le al cuando'.split(' ')),
  en: new Set('the my is are was were it does do did not of to and since with i they this that have has when from for but'.split(' ')),
};
const ENOUGH = 2;
/** Of these are the names of places made, which are Spanish in whatever language somebody goes on: "Plaza de las Américas". */
const OF_NAMES: ReadonlySet<string> = new Set('el la los las de del y'.split(' '));

const countIn = (words: readonly string[], small: ReadonlySet<string>): number => words.filter((word) => small.has(word)).length;

/**
 * The language in which a whole sentence answers an open question: whoever goes on in English is answered in English. Undefined where that is not
 * certain: a place, a name, a word or two say nothing of it.
 */
export function tongueOf(text: string, guessed: Language | undefined): Language | undefined {
  const words = fold(text).split(' ');
  const [es, en] = [countIn(words, SMALL.es), countIn(words, SMALL.en)];
  if (guessed === 'en' && en >= ENOUGH && es === 0) return 'en';
  const isName = words.every((word) => OF_NAMES.has(word) || !SMALL.es.has(word));
  return guessed === 'es' && es >= ENOUGH && en === 0 && !isName ? 'es' : undefined;
}
