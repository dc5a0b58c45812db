import { z } from 'zod';
import { CURRENCIES, type Currency } from '../domain/money';

const Amount = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** One side of an entry: an amount in minor units, debit or credit, never both. */
const Posting = z
  .object({ account: z.string().min(1).max(120), currency: z.enum(CURRENCIES), debit: Amount, credit: Amount })
  .refine(({ debit, credit }) => (debit === 0) !== (credit === 0), 'either a debit or a credit');

export const NewEntry = z
  .object({
    /** The operation's own reference; the same one is posted once. */
    ref: z.string().min(1).max(120),
    what: z.string().min(1).max(200),
    postings: z.array(Posting).min(2).max(50),
  })
  .refine(({ postings }) => unbalanced(postings).length === 0, 'debits and credits differ');
export type NewEntry = z.infer<typeof NewEntry>;
type Posting = z.infer<typeof Posting>;

/** `at` in epoch ms of the sandbox clock. */
export const Entry = NewEntry.and(z.object({ at: z.number() }));
export type Entry = z.infer<typeof Entry>;

interface TrialRow {
  readonly account: string;
  readonly currency: Currency;
  readonly debit: number;
  readonly credit: number;
}

/** The operator's double-entry books. Money that the operator owes (a balance, a wallet) stands on the credit side of its account. */
export interface Books {
  /**
   * @returns `posted`; `known` when this very entry is there already; `conflict` when its `ref` was used for something else
   * @throws z.ZodError when debits and credits differ, or an amount is no integer
   */
  post(entry: NewEntry): 'posted' | 'known' | 'conflict';
  has(ref: string): boolean;
  /** Oldest first. */
  entries(): readonly Entry[];
  /** Credits less debits of an account, minor units; 0 for one that was never used. */
  balance(account: string): number;
  trial(): readonly TrialRow[];
  forget(): void;
}

/** `written` is told each new entry before it counts. */
export function createBooks(start: readonly Entry[], now: () => number, written: (entry: Entry) => void): Books {
  const entries: Entry[] = [];
  const byRef = new Map<string, Entry>();
  const rows = new Map<string, TrialRow>();
  for (const entry of start) enter(entry);

  function enter(entry: Entry): void {
    entries.push(entry);
    byRef.set(entry.ref, entry);
    for (const { account, currency, debit, credit } of entry.postings) {
      const row = rows.get(account) ?? { account, currency, debit: 0, credit: 0 };
      rows.set(account, { ...row, debit: row.debit + debit, credit: row.credit + credit });
    }
  }

  return {
    post: (given) => {
      const entry = { ...NewEntry.parse(given), at: now() };
      const known = byRef.get(entry.ref);
      if (known !== undefined) return same(known, entry) ? 'known' : 'conflict';
      if (entry.postings.some(({ account, currency }) => (rows.get(account)?.currency ?? currency) !== currency)) return 'conflict';
      written(entry);
      enter(entry);
      return 'posted';
    },
    has: (ref) => byRef.has(ref),
    entries: () => entries,
    balance: (account) => (rows.get(account)?.credit ?? 0) - (rows.get(account)?.debit ?? 0),
    trial: () => [...rows.values()].sort((a, b) => a.account.localeCompare(b.account)),
    forget: () => {
      entries.length = 0;
      byRef.clear();
      rows.clear();
    },
  };
}

const same = (one: NewEntry, other: NewEntry): boolean => one.what === other.what && JSON.stringify(one.postings) === JSON.stringify(other.postings);

/** Currencies in which debits and credits differ. */
export function unbalanced(postings: readonly Pick<Posting, 'currency' | 'debit' | 'credit'>[]): Currency[] {
  return CURRENCIES.filter((currency) => {
    const own = postings.filter((posting) => posting.currency === currency);
    return own.reduce((sum, { debit, credit }) => sum + debit - credit, 0) !== 0;
  });
}
