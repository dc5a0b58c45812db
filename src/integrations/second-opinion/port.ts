import type { Language } from '../../domain/texts';

/** Somebody else's guess at what a text wants. */
export interface SecondOpinion {
  /**
   * One of `labels`, or undefined: not asked, not known, not in time, or not one of them. Never throws, and never takes longer than its limit.
   * @param text as the customer wrote it; what is personal is taken out before it leaves
   */
  ask(text: string, labels: readonly string[], language: Language): Promise<string | undefined>;
}
