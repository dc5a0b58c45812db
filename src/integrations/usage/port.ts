/** One call, message or stretch of data. */
export interface UsageEvent {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly kind: 'calls' | 'sms' | 'data';
  /** Absent where the operator does not say. */
  readonly direction?: 'in' | 'out';
  /** Last four digits of the other number; the rest of it is not read any further than the client. */
  readonly other?: string;
  /** Seconds, messages, or bytes. */
  readonly count: number;
}

/** What a line was used for (TMF635): calls, messages, data. */
export interface UsageHistory {
  /** Newest first, from `since` on and before `until` (epoch ms). @throws BackendFailure */
  of(msisdn: string, what: { readonly kind: UsageEvent['kind']; readonly since: number; readonly until: number }): Promise<readonly UsageEvent[]>;
}
