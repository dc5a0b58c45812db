import type { Money } from '../../domain/money';

/** One thing that changed the main balance. */
export interface Movement {
  readonly id: string;
  readonly at: number;
  readonly kind: 'top-up' | 'pack' | 'transfer' | 'subscription' | 'advance' | 'recovery' | 'calls' | 'data' | 'sms' | 'expired' | 'refund' | 'other';
  /** In the operator's words: "Paquete Todo en uno 3 días". */
  readonly name: string;
  /** Negative when the balance became less. */
  readonly amount: Money;
  /** The product it was charged for, when it can be cancelled. */
  readonly product?: string;
  /** The other line of a transfer, E.164 without `+`. */
  readonly other?: string;
}

/** Where the balance went. */
export interface Movements {
  /** Newest first, from `since` (epoch ms). @throws BackendFailure */
  of(msisdn: string, since: number): Promise<readonly Movement[]>;
}
