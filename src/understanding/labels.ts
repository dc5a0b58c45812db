/** What the recogniser says of a text that no skill answers. */
export const OUT_OF_SCOPE = 'oos';
/** Labels that are no skills: small talk, and what is out of scope. */
export const SMALL_TALK: readonly string[] = ['greet', 'bye'];
