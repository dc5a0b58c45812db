import { spelledNumbers } from './money/words';

/** What stands between the numbers of one dictation. */
const BETWEEN = /^[\s,.-]{1,3}$/;
/** Fewer numbers in a row are amounts and counts: "de cinco o diez". */
const FEWEST = 3;
/** A phone has seven digits at least. */
const SHORTEST = 7;
/** Ways to say digits that are no numbers elsewhere. */
const SAID: readonly (readonly [way: RegExp, plain: string])[] = [
  [/\b(?:oh|o)(?= (?:oh|zero|one|two|three|four|five|six|seven|eight|nine)\b)/gi, 'zero'],
  [/\b(?:doble|double) ([a-z]+)/gi, '$1 $1'],
  [/\btriple ([a-z]+)/gi, '$1 $1 $1'],
];

/** A number of a dictation, and where it stands. */
interface Piece {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

/**
 * Text in which long numbers that somebody dictated to a phone stand in digits: "al cincuenta y cinco cincuenta y cinco cero uno cero dos" becomes
 * "al 55 55 0 1 0 2". All else stays as it was typed.
 */
export function dictated(text: string): string {
  const said = SAID.reduce((rest, [way, plain]) => rest.replace(way, plain), text);
  const long = runsOf(piecesIn(said), said).filter(isLong);
  return long.length === 0 ? text : long.reduceRight((rest, run) => rest.slice(0, run[0]?.start) + shown(run) + rest.slice(run.at(-1)?.end), said);
}

const isLong = (run: readonly Piece[]): boolean =>
  run.length >= FEWEST && run.some(({ isWord }) => isWord) && shown(run).replaceAll(' ', '').length >= SHORTEST;
const shown = (run: readonly Piece[]): string => run.map(({ digits }) => digits).join(' ');

const piecesIn = (text: string): readonly Piece[] =>
  [
    ...spelledNumbers(flat(text)).map(({ value, start, end }): Piece => ({ digits: String(value), start, end, isWord: true })),
    ...[...text.matchAll(/\d+/g)].map(({ 0: digits, index }): Piece => ({ digits, start: index, end: index + digits.length, isWord: false })),
  ].sort((a, b) => a.start - b.start);

function runsOf(pieces: readonly Piece[], text: string): readonly (readonly Piece[])[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const goesOn = run !== undefined && BETWEEN.test(text.slice(run.at(-1)?.end, piece.start));
    if (goesOn) run.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/** Small letters without accents, each in its place. */
const flat = (text: string): string =>
  [...text]
    .map((letter) => {
      const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return plain.length === letter.length ? plain : letter;
    })
    .join('');
