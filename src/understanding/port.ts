import type { Language } from '../domain/texts';

/** A skill that a text may mean, and how sure that is (0 to 1). */
export interface Intent {
  readonly skill: string;
  readonly score: number;
  /** Of a phrase that was found: its length in words. */
  readonly words?: number;
  /** The language it was said in; absent when it could be either. */
  readonly language?: Language;
}

/** From text to ranked intents, with an honest "I do not know": an empty list. */
export interface Recogniser {
  rank(text: string, language: Language): readonly Intent[];
}
