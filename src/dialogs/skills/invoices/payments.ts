import { z } from 'zod';
import type { Receipt, Receipts } from '../../../integrations/receipts/port';
import { StoredMoney } from '../../engine/amounts';
import type { Billed } from './bill';

/** How far back the last payment is looked for, ms. */
const BACK_MS = 95 * 86_400_000;

const Paid = z.object({ amount: StoredMoney, at: z.number() });
/** `held`: it was received and is not on the account yet. */
export const LastPayment = z.object({ last: z.exactOptional(Paid), held: z.exactOptional(Paid) });
export type LastPayment = z.infer<typeof LastPayment>;

/** The newest payment of the account, and one that waits to be applied. */
export const lastPayment =
  (receipts: Pick<Receipts, 'ofAccount'>) =>
  async ({ billing, now }: Billed): Promise<LastPayment> => {
    const all = (await receipts.ofAccount(billing.account, now - BACK_MS)).filter(({ what }) => what === 'invoice');
    const in_ = (state: Receipt['state']) => all.find((each) => each.state === state);
    const [last, held] = [in_('applied'), in_('received')];
    return { ...(last && { last: paid(last) }), ...(held && { held: paid(held) }) };
  };

const paid = ({ amount, at }: Receipt): z.infer<typeof Paid> => ({ amount, at });
