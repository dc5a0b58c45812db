import { z } from 'zod';

/** Why it fails, as far as it is told to customers. */
export const OUTAGE_CAUSES = ['fibre-cut', 'power', 'works', 'unknown'] as const;

/** A failure of the network in an area, that the operator knows of. Times are epoch ms. */
export const Outage = z.object({
  id: z.string(),
  /** As its people call it: "Cobán, zonas 2 a 4". */
  area: z.string(),
  state: z.enum(['open', 'over', 'cancelled']),
  since: z.number(),
  /** When it is expected to be over, if anybody said. */
  expected: z.number().exactOptional(),
  /** When it was over. */
  ended: z.number().exactOptional(),
  cause: z.enum(OUTAGE_CAUSES),
  homes: z.number().exactOptional(),
  /** The case of which those of its homes are parts. */
  ticket: z.string().exactOptional(),
});
export type Outage = z.infer<typeof Outage>;

/** Known failures (TMF656). What is not known here may fail all the same. */
export interface Outages {
  /** The one that is open where this contract is. @throws BackendFailure */
  at(contract: string): Promise<Outage | undefined>;
  /** The same for who asked about something else: at once or not at all, so undefined also while nobody can be asked. */
  perhapsAt(contract: string): Promise<Outage | undefined>;
  /** How one stands: never throws, since who looks will look again. However many wait for it, the operator is asked once in a while. */
  look(id: string): Promise<Outage | 'unknown' | undefined>;
}

/** Who asked to be told when an outage is over; one for each conversation, for as long as its `until`. Throws while Redis is away. */
export interface OutageWatches {
  /** How often who waits looks again, ms. */
  readonly everyMs: number;
  of(visitor: string): Promise<OutageWatch | undefined>;
  keep(visitor: string, watch: OutageWatch): Promise<void>;
  drop(visitor: string): Promise<void>;
}
export const OutageWatch = z.object({
  /** Of the outage. */
  id: z.string(),
  /** Of the watch itself: a later one for the same outage is another one. */
  key: z.string(),
  /** Nobody looks after this any more, epoch ms. */
  until: z.number(),
  /** The phone on file, E.164 without `+`, of who proved to have it: it gets an SMS where nobody is in the chat any more. */
  line: z.string().exactOptional(),
});
export type OutageWatch = z.infer<typeof OutageWatch>;
