import type { Money } from '../../domain/money';

/** What may be topped up, in the operator's words and numbers; the bot computes none of them. */
export interface TopUpRules {
  /** Amounts to offer as buttons, smallest first. */
  readonly amounts: readonly Money[];
  readonly min: Money;
  readonly max: Money;
  readonly step: Money;
  /** How long a balance is good for, by the amount from which that holds. */
  readonly validity: readonly { readonly from: Money; readonly days: number }[];
  /** What is given on top today, from an amount on. `bonus` is money, or else `words` say what it is. */
  readonly promotions: readonly { readonly from: Money; readonly times?: number; readonly words: string }[];
}

export const PACK_KINDS = ['data', 'all-in-one', 'social', 'voice', 'sms', 'international', 'roaming'] as const;
export type PackKind = (typeof PACK_KINDS)[number];

/** Something that is bought once. Sizes: data in bytes, voice in seconds, SMS in pieces. */
export interface Pack {
  readonly id: string;
  /** As the operator calls it, with the word of the family: "Paquete Todo en uno". */
  readonly name: string;
  readonly kind: PackKind;
  readonly price: Money;
  readonly days: number;
  readonly data?: number;
  readonly voice?: number;
  readonly sms?: number;
  /** What is in it, in the operator's words, one line. */
  readonly content: string;
  /** A rule of fair use, in the operator's words. */
  readonly limits?: string;
  /** Why it cannot be bought now. */
  readonly barred?: 'sold-out' | 'roaming-off' | 'minor' | 'not-for-this-line';
  /** An offer for this line alone. */
  readonly personal?: string;
}

export interface SubscriptionOffer {
  readonly id: string;
  readonly name: string;
  readonly content: string;
  readonly price: Money;
  readonly every: 'day' | 'month';
  /** Nothing is charged until then (epoch ms). */
  readonly freeUntil?: number;
  /** What it may be paid from. */
  readonly payable: readonly ('balance' | 'wallet' | 'bill')[];
  readonly barred?: 'minor' | 'not-for-this-line' | 'already';
}

/** What is on sale (TMF620), for one line: prices, rules and personal offers. All throw BackendFailure when it cannot be asked. */
export interface Catalogue {
  /** Undefined where nothing can be topped up here. */
  topUps(msisdn: string): Promise<TopUpRules | undefined>;
  packs(msisdn: string): Promise<readonly Pack[]>;
  subscriptions(msisdn: string): Promise<readonly SubscriptionOffer[]>;
}
