import type { Message } from '../domain/message';
import { whoseIn } from '../understanding/slots/whose';
import { asksForPerson } from './commands';
import { saidIn, type Said } from './engine/slots';
import { isEnglish, smallTalk } from './manners';
import type { Moves, Round, Wanted } from './round';
import { isSheltered } from './shelter';
import { MENU } from './voice';

/** The skill that searches the help center; it takes what was asked as `asked`. */
export const HELP = 'faq';
/** What a minor may not ask for: the holder of the line must be of age. */
const FOR_ADULTS: ReadonlySet<string> = new Set(['loans']);
/**
 * Skills that read more in the sentence than its pieces: which subscription, which side of a loan, paid once or twice, by PIN, why a person, whether a
 * number is the stolen one.
 */
const READS_ALL: ReadonlySet<string> = new Set([
  'agent',
  'block-line',
  'buy-pack',
  'find-payment',
  'invoices',
  'loans',
  'stores',
  'subscriptions',
  'ticket',
  'top-up',
  'usage-history',
]);

/** Skills that speak of bills. */
const BILLS: ReadonlySet<string> = new Set(['invoices', 'pay-invoice', 'reconnect', 'autopay', 'reminders', 'bill-reminder']);

/** What a text says besides its wish, for skills that it may mean. */
export function piecesFor(skills: readonly string[], { desk }: Round, text: string): Said {
  const whose = whoseIn(
    text,
    skills.some((skill) => BILLS.has(skill)),
  );
  return {
    ...saidIn(text, desk.country),
    ...(whose && { whose }),
    ...(skills.some((skill) => READS_ALL.has(skill)) && { words: text }),
  };
}

/** Does what a text wants: sure, it is done; unsure, it is asked. False when nothing was understood. */
export async function act(round: Round, moves: Moves, text: string): Promise<boolean> {
  const { desk, voice } = round;
  const polite = smallTalk(text);
  if (polite !== undefined) {
    if (isEnglish(text)) desk.record.language = 'en';
    desk.say(politely(round, polite));
    return true;
  }
  const askedIn = asksForPerson(text);
  if (askedIn) {
    desk.record.language = askedIn;
    return (await moves.person(text), true);
  }
  const wish = await moves.wanted(text);
  if (wish.language) desk.record.language = wish.language;
  if (wish.band === 'sure') return does(round, moves, wish, text);
  const t = voice.t(desk);
  if (wish.band === 'none' || (wish.band === 'unsure' && (isSheltered(desk) || !wish.skills.some((skill) => voice.names(skill))))) return false;
  if (wish.band === 'denied') desk.say(voice.menu(desk, t.nothingDenied));
  if (wish.band === 'unsure') await clarified(round, moves, wish.skills, text);
  return true;
}

/** Two or three ways that may be meant are asked about; a question for the help center and nothing else is looked up: it does no harm. */
async function clarified(round: Round, moves: Moves, skills: readonly string[], text: string): Promise<void> {
  const { desk, voice } = round;
  moves.note('clarified', text);
  const [only, ...others] = skills;
  if (only === HELP && others.length === 0 && voice.knows(HELP)) return moves.begin(HELP, undefined, { asked: text });
  const t = voice.t(desk);
  const slots = { ...piecesFor(skills, round, text), ...(skills.includes(HELP) && { words: text }) };
  asked(round, skills, slots, text.length > LONG ? t.perhapsLong : t.perhaps);
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
  else if (isKeptFrom(round, skill)) desk.say(forMinors(round));
  else if (!voice.knows(skill)) return later(round, moves, then, slots);
  else {
    if (then !== undefined) desk.record.then = { skill: then, slots };
    const before = desk.replies.length;
    await moves.begin(skill, slots, skill === HELP && !bare ? { asked: text } : undefined);
    announced(round, skill, before);
  }
  return true;
}

/** Where the first wish takes more than this turn the second one is promised, so that nobody says it again. */
function announced({ desk, voice }: Round, first: string, at: number): void {
  const { then, stack } = desk.record;
  if (!then || stack.length === 0 || !voice.knows(then.skill)) return;
  desk.replies.splice(at, 0, {
    text: voice.t(desk).inTurn({ first: voice.title(desk, first), other: voice.title(desk, then.skill) }),
    language: desk.record.language,
  });
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
function asked({ desk, voice }: Round, skills: readonly string[], slots: Said, text: (v: { ways: string }) => string): void {
  const named = skills.filter((skill) => voice.names(skill));
  desk.record.slots = slots;
  const ways = new Intl.ListFormat(desk.record.language, { type: 'disjunction' }).format(named.map((skill) => voice.title(desk, skill)));
  desk.say({ text: text({ ways }), choices: [...named.map((skill) => voice.button(desk, skill)), { id: MENU, label: voice.t(desk).somethingElse }] });
}

function politely({ desk, voice }: Round, polite: 'hello' | 'thanks' | 'bye' | 'fine') {
  const t = voice.t(desk);
  if (polite === 'hello') return voice.hello(desk);
  return polite === 'thanks' && isSheltered(desk) ? t.fine : t[polite];
}

/** Whether somebody who said to be a minor may not have this. */
export const isKeptFrom = ({ desk }: Round, skill: string): boolean => FOR_ADULTS.has(skill) && (desk.record.marks?.includes('minor') ?? false);

/** Who may have it, and what else there is. */
export const forMinors = ({ desk, voice }: Round): Message => ({ text: voice.t(desk).minor, choices: [voice.button(desk, voice.first)] });
