import { saidIn, type Said } from './engine/slots';
import { smallTalk } from './manners';
import type { Moves, Round, Wanted } from './round';
import { isSheltered } from './shelter';
import { MENU } from './voice';

/** The skill that searches the help center; it takes what was asked as `asked`. */
export const HELP = 'faq';
/** What a minor may not ask for: the holder of the line must be of age. */
const FOR_ADULTS: ReadonlySet<string> = new Set(['loans']);
/** Skills that read more in the sentence than its pieces: which subscription, which side of a loan, paid once or twice. */
const READS_ALL: ReadonlySet<string> = new Set([
  'buy-pack',
  'find-payment',
  'invoices',
  'loans',
  'stores',
  'subscriptions',
  'ticket',
  'usage-history',
]);

/** What a text says besides its wish, for skills that it may mean. */
export const piecesFor = (skills: readonly string[], { desk }: Round, text: string): Said => ({
  ...saidIn(text, desk.country),
  ...(skills.some((skill) => READS_ALL.has(skill)) && { words: text }),
});

/** Does what a text wants: sure, it is done; unsure, it is asked. False when nothing was understood. */
export async function act(round: Round, moves: Moves, text: string): Promise<boolean> {
  const { desk, voice } = round;
  const polite = smallTalk(text);
  if (polite !== undefined) {
    desk.say(politely(round, polite));
    return true;
  }
  const wish = await moves.wanted(text);
  if (wish.language) desk.record.language = wish.language;
  if (wish.band === 'sure') return does(round, moves, wish, text);
  const t = voice.t(desk);
  if (wish.band === 'none' || (wish.band === 'unsure' && isSheltered(desk))) return false;
  if (wish.band === 'denied') desk.say(voice.menu(desk, t.nothingDenied));
  if (wish.band === 'unsure') moves.note('clarified', text);
  if (wish.band === 'unsure') asked(round, wish.skills, piecesFor(wish.skills, round, text), text.length > LONG ? t.perhapsLong : t.perhaps);
  return true;
}

/** A longer text tells a story, in characters. */
export const LONG = 400;

async function does(
  round: Round,
  moves: Moves,
  { skill, then, denied, bare = false }: Extract<Wanted, { band: 'sure' }>,
  text: string,
): Promise<boolean> {
  const { desk, voice } = round;
  const slots = piecesFor([skill], round, text);
  if (denied !== undefined) desk.say(notDone(round, denied));
  if (skill === 'greet' || skill === 'bye') desk.say(politely(round, skill === 'greet' ? 'hello' : 'bye'));
  else if (FOR_ADULTS.has(skill) && desk.record.marks?.includes('minor')) desk.say(forMinors(round));
  else if (!voice.knows(skill)) return later(round, moves, then, slots);
  else {
    if (then !== undefined) desk.record.then = { skill: then, slots };
    await moves.begin(skill, slots, skill === HELP && !bare ? { asked: text } : undefined);
  }
  return true;
}

/** So that nobody fears it was done after all. */
function notDone({ desk, voice }: Round, denied: string): string {
  const t = voice.t(desk);
  if (denied === 'top-up') return t.notTopUp;
  if (denied === 'buy-pack') return t.notBuyPack;
  return denied === 'loans' ? t.notLoans : t.notThat;
}

/** Not done yet; a second wish of the same message may be. */
async function later({ desk, voice }: Round, moves: Moves, then: string | undefined, slots: Said): Promise<boolean> {
  const t = voice.t(desk);
  if (then === undefined || !voice.knows(then)) desk.say(voice.menu(desk, t.notYet));
  else {
    desk.say(t.notYetButThis);
    await moves.begin(then, slots);
  }
  return true;
}

/** "Is it about one of these?": at most three, and something else. What the text said besides is kept for the answer. */
function asked({ desk, voice }: Round, skills: readonly string[], slots: Said, text: string): void {
  const named = skills.filter((skill) => voice.names(skill));
  desk.record.slots = slots;
  desk.say({ text, choices: [...named.map((skill) => voice.button(desk, skill)), { id: MENU, label: voice.t(desk).somethingElse }] });
}

function politely({ desk, voice }: Round, polite: 'hello' | 'thanks' | 'bye' | 'fine') {
  const t = voice.t(desk);
  if (polite === 'hello') return voice.hello(desk);
  return polite === 'thanks' && isSheltered(desk) ? t.fine : t[polite];
}

const forMinors = ({ desk, voice }: Round) => ({ text: voice.t(desk).minor, choices: [voice.button(desk, voice.first)] });
