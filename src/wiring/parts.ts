import type { Tracer } from '../observability/tracer';

/** What everything that is put together needs. */
export interface Parts {
  /** Epoch ms. */
  readonly clock: () => number;
  /** A stable name, and details without personal data. */
  readonly report: (event: string, detail: object) => void;
  /** Ids of what is going on, for whoever is asked something. */
  readonly tracer: Tracer;
}
