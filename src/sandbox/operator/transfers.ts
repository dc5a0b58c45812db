import type { Books } from '../books';
import { COUNTRIES, type CountryCode } from '../seed/countries';

/** One side of a transfer: minor units that leave (`from`) or reach (`to`) an account. */
interface Leg {
  readonly account: string;
  readonly minor: number;
}

/**
 * Posts money that moves from some accounts to others, once for each `ref`. Legs of nothing are left out.
 *
 * @throws Error when the same `ref` moved something else: a mistake of the sandbox
 */
export function transfer(
  books: Books,
  { ref, what, country, from, to }: { ref: string; what: string; country: CountryCode; from: readonly Leg[]; to: readonly Leg[] },
): void {
  const { currency } = COUNTRIES[country];
  const postings = [
    ...from.map(({ account, minor }) => ({ account, currency, debit: minor, credit: 0 })),
    ...to.map(({ account, minor }) => ({ account, currency, debit: 0, credit: minor })),
  ].filter(({ debit, credit }) => debit + credit > 0);
  if (books.post({ ref, what, postings }) === 'conflict') throw new Error(`${ref} was posted otherwise`);
}
