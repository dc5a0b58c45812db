import { z } from 'zod';
import { CURRENCIES } from '../money';

export const CASE_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

const Count = z.number().int().nonnegative();
const Level = z.union([z.literal(0), z.literal(1), z.literal(2)]).catch(0);
export const CaseFile = z.object({ id: z.string(), name: z.string(), contentType: z.string(), bytes: Count });
/** While a release rolls out, older processes file what newer ones opened: of a word that is not known yet the careful one is read, and the case is kept as it is. */
const CaseMoney = z.object({
  ...{
    state: z.enum(['done', 'refused', 'unknown', 'not_moved']).catch('unknown'),
    amount: z.number().int(),
    currency: z.enum(CURRENCIES),
    reference: z.string(),
  },
  ...{ backend: z.exactOptional(z.string()), warning: z.exactOptional(z.string()) },
});

/** What was said in one turn, with everything secret taken out. */
const Turn = z.object({ at: z.number(), said: z.string(), replied: z.string() });

/** Where a case comes from: all that the conversation knows when it is opened. Numbers are masked. */
export const CaseOrigin = z.object({
  /** Its id: sealed with the rest, and never told to agents in full where it names a person. */
  conversation: z.string(),
  /** Number of the message in whose turn it was opened. */
  turn: z.exactOptional(z.number().int()),
  channel: z.string(),
  country: z.string(),
  language: z.enum(['es', 'en']).catch('es'),
  form: z.string(),
  /** 0 nobody, 1 contract and document, 2 a code; `provedAt` epoch ms. */
  level: Level,
  provedAt: z.exactOptional(z.number()),
  lines: z.array(z.string()),
  contracts: z.array(z.string()),
  mood: z.enum(['calm', 'worried', 'angry', 'crisis']).catch('worried'),
  /** How often a person was asked for. */
  asked: Count,
  marks: z.array(z.string()),
  contactMode: z.enum(['chat', 'text_only', 'phone', 'none']).catch('text_only'),
  /** How likely they are to recommend us, 0 to 10, as they said lately; why, masked. */
  survey: z.exactOptional(z.object({ score: z.int(), why: z.exactOptional(z.string()) })),
  /** What the bot tried, oldest first, each with its result, in Spanish. */
  tried: z.array(z.string()),
  articles: z.array(z.string()),
  turns: z.array(Turn),
  /** What the customer is, as the operator's systems say at this moment, by name. */
  account: z.record(z.string(), z.string()),
  /** Operations of the last day, in Spanish. */
  operations: z.array(z.string()),
  /** The step that opened it, as a W3C `traceparent`: what is done for it later belongs to the same trace. */
  trace: z.exactOptional(z.string()),
});
export type CaseOrigin = z.infer<typeof CaseOrigin>;

/** Words or files that a customer added later. */
export const CaseAddition = z.object({ id: z.string(), at: z.number(), text: z.string(), files: z.array(CaseFile) });
export type CaseAddition = z.infer<typeof CaseAddition>;

/** A case as it is kept. Older ones have no more than the first lines. */
export const CaseRecord = z.object({
  ...{ id: z.string(), reference: z.string(), at: z.number() },
  ...{ topic: z.string(), reason: z.string(), summary: z.string(), facts: z.record(z.string(), z.string()), promised: z.string() },
  ...{ line: z.exactOptional(z.string()), contract: z.exactOptional(z.string()), promisedBy: z.exactOptional(z.number()) },
  ...{
    expects: z.exactOptional(z.string()),
    priority: z.exactOptional(z.enum(CASE_PRIORITIES).catch('high')),
    tags: z.exactOptional(z.array(z.string())),
  },
  ...{
    money: z.exactOptional(CaseMoney),
    attachments: z.exactOptional(z.array(CaseFile)),
    legal: z.exactOptional(z.literal('complaint').catch('complaint')),
  },
  ...{ incident: z.exactOptional(z.string()), macro: z.exactOptional(z.string()), articles: z.exactOptional(z.array(z.string())) },
  ...{ level: z.exactOptional(Level), claimed: z.exactOptional(z.string()) },
  origin: z.exactOptional(CaseOrigin),
  /** Of a formal complaint. */
  law: z.exactOptional(z.object({ number: z.exactOptional(z.string()), due: z.number() })),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

/** How far the ticket of a case is. Nothing in it is about a person. */
export interface CaseState {
  /** How often its creation was sent: more than never, and it may be there. */
  readonly tries: number;
  /** The account refused what it may refuse: fields, group, files. */
  readonly bare: boolean;
  /** Tokens of files that wait for the ticket, and since when, epoch ms. */
  readonly uploads?: { readonly tokens: readonly string[]; readonly at: number };
  readonly ticket?: string;
  /** The customer knows the number. */
  readonly told: boolean;
  /** As Zendesk calls it, as far as we heard: `solved`, `closed`… */
  readonly status?: string;
}
