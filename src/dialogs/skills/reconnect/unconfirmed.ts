import type { Message } from '../../../domain/message';
import { formatMoney } from '../../../domain/money';
import { InvoiceDetails } from '../../../domain/spending/details';
import type { MoneyView } from '../../engine/spend';
import type { Found } from './case';

/** So many of the last operations are looked through. */
const LAST = 30;

/** A payment of these bills that was begun here and whose end nobody knows yet: whoever made it is not told to pay. Undefined when there is none. */
export async function unconfirmed({ t, billing, country, money }: Found & { readonly money: MoneyView }): Promise<Message | undefined> {
  const found = (await money.operations(LAST)).find(
    ({ kind, state, details }) =>
      kind === 'invoice' && (state === 'sent' || state === 'unknown') && InvoiceDetails.safeParse(details).data?.account === billing.account,
  );
  if (!found) return undefined;
  return {
    text: t.unconfirmed({ amount: formatMoney(found.amount, country), reference: found.reference }),
    choices: [
      { id: 'go:pay-invoice', label: t.payLink },
      { id: 'go:agent', label: t.person },
    ],
  };
}
