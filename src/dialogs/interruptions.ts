import { fold } from '../domain/fold';
import type { Message } from '../domain/message';
import { awaited } from './awaited';
import { isAttended } from './engine/attended';
import type { ConversationRecord } from './engine/record';
import { replyOf, yesOrNo } from './engine/question';
import type { Round } from './round';
import { scoreIn } from './scores';
import type { Voice } from './voice';

type Asking = NonNullable<ConversationRecord['asking']>;
type Slots = Asking['slots'];

/**
 * Another skill is wanted while one is under way. One that has done or risked nothing is simply left; else the customer is
 * asked first. True when that question was asked, so that nothing more is to be done now.
 */
export function asksBeforeLeaving(round: Round, skill: string, slots?: Slots): boolean {
  const { desk, flows, voice } = round;
  const [under] = flows.ids();
  if (under === undefined || under === skill || !flows.guarded()) return false;
  ask(round, 'leave', { skill, text: voice.t(desk).leaveFor({ this: voice.title(desk, under), other: voice.title(desk, skill) }), slots });
  return true;
}

/** What waited for the skill that has just been done goes on by itself. True when it did. */
export async function goesOn({ desk, flows }: Round): Promise<boolean> {
  const { awaits, parked } = desk.record;
  delete desk.record.awaits;
  if (awaits === undefined || !parked || desk.finished !== awaits) return false;
  await flows.resume();
  return true;
}

/** What was left for another skill is offered again when that one is over. */
export function offerReturn(round: Round): void {
  const { desk, voice } = round;
  const [parked] = desk.record.parked ?? [];
  if (!parked || isAttended(desk.record)) return; // a person has the conversation now
  const words = desk.record.parkedFrom === undefined ? voice.t(desk).comeBack : voice.t(desk).takeUp;
  ask(round, 'return', { skill: parked.id, text: words({ this: voice.title(desk, parked.id) }) });
}

/** What was wanted besides, in this order, when what is under way is done. */
export function promise({ desk: { record } }: Pick<Round, 'desk'>, [then, ...more]: readonly NonNullable<ConversationRecord['then']>[]): void {
  delete record.then;
  delete record.more;
  if (then) Object.assign(record, { then, ...(more.length > 0 && { more }) });
}

/** What was promised, in its order. */
export const waiting = ({ desk: { record } }: Pick<Round, 'desk'>): readonly NonNullable<ConversationRecord['then']>[] =>
  record.then ? [record.then, ...(record.more ?? [])] : [];

/** The next wish of a message, when the first is done: offered, or honestly not done yet. True when something was said. */
export function offerSecond(round: Round): boolean {
  const { desk, voice } = round;
  const [then, ...more] = waiting(round);
  if (!then) return false;
  promise(round, more);
  const t = voice.t(desk);
  const other = voice.title(desk, then.skill);
  if (voice.knows(then.skill)) ask(round, 'also', { skill: then.skill, text: t.andNow({ other }), slots: then.slots });
  else {
    desk.say({ text: t.notYetThat({ other }), choices: [voice.toPerson(desk)] });
    offerSecond(round);
  }
  return true;
}

/** What a yes to a question of the root leads to. */
export interface Ways {
  readonly begin: (skill: string, slots?: Slots, answers?: object) => Promise<void>;
  readonly person: () => Promise<void>;
  readonly names: (text: string) => boolean;
}

/** The answer to `asking`, a question of the root. False when it was none: then it is no longer open, and the reply is heard as any other. */
export async function answersRoot(round: Round, asking: Asking, ways: Ways): Promise<boolean> {
  const { desk, flows } = round;
  const { tap } = desk.said;
  if (tap && tap.question !== asking.id) return false;
  if (asking.kind === 'nps') return scores(round, asking, ways);
  const yes = yesOrNo(replyOf(desk.said, question(round, asking.kind, '')));
  const isSecret = awaited(desk.record) === 'secret' && !desk.said.tap && !ways.names(desk.said.text);
  delete desk.record.asking;
  if (asking.kind === 'leave') return leaves(round, asking, yes, ways);
  if (asking.kind === 'return') {
    if (yes === true) await flows.resume();
    else if (yes === undefined && desk.record.parkedFrom === undefined && isNumber(desk.said))
      flows.takeUp(); // whoever types the code goes on
    else if (yes === undefined && isSecret)
      return (await flows.resume(), true); // nobody else hears what may be the password: it is asked for again
    else for (const left of ['parked', 'parkedFrom'] as const) delete desk.record[left];
  } else if (yes === true) await (asking.kind === 'also' ? ways.begin(asking.skill, asking.slots) : ways.person());
  if (yes === false && !(asking.kind === 'also' && offerSecond(round))) refused(round, asking.kind);
  else if (yes === undefined && asking.kind === 'also') desk.passedOver = { skill: asking.skill, slots: asking.slots };
  return yes !== undefined;
}

/** "482910", "mi código es 48 29 10": nothing but a number, and the words that announce one. A shorter one may be the place in a list that is not on the screen. */
const isNumber = ({ text, tap }: Round['desk']['said']): boolean => !tap && NUMBER.test(fold(text));
const NUMBER =
  /^(?=(?:\D*\d){3})(?:(?:\d+(?!\d)|mi|my|el|la|the|es|is|it|de|del|numero|number|codigo|code|linea|line|contrato|contract|cuenta|account|documento|dpi|dui|dni|cedula) ?)+$/;

/** A score goes on to why; anything else is no answer, and is heard as any other message. */
async function scores(round: Round, asking: Asking, { begin }: Ways): Promise<boolean> {
  const { desk, voice } = round;
  const score = scoreIn(round);
  delete desk.record.asking;
  if (score === undefined) return !desk.said.tap && noScore(round, asking, fold(desk.said.text), voice.t(desk));
  desk.nps = { score };
  if (desk.record.surveyed) desk.record.surveyed = { ...desk.record.surveyed, score };
  await begin('nps', undefined, { score });
  return true;
}

/** "100" is told the scale, once; "no sé" is let be. */
function noScore({ desk }: Round, asking: Asking, folded: string, t: ReturnType<Voice['t']>): boolean {
  if (/^\d{2,4}$/.test(folded) && !asking.slots) {
    desk.record.asking = { ...asking, slots: { told: folded } };
    desk.say({ text: t.surveyScale, question: asking.id });
    return true;
  }
  if (!NO_SCORE.test(folded)) return false;
  desk.say(t.fine);
  return true;
}
const NO_SCORE =
  /^(?:\d{2,4}|no|nose|no se|no lo se|no quiero|no gracias|ahora no|luego|despues|mas tarde|paso|ninguno|i don t know|no idea|not now|skip)$/;

async function leaves({ flows }: Round, { skill, slots }: Asking, yes: boolean | undefined, { begin }: Ways): Promise<boolean> {
  if (yes === undefined) return false;
  if (!yes) await flows.reprompt();
  else {
    flows.park();
    await begin(skill, slots);
  }
  return true;
}

function refused({ desk, voice }: Round, kind: Asking['kind']): void {
  const t = voice.t(desk);
  if (kind === 'person') delete desk.record.trail?.asked; // who wants nobody to hear of it opens a case of something else
  desk.say(kind === 'return' ? voice.menu(desk, t.menu) : t.fine);
}

/** Asks a yes-or-no question of the root. */
export function ask(round: Round, kind: Asking['kind'], { skill, text, slots }: { skill: string; text: string; slots?: Slots | undefined }): void {
  const { desk } = round;
  const id = `${desk.number}.${kind}.${desk.sign(`${desk.conversation} ${desk.number} ${kind}`)}`;
  desk.record.asking = { id, kind, skill, ...(slots && { slots }) };
  desk.say({ ...question(round, kind, text), question: id });
}

function question({ desk, voice }: Round, kind: Asking['kind'], text: string): Message {
  const t = voice.t(desk);
  const labels = {
    leave: [t.leaveYes, t.leaveNo],
    return: [t.comeBackYes, t.comeBackNo],
    also: [t.alsoYes, t.comeBackNo],
    person: [t.personYes, t.comeBackNo],
    nps: [],
  };
  if (kind === 'nps') return { text, choices: Array.from({ length: 11 }, (_, score) => ({ id: String(score), label: String(score) })) };
  const [yes, no] = labels[kind];
  return {
    text,
    choices: [
      { id: 'yes', label: yes ?? '' },
      { id: 'no', label: no ?? '' },
    ],
  };
}
