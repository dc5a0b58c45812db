import { z } from 'zod';
import { withoutNumbers } from '../../domain/cases/numbers';
import type { Arrival, Message } from '../../domain/message';

/** So much is remembered: what an agent reads on one screen. */
const MOST = { turns: 5, earlier: 25, tried: 8, articles: 6, files: 3 } as const;
const SAID_CHARACTERS = 400;
const HIDDEN = '••••••';
/** Conversations of which a log keeps what was said. */
const LOGGED = 'web:';

const At = { at: z.number() };
const KeptFile = z.object({ ...At, id: z.string(), name: z.string(), contentType: z.string(), bytes: z.number() });

/** What went before in a conversation, for whoever takes over: the last turns, what was tried, and what was sent. Numbers of people are masked. */
export const Trail = z.object({
  /** `done`: the skill that ended with it. `tap`: a button was pressed, whose label tells nothing. */
  turns: z.array(
    z.object({ ...At, said: z.string(), replied: z.string(), done: z.exactOptional(z.string()), tap: z.exactOptional(z.literal(true)) }),
  ),
  /** What was said before those, where no log keeps it: for the agent who wants to read the whole of it. */
  earlier: z.array(z.object({ ...At, said: z.string(), replied: z.string() })).optional(),
  tried: z.array(z.object({ ...At, text: z.string() })),
  /** Ids of help articles that were shown. */
  articles: z.array(z.string()),
  /** What the customer asked last that no answer was found for. */
  asked: z.object({ ...At, text: z.string() }).optional(),
  /** How often a person was asked for. */
  persons: z.number().int(),
  /** Files that came; they wait for a case. */
  files: z.array(KeptFile),
  /** The case that was opened last; `grave`: of danger or grief. */
  opened: z.object({ ...At, reference: z.string(), number: z.exactOptional(z.string()), grave: z.exactOptional(z.literal(true)) }).optional(),
});
export type Trail = z.infer<typeof Trail>;

export const noTrail: Trail = { turns: [], tried: [], articles: [], persons: 0, files: [] };

/** What a skill leaves for the person who may take over. */
export interface Tried {
  readonly text?: string;
  readonly articles?: readonly string[];
  /** What the customer asked, when nothing was found that helped. */
  readonly asked?: string;
  /** Whether what was shown helped, as the customer said. */
  readonly helped?: boolean;
  /** A person was asked for. */
  readonly person?: true;
  /** A case was opened; files that waited are in it. */
  readonly opened?: { readonly reference: string; readonly number?: string; readonly grave?: true };
  /** What that case is about: a skill's id. */
  readonly about?: string;
}

export function withTried(trail: Trail = noTrail, { text, articles = [], asked, helped, person, opened }: Tried, at: number): Trail {
  return {
    ...trail,
    ...(text !== undefined && { tried: [...trail.tried, { at, text: withoutNumbers(text) }].slice(-MOST.tried) }),
    articles: [...new Set([...trail.articles, ...articles])].slice(-MOST.articles),
    ...(asked !== undefined && { asked: { at, text: asked } }),
    ...(helped === true && { asked: undefined }),
    persons: trail.persons + (person ? 1 : 0),
    ...(opened && { opened: { ...(trail.opened?.reference === opened.reference && trail.opened), ...opened, at }, asked: undefined, files: [] }),
  };
}

/** A case that was opened so long ago is what the next photo is for. */
const FRESH_MS = 60 * 60_000;
export const openFor = ({ opened }: Pick<Trail, 'opened'>, now: number): Trail['opened'] =>
  opened !== undefined && now - opened.at < FRESH_MS ? opened : undefined;

type Said = Extract<Arrival, { kind: 'said' }>;

/** The same with the files that came; they are kept until a case takes them. */
export const withFiles = (trail: Trail = noTrail, { attachments = [] }: Said, at: number): Trail => ({
  ...trail,
  files: [...trail.files, ...attachments.filter(({ unkept }) => unkept !== true).map((file) => ({ at, ...file }))].slice(-MOST.files),
});

/** What of a turn is remembered for whoever takes over. */
interface Followed {
  readonly conversation: string;
  readonly now: number;
  readonly replies: readonly Message[];
  /** The skill that ended with it. */
  readonly finished?: string | undefined;
}

/** The same with what a person said here: whoever takes over next reads it among the rest. */
export const answered = (trail: Trail = noTrail, words: string, { conversation, now: at }: Pick<Followed, 'conversation' | 'now'>): Trail =>
  remembered(trail, { at, said: '', replied: cut(words) }, conversation);

/** The same after a turn. `hides`: what was awaited is a code or a secret, so what was said may be one. */
export function followed(
  trail: Trail = noTrail,
  { text, tap, attachments = [] }: Said,
  { conversation, now: at, replies, finished: done }: Followed,
  hides: boolean,
): Trail {
  const said = cut(hides && text.trim() !== '' ? HIDDEN : [text, ...attachments.map(({ name }) => `[${name}]`)].filter(Boolean).join(' '));
  const replied = cut(
    replies.map(({ text: words, cards = [] }) => [words, ...cards.map(({ speak }) => speak)].filter(Boolean).join(' ')).join(' / '),
  );
  return remembered(trail, { at, said, replied, ...(done !== undefined && { done }), ...(tap && { tap: true as const }) }, conversation);
}

function remembered(trail: Trail, last: Trail['turns'][number], conversation: string): Trail {
  const turns = [...trail.turns, last];
  const left = turns.slice(0, -MOST.turns).map(({ done: _, tap: __, ...turn }) => turn);
  const earlier = [...(trail.earlier ?? []), ...left].slice(-MOST.earlier);
  return { ...trail, turns: turns.slice(-MOST.turns), ...(!conversation.startsWith(LOGGED) && earlier.length > 0 && { earlier }) };
}

const cut = (text: string): string => withoutNumbers(text).slice(0, SAID_CHARACTERS);
