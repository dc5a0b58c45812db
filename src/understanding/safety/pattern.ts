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

/** All patterns of a table as one expression over {@link sounding} words. */
export function compiled(patterns: readonly Pattern[], lists: Lists): RegExp {
  return new RegExp(patterns.map((pattern) => `(?:${sequence(pattern, lists)}(?= ))`).join('|'), 'gu');
}

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
