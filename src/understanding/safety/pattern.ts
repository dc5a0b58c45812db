import { soundOf } from '../normalise';

/**
 * A pattern says what somebody writes, word by word: `a|b` one of them, `word*` any ending, `word?` or not, `.` at most one word of any kind,
 * `..` at most three, `...` at most seven, `@name` one of a named list. It is compared as it sounds: "bibir" is "vivir".
 */
export type Pattern = string;

/** Lists of words by name, each as a pattern writes alternatives. */
export type Lists = Readonly<Record<string, string>>;

const GAPS: Readonly<Record<string, number>> = { '.': 1, '..': 3, '...': 7 };
const WORD = '\\S+';

/** Finds patterns of one table in {@link sounding} words. Undefined: none of them can be there. */
export type Table = (heard: string) => RegExp | undefined;

/** Expressions of one table that are made of the few patterns that some texts can meet. Then all are one: who writes word after word of ours makes no more work. */
const MOST_MADE = 200;
/** So many patterns are a few. */
const FEW = 12;

/**
 * A table, which looks for a pattern only where a word occurs that it cannot do without: most texts have none, and all patterns as one expression
 * take long to compile, and to look with.
 */
export function tableOf(patterns: readonly Pattern[], lists: Lists): Table {
  const keys = patterns.map((pattern) => keyOf(pattern, lists));
  const always = keys.flatMap((key, at) => (key === undefined ? [at] : []));
  const [whole, begins] = [indexed(keys, false), indexed(keys, true)];
  const lengths = [...new Set([...begins.keys()].map(({ length }) => length))];
  const made = new Map<string, RegExp>();
  let all: RegExp | undefined;
  return (heard) => {
    const found = new Set(always);
    for (const word of partsOf(heard)) {
      for (const at of whole.get(word) ?? []) found.add(at);
      for (const length of lengths) if (word.length >= length) for (const at of begins.get(word.slice(0, length)) ?? []) found.add(at);
    }
    if (found.size === 0) return undefined;
    const chosen = [...found].sort((a, b) => a - b);
    const name = chosen.join();
    const known = made.get(name);
    if (known) return known;
    if (chosen.length > FEW || made.size >= MOST_MADE) return (all ??= expressionOf(patterns, lists));
    const few = chosen.map((at) => patterns[at] ?? '');
    const expression = expressionOf(few, lists);
    made.set(name, expression);
    return expression;
  };
}

let last: { readonly heard: string; readonly parts: readonly string[] } = { heard: '', parts: [] };
/** All tables look into the same text, one after the other. */
function partsOf(heard: string): readonly string[] {
  if (heard !== last.heard) last = { heard, parts: heard.split(' ') };
  return last.parts;
}

const expressionOf = (patterns: readonly Pattern[], lists: Lists): RegExp =>
  new RegExp(patterns.map((pattern) => `(?:${sequence(pattern, lists)}(?= ))`).join('|'), 'gu');

/** Words as they sound, and in which patterns (by place in their table) they are the key. */
type Index = ReadonlyMap<string, readonly number[]>;

/** @param isBegin which options are indexed: whole words, or beginnings of words (`word*`) */
function indexed(keys: readonly (readonly string[] | undefined)[], isBegin: boolean): Index {
  const index = new Map<string, number[]>();
  keys.forEach((key = [], at) => {
    for (const option of key) {
      if (option.endsWith('*') !== isBegin) continue;
      const word = soundOf(option.replace('*', ''));
      index.set(word, [...(index.get(word) ?? []), at]);
    }
  });
  return index;
}

/** The options of the part that a pattern must have and that fewest texts do: the one whose shortest word is longest. Undefined: there is none. */
function keyOf(pattern: Pattern, lists: Lists): readonly string[] | undefined {
  const needed = pattern.split(' ').filter((part) => GAPS[part] === undefined && !part.endsWith('?'));
  const shortest = (options: readonly string[]): number => Math.min(...options.map((option) => soundOf(option.replace('*', '')).length));
  const [best] = needed.map((part) => optionsOf(part, lists)).sort((one, other) => shortest(other) - shortest(one));
  return best?.every((option) => PLAIN.test(option)) && shortest(best) > 0 ? best : undefined;
}
const PLAIN = /^[\p{L}\p{N}]+\*?$/u;

/** The words that patterns name in full, to spell what was mistyped by them. */
export function namedWords(patterns: readonly Pattern[], lists: Lists): readonly string[] {
  return [
    ...new Set(
      patterns
        .join(' ')
        .split(' ')
        .flatMap((part) => optionsOf(part, lists))
        .filter((word) => /^\p{L}+$/u.test(word)),
    ),
  ];
}

/** Words as patterns see them. */
export const sounding = (words: readonly string[]): string => ` ${words.map(soundOf).filter(Boolean).join(' ')} `;

/** Every part carries the space before it, so that an optional one leaves none behind. */
function sequence(pattern: Pattern, lists: Lists): string {
  return pattern
    .split(' ')
    .map((part) => {
      const gap = GAPS[part];
      if (gap !== undefined) return `(?: ${WORD}){0,${gap}}`;
      const words = ` (?:${optionsOf(part, lists).map(heard).join('|')})`;
      return part.endsWith('?') ? `(?:${words})?` : words;
    })
    .join('');
}

const optionsOf = (part: string, lists: Lists): readonly string[] =>
  part
    .replace(/\?$/, '')
    .split('|')
    .flatMap((option) => (option.startsWith('@') ? (lists[option.slice(1)] ?? '').split('|') : [option]));

const heard = (option: string): string => (option.endsWith('*') ? `${soundOf(option.slice(0, -1))}\\S*` : soundOf(option));
