import { z } from 'zod';

/** How the customer behind a wallet answers the question on the phone. */
export const Verdict = z.enum(['approve', 'decline', 'silent']);
export type Verdict = z.infer<typeof Verdict>;

/** What a person at the controls has turned: prices by id of the offer (`GT-M7`), and who does not simply approve, by line. */
export const Turned = z.object({ prices: z.record(z.string(), z.string()), verdicts: z.record(z.string(), Verdict) });
export type Turned = z.infer<typeof Turned>;

export interface Switches {
  /** Everything that was turned. */
  all(): Turned;
  /** Prices that are others than the catalogue was printed with, in the country's decimals: "48.00". */
  price(offer: string): string | undefined;
  verdict(msisdn: string): Verdict;
  setPrice(offer: string, amount: string): void;
  setVerdict(msisdn: string, verdict: Verdict): void;
  forget(): void;
}

const NOTHING: Turned = { prices: {}, verdicts: {} };

/** `changed` is told everything after every change. */
export function createSwitches(start: Turned | undefined, changed: (turned: Turned) => void): Switches {
  let turned = start ?? NOTHING;
  const become = (next: Turned): void => {
    changed(next);
    turned = next;
  };
  return {
    all: () => turned,
    price: (offer) => turned.prices[offer],
    verdict: (msisdn) => turned.verdicts[msisdn] ?? 'approve',
    setPrice: (offer, amount) => become({ ...turned, prices: { ...turned.prices, [offer]: amount } }),
    setVerdict: (msisdn, verdict) => become({ ...turned, verdicts: { ...turned.verdicts, [msisdn]: verdict } }),
    forget: () => {
      turned = NOTHING;
    },
  };
}
