import { json, type Call, type Reply } from '../http/reply';

/** Requests a minute of the Enterprise plan, and how often one ticket may be updated. */
export const LIMITS = { perMinute: 700, updatesPerTicket: 30, updatesWindowMs: 600_000 } as const;
const MINUTE_MS = 60_000;

/** Counts calls by the machine's clock, as long as the process lives. */
export interface RateLimits {
  /** 429 for a call too many; undefined for one that may pass. */
  refuse(call: Call): Reply | undefined;
  /** The same for one more update of a ticket. */
  refuseUpdate(ticket: number): Reply | undefined;
  forget(): void;
  /** What every answer says of the account's limit. */
  headers(): Readonly<Record<string, string>>;
}

export function rateLimits(): RateLimits {
  let calls: number[] = [];
  const updates = new Map<number, number[]>();
  const recent = (times: readonly number[], windowMs: number): number[] => times.filter((at) => at > Date.now() - windowMs);
  const headers = (): Record<string, string> => {
    const left = String(Math.max(LIMITS.perMinute - calls.length, 0));
    const reset = String(Math.ceil(Math.max((calls[0] ?? Date.now()) + MINUTE_MS - Date.now(), 0) / 1000));
    return {
      ...{ 'x-rate-limit': String(LIMITS.perMinute), 'x-rate-limit-remaining': left },
      ...{ 'ratelimit-limit': String(LIMITS.perMinute), 'ratelimit-remaining': left, 'ratelimit-reset': reset },
    };
  };
  return {
    headers,
    forget: () => {
      calls = [];
      updates.clear();
    },
    refuse: () => {
      calls = recent(calls, MINUTE_MS);
      if (calls.length >= LIMITS.perMinute) return tooMany(Math.ceil(((calls[0] ?? 0) + MINUTE_MS - Date.now()) / 1000));
      calls.push(Date.now());
      return undefined;
    },
    refuseUpdate: (ticket) => {
      const before = recent(updates.get(ticket) ?? [], LIMITS.updatesWindowMs);
      if (before.length >= LIMITS.updatesPerTicket) return tooMany(Math.ceil(((before[0] ?? 0) + LIMITS.updatesWindowMs - Date.now()) / 1000));
      updates.set(ticket, [...before, Date.now()]);
      return undefined;
    },
  };
}

/** @param seconds until it may be tried again */
const tooMany = (seconds: number): Reply =>
  json(
    429,
    { error: 'TooManyRequests', description: 'Number of allowed API requests per minute exceeded' },
    { 'retry-after': String(Math.max(seconds, 1)) },
  );
