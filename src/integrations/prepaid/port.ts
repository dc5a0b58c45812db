import type { Money } from '../../domain/money';

/** Money on a line: the main balance, or a promotional one with its own rules. */
export interface Balance {
  readonly name: string;
  readonly main: boolean;
  readonly amount: Money;
  /** Epoch ms until which it is valid; absent when it does not expire. */
  readonly until?: number;
  /** What a promotional balance is good for, in the operator's words. */
  readonly only?: string;
}

/** What is left of something counted: data in bytes, voice in seconds, messages in pieces. */
export interface Allowance {
  readonly kind: 'data' | 'voice' | 'sms' | 'social';
  readonly name: string;
  /** Absent for what is not counted ("WhatsApp chat until Sunday"). */
  readonly left?: number;
  readonly of?: number;
  readonly until?: number;
}

export interface Buckets {
  readonly balances: readonly Balance[];
  readonly allowances: readonly Allowance[];
}

/** A value and when it was read (epoch ms). `stale` when the backend could not be asked now and this is the last one known. */
export interface Reading<T> {
  readonly value: T;
  readonly at: number;
  readonly stale: boolean;
}

/** Prepaid core (TMF654). */
export interface Prepaid {
  /** Buckets of a line in E.164 without `+`. @throws BackendFailure when neither the backend nor a last-known value is there. */
  buckets(msisdn: string): Promise<Reading<Buckets>>;
}
