import { z } from 'zod';

const Minor = z.int();
const common = {
  /** The key that the client gave; the same one again is the same deed. */
  key: z.string(),
  /** Digest of what was asked, so that a key used for something else is seen. */
  print: z.string(),
  /** Epoch ms of the sandbox clock. */
  at: z.number(),
  /** Whose deed it is, E.164 without `+`. */
  line: z.string(),
};
/** What money was taken from. `external`: a card, or cash in a shop. */
export const MEANS = ['balance', 'wallet', 'card', 'bill', 'voucher', 'external'] as const;
const means = z.enum(MEANS);

/** What customers did with the operator's systems since the seeds. Each change of a deed replaces it. */
export const Deed = z.discriminatedUnion('kind', [
  /** `line` was credited; `payer` paid. `kept` went to a debt, `bonus` came on top; `after` is the balance then. */
  z.object({
    ...{ ...common, kind: z.literal('top-up'), payer: z.string(), minor: Minor, bonus: Minor, kept: Minor, after: Minor, means },
    ...{ status: z.enum(['completed', 'failed']), reason: z.string().optional(), until: z.number().optional(), voucher: z.string().optional() },
  }),
  z.object({
    ...{ ...common, kind: z.literal('payment'), minor: Minor, means, method: z.string(), account: z.string(), after: Minor.optional() },
    status: z.enum(['done', 'refunded']),
  }),
  /** A pack, or a subscription begun (`add`) or ended (`delete`). `bytes` and `until` are what a pack gave. */
  z.object({
    ...{ ...common, kind: z.literal('order'), action: z.enum(['add', 'delete']), offer: z.string(), payment: z.string().optional() },
    ...{ price: Minor, status: z.enum(['completed', 'failed']), until: z.number().optional(), paidFrom: means.optional() },
  }),
  /** `fee` on top of `minor`; `paid` of their sum so far. */
  z.object({ ...common, kind: z.literal('advance'), offer: z.string(), minor: Minor, fee: Minor, pack: z.boolean(), after: Minor.optional() }),
  z.object({ ...common, kind: z.literal('repayment'), minor: Minor, means }),
  /** A payment from the wallet: the customer is asked on the phone, and answers when `decidesAt` is past. */
  z.object({
    ...{
      ...common,
      kind: z.literal('wallet'),
      minor: Minor,
      reference: z.string(),
      decidesAt: z.number(),
      verdict: z.enum(['approve', 'decline', 'silent']),
    },
    ...{ status: z.enum(['pending', 'completed', 'failed', 'reversed']), callback: z.string().optional(), spent: z.boolean() },
  }),
]);
export type Deed = z.infer<typeof Deed>;
export type DeedOf<K extends Deed['kind']> = Extract<Deed, { kind: K }>;

/** Every deed, by kind and key. */
export interface Deeds {
  /** The deed of this key, or undefined. */
  get<K extends Deed['kind']>(kind: K, key: string): DeedOf<K> | undefined;
  /** All of a kind, in the order they were first done. */
  all<K extends Deed['kind']>(kind: K): readonly DeedOf<K>[];
  /** Writes a new deed, or the same one in a new state. */
  put(deed: Deed): void;
  forget(): void;
}

/** `written` is told each deed before it counts. */
export function createDeeds(past: readonly Deed[], written: (deed: Deed) => void): Deeds {
  const deeds = new Map<string, Deed>();
  const name = ({ kind, key }: Pick<Deed, 'kind' | 'key'>): string => `${kind} ${key}`;
  for (const deed of past) deeds.set(name(deed), deed);
  const isOf = <K extends Deed['kind']>(kind: K, deed: Deed | undefined): deed is DeedOf<K> => deed?.kind === kind;
  return {
    get: (kind, key) => {
      const deed = deeds.get(name({ kind, key }));
      return isOf(kind, deed) ? deed : undefined;
    },
    all: (kind) => [...deeds.values()].filter((deed) => isOf(kind, deed)),
    put: (deed) => {
      written(deed);
      deeds.set(name(deed), deed);
    },
    forget: () => deeds.clear(),
  };
}
