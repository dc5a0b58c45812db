import { fold } from '../domain/fold';
import { LANGUAGES, type Language } from '../domain/texts';
import type { Intent, Recogniser } from './port';
import { deniedIn } from './rules';

/** A skill, as far as a recogniser is concerned. */
export interface Heard {
  readonly id: string;
  readonly utterances: Readonly<Record<Language, readonly string[]>>;
}

/**
 * Understands a text that contains one of a skill's utterances, word for word after folding. The longest utterance wins; the score is its share of
 * the text: 1 is all of it. A text that denies it ("no quiero saldo") means what else it says, if anything. Both languages are heard, whichever the
 * customer chose.
 */
export function phrases(skills: readonly Heard[]): Recogniser {
  const known = skills
    .flatMap(({ id, utterances }) =>
      LANGUAGES.flatMap((language) => utterances[language].map((text) => ({ id, language, words: ` ${fold(text)} ` }))),
    )
    .toSorted((a, b) => b.words.length - a.words.length);
  const inBoth = new Set(known.filter(({ words }, at) => known.findIndex((other) => other.words === words) !== at).map(({ words }) => words));
  return {
    rank(text) {
      const whole = ` ${fold(text)} `;
      const said = DENIED.test(whole) ? ` ${deniedIn(text)?.rest ?? ''} ` : whole;
      const best = new Map<string, Intent>();
      for (const { id, words, language } of known) {
        // What is said by denying ("no quiero más avisos") is not taken apart.
        const within = DENIED.test(words) ? whole : said;
        if (best.has(id) || !within.includes(words)) continue;
        const length = words.trim().split(' ').length;
        best.set(id, { skill: id, score: words.length / within.length, words: length, ...(inBoth.has(words) ? {} : { language }) });
      }
      return [...best.values()];
    },
  };
}

const DENIED = / (no quiero|ya no quiero|no necesito|i do not want|i don t want) /;
