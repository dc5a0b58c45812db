import type { Chance } from './chance';

/** Keys beside each other on a phone. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'sq', b: 'vn', c: 'xv', d: 'sf', e: 'wr', f: 'dg', g: 'fh', h: 'gj', i: 'uo', j: 'hk', k: 'jl', l: 'kñ', m: 'n', n: 'bm', o: 'ip', p: 'o', q: 'w', r: 'et', s: 'ad', t: 'ry', u: 'yi', v: 'cb', w: 'qe', x: 'zc', y: 'tu', z: 'x',
}; // prettier-ignore
/** What many people confuse when they write Spanish. */
const CONFUSED: readonly (readonly [string, string])[] = [
  ['v', 'b'],
  ['b', 'v'],
  ['c', 's'],
  ['z', 's'],
  ['ll', 'y'],
  ['y', 'll'],
  ['h', ''],
  ['qu', 'k'],
  ['g', 'j'],
  ['que', 'q'],
  ['s', 'z'],
];

/** A text as a hurried thumb types it: no accents or signs, and about one slip in `every` words. */
export function mistyped(text: string, random: Chance, every = 4): string {
  const plain = random() < 0.7 ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  const bare = random() < 0.7 ? plain.replace(/[¿?¡!.,;]/g, '') : plain;
  const slipped = bare.split(' ').map((word) => (random() < 1 / every ? slip(word, random) : word));
  const said = slipped.join(' ');
  return random() < 0.1 ? said.toUpperCase() : said;
}

/** One slip in a word of at least four letters: a letter missing, doubled, swapped, of the next key, or of the same sound. */
function slip(word: string, random: Chance): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (Math.floor(random() * 5)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + after.charAt(0) + letter + after.slice(1);
    case 3:
      return before + pick(NEIGHBOURS[letter.toLowerCase()] ?? letter, random) + after;
    default: {
      const [wrong, heard] = CONFUSED[Math.floor(random() * CONFUSED.length)] ?? ['', ''];
      return word.replace(wrong, heard);
    }
  }
}

const pick = (letters: string, random: Chance): string => letters.charAt(Math.floor(random() * letters.length));
