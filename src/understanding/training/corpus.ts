import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../domain/texts';

/** One thing that a customer writes, and what is wanted by it. */
export interface Utterance {
  readonly text: string;
  readonly label: string;
  readonly language: Language;
}

/** Holds a folder per label. */
const LABELS = 'understanding/intents';
/** Folders below the sources whose skills keep their own few words beside themselves. They are taught where they are a label's; a few phrases alone make none. */
const SHELVES = [LABELS, 'dialogs/skills', 'dialogs/care', 'dialogs/login'];

/** Every `utterances.es.txt` and `utterances.en.txt`, in a fixed order: one utterance per line, `#` begins a comment. @param sources the folder `src` */
export function corpus(sources: string): readonly Utterance[] {
  const taught = new Set(readdirSync(join(sources, LABELS)));
  return SHELVES.flatMap((shelf) => {
    const folder = join(sources, shelf);
    const labels = existsSync(folder)
      ? readdirSync(folder)
          .filter((label) => taught.has(label))
          .sort()
      : [];
    return labels.flatMap((label) =>
      LANGUAGES.flatMap((language) => linesOf(join(folder, label, `utterances.${language}.txt`)).map((text) => ({ text, label, language }))),
    );
  });
}

function linesOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.map((line) => line.replace(/#.*/, '').trim()).filter(Boolean);
}
