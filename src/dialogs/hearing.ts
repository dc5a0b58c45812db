import type { Arrival } from '../domain/message';
import { graveIn, type Grave } from '../understanding/safety';
import type { HelpLines } from './care/safety';
import { addsToCase } from './adding';
import type { Attending } from './attending';
import { asksOfBegun } from './begun';
import { asksNothing } from './caption';
import { taken, type Elsewhere } from './elsewhere';
import { awaited } from './awaited';
import { commandIn, isStop } from './commands';
import { isAttended } from './engine/attended';
import type { Said } from './engine/slots';
import { offeredTo } from './guess';
import { answersRoot } from './interruptions';
import { complains, smallTalk, speaksFormally } from './manners';
import { hearPlace } from './near';
import type { moving, Turned } from './moves';
import { obey, partFrom } from './obey';
import { captioned, hasPhoto, PHOTO, remarked, remarkOf } from './remarks';
import { isForNobody, mayBeSecret, tellsOfSecret } from './secrets';
import { shelter } from './shelter';
import { tongueOf } from './tongue';
import { asksWhich, unheard, unheardIn } from './unheard';
import { over, warned } from './unusable';
import { MENU, START, type Voice } from './voice';
import { act, piecesFor } from './wishes';

/** What a customer wrote or tapped. */
export type Saying = Extract<Arrival, { kind: 'said' }>;

interface HearingParts {
  readonly moves: ReturnType<typeof moving>;
  /** The skills of this release. */
  readonly flows: { has(skill: string): boolean };
  readonly speaking: Voice;
  /** Id of the skill that leads to a human being. */
  readonly person: string;
  readonly attending: Attending | undefined;
  readonly elsewhere: Elsewhere | undefined;
  readonly helpLines: HelpLines;
}

/** Buttons of a talk with a person, which is over when they come here. */
const WITH_PERSON = 'attended:';
/** The skill that blocks a stolen line, where there is one. */
const BLOCK = 'block-line';

/** Before the question hears it: to one that takes any words it would be an answer. A secret may be any word, and a person who attends hears it too. */
const takesLeave = ({ desk: { record } }: Turned, text: string): boolean =>
  smallTalk(text) === 'bye' && awaited(record) !== 'secret' && !isAttended(record);

/** In which order what a customer says finds who hears it: danger, secrets, a person at the desk, commands, the open question, a skill, and at last nobody. */
export function hearing({ moves: { settle, start, movesOf }, flows, speaking, person, attending, elsewhere, helpLines }: HearingParts) {
  const hearOpen = async (round: Turned, text: string): Promise<void> => {
    const { desk, flows: open } = round;
    if (!desk.said.tap && takesLeave(round, text)) return partFrom(round);
    const isTheirs = attending !== undefined && !isForNobody(round, text);
    // Not in the middle of money: a consent holds for its own words only.
    if (!desk.said.tap && awaited(desk.record) === 'text' && !open.guarded())
      desk.record.language = tongueOf(text, movesOf(round).languageOf(text)) ?? desk.record.language;
    await open.hear();
    if (desk.unheard && isTheirs && attending.meant(round, { text })) return;
    if (desk.unheard && !open.guarded() && (await asksOfBegun(round, movesOf(round), text))) return;
    if (desk.unheard) return unheardIn(round, movesOf(round), text);
    desk.record.misses = 0;
    return settle(round);
  };

  /** Before any menu, and before any command. */
  const sheltered = async (round: Turned, grave: Grave, { text, cards }: Saying): Promise<void> => {
    const moves = movesOf(round);
    const block = () => moves.begin(BLOCK, piecesFor([BLOCK], round, text));
    await shelter(round, grave, { lines: helpLines, person: () => moves.person(text), ...(flows.has(BLOCK) && { block }) });
    if (cards) round.desk.say(speaking.t(round.desk).cards);
  };

  /** Undefined for what is no button of the root's, and for the one that leads to a person. */
  const hearTap = (round: Turned, { choice }: NonNullable<Saying['tap']>, slots?: Said): Promise<void> | undefined => {
    if (choice === MENU || choice.startsWith(WITH_PERSON)) return obey(round, 'menu');
    return choice.startsWith(START) && choice !== START + person ? start(round, choice.slice(START.length), slots) : undefined;
  };

  const taking = (round: Turned, offered: string, slots?: Said): Promise<void> => {
    if (offered === 'menu') return obey(round, 'menu');
    return offered === 'other' ? movesOf(round).person() : start(round, offered, slots);
  };

  /** Nothing is under way. */
  const hearNew = async (round: Turned, { text, attachments }: Saying, slots?: Said): Promise<void> => {
    const moves = movesOf(round);
    const offered = offeredTo(round);
    if (offered !== undefined) return taking(round, offered, slots);
    const isBeside = hasPhoto(attachments) && flows.has(PHOTO);
    if (isBeside && (await asksNothing(moves, text))) return captioned(round, moves, text);
    if ((await asksWhich(round, moves, slots)) || (await asksOfBegun(round, moves, text))) return;
    if ((await addsToCase(round, moves, text)) || (await act(round, moves, text))) return;
    return isBeside ? captioned(round, moves, text) : unheard(round, moves, text);
  };

  return async (round: Turned, said: Saying): Promise<void> => {
    const { dc, desk } = round;
    const { text, tap } = said;
    const { slots } = desk.record;
    delete desk.record.slots;
    const grave = tap ? undefined : graveIn(text);
    if (grave) return sheltered(round, grave, said);
    if (said.cards) return warned(round);
    if (!tap && tellsOfSecret(round, text)) return;
    const isSecret = mayBeSecret(round, text);
    if (!isSecret && desk.record.form !== 'usted' && (speaksFormally(text) || complains(text))) desk.record.form = 'usted';
    const heard = attending?.heard(round, said, tap ? undefined : commandIn(text));
    if (heard && (await heard)) return;
    const tapped = tap && hearTap(round, tap, slots);
    if (tapped) return tapped;
    if (said.place) return hearPlace(round, said.place, { start, settle });
    const command = tap || (dc.stack.length === 0 && !desk.record.asking && isStop(text)) ? undefined : commandIn(text);
    const moves = movesOf(round);
    if (command === 'person' || tap?.choice === START + person) return moves.person();
    if (command) return obey(round, command);
    if (desk.record.asking && (await answersRoot(round, desk.record.asking, moves)))
      return desk.record.parked ? undefined : taken(round, dc.stack[0]?.id ?? '', elsewhere);
    if (tap && tap.question !== round.flows.question()) return over(round);
    const remark = tap || isSecret || isAttended(desk.record) ? undefined : remarkOf(round, said);
    if (remark && (await remarked(round, moves, said, remark))) return;
    if (dc.stack.length > 0) return hearOpen(round, text);
    return hearNew(round, said, slots);
  };
}
