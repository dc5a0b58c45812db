import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../domain/fold';
import type { Language } from '../../domain/texts';
import type { Group, Unserved } from './groups';

export interface InterviewParts {
  readonly groups: readonly Group[];
  /** What the person types, line by line. */
  readonly answers: AsyncIterator<string, undefined>;
  readonly tell: (line: string) => void;
  /** The folder of the utterances: `<label>/utterances.es.txt`. */
  readonly intents: string;
}

const SHOWN = 8;
const HELP = 'Enter: that label · a label: that one · s: skip · d: drop, it teaches nothing · ?: labels · q: stop';

/**
 * Goes through the groups with a person, who says what each wants; texts that were labelled are appended to the utterances of that label, each once.
 * @returns ids of what was decided, labelled or dropped
 */
export async function interview({ groups, answers, tell, intents }: InterviewParts): Promise<readonly string[]> {
  const labels = readdirSync(intents).filter((name) => existsSync(join(intents, name, 'utterances.es.txt')));
  const done: string[] = [];
  for (const [at, { label, language, texts, cost }] of groups.entries()) {
    tell(`\n${at + 1} of ${groups.length}: ${texts.length} texts (${language}), ${cost} ended with a person. ${label}?`);
    for (const { text } of texts.slice(0, SHOWN)) tell(`  ${text}`);
    const chosen = await decided(label, labels, answers, tell);
    if (chosen === 'q') break;
    if (chosen === 's') continue;
    done.push(...texts.map(({ id }) => id));
    if (chosen !== 'd') tell(`  ${learnt(texts, join(intents, chosen), language)} new utterances for ${chosen}.`);
  }
  return done;
}

async function decided(
  label: string,
  labels: readonly string[],
  answers: AsyncIterator<string, undefined>,
  tell: (line: string) => void,
): Promise<string> {
  tell(HELP);
  const { value, done } = await answers.next();
  if (done) return 'q';
  const said = value.trim() || label;
  if (['s', 'd', 'q'].includes(said) || labels.includes(said)) return said;
  tell(said === '?' ? labels.join(' ') : `There is no label ${said}.`);
  return decided(label, labels, answers, tell);
}

/** Appends what is not there yet; a text with a mask in it teaches the mask's words, so the mask is taken out. @returns how many */
function learnt(texts: readonly Unserved[], folder: string, language: Language): number {
  const file = join(folder, `utterances.${language}.txt`);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const known = new Set(written.split('\n').map(fold));
  const fresh = texts
    .map(({ text }) =>
      text
        .replace(/\[[^\]]{1,20}\]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => {
      const key = fold(text);
      return key !== '' && !text.startsWith('#') && !known.has(key) && known.add(key);
    });
  if (fresh.length > 0) appendFileSync(file, `${written === '' || written.endsWith('\n') ? '' : '\n'}${fresh.join('\n')}\n`);
  return fresh.length;
}
