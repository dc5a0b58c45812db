import type { Language } from '../domain/texts';
import type { Desk } from './engine/desk';
import type { Said } from './engine/slots';
import type { Voice } from './voice';

/** The flows that are under way in one turn: the one with the open question on top, those that wait for it below. */
export interface Flows {
  /** Ids from the first to the one on top. */
  readonly ids: () => readonly string[];
  /** Id of the open question. */
  readonly question: () => string | undefined;
  /** Whether leaving now loses something: money in flight, or something already done. */
  readonly guarded: () => boolean;
  /** Gives what was said to the open question. */
  readonly hear: () => Promise<void>;
  /** Asks the open question again. */
  readonly reprompt: (isNews?: boolean) => Promise<void>;
  /** Goes back to the last answer; false when there is none. */
  readonly back: () => Promise<boolean>;
  /** The wish of a flow that waits below the open question was said again, with these pieces: they are newer than what it began with. */
  readonly renew: (skill: string, said: Said) => void;
  readonly drop: () => void;
  /** Puts what is under way aside, to be taken up by `resume`, by itself when the skill that it awaits is done. */
  readonly park: (awaits?: string) => void;
  readonly resume: () => Promise<void>;
  /** Takes it up without asking its question again: what was just said is heard as the answer to it. */
  readonly takeUp: () => void;
}

/** One turn of the root. */
export interface Round {
  readonly desk: Desk;
  readonly flows: Flows;
  readonly voice: Voice;
}

/** What a text wants, in one of three bands; `denied` says only what is not wanted. */
export type Wanted = { readonly language?: Language } &
  /** `then`: what else it asks for, in that order. `bare`: it says no more than what is wanted. `denied`: the skill that it says not to want. */
  (
    | { readonly band: 'sure'; readonly skill: string; readonly then?: readonly string[]; readonly bare?: boolean; readonly denied?: string }
    | { readonly band: 'unsure'; readonly skills: readonly string[] }
    | { readonly band: 'denied' }
    | { readonly band: 'none' }
  );

/** Why a text is worth a look: nobody understood it, it was asked about, or it ended with a person or with a case. */
export type Why = 'not-understood' | 'clarified' | 'person' | 'ticket';
/** Where such texts go; nobody waits for it. */
export type Review = (entry: { readonly text: string; readonly why: Why; readonly language: Language }) => void;

/** What the root can do next. */
export interface Moves {
  /** Starts a skill with an empty stack; `slots` is what the sentence said, `answers` what is known. */
  readonly begin: (skill: string, slots?: Said, answers?: object) => Promise<void>;
  /** The same, asking first where something under way would be lost. */
  readonly start: (skill: string, slots?: Said) => Promise<void>;
  /** To a human being; `text` is what was said with that wish. */
  readonly person: (text?: string) => Promise<void>;
  readonly wanted: (text: string) => Promise<Wanted>;
  /** What a text is written in, whatever it wants. Undefined: it could be either. */
  readonly languageOf: (text: string) => Language | undefined;
  /** Whether most of a text names something that can be done, word for word: nobody is asked, and nothing is kept. */
  readonly names: (text: string) => boolean;
  /** Keeps a text that the bot should learn from; see `Review`. */
  readonly note: (why: Why, text: string) => void;
}
