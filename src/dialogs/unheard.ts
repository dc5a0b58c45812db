import type { Choice } from '../domain/message';
import { readMsisdn } from '../domain/msisdn';
import { wantsNothing } from '../understanding/rules';
import { replyOf, yesOrNo } from './engine/question';
import { saidIn, type Said } from './engine/slots';
import { offerSecond, promise, waiting } from './interruptions';
import { asksToWait, smallTalk } from './manners';
import { obey } from './obey';
import type { Moves, Round, Wanted } from './round';
import { isSheltered, stay } from './shelter';
import { MENU } from './voice';
import { HELP, LONG, piecesFor, queued } from './wishes';

/** After so many answers in a row that were none a person is offered. */
const MISSES = 2;
/** Fewer words are no question for a help center. */
const WORDS_TO_SEARCH = 3;

/** Whether a text says enough to be searched for, or to be learnt from. */
export const isQuestion = (text: string): boolean => (text.match(/\p{L}{2,}/gu) ?? []).length >= WORDS_TO_SEARCH;

/** The open question did not understand the reply: another skill may, if it clearly is one; else it is asked again, in other words. */
export async function unheardIn(round: Round, moves: Moves, text: string): Promise<void> {
  const { desk, flows, voice } = round;
  if (desk.unheard?.because !== undefined) return flows.reprompt(); // understood, and refused for that reason
  if (asksToWait(text)) return waits(round);
  if (smallTalk(text) !== undefined) return flows.reprompt(); // a thank-you is no miss
  const wish = await moves.wanted(text);
  const isOther = wish.band === 'sure' && voice.names(wish.skill) && !flows.ids().includes(wish.skill);
  if (wish.band === 'sure' && wish.language) desk.record.language = wish.language;
  if (isOther && voice.knows(wish.skill))
    return moves.start(wish.skill, { ...(await queued(round, moves, wish, text)), ...(isAsked(wish) && { words: text }) });
  if (isOther) desk.say(voice.t(desk).notYetHere);
  if (wish.band === 'sure' && wish.skill === HELP && flows.ids().at(-1) === HELP)
    return moves.begin(HELP, undefined, isAsked(wish) ? { asked: text } : undefined); // the next question
  if (wish.band === 'sure') flows.renew(wish.skill, piecesFor([wish.skill], round, text));
  if (wish.band === 'sure') return flows.reprompt(); // the same wish once more, or one that must wait
  const isNo = yesOrNo(replyOf(desk.said, { text: '' })) === false || wish.band === 'denied';
  if (isNo && desk.record.last.at(-1)?.expects !== 'code') return obey(round, 'cancel'); // nobody is kept in a question they say no to
  if (desk.upset) return (desk.say(voice.t(desk).upset), flows.reprompt());
  desk.record.misses++;
  moves.note('not-understood', text);
  return again(round, moves, text);
}

/** A question for the help center, and not only the wish to ask one. */
const isAsked = ({ skill, bare = false }: Extract<Wanted, { band: 'sure' }>): boolean => skill === HELP && !bare;

/** Nobody is hurried: the question stays open as it is. */
function waits({ desk, voice }: Round): void {
  const { question, choices, expects } = desk.record.last.at(-1) ?? {};
  desk.say({ text: voice.t(desk).fine, ...(question !== undefined && { question }), ...(choices && { choices }), ...(expects && { expects }) });
}

/** The question again; after two misses the help center, where the text may be a question; then the way to a person. */
async function again(round: Round, moves: Moves, text: string): Promise<void> {
  const { desk, flows, voice } = round;
  const { misses } = desk.record;
  const [under] = flows.ids();
  if (under === HELP && isQuestion(text)) return moves.begin(HELP, undefined, { asked: text }); // the next question, instead of an answer
  const isCode = desk.record.last.at(-1)?.expects === 'code'; // whoever is at a code has no question for a help center
  if (misses === MISSES && !isCode && isQuestion(text) && voice.knows(HELP) && !flows.ids().includes(HELP)) {
    flows.park();
    return moves.begin(HELP, undefined, { asked: text });
  }
  await flows.reprompt();
  if (misses > MISSES) desk.say(isSheltered(desk) ? { text: voice.t(desk).fine, choices: [voice.toPerson(desk)] } : voice.stuck(desk));
  desk.record.misses %= MISSES + 1;
}

/** Nothing is under way and nothing was understood: the help center, then the menu in other words, then a person. */
export async function unheard(round: Round, moves: Moves, text: string): Promise<void> {
  const { desk, voice } = round;
  const t = voice.t(desk);
  if (isSheltered(desk)) return stay(round);
  if (wantsNothing(text) && /\p{L}/u.test(text) && !NONE.test(text)) return desk.say(voice.menu(desk, t.nothingToCancel)); // "sí", and nothing was asked
  const misses = desk.record.misses + 1;
  desk.record.misses = misses;
  if (misses === 1 && offersAgain(round, text)) return moves.note('not-understood', text);
  moves.note(misses > MISSES ? 'person' : 'not-understood', text);
  if (misses > MISSES) return toPerson(round, moves);
  if (isQuestion(text) && voice.knows(HELP)) {
    await moves.begin(HELP, undefined, { asked: text.length > LONG ? text.slice(-LONG) : text });
    desk.record.misses = misses;
    return;
  }
  if (isNone(text) && desk.record.last.length > 0) return toPerson(round, moves);
  desk.say(voice.menu(desk, misses > 1 ? t.unheardAgain : t.unheard));
}

/** "A mi hijo", where it was asked whether to go on with the top-up that was wanted too: asked once more, with what this says of it. */
function offersAgain(round: Round, text: string): boolean {
  const { passedOver } = round.desk;
  if (!passedOver) return false;
  const { skill, slots } = passedOver;
  const wish = { skill, slots: { ...slots, ...(slots?.['words'] !== undefined && { words: `${slots['words']} ${text}` }) } };
  promise(round, [wish, ...waiting(round)]);
  return offerSecond(round);
}

/**
 * "Sí" to "is it about one of these?" says which only where there is one, and the number of a line says none: it is asked again, with what was said
 * before and is said now; the second time by number, and after that by a person. False where that was not asked.
 */
export async function asksWhich(round: Round, moves: Moves, slots?: Said): Promise<boolean> {
  const { desk, voice } = round;
  const t = voice.t(desk);
  const { choices = [], text: before } = desk.record.last.at(-1) ?? {};
  const isAsked = choices.some(({ id, label }) => id === MENU && label === t.somethingElse);
  if (!isAsked || desk.said.tap) return false;
  const line = lineAlone(desk);
  if (line === undefined && yesOrNo(replyOf(desk.said, { text: '' })) !== true) return false;
  if (slots || line !== undefined) desk.record.slots = { ...slots, ...(line !== undefined && { line }) };
  const again = numberedList(t.whichByNumber, choices);
  if (line === undefined && before === again) return (await toPerson(round, moves), true);
  const words = before === t.whichOne ? again : t.whichOne;
  desk.say({ text: line === undefined ? words : t.whichOfLine, choices });
  return true;
}

/** The number of a line and nothing else. That of another country is none that anything here is known of: it may be of a contract, or a slip. */
function lineAlone({ said: { text }, country }: Round['desk']): string | undefined {
  const { line } = /\p{L}/u.test(text) ? {} : saidIn(text, country);
  return line === undefined || readMsisdn(line, country).kind === 'foreign' ? undefined : line;
}

/** "1 ver mi saldo. 2 mi factura.": for whoever sees no buttons, or finds reading hard. */
export const numberedList = (intro: string, choices: readonly Choice[]): string =>
  `${intro} ${choices.map(({ label }, at) => `${at + 1} ${label.charAt(0).toLowerCase()}${label.slice(1)}.`).join(' ')}`;

/** It is better that a person looks at it. */
export async function toPerson({ desk, voice }: Round, moves: Moves): Promise<void> {
  desk.say(voice.t(desk).betterPerson);
  return moves.person();
}

const NONE = /^\s*(?:ningun[oa]|nada de eso|otra cosa|ningun[oa] de es[oa]s?|none|none of (?:these|those|them)|something else|no es eso)\W*$/i;
const isNone = (text: string): boolean => NONE.test(text);
