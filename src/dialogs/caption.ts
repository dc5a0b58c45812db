import { fold } from '../domain/fold';
import { asksForPerson } from './commands';
import type { Moves } from './round';
import { HELP } from './wishes';

/** Not "quiero mi recarga": whoever was promised one complains of it. */
const WANTS =
  /\b(?:quiero|quisiera|necesito|deseo|puedo|me gustaria|i want|i need|i d like|i would like|can i|let me)\b(?! (?:mis?|las?|el|los|que|my|the)\b)/;
/** What is wanted there is what the case is for. */
const OF_CASE: ReadonlySet<string> = new Set(['ticket', 'find-payment', HELP]);
/** Wanted at once, however it is said: a line that was lost, or stolen. */
const URGENT = 'block-line';

/** Whether words beside a photo for a case want something else, clearly: a person, or what they name and say to want. "Aquí está el recibo" wants nothing. */
export async function wantsBeside(moves: Moves, text: string): Promise<boolean> {
  if (asksForPerson(text)) return true;
  const wish = await moves.wanted(text);
  if (wish.band !== 'sure' || OF_CASE.has(wish.skill)) return false;
  return wish.skill === URGENT || (wish.bare === true && WANTS.test(fold(text)));
}

/** Words that are at most a question for the help center; beside a photo they speak of the photo. */
export async function asksNothing(moves: Moves, text: string): Promise<boolean> {
  const wish = await moves.wanted(text);
  return wish.band === 'unsure' && wish.skills.every((skill) => skill === HELP);
}
