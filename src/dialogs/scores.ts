import { replyOf } from './engine/question';
import type { Round } from './round';

const SCORE = /^\W*(?:(?:un|una|le doy|te doy|doy|diria|pongo|i say|a)\s+)?(10|\d)(?:\s*(?:\/|de|of|out of)\s*10|\s+10)?\W*$/i;
const WORDS = 'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez'.split('|');

/** A score, if the reply is one: "9", "un 10", "8/10", "diez". */
export function scoreIn({ desk }: Round): number | undefined {
  const last = desk.record.last.at(-1);
  const { choice, folded } = replyOf(desk.said, last ?? { text: '' });
  const written = choice ?? SCORE.exec(folded)?.[1];
  const word = WORDS.indexOf(folded);
  if (written === undefined) return word >= 0 ? word : undefined;
  const score = Number(written);
  return Number.isInteger(score) && score >= 0 && score <= 10 ? score : undefined;
}
