import type { SpendKind } from '../domain/spending';

/** A kind as the ledger keeps it among others: it has any details, and reads them with its own schema. */
export function anyDetails<D>({ send, find, waitsMs, ...kind }: SpendKind<D>): SpendKind {
  const made: SpendKind = {
    ...kind,
    send: (key, details, order) => send(key, kind.details.parse(details), order),
    ...(waitsMs && { waitsMs: (details) => waitsMs(kind.details.parse(details)) }),
  };
  return find ? { ...made, find: (key, details, order) => find(key, kind.details.parse(details), order) } : made;
}
