const list = (first: number, step: number, words: string): (readonly [string, number])[] =>
  words.split(' ').flatMap((spellings, index) => spellings.split('/').map((word) => [word, first + step * index] as const));

/** Folded words of Spanish and English. */
const SMALL: ReadonlyMap<string, number> = new Map([
  ...list(0, 1, 'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'),
  ...list(16, 1, 'dieciseis diecisiete dieciocho diecinueve veinte veintiuno/veintiun veintidos veintitres veinticuatro veinticinco'),
  ...list(26, 1, 'veintiseis veintisiete veintiocho veintinueve'),
  ...list(0, 1, 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'),
  ...list(16, 1, 'sixteen seventeen eighteen nineteen'),
]);
const TENS: ReadonlyMap<string, number> = new Map([
  ...list(20, 10, 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
  ...list(20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'),
]);
const HUNDREDS: ReadonlyMap<string, number> = new Map(
  list(100, 100, 'cien/ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'),
);
const THOUSAND = new Set(['mil', 'thousand']);
/** Articles as often as numbers: "una recarga de 20", "the other one". */
const ARTICLES = new Set(['un', 'una', 'uno', 'one']);

/** A number in words, and where it stands in the text. */
export interface SpelledNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** A lone "un", "una", "uno", "one": a number only where nothing else is meant. */
  readonly article: boolean;
}

/** Value of a piece of a number, and how many words it took. */
type Piece = readonly [value: number, taken: number];
const NOTHING: Piece = [0, 0];

/** The numbers spelled in folded `text`, below a million: "treinta y cinco", "ciento veinte", "dos mil", "one hundred and five". */
export function spelledNumbers(text: string): readonly SpelledNumber[] {
  const found = [...text.matchAll(/\p{L}+/gu)];
  const words = found.map(([word]) => word);
  const numbers: SpelledNumber[] = [];
  for (let at = 0; at < words.length;) {
    const [value, taken] = number(words, at);
    const first = found[at];
    const last = found[at + taken - 1];
    if (taken > 0 && first && last) {
      const article = taken === 1 && ARTICLES.has(first[0]);
      numbers.push({ value, start: first.index, end: last.index + last[0].length, article });
    }
    at += Math.max(taken, 1);
  }
  return numbers;
}

function number(words: readonly string[], at: number): Piece {
  const [thousands, before] = belowThousand(words, at);
  if (!THOUSAND.has(words[at + before] ?? '')) return [thousands, before];
  const [rest, after] = rising(belowThousand(words, at + before + 1));
  return [(before === 0 ? 1 : thousands) * 1000 + rest, before + 1 + after];
}

/** "Trescientos cero": two numbers, one after the other. */
const rising = (rest: Piece): Piece => (rest[0] === 0 ? NOTHING : rest);

function belowThousand(words: readonly string[], at: number): Piece {
  const hundreds = HUNDREDS.get(words[at] ?? '');
  if (hundreds !== undefined) {
    const [rest, taken] = rising(belowHundred(words, at + 1));
    return [hundreds + rest, 1 + taken];
  }
  const [small, taken] = belowHundred(words, at);
  const alone = taken === 0 && words[at] === 'hundred';
  if (!alone && (words[at + taken] !== 'hundred' || small > 9)) return [small, taken];
  const joined = taken + 1 + (words[at + taken + 1] === 'and' ? 1 : 0);
  const [rest, more] = belowHundred(words, at + joined);
  return [(alone ? 1 : small) * 100 + rest, more === 0 ? taken + 1 : joined + more];
}

function belowHundred(words: readonly string[], at: number): Piece {
  const tens = TENS.get(words[at] ?? '');
  if (tens === undefined) {
    const small = SMALL.get(words[at] ?? '');
    return small === undefined ? NOTHING : [small, 1];
  }
  const joined = words[at + 1] === 'y' ? 2 : 1;
  const unit = SMALL.get(words[at + joined] ?? '');
  return unit !== undefined && unit > 0 && unit < 10 ? [tens + unit, joined + 1] : [tens, 1];
}
