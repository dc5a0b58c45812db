/**
 * The one seam where a skill's types are erased: a list of skills holds many different ones, and TypeScript has no type for
 * "some T, I do not say which". A skill is checked in full where it is written; the engine puts in what zod validated.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Erased = any;
