import { z } from 'zod';

/** How the customer behind a wallet answers the question on the phone. */
export const Verdict = z.enum(['approve', 'decline', 'silent']);
export type Verdict = z.infer<typeof Verdict>;

/** How a modem takes its restart. `never`: it does not come back; `offline`: it is away until it is restarted; `weak`: back, with a bad signal. */
export const ModemVerdict = z.enum(['works', 'never', 'offline', 'weak']);
export type ModemVerdict = z.infer<typeof ModemVerdict>;

/** A failure of an area that was begun or ended at the controls; epoch ms. */
const Outage = z.object({
  ...{ id: z.string(), area: z.string(), status: z.enum(['inProgress', 'resolved', 'cancelled']), since: z.number(), changed: z.number() },
  ...{ expected: z.number().exactOptional(), homes: z.number(), reason: z.string(), ticket: z.string() },
});
type Outage = z.infer<typeof Outage>;

/**
 * What a person at the controls has turned: prices by id of the offer (`GT-M7`), who does not simply approve, by line, failures of areas, and
 * modems by contract.
 */
export const Turned = z.object({
  prices: z.record(z.string(), z.string()),
  verdicts: z.record(z.string(), Verdict),
  outages: z.array(Outage).default([]),
  modems: z.record(z.string(), ModemVerdict).default({}),
});
export type Turned = z.infer<typeof Turned>;

export interface Switches {
  /** Everything that was turned. */
  all(): Turned;
  /** Prices that are others than the catalogue was printed with, in the country's decimals: "48.00". */
  price(offer: string): string | undefined;
  verdict(msisdn: string): Verdict;
  setPrice(offer: string, amount: string): void;
  setVerdict(msisdn: string, verdict: Verdict): void;
  /** Begins one, or changes the one with its id. */
  setOutage(outage: Outage): void;
  setModem(contract: string, verdict: ModemVerdict): void;
  forget(): void;
}

const NOTHING: Turned = { prices: {}, verdicts: {}, outages: [], modems: {} };

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
    setOutage: (outage) => become({ ...turned, outages: [...turned.outages.filter(({ id }) => id !== outage.id), outage] }),
    setModem: (contract, verdict) => become({ ...turned, modems: { ...turned.modems, [contract]: verdict } }),
    forget: () => {
      turned = NOTHING;
    },
  };
}
