import { z } from 'zod';
import { showMsisdn } from '../../domain/msisdn';
import { textsFor } from '../../domain/texts';
import type { Accounts } from '../../integrations/accounts/port';
import type { SimSwap } from '../../integrations/sim-swap/port';
import { simGate, type Gate } from './gate';
import type { Basics } from './known';
import { moneyTexts } from './money-texts';
import type { Signed } from './identities';

/** A billing account, as it is said ("línea 5555-0104"), and the line whose cards and wallet may pay, once a code was sent to it. */
export const Billing = z.object({ account: z.string(), whose: z.string(), payer: z.exactOptional(z.string()) });
export type Billing = z.infer<typeof Billing>;

type Told = Basics & { readonly account: Signed };

/** The billing account of whoever is signed in; undefined for a line that gets no bills. */
export const billingOf =
  (accounts: Pick<Accounts, 'ofLine' | 'phoneOnFile'>) =>
  async ({ account: { kind, id, level }, language, form, country }: Told): Promise<Billing | undefined> => {
    const t = textsFor(moneyTexts, language, form);
    if (kind === 'home') {
      const payer = level === 2 ? await accounts.phoneOnFile(id) : undefined;
      return { account: id, whose: t.homeOf({ last: id.slice(-4) }), ...(payer !== undefined && { payer }) };
    }
    const account = await accounts.ofLine(id);
    return account === undefined ? undefined : { account, whose: t.lineOf({ line: showMsisdn(id, country) }), payer: id };
  };

/** The line whose cards and wallet pay for whoever is signed in: their own, or the phone on file of their home. */
export const payerOf =
  (accounts: Pick<Accounts, 'phoneOnFile'>) =>
  async ({ account: { kind, id } }: Told): Promise<string | undefined> =>
    kind === 'mobile' ? id : await accounts.phoneOnFile(id);

/** What the SIM of the line that pays allows; without such a line, nothing but a page of the gateway's. */
export const payerGate =
  (simSwap: SimSwap | undefined) =>
  async (told: Basics, payer: string | undefined): Promise<Gate> =>
    payer === undefined ? { gate: 'unknown' } : simGate(simSwap)({ ...told, mobile: { msisdn: payer, lines: [payer] } });
