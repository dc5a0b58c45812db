import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../domain/texts';

/**
 * Reads `utterances.es.txt` and `utterances.en.txt` beside a skill: one thing a customer writes per line; `#` begins a comment.
 * Read once, when the process starts.
 */
export function utterancesIn(folder: string): Readonly<Record<Language, readonly string[]>> {
  const read = (language: Language): string[] =>
    readFileSync(join(folder, `utterances.${language}.txt`), 'utf8')
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter(Boolean);
  const [es, en] = LANGUAGES.map(read);
  return { es: es ?? [], en: en ?? [] };
}
