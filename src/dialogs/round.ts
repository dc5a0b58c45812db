import type { Desk } from './engine/desk';
import type { Voice } from './voice';

/** The flows that are under way in one turn: the one with the open question on top, those that wait for it below. */
export interface Flows {
  /** Ids from the first to the one on top. */
  readonly ids: () => readonly string[];
  /** Id of the open question. */
  readonly question: () => string | undefined;
  /** Whether leaving now loses something: money in flight, or something already done. */
  readonly guarded: () => boolean;
  /** Asks the open question again. */
  readonly reprompt: () => Promise<void>;
  /** Goes back to the last answer; false when there is none. */
  readonly back: () => Promise<boolean>;
  readonly drop: () => void;
  /** Puts what is under way aside, to be taken up by `resume`. */
  readonly park: () => void;
  readonly resume: () => Promise<void>;
}

/** One turn of the root. */
export interface Round {
  readonly desk: Desk;
  readonly flows: Flows;
  readonly voice: Voice;
}
