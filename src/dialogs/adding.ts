import { addedBy, type Added } from '../domain/cases/added';
import { caseName } from '../domain/cases/name';
import type { Message } from '../domain/message';
import { asksToWait, smallTalk } from './manners';
import type { Moves, Round, Wanted } from './round';
import { isSheltered } from './shelter';
import { isQuestion } from './unheard';
import { MENU } from './voice';
import { clarified, HELP } from './wishes';

/** The skill that takes words for the case that was just opened. */
export const CASE_WORDS = 'case-words';
/** What is written so long after a case was opened is about it, ms, unless something else was done since. */
const FRESH_MS = 30 * 60_000;
/** Ends with which the matter is still the same. */
const OF_CASE: ReadonlySet<string> = new Set([CASE_WORDS, 'photo', 'nps']);
/** What goes wrong, told after "y también": it is for whoever has the case, and this can be looked at as well. */
const LOOKED_AT: ReadonlySet<string> = new Set(['balance-use', 'find-payment', 'invoice-dispute', 'modem', 'no-service', 'outage', 'reconnect']);
/** Skills whose cases are about money that was given. */
const OF_PAID: ReadonlySet<string> = new Set(['find-payment', 'reconnect']);
const isTrouble = (skill: string): boolean => LOOKED_AT.has(skill) || skill === 'ticket' || skill === HELP;
/** Buttons of "is it about…?". */
const OFFERED = 3;

/** "El martes como a las 3", right after a case was opened: for the case, and nothing to look up. True when it was heard so. */
export async function addsToCase(round: Round, moves: Moves, text: string): Promise<boolean> {
  const { desk, voice } = round;
  if (!voice.knows(CASE_WORDS) || !isFresh(round) || isSheltered(desk) || desk.said.tap) return false;
  const added = smallTalk(text) === undefined && !asksToWait(text) ? addedBy(text) : undefined;
  if (added === undefined) return false;
  const answered = (say: () => Message | string): true => {
    desk.record.language = moves.languageOf(text) ?? desk.record.language;
    return (desk.say(say()), true);
  };
  if (added === 'what-now' || added === 'pay-again') return answered(() => nothingToDo(round, added === 'pay-again'));
  const wish = await moves.wanted(text);
  if (added === 'closes') return (wish.band !== 'sure' || wish.skill === 'greet') && answered(() => voice.t(desk).fine);
  if (!isForCase(added, wish, text, moves)) {
    if (wish.band !== 'unsure') return false;
    return (await clarified(round, moves, [CASE_WORDS, ...wish.skills].slice(0, OFFERED), text), true);
  }
  if (isQuestion(text)) desk.record.language = moves.languageOf(text) ?? desk.record.language;
  const instead = wish.band === 'sure' && LOOKED_AT.has(wish.skill) ? { instead: wish.skill } : undefined;
  await moves.begin(CASE_WORDS, { words: text }, instead);
  return true;
}

/** Whoever has just been told of a case need not act; and least of all pay twice, where it is about what was paid. */
function nothingToDo({ desk, voice }: Round, asksToPay: boolean): Message {
  const { opened, turns = [] } = desk.record.trail ?? {};
  const t = voice.t(desk);
  const isPaid = turns.some(({ at, done }) => at === opened?.at && done !== undefined && OF_PAID.has(done));
  const text = t.nothingToDo({ case: opened ? caseName(opened) : '' });
  const choices = [...(voice.knows('cases') ? [voice.button(desk, 'cases')] : []), { id: MENU, label: t.toMenu }];
  return { text: asksToPay || isPaid ? `${text} ${t.payOnce}` : text, choices };
}

function isFresh({ desk: { record, now } }: Round): boolean {
  const { opened, turns = [] } = record.trail ?? {};
  if (opened === undefined || now - opened.at >= FRESH_MS) return false;
  return turns.every(({ at, done }) => at <= opened.at || done === undefined || OF_CASE.has(done));
}

/** A clear wish of another skill is that wish, however it begins. */
function isForCase(added: Added, wish: Wanted, text: string, moves: Moves): boolean {
  switch (wish.band) {
    case 'sure':
      if (added === 'beside') return [wish.skill, ...(wish.then ?? [])].every(isTrouble);
      return added === 'detail' && wish.bare !== true && !moves.names(text);
    case 'unsure':
      return added === 'detail' || (added === 'beside' && wish.skills.every(isTrouble));
    case 'none':
      return true;
    case 'denied':
      return false;
  }
}
