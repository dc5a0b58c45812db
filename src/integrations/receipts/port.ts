import type { Money } from '../../domain/money';

/** A payment that the operator heard of, wherever it was made. */
export interface Receipt {
  readonly id: string;
  /** What the paper says: "PV-55120". */
  readonly reference: string;
  readonly amount: Money;
  readonly at: number;
  /** "tienda", "banco", "chat": in the operator's words. */
  readonly place: string;
  readonly what: 'top-up' | 'invoice';
  /** `received`: the money is with us and not yet where it belongs. */
  readonly state: 'received' | 'applied' | 'reversed';
  /** When it was applied or reversed. */
  readonly settledAt?: number;
}

/** Payments to be found again (TMF676). */
export interface Receipts {
  /** Payments for a line since `since` (epoch ms), newest first. @throws BackendFailure */
  of(msisdn: string, since: number): Promise<readonly Receipt[]>;
  /** The same for a billing account, whoever paid. @throws BackendFailure */
  ofAccount(account: string, since: number): Promise<readonly Receipt[]>;
}
