import { fold } from '../domain/fold';
import type { Message } from '../domain/message';
import { whoseIn } from '../understanding/slots/whose';
import { asksForPerson } from './commands';
import { saidIn, type Said } from './engine/slots';
import { promise, waiting } from './interruptions';
import { asksToWait, isEnglish, smallTalk } from './manners';
import type { Moves, Round, Wanted } from './round';
import { parted } from './parted';
import { repeatedIn } from './repeated';
import { isSheltered } from './shelter';
import { MENU } from './voice';

/** The skill that searches the help center; it takes what was asked as `asked`. */
export const HELP = 'faq';
/** What a minor may not ask for: the holder of the line must be of age. */
const FOR_ADULTS: ReadonlySet<string> = new Set(['loans']);
/**
 * Skills that read more in the sentence than its pieces: which subscription, which side of a loan, paid once or twice, all bills, by PIN, why a person,
 * whether a number is the stolen one, what to be reminded of, what is added to a case.
 */
const READS_ALL: ReadonlySet<string> = new Set([
  'agent',
  'block-line',
  'buy-pack',
  'case-words',
  'find-payment',
  'invoices',
  'loans',
  'pay-invoice',
  'reminders',
  'stores',
  'subscriptions',
  'ticket',
  'top-up',
  'usage-history',
]);

/** "¿Ya entró?": looked at between two wishes, in place of none. */
const LOOKS: ReadonlySet<string> = new Set(['find-payment', 'operations']);

/** Skills that speak of bills. */
const BILLS: ReadonlySet<string> = new Set(['invoices', 'pay-invoice', 'reconnect', 'autopay', 'reminders', 'bill-reminder']);

/** What a text says besides its wish, for skills that it may mean. */
export function piecesFor(skills: readonly string[], { desk }: Round, text: string): Said {
  const whose = whoseIn(
    text,
    skills.some((skill) => BILLS.has(skill)),
  );
  const said = saidIn(text, desk.country);
  return {
    ...said,
    ...(said['contract'] !== undefined ? { whose: 'home' } : whose && { whose }),
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
  if (asksToWait(text)) return (desk.say(voice.t(desk).fine), true);
  const askedIn = asksForPerson(text);
  if (askedIn) {
    desk.record.language = askedIn;
    return (await moves.person(text), true);
  }
  const paper = paperIn(round, text);
  if (paper) {
    await moves.begin(paper.skill, { reference: paper.reference });
    return true;
  }
  const repeated = await repeatedIn(round, text);
  if (repeated !== undefined) return (await moves.begin(repeated, piecesFor([repeated], round, text)), true);
  const wish = await moves.wanted(text);
  if (wish.language) desk.record.language = wish.language;
  if (wish.band === 'sure') return does(round, moves, wish, text);
  const t = voice.t(desk);
  if (wish.band === 'none' || (wish.band === 'unsure' && (isSheltered(desk) || !wish.skills.some((skill) => voice.names(skill))))) return false;
  if (wish.band === 'denied') desk.say(voice.menu(desk, t.nothingDenied));
  if (wish.band === 'unsure') await clarified(round, moves, wish.skills, text);
  return true;
}

/** Nothing but the number of a receipt: of this chat's own operations, or of what was paid in a shop. */
function paperIn({ voice, desk }: Round, text: string): { readonly skill: string; readonly reference: string } | undefined {
  const { reference, ...more } = saidIn(text, desk.country);
  if (reference === undefined || Object.keys(more).length > 0 || fold(text) !== fold(reference)) return undefined;
  const skill = OUR_PAPER.test(reference) ? 'operations' : /^c-/i.test(reference) ? 'cases' : 'find-payment';
  return voice.knows(skill) ? { skill, reference } : undefined;
}
/** As the ledger names its orders. */
const OUR_PAPER = /^[akprstx]-[a-z\d]{5}$/i;

/** Two or three ways that may be meant are asked about; a question for the help center and nothing else is looked up: it does no harm. */
export async function clarified(round: Round, moves: Moves, skills: readonly string[], text: string): Promise<void> {
  const { desk, voice } = round;
  moves.note('clarified', text);
  const [only, ...others] = skills;
  if (only === HELP && others.length === 0 && voice.knows(HELP)) return moves.begin(HELP, undefined, { asked: text });
  if (skills.includes(TROUBLE) && voice.knows(TROUBLE) && skills.every((skill) => skill === TROUBLE || SEEN_TO.has(skill)))
    return moves.begin(TROUBLE, piecesFor([TROUBLE], round, text));
  const t = voice.t(desk);
  const slots = { ...piecesFor(skills, round, text), ...(skills.includes(HELP) && { words: text }) };
  const short = skills.toSorted().join() === ONE_BILL ? () => t.payOrSee : t.perhaps;
  asked(round, skills, slots, text.length > LONG ? t.perhapsLong : short);
}

/** What is not clear then is what to do with it. */
const ONE_BILL = 'invoices,pay-invoice';

/** Something does not work: it looks at outages first, and leads to the modem, so that nobody who told all of it is asked which it is. */
const TROUBLE = 'no-service';
const SEEN_TO: ReadonlySet<string> = new Set(['modem', 'outage']);

/** A longer text tells a story, in characters. */
export const LONG = 400;

async function does(round: Round, moves: Moves, wish: Extract<Wanted, { band: 'sure' }>, text: string): Promise<boolean> {
  const { desk, voice } = round;
  const { skill, denied, bare = false } = wish;
  if (denied !== undefined) desk.say(notDone(round, denied));
  if (skill === 'greet' || skill === 'bye') desk.say(politely(round, skill === 'greet' ? 'hello' : 'bye'));
  else if (isKeptFrom(round, skill)) desk.say(forMinors(round));
  else {
    const { passedOver } = desk;
    if (passedOver && LOOKS.has(skill)) promise(round, [{ skill: passedOver.skill, slots: passedOver.slots ?? {} }, ...waiting(round)]); // they will still want it
    const slots = await queued(round, moves, wish, text);
    if (!voice.knows(skill)) return later(round, moves);
    const before = desk.replies.length;
    await moves.begin(skill, slots, skill === HELP && !bare ? { asked: text } : undefined);
    announced(round, skill, before);
  }
  return true;
}

/** Keeps what else a text asks for, for when the first is done; what it says of that one. */
export async function queued(round: Round, moves: Moves, { skill, then = [] }: Extract<Wanted, { band: 'sure' }>, text: string): Promise<Said> {
  const [own = text, ...others] = then.length === 0 ? [text] : await parted(text, [skill, ...then], moves);
  const wishes = then.map((other, at) => ({ skill: other, slots: piecesFor([other], round, others[at] ?? text) }));
  const underWay = round.flows.ids();
  if (wishes.length > 0) promise(round, wishes.filter((wish) => !underWay.includes(wish.skill))); // prettier-ignore
  return piecesFor([skill], round, own);
}

/** Where the first wish takes more than this turn the others are promised, so that nobody says them again. */
function announced({ desk, voice }: Round, first: string, at: number): void {
  const others = waiting({ desk }).flatMap(({ skill }) => (voice.knows(skill) ? [voice.title(desk, skill)] : []));
  if (others.length === 0 || desk.record.stack.length === 0) return;
  const other = new Intl.ListFormat(desk.record.language).format(others);
  desk.replies.splice(at, 0, { text: voice.t(desk).inTurn({ first: voice.title(desk, first), other }), language: desk.record.language });
}

/** So that nobody fears it was done after all. */
function notDone({ desk, voice }: Round, denied: string): string {
  const t = voice.t(desk);
  if (denied === 'top-up') return t.notTopUp;
  if (denied === 'buy-pack') return t.notBuyPack;
  return denied === 'loans' ? t.notLoans : t.notThat;
}

/** Not done yet; another wish of the same message may be. */
async function later({ desk, voice }: Round, moves: Moves): Promise<boolean> {
  const t = voice.t(desk);
  const { then } = desk.record;
  if (then === undefined || !voice.knows(then.skill)) desk.say(voice.menu(desk, t.notYet));
  else {
    desk.say(t.notYetButThis);
    promise({ desk }, desk.record.more ?? []);
    await moves.begin(then.skill, then.slots);
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
