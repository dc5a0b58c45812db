import type { Money } from '../../domain/money';
import type { Reading } from '../prepaid/port';

export interface Plan {
  readonly name: string;
  readonly kind: 'prepaid' | 'postpaid';
  /** Recurring price; absent for pay-as-you-go. */
  readonly price?: { readonly amount: Money; readonly every: 'day' | 'week' | 'month' };
  /** What it includes, in the operator's words, one line each. */
  readonly includes: readonly string[];
  /** Epoch ms. */
  readonly since?: number;
  readonly renews?: number;
}

export interface Line {
  /** E.164 without `+`. */
  readonly msisdn: string;
  readonly status: 'active' | 'suspended' | 'terminated';
  /** It was reported stolen or lost: somebody else may hold its SIM. */
  readonly stolen?: true;
  /** First given name of the holder, as the account has it. */
  readonly holder?: string;
  readonly plan: Plan;
}

/** Product inventory (TMF637): what a line is, and what it has. */
export interface Lines {
  /** Undefined when the number is not a line of this operator. @throws BackendFailure */
  find(msisdn: string): Promise<Line | undefined>;
  /** Like `find`, but answers with the last-known line when the backend is away. @throws BackendFailure when there is none. */
  read(msisdn: string): Promise<Reading<Line | undefined>>;
}
