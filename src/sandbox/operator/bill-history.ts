import { priced } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import { BILLS } from './bill-ledger';
import type { Draft } from './collection';
import type { Core } from './customers';

/** Where nothing else is said a bill of the seeds was paid so long before it was due, days. */
const DAYS_EARLY = 2;

/** Payments of bills that the seeds call settled, as TMF676 tells them. */
export const pastPayments = ({ clock }: Pick<Core, 'clock'>): Draft[] =>
  BILLS.filter(({ bill }) => bill.state === 'settled').map(({ id, account, country, msisdn, bill, total }) => {
    const due = momentOf(bill.due, country, clock.today());
    const at = bill.paid === undefined ? due - DAYS_EARLY * 86_400_000 : momentOf(bill.paid.at, country, clock.today());
    return {
      ...{ id: `paid-${id}`, correlatorId: `F-${id}`, status: 'applied', paymentDate: isoOf(at), statusDate: isoOf(at), account: { id: account } },
      ...(msisdn !== undefined && { payer: { id: msisdn } }),
      ...{ description: bill.paid?.place ?? 'banco', totalAmount: priced(total, country) },
      paymentItem: [{ item: { id, '@referredType': 'CustomerBill' } }],
      paymentMethod: { id: 'cash', '@type': 'cash' },
      '@type': 'Payment',
    };
  });
