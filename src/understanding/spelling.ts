import { soundOf } from './normalise';

/** Writes mistyped words as they were meant; what it knows, or does not recognise, stays. */
export type Spelling = (words: readonly string[]) => readonly string[];

/** Shorter words have too many neighbours: "gato" is no "dato". */
const SHORTEST = 5;

/**
 * Spelling by the words of the utterances: one slip (a letter missing, too many, another or swapped) or another way to write the same sound.
 * @param words those that utterances hold, the commonest first: of two that a slip could have meant, the commoner one was
 */
export function spelling(words: readonly string[]): Spelling {
  const known = new Set(words);
  let index: Index | undefined;
  const rank = new Map(words.map((word, at) => [word, at] as const));
  const isTyped = (word: string): boolean => !known.has(word) && word.length >= SHORTEST - 1 && LETTERS.test(word);
  const meant = (word: string): string => {
    index ??= indexed(words);
    const { bySound, byGap } = index;
    const heard = bySound.get(soundOf(word));
    if (heard !== undefined) return heard;
    const near = gapsOf(word).flatMap((gap) => byGap.get(gap) ?? []);
    const best = near.filter((other) => isOneSlip(word, other)).sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    return best[0] ?? word;
  };
  return (typed) => typed.map((word) => (isTyped(word) ? meant(word) : word));
}
const LETTERS = /^\p{L}+$/u;

interface Index {
  readonly bySound: ReadonlyMap<string, string>;
  readonly byGap: ReadonlyMap<string, readonly string[]>;
}

/** Made when the first mistyped word comes: it takes longer than everything else that is loaded. */
function indexed(words: readonly string[]): Index {
  const bySound = new Map<string, string>();
  const byGap = new Map<string, string[]>();
  for (const word of words.filter(({ length }) => length >= SHORTEST)) {
    const sound = soundOf(word);
    if (!bySound.has(sound)) bySound.set(sound, word);
    for (const gap of gapsOf(word)) {
      const others = byGap.get(gap);
      if (others === undefined) byGap.set(gap, [word]);
      else others.push(word);
    }
  }
  return { bySound, byGap };
}

/** The word itself, and with each letter but the first left out: two words that are one slip apart share one of these. */
function gapsOf(word: string): readonly string[] {
  const gaps = [word];
  for (let at = 1; at < word.length; at++) {
    const isRepeated = at > 1 && word[at] === word[at - 1]; // without either of two equal letters it is the same
    if (!isRepeated) gaps.push(word.slice(0, at) + word.slice(at + 1));
  }
  return gaps;
}

/** Whether one letter missing, too many, another, or two swapped make the difference. */
function isOneSlip(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  const swapped = restB.charAt(1) + restB.charAt(0) + restB.slice(2);
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) || restA === swapped;
}
