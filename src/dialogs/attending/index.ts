import { z } from 'zod';
import { HIDDEN } from '../../domain/secrets';
import type { Arrival } from '../../domain/message';
import { NOTES } from '../care/handover/texts';
import type { Command } from '../commands';
import type { Attended } from '../engine/attended';
import { BEGUN } from '../engine/hand-over';
import type { Desk } from '../engine/desk';
import { obey } from '../obey';
import type { Moves, Round } from '../round';
import { changed } from './incoming';
import { flush, queue } from './outgoing';
import { noteEnd, noteScore } from './notes';
import { shielded } from './shielded';
import { BACK, caseOf, EVENTS, LEAVING, takenBack, WAIT, wordsFor, type AttendingParts } from './parts';
import { ended } from './pushes';
import { given, kept, returned } from './switchboard';
import { begun, isQuiet, leftAlone, quiet, standing, watchQuiet } from './waiting';

export type { AttendingParts } from './parts';
export { EVENTS } from './parts';

type Said = Extract<Arrival, { kind: 'said' }>;

/** Leads a conversation that a person has, or for which a customer waits in line: what is for the person, and what is still the bot's. */
export interface Attending {
  /** True when it was for the person, or about the line: nothing more is to be done with it. */
  heard(round: Round, said: Said, command: Command | undefined): Promise<boolean> | boolean;
  /** The open question did not understand it: perhaps it was for the person. */
  meant(round: Round, said: { readonly text: string }): boolean;
  /** True when the event was one of its own. */
  happened(round: Round, moves: Pick<Moves, 'start'>, name: string, value: unknown): Promise<boolean>;
  /** The customer opened the page again. True when that is all there is to say. */
  joined(round: Round): boolean;
  /** The turn is over: what agents should know of it goes to the ticket. */
  after(round: Round, arrival: Arrival): Promise<void> | void;
}

const Numbered = z.object({ reference: z.string(), number: z.string() });

export function attending(parts: AttendingParts): Attending {
  const pass = (desk: Desk, attended: Attended, { text, attachments = [] }: Pick<Said, 'text' | 'attachments'>): void => {
    const files = attachments.flatMap(({ unkept, ...file }) => (unkept === true ? [] : [file]));
    const unkept = attachments.flatMap((file) => (file.unkept === true ? [NOTES.unkept(file.name)] : []));
    const words = shielded(desk, text);
    queue(desk, attended, { as: 'customer', text: [words, ...unkept].filter(Boolean).join('\n'), ...(files.length > 0 && { files }) });
    if (words.includes(HIDDEN)) desk.say(wordsFor(desk).hidden);
    if (unkept.length > 0) desk.say(wordsFor(desk).unkept);
    else if (attended.assured !== true) desk.say(wordsFor(desk).kept({ case: caseOf(attended) })); // silence would look like nobody at all
    if (unkept.length === 0) attended.assured = true;
    if (attended.waits !== undefined) return;
    attended.waits = desk.now;
    attended.told = 0;
    watchQuiet(desk, attended, parts.quietMs);
  };
  const news = async (round: Round, moves: Pick<Moves, 'start'>, value: unknown): Promise<void> => {
    const push = await changed(round, parts, value);
    if (push !== undefined) await moves.start(push);
  };
  return {
    heard(round, said, command) {
      const { desk, flows } = round;
      const { attended } = desk.record;
      if (!attended || attended.leaves === true) return false;
      if (attended.passed === true) return (takenBack(desk, attended), false); // given back without a word: what arrives here is the bot's
      const isOpen = flows.ids().length > 0 || desk.record.asking !== undefined;
      if (said.tap?.choice === WAIT) return (desk.say(wordsFor(desk).waiting), true);
      if (leavesLine(said, command, isOpen)) return comesBack(round, command);
      if (command === 'person') return (desk.say(standing(desk, attended)), true);
      if (command !== undefined || said.tap || isOpen) return false;
      pass(desk, attended, said);
      return true;
    },
    meant({ desk }, said) {
      const { attended } = desk.record;
      if (!attended || attended.leaves === true || attended.passed === true || desk.said.tap) return false;
      delete desk.unheard;
      pass(desk, attended, said);
      return true;
    },
    async happened(round, moves, name, value) {
      const { desk } = round;
      numbered(desk, name, value);
      if (name === EVENTS.flush) await flush(desk, parts);
      else if (name === BEGUN) begun(desk, parts, value);
      else if (name === EVENTS.quiet) {
        const ticket = isQuiet(desk, value) ? desk.record.attended?.ticket : undefined;
        // A webhook may never have come: the answer is looked for before anybody hears that there is none.
        if (ticket !== undefined) await news(round, moves, { ticket, reference: desk.record.attended?.reference });
        quiet(desk, parts, value);
      } else if (name === EVENTS.changed) await news(round, moves, value);
      else if (name === EVENTS.returned) returned(desk, value);
      else if (name === EVENTS.kept) kept(desk, parts);
      else return false;
      return true;
    },
    joined({ desk }) {
      const { attended } = desk.record;
      if (!attended || attended.leaves === true || attended.passed === true) return false;
      desk.say({ text: standing(desk, attended), choices: [{ id: BACK, label: wordsFor(desk).back }] });
      return true;
    },
    after(round, arrival) {
      const { desk } = round;
      const { attended } = desk.record;
      const settled = arrival.kind === 'event' && arrival.name.endsWith(':settled') ? arrival : undefined;
      noteScore(desk);
      if (attended && !settled && parts.passes?.(desk.conversation) === true) return given(desk, attended, parts);
      leftAlone(desk, parts);
      if (attended?.pushed !== undefined) return ended(round);
      if (settled) return noteEnd(desk, parts, settled.value);
    },
  };
}

function leavesLine({ tap }: Said, command: Command | undefined, isOpen: boolean): boolean {
  if (tap) return LEAVING.includes(tap.choice);
  return command === 'menu' || command === 'leave' || (!isOpen && (command === 'cancel' || command === 'back'));
}

/** The bot is back. Agents are told, after all that the customer wrote. */
async function comesBack(round: Round, command: Command | undefined): Promise<true> {
  const { desk, voice } = round;
  const { attended } = desk.record;
  if (!attended) return true;
  const text = wordsFor(desk).returned({ case: caseOf(attended) });
  attended.leaves = true;
  delete attended.waits;
  queue(desk, attended, { as: 'note', text: NOTES.returned });
  if (command === 'leave') {
    desk.say(text);
    await obey(round, 'leave');
  } else {
    round.flows.drop();
    desk.say(voice.menu(desk, text));
  }
  return true;
}

/** The case has a number now: whoever told it, it is how the customer is told of the case from here on. */
function numbered({ record }: Desk, name: string, value: unknown): void {
  const told = name.endsWith(':numbered') ? Numbered.safeParse(value).data : undefined;
  if (told && record.attended?.reference === told.reference) record.attended.ticket = told.number;
}
