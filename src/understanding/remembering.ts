import type { Language } from '../domain/texts';

/** A few words without a number: how most customers begin, many of them word for word the same. Longer texts are somebody's own, and are not kept. */
const COMMON = /^[\p{L} ,.!?¡¿]{1,32}$/u;
const MOST = 500;

/** The same reading of a text, which keeps what it read of common ones: pure, so it would be the same again. */
export function remembering<T>(read: (text: string, language: Language) => T): (text: string, language: Language) => T {
  const known = new Map<string, T>();
  return (text, language) => {
    if (!COMMON.test(text)) return read(text, language);
    const name = `${language} ${text}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const made = read(text, language);
    known.set(name, made);
    return made;
  };
}
