import { z } from 'zod';
import type { Caller } from '../http/caller';
import { failed } from '../http/exchange';
import { instant, listed, moneyIn, optionalText } from '../tmf';
import type { Bill, BillDetails, Bills } from './port';
import { Rate } from './rates';

const BASE = '/tmf-api/customerBillManagement/v4';
const BILL = `${BASE}/customerBill`;

const Raw = z
  .object({
    ...{
      id: z.string(),
      billNo: optionalText,
      billDate: instant,
      paymentDueDate: instant,
      state: z.string(),
      billingAccount: z.object({ id: z.string() }),
    },
    ...{ taxIncludedAmount: moneyIn, remainingAmount: moneyIn, minimumPayment: moneyIn.nullish() },
  })
  .transform(({ id, billNo, billDate, paymentDueDate, state, billingAccount, taxIncludedAmount, remainingAmount, minimumPayment }): Bill => ({
    ...{ id, number: billNo ?? id, account: billingAccount.id, issued: billDate, due: paymentDueDate },
    ...{ total: taxIncludedAmount, remaining: remainingAmount, state: stateOf(state) },
    ...(minimumPayment && { least: minimumPayment }),
  }));
const Document = z.object({ mimeType: optionalText, url: optionalText, content: optionalText });
const Documents = z.object({ billDocument: listed(Document).nullish() });

const stateOf = (said: string): Bill['state'] => (said === 'settled' ? 'settled' : said === 'partiallyPaid' ? 'partial' : 'new');

/** Bills of a billing account, what they are made of, and as they are printed (TMF678 v4). */
export function billsClient(caller: Caller): Bills & BillDetails {
  return {
    async list(account) {
      const schema = Raw.refine((bill) => bill.account === account);
      const all = await caller.list({ operation: 'bills', path: BILL, query: { 'billingAccount.id': account }, schema });
      return all.toSorted((a, b) => b.issued - a.issued);
    },
    lines: (bill) => caller.list({ operation: 'bill-lines', path: `${BASE}/appliedCustomerBillingRate`, query: { 'bill.id': bill }, schema: Rate }),
    async pdf(bill) {
      const path = `${BILL}/${encodeURIComponent(bill)}`;
      const found = await caller.find({ operation: 'bill-document', path, query: { fields: 'billDocument' }, schema: Documents });
      const document = found?.billDocument?.find(({ mimeType = PDF }) => mimeType === PDF);
      if (document?.content !== undefined) return printed(Buffer.from(document.content, 'base64'));
      const file = document?.url === undefined ? undefined : await caller.file({ operation: 'bill-pdf', address: document.url, accept: PDF });
      return file && printed(file);
    },
  };
}

const PDF = 'application/pdf';

/** What is no PDF must not be handed to a browser as one. @throws BackendFailure */
function printed(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') throw failed('bills', 'contract', 'a document that is no PDF');
  return bytes;
}
