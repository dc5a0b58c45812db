import { z } from 'zod';
import type { Money } from '../../domain/money';

export interface Debt {
  readonly id: string;
  /** What was lent, what it cost, and what is still owed of both. */
  readonly lent: Money;
  readonly fee: Money;
  readonly owed: Money;
  readonly takenAt: number;
  /** When it was to be paid back, if there is such a day (epoch ms). */
  readonly due?: number;
}

/** Why nothing can be lent now; each has words of its own. */
export const Refusal = z.enum(['debt-open', 'line-young', 'few-top-ups', 'balance-enough', 'sim-changed', 'postpaid', 'minor', 'limit-used', 'down']);
export type Refusal = z.infer<typeof Refusal>;

export interface LendingProfile {
  readonly limit: Money;
  readonly available: Money;
  readonly debts: readonly Debt[];
  /** How debts are collected: `all` of the next top-up, `half` of it, or the `oldest` first with `keeps` left to the customer, also by a daily try. */
  readonly recovery: { readonly rule: 'all' | 'half' | 'oldest'; readonly keeps?: Money };
  readonly refusal?: { readonly reason: Refusal; readonly missingTopUps?: number; readonly from?: number };
}

export interface LoanOffer {
  readonly id: string;
  readonly kind: 'advance' | 'pack';
  /** "Adelanto Q10.00", "Todo en uno 3 días". */
  readonly name: string;
  readonly lent: Money;
  readonly fee: Money;
  readonly total: Money;
  readonly content?: string;
}

/** What an open debt will keep of a top-up, as the operator computes it. */
export interface Recovery {
  readonly kept: Money;
  readonly left: Money;
  readonly stillOwed: Money;
}

/** Airtime lending. All throw BackendFailure when it cannot be asked. */
export interface Lending {
  /** Undefined where the operator does not lend. */
  profile(msisdn: string): Promise<LendingProfile | undefined>;
  offers(msisdn: string): Promise<readonly LoanOffer[]>;
  /** What a top-up of `amount` would leave; undefined when nothing is owed. */
  recovery(msisdn: string, amount: Money): Promise<Recovery | undefined>;
}
