import { plainDigits } from '../../domain/digits';

/** A text from which what was recognised is taken out, so that nothing is taken for two things. Positions stay as they were. */
export interface Rest {
  /** What is left: small letters without accents, plain digits; blanks where something was taken. Same length as `typed`. */
  readonly left: () => string;
  /** As it was typed, with plain digits. */
  readonly typed: string;
  /** Takes the first match whose text `fits` out and gives it as it was typed. */
  readonly take: (pattern: RegExp, fits?: (piece: string) => boolean) => string | undefined;
  /** Takes all matches out, for what is no slot but must not become one either. */
  readonly drop: (pattern: RegExp) => void;
}

/** What stands for something that was taken: no word, no number and no unit, and nothing reads across it. */
const TAKEN = '\u0001';

export function restOf(text: string): Rest {
  const typed = plainDigits(text);
  let left = flat(typed);
  const blank = (from: number, to: number): void => void (left = left.slice(0, from) + TAKEN.repeat(to - from) + left.slice(to));
  return {
    typed,
    left: () => left.replaceAll(TAKEN, ' '),
    take: (pattern, fits = () => true) => {
      if (left.search(pattern) < 0) return undefined; // most often; to walk through all matches, the expression is copied
      for (const match of left.matchAll(pattern)) {
        const piece = typed.slice(match.index, match.index + match[0].length);
        if (!fits(piece)) continue;
        blank(match.index, match.index + match[0].length);
        return piece.trim();
      }
      return undefined;
    },
    drop: (pattern) => {
      if (left.search(pattern) < 0) return;
      for (const { index, 0: piece } of left.matchAll(pattern)) blank(index, index + piece.length);
    },
  };
}

/** Letter by letter, so that every letter keeps its place. */
const flat = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : flatLetters(text));
const PLAIN = /^[ -~]*$/;
const flatLetters = (text: string): string =>
  [...text.toLowerCase()]
    .map((letter) => (letter === 'ñ' ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '')))
    .map((letter, at, all) => (letter.length === all[at]?.length ? letter : (all[at] ?? letter)))
    .join('');
