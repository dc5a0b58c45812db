import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Message } from '../../domain/message';
import type { Erased } from './erased';
import type { Skill, Step } from './skill';

/** What a flow remembers between turns: named answers, never a step index. */
export const Stored = z.object({
  /** Number of the message that began it. */
  begun: z.number().int(),
  /** The line it speaks of, pinned when it began. */
  line: z.string().optional(),
  /** The contract it speaks of, pinned likewise. */
  home: z.string().optional(),
  /** Which of the two it is about, where the customer was asked. */
  speaks: z.enum(['mobile', 'home']).optional(),
  /** The open question. `words` is the digest of what a consent was shown with, at `at`; `order` is what it was shown for. `secret`: its answer is one. */
  asked: z
    .object({
      ...{ name: z.string(), id: z.string(), page: z.number().int() },
      ...{ words: z.string().optional(), order: z.string().optional(), at: z.number().optional(), secret: z.boolean().optional() },
    })
    .optional(),
  answers: z.record(z.string(), z.unknown()),
  /** What the sentence that began it said besides its wish, in its own words; each piece is tried once as an answer. */
  slots: z.record(z.string(), z.string()).optional(),
  /** The question that the customer came back to: it is asked, whatever could be assumed. */
  asks: z.string().optional(),
});
export type Stored = z.infer<typeof Stored>;

/** What a flow may begin with. */
export const Preset = Stored.pick({ answers: true, slots: true }).partial().optional();

/** The first step that still needs doing: no valid answer, and wanted. Undefined when everything is known. */
export function nextStep({ steps }: Skill, { answers }: Stored, known: Erased): Step | undefined {
  return steps.find((step) => !isAnswered(step, answers) && (step.when?.(known) ?? true));
}

/** An answer of an older release that no longer fits counts as none. */
const isAnswered = ({ name, keeps }: Step, answers: Stored['answers']): boolean => name in answers && keeps.safeParse(answers[name]).success;

export function remember(stored: Stored, name: string, answer: unknown): Stored {
  const { asked: _, asks, ...rest } = stored;
  return { ...rest, ...(asks !== undefined && asks !== name && { asks }), answers: { ...stored.answers, [name]: answer } };
}

/** Forgets the answer of step `from`, and all that came after it. */
export function forgetFrom({ steps }: Skill, stored: Stored, from: string): Stored {
  const at = steps.findIndex(({ name }) => name === from);
  return keepOnly(stored, at < 0 ? [] : steps.slice(0, at));
}

/** Forgets steps of these kinds wherever they stand; the customer's own answers, and what was done for them, stay. */
export function forgetKinds({ steps }: Skill, stored: Stored, ...kinds: readonly Step['kind'][]): Stored {
  return keepOnly(
    stored,
    steps.filter(({ kind }) => !kinds.includes(kind)),
  );
}

/** Other answers to earlier questions, by name: what was read or agreed to is void, and so is what was done since for the old one. */
export const amended = (skill: Skill, stored: Stored, answers: Readonly<Record<string, unknown>>): Stored =>
  Object.entries(answers).reduce((all, [name, answer]) => amend(skill, all, name, answer), stored);

function amend(skill: Skill, stored: Stored, name: string, answer: unknown): Stored {
  const at = skill.steps.findIndex((step) => step.name === name);
  const valid = skill.steps.filter(({ kind }, index) => kind === 'ask' || (kind === 'act' && index < at));
  return remember(keepOnly(stored, valid), name, answer);
}

/** The wish said again, with other pieces: each is tried as the answer to its question once more, also where that was answered before. */
export function renewed({ steps }: Skill, stored: Stored, said: Readonly<Record<string, string>>): Stored {
  const isSaidAnew = (step: Step): boolean => step.kind === 'ask' && step.from !== undefined && step.from in said;
  const valid = steps.filter((step) => step.kind === 'act' || (step.kind === 'ask' && !isSaidAnew(step)));
  return { ...keepOnly(stored, valid), slots: { ...stored.slots, ...said } };
}

function keepOnly(stored: Stored, steps: readonly Step[]): Stored {
  const { asked: _, answers, ...rest } = stored;
  const names = new Set(steps.map(({ name }) => name));
  return { ...rest, answers: Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name))) };
}

/** The last thing the customer answered before the open question, to go back to. */
export function lastAnswered({ steps }: Skill, { asked, answers }: Stored): string | undefined {
  const at = steps.findIndex(({ name }) => name === asked?.name);
  return steps.slice(0, at < 0 ? steps.length : at).findLast(({ kind, name }) => kind === 'ask' && name in answers)?.name;
}

/** What consent is given to: the very words, in their language. */
export function digest(message: Message): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url').slice(0, 22);
}

/** What is stored of a flow cannot be read: it is forgotten, and the customer gets the menu. */
export class BrokenFlow extends Error {
  override readonly name = 'BrokenFlow';
}
