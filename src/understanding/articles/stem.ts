import type { Language } from '../../domain/texts';

/** Spanish endings, longest first: what is left still tells the word. Verbs lose their person, nouns their number. */
const SPANISH =
  /(?:aciones|iciones|amientos?|imientos?|aremos|eremos|iremos|ariamos|asteis|isteis|abamos|iamos|ieron|iendo|iesen|ieran|aron|ando|adas|ados|idas|idos|arian|erian|irian|acion|icion|ables?|ibles?|aban|aras|eras|iras|aria|eria|iria|aste|iste|amos|emos|imos|aran|eran|iran|ada|ado|ida|ido|aba|ian|ara|era|ira|are|ere|ire|ar|er|ir|as|es|os|is|an|en|ia|io|on|a|e|o|i|s)$/;
/** "mandarme", "quitenmelo": the pronouns that hang on a verb. */
const CLITICS = /(?<=ar|er|ir|ndo|[aeiou]n|[aei])(?:[mts]el[aeo]s?|nosl[aeo]s?|me|te|se|nos|l[aeo]s?)$/;
const ENGLISH = /(?:ations?|ingly|ments?|ings?|edly|ers?|ies|ied|ing|ed|es|ly|y|s|e)$/;
/** A stem is never shorter. */
const LETTERS = 3;

/** What the forms of a word have in common: "recárgame", "recargué" and "recargas" are `rekarg`. `word` is folded. */
export function stemmed(word: string, language: Language): string {
  if (word.length <= LETTERS + 1) return language === 'es' ? sounded(word.replace(/(?<=..)s$/, '')) : word;
  return language === 'es' ? sounded(cut(word.length > 6 ? cut(word, CLITICS, LETTERS + 2) : word, SPANISH)) : cut(word, ENGLISH);
}

function cut(word: string, ending: RegExp, least = LETTERS): string {
  const rest = word.replace(ending, '');
  return rest.length >= least ? rest : word;
}

/** As it sounds in Latin America, for it is often written so: "resivo", "ke", "yamar". */
function sounded(word: string): string {
  return word
    .replace(/ch/g, 'x')
    .replace(/h/g, '')
    .replace(/qu(?=[ei]|$)/g, 'k')
    .replace(/q/g, 'k')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/c/g, 'k')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/gu(?=[ei]|$)/g, 'g')
    .replace(/(.)\1+/g, '$1');
}
