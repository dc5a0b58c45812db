import { z } from 'zod';
import { COUNTRY_CODES } from './seed/countries';

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
    /** Of a bill: which, and the country whose money it is. */
    ...{ bill: z.string().optional(), country: z.enum(COUNTRY_CODES).optional() },
  }),
  /** A pack, or a subscription begun (`add`) or ended (`delete`). `bytes` and `until` are what a pack gave. */
  z.object({
    ...{ ...common, kind: z.literal('order'), action: z.enum(['add', 'delete']), offer: z.string(), payment: z.string().optional() },
    ...{ price: Minor, status: z.enum(['completed', 'failed']), until: z.number().optional(), paidFrom: means.optional() },
  }),
  /** `fee` on top of `minor`; `paid` of their sum so far. */
  z.object({ ...common, kind: z.literal('advance'), offer: z.string(), minor: Minor, fee: Minor, pack: z.boolean(), after: Minor.optional() }),
  z.object({ ...common, kind: z.literal('repayment'), minor: Minor, means }),
  /** A scratch card that was printed since the seeds; `key` is its PIN. */
  z.object({ ...common, kind: z.literal('scratch-card'), minor: Minor, country: z.enum(COUNTRY_CODES) }),
  /** A line that was reported stolen; `key` is the line. */
  z.object({ ...common, kind: z.literal('block'), reason: z.string(), reference: z.string() }),
  /** A modem that was told to restart; `line` is its contract. */
  z.object({ ...common, kind: z.literal('modem') }),
  /** A Wi-Fi with another name, or another password, which is not kept; `line` is its contract. */
  z.object({ ...common, kind: z.literal('wifi'), ssid: z.string().optional(), password: z.boolean() }),
  /** A mail that left the operator. */
  z.object({ ...common, kind: z.literal('mail'), to: z.string(), subject: z.string(), text: z.string() }),
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
  /** A payment on the card gateway's hosted page; its key is the merchant's order. `untold`: the merchant was not told of its state yet. */
  z.object({
    ...{ ...common, kind: z.literal('card-payment'), id: z.string(), minor: Minor, country: z.enum(COUNTRY_CODES), description: z.string() },
    ...{ notify: z.string().optional(), back: z.string(), page: z.string(), save: z.boolean(), untold: z.boolean().optional() },
    status: z.enum(['PENDING', 'PAID', 'VERIFIED', 'REJECTED', 'CANCELLED', 'EXPIRED']),
    card: z.object({ id: z.string(), brand: z.string(), last4: z.string(), month: z.int(), year: z.int() }).optional(),
    ...{ decidesAt: z.number().optional(), refunded: z.string().optional(), spent: z.boolean().optional() },
  }),
  /** A card that the operator keeps for a customer, by the gateway's token; `key` is its id among the means of payment. */
  z.object({
    ...{ ...common, kind: z.literal('saved-card'), token: z.string(), brand: z.string(), last4: z.string(), expires: z.number() },
    status: z.enum(['active', 'removed']),
  }),
  /** A bill that was made since the seeds. */
  z.object({ ...common, kind: z.literal('bill'), account: z.string(), minor: Minor }),
  /** What was paid of one bill. `payment` is the payment's key. */
  z.object({ ...common, kind: z.literal('bill-payment'), bill: z.string(), account: z.string(), minor: Minor, payment: z.string() }),
  /** Whether a billing account is charged by itself; `key` is the account. `mandate` is who agreed to it, as the bot calls it. */
  z.object({
    ...{ ...common, kind: z.literal('autopay'), status: z.enum(['on', 'off']), method: z.string(), mandate: z.string() },
    ...{ words: z.string(), version: z.string(), agreedAt: z.string(), notify: z.string().optional() },
  }),
  /** How the bills of an account come; `key` is the account, `by` the client's key. */
  z.object({ ...common, kind: z.literal('bill-media'), media: z.enum(['email', 'paper']), by: z.string() }),
  /** More time to pay, until `until`; `key` is the account, `by` the client's key. */
  z.object({ ...common, kind: z.literal('more-time'), until: z.number(), by: z.string() }),
  /** A line that was cut off for debt and is on again; `key` is the line. */
  z.object({ ...common, kind: z.literal('reconnection') }),
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
