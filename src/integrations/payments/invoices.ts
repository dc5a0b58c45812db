import { z } from 'zod';
import { ABSENT, PENDING, type Settled, type SpendKey, type SpendKind } from '../../domain/spending';
import { InvoiceDetails } from '../../domain/spending/details';
import type { OnPage } from '../gateway/page';
import type { Caller } from '../http/caller';
import { anyDetails } from '../kinds';
import { ALL_LEGS_MS, refusedBy } from '../refusals';
import { moneyOut } from '../tmf';
import { bought, unbought, type Funds } from './funds';

interface InvoiceParts {
  readonly caller: Caller;
  /** Of TMF676. */
  readonly path: string;
  readonly funds: Funds;
}

const Payment = z.object({ id: z.string(), correlatorId: z.string().nullish(), status: z.string().default('done') });

/** A card of the operator's is charged by the payment itself; a page or a wallet pays first, and gets it back when the bill takes it no more. */
const PAYS_FIRST: ReadonlySet<string> = new Set(['wallet', 'page']);
const TYPES = {
  card: 'tokenizedCard',
  wallet: 'digitalWallet',
  page: 'bankCard',
  balance: 'bucketPaymentMethod',
  bill: 'accountPaymentMethod',
} as const;

/** Bills that are paid (TMF676): the payment names the bill, and the operator refuses it when it is paid already. */
export const invoiceKinds = (parts: InvoiceParts): readonly SpendKind[] => [anyDetails(invoiceKind(parts))];

function invoiceKind({ caller, path, funds }: InvoiceParts): SpendKind<InvoiceDetails> {
  const onPage = (order: OnPage, { means, payer, what, validMs }: InvoiceDetails): OnPage => ({
    ...order,
    // A wallet belongs to a line. A page is known by whose order it is.
    ...(means.kind === 'wallet' && payer !== undefined && { line: payer }),
    ...{ what, ...(validMs !== undefined && { validMs }) },
  });
  return {
    ...{ kind: 'invoice', details: InvoiceDetails, label: 'keyed', deadlineMs: ALL_LEGS_MS },
    waitsMs: ({ validMs = 0 }) => validMs,
    send: (key, details, order) => {
      const { means, account, bill, payer } = details;
      const pay = async (authorizationCode?: string): Promise<Settled | typeof PENDING> => {
        const body = {
          ...{ account: { id: account }, correlatorId: key.id, totalAmount: moneyOut(order.amount) },
          ...(payer !== undefined && { payer: { id: payer } }),
          ...{ paymentMethod: { '@type': TYPES[means.kind], id: means.id }, ...(authorizationCode !== undefined && { authorizationCode }) },
          paymentItem: [{ amount: moneyOut(order.amount), item: { id: bill, '@referredType': 'CustomerBill' } }],
        };
        const answer = await caller.write({ operation: 'pay-invoice', path: `${path}/payment`, body, schema: Payment });
        return answer.ok ? outcomeOf(answer.value) : refusedBy('payments', answer, order);
      };
      return PAYS_FIRST.has(means.kind) ? bought(funds, key, { means, order: onPage(order, details), buy: pay }) : pay();
    },
    find: async (key, details, order) => {
      const found = await foundBy(caller, path, key);
      if (found !== ABSENT || !PAYS_FIRST.has(details.means.kind)) return found;
      return unbought(funds, key, details.means, onPage(order, details));
    },
  };
}

async function foundBy(caller: Caller, path: string, { id }: SpendKey): Promise<Settled | typeof PENDING | typeof ABSENT> {
  const all = await caller.list({ operation: 'find-payment', path: `${path}/payment`, query: { correlatorId: id }, schema: Payment });
  const payment = all.find(({ correlatorId }) => correlatorId === id);
  return payment === undefined ? ABSENT : outcomeOf(payment);
}

const NO = ['rejected', 'failed', 'cancelled', 'reversed', 'refunded'];
const YES = ['applied', 'done', 'completed', 'success', 'accepted'];

function outcomeOf({ status }: z.infer<typeof Payment>): Settled | typeof PENDING {
  const said = status.toLowerCase();
  if (NO.includes(said)) return { status: 'refused', reason: 'other' };
  return YES.includes(said) ? { status: 'done', facts: {} } : PENDING;
}
