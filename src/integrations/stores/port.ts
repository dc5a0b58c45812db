import type { Point } from '../../domain/geo';

/** What can be done at a store. `accessible`: an entrance without steps. */
export type StoreService = 'sales' | 'payments' | 'sim' | 'returns' | 'technical' | 'accessible';

/** From and to in minutes after midnight; what ends after midnight ends beyond 1440. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When it is open, by the local clock. A day that is not named is closed. */
export interface OpeningHours {
  /** Sunday is 0. */
  readonly week: Readonly<Partial<Record<number, readonly Span[]>>>;
  /** On public holidays; absent: nobody said. */
  readonly holiday?: readonly Span[];
  /** Single days, `2026-11-20`: they go before all others. */
  readonly days: Readonly<Record<string, { readonly spans: readonly Span[]; readonly why?: string }>>;
}

export interface Store {
  readonly id: string;
  /** As customers call it: "Mixco, San Cristóbal". */
  readonly name: string;
  /** Names by which it is looked for: town, district, department. */
  readonly places: readonly string[];
  readonly address?: string;
  readonly at: Point;
  /** A payment point is a shop or a bank that takes payments, and nothing else. */
  readonly kind: 'store' | 'payment-point';
  readonly services: readonly StoreService[];
  readonly hours: OpeningHours;
  /** It is no longer there: where to go instead. */
  readonly movedTo?: string;
}

/** Stores and payment points (TMF674). Where the customer is never leaves the bot: all are read, and compared here. */
export interface Stores {
  /** Of the operator's country. @throws BackendFailure when they cannot be read and were not read before */
  all(): Promise<readonly Store[]>;
}
