import { z } from 'zod';

/** How a matter ends, the gravest first: a matter that ends in several of them counts as the first. See `docs/measures.md`. */
export const OUTCOMES = ['escalated', 'ticket', 'abandoned', 'assumed', 'confirmed', 'proved', 'unengaged'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the end of a skill says of its matter. `told`: an answer was shown. `refused`, `unsettled`: money that did not move, or nobody knows yet. */
export const ENDS = ['proved', 'told', 'confirmed', 'contradicted', 'refused', 'unsettled'] as const;

/** Topic of who never said what it is about. */
export const NO_TOPIC = 'none';

/** One turn, as the ledger of outcomes takes it: ids, words of ours and moments; nothing that anybody wrote but the sealed reason of a score. Moments in epoch ms. */
export const Step = z.object({
  /** Of the message in its conversation: the same at every run. */
  number: z.number().int(),
  at: z.number(),
  channel: z.string(),
  country: z.string(),
  language: z.string(),
  /** The customer spoke; else something happened. */
  said: z.boolean(),
  /** What was said is more than a greeting. */
  engages: z.boolean(),
  /** Skill under way after the turn, or done in it. */
  topic: z.exactOptional(z.string()),
  /** One that a newer release has a word for is an answer that was shown. */
  end: z.exactOptional(z.enum(ENDS).catch('told')),
  unheard: z.exactOptional(z.literal(true)),
  /** A person has the conversation from here on. */
  person: z.exactOptional(z.literal(true)),
  /** A case was opened. */
  ticket: z.exactOptional(z.literal(true)),
  /** Skill that the case is about. */
  about: z.exactOptional(z.string()),
  /** An article was judged by whoever read it. */
  helped: z.exactOptional(z.boolean()),
  survey: z.exactOptional(
    z.object({
      asked: z.exactOptional(z.literal(true)),
      score: z.exactOptional(z.number().int().min(0).max(10)),
      topic: z.string(),
      why: z.exactOptional(z.string()),
    }),
  ),
  /** Money that was in doubt in an earlier turn: whether it moved. False with `ticket`: people look for it now. */
  settled: z.exactOptional(z.boolean()),
});
export type Step = z.infer<typeof Step>;

const About = {
  /** Who: a keyed digest of a proved line or contract, else of the channel's conversation. Never the identity itself. */
  person: z.string(),
  /** Keyed digest of the conversation. */
  chat: z.string(),
  verified: z.boolean(),
  channel: z.string(),
  country: z.string(),
  at: z.number(),
};

/** A matter of a conversation that has gone quiet. `session` is the same for all matters of one quiet-to-quiet stretch. */
export const Closed = z.object({
  kind: z.literal('closed'),
  ...About,
  session: z.string(),
  topic: z.string(),
  outcome: z.enum(OUTCOMES),
  /** First and last turn of the matter. `at` is the last turn of the session. */
  began: z.number(),
  ended: z.number(),
  /** Answers that nobody understood. */
  unheard: z.number().int(),
  /** It closed while nobody knew whether money had moved: the next `settled` of its topic in its chat is about it. */
  unsettled: z.exactOptional(z.literal(true)),
});
export type Closed = z.infer<typeof Closed>;

/** A survey was shown (no `score`) or answered. */
export const Survey = z.object({ kind: z.literal('survey'), ...About, topic: z.string(), score: z.exactOptional(z.number().int()) });
export type Survey = z.infer<typeof Survey>;

/** "¿Te sirvió?" of an article. */
export const Judged = z.object({ kind: z.literal('judged'), ...About, topic: z.string(), helped: z.boolean() });

/** Why somebody gave their score: masked and sealed, for whoever may open it. */
export const Reason = z.object({ kind: z.literal('reason'), ...About, topic: z.string(), why: z.string() });

/** Money that was in doubt when its matter closed: how it ended. `ticket`: with people who look for it. */
export const Settled = z.object({
  kind: z.literal('settled'),
  ...About,
  topic: z.string(),
  done: z.boolean(),
  ticket: z.exactOptional(z.literal(true)),
});

/** A ticket that this bot did not open: a call, a mail, a shop. `ticket`: a digest of its number, so that it is counted once. */
export const Elsewhere = z.object({ kind: z.literal('ticket'), ...About, topic: z.string(), ticket: z.exactOptional(z.string()) });
export type Elsewhere = z.infer<typeof Elsewhere>;

export const Fact = z.discriminatedUnion('kind', [Closed, Survey, Reason, Judged, Settled, Elsewhere]);
export type Fact = z.infer<typeof Fact>;
