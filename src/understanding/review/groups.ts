import type { Language } from '../../domain/texts';
import { termsOf } from '../articles/terms';
import type { Recogniser } from '../port';

/** A text that was not served, and why it is here. */
export interface Unserved {
  readonly id: string;
  readonly text: string;
  readonly why: 'not-understood' | 'clarified' | 'person' | 'ticket';
  readonly language: Language;
}

/** Texts that seem to want the same. */
export interface Group<T extends Unserved = Unserved> {
  /** What the recogniser thinks they want. */
  readonly label: string;
  readonly language: Language;
  readonly texts: readonly T[];
  /** How many of them ended with a person or a case: what not understanding costs. */
  readonly cost: number;
}

/** Two texts are alike from this share of common terms on. */
const ALIKE = 0.3;

/** Groups what is alike by the recogniser's guess and by shared words and synonyms; what caused most work for people comes first, then what is most frequent. */
export function grouped<T extends Unserved>(texts: readonly T[], recogniser: Recogniser): readonly Group<T>[] {
  const groups: { label: string; language: Language; terms: ReadonlySet<string>; texts: T[] }[] = [];
  for (const text of texts) {
    const label = recogniser.rank(text.text, text.language)[0]?.skill ?? 'oos';
    const terms = new Set(termsOf(text.text, text.language));
    const own = groups.find((group) => group.label === label && group.language === text.language && shared(group.terms, terms) >= ALIKE);
    if (own) own.texts.push(text);
    else groups.push({ label, language: text.language, terms, texts: [text] });
  }
  return groups
    .map(({ label, language, texts: own }) => ({
      label,
      language,
      texts: own,
      cost: own.filter(({ why }) => why === 'person' || why === 'ticket').length,
    }))
    .sort((a, b) => b.cost - a.cost || b.texts.length - a.texts.length);
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((term) => other.has(term)).length;
  return common / Math.max(1, Math.min(one.size, other.size));
}
