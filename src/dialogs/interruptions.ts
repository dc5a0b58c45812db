import type { Message } from '../domain/message';
import { replyOf, yesOrNo } from './engine/question';
import type { Round } from './round';

/**
 * Another skill is wanted while one is under way. One that has done or risked nothing is simply left; else the customer is
 * asked first. True when that question was asked, so that nothing more is to be done now.
 */
export function asksBeforeLeaving({ desk, flows, voice }: Round, skill: string): boolean {
  const [under] = flows.ids();
  if (under === undefined || under === skill || !flows.guarded()) return false;
  ask({ desk, flows, voice }, 'leave', skill, voice.t(desk).leaveFor({ this: voice.title(desk, under), other: voice.title(desk, skill) }));
  return true;
}

/** What was left for another skill is offered again when that one is over. */
export function offerReturn(round: Round): void {
  const { desk, voice } = round;
  const [parked] = desk.record.parked ?? [];
  if (parked) ask(round, 'return', parked.id, voice.t(desk).comeBack({ this: voice.title(desk, parked.id) }));
}

/** The answer to a question of the root. False when it was none: then it is no longer open, and the reply is heard as any other. */
export async function answersRoot(round: Round, begin: (skill: string) => Promise<void>): Promise<boolean> {
  const { desk, flows } = round;
  const { asking } = desk.record;
  if (!asking) return false;
  const { tap } = desk.said;
  if (tap && tap.question !== asking.id) return false;
  const yes = yesOrNo(replyOf(desk.said, question(round, asking.kind, '')));
  delete desk.record.asking;
  if (asking.kind === 'leave') {
    if (yes === undefined) return false;
    if (!yes) await flows.reprompt();
    else {
      flows.park();
      await begin(asking.skill);
    }
    return true;
  }
  if (yes === true) await flows.resume();
  else delete desk.record.parked;
  if (yes === false) desk.say(round.voice.menu(desk, round.voice.t(desk).menu));
  return yes !== undefined;
}

function ask(round: Round, kind: 'leave' | 'return', skill: string, text: string): void {
  const { desk } = round;
  const id = `${desk.number}.${kind}.${desk.sign(`${desk.conversation} ${desk.number} ${kind}`)}`;
  desk.record.asking = { id, kind, skill };
  desk.say({ ...question(round, kind, text), question: id });
}

function question({ desk, voice }: Round, kind: 'leave' | 'return', text: string): Message {
  const t = voice.t(desk);
  const [yes, no] = kind === 'leave' ? [t.leaveYes, t.leaveNo] : [t.comeBackYes, t.comeBackNo];
  return {
    text,
    choices: [
      { id: 'yes', label: yes },
      { id: 'no', label: no },
    ],
  };
}
