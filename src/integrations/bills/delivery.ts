import { z } from 'zod';
import { maskedEmail } from '../accounts/client';
import type { Caller } from '../http/caller';
import { listed, optionalText } from '../tmf';
import type { BillDelivery } from './port';

const ACCOUNT = '/tmf-api/accountManagement/v4/billingAccount';
const ON_DEMAND = '/tmf-api/customerBillManagement/v4/customerBillOnDemand';

const Medium = z.object({ mediumType: optionalText, characteristic: z.object({ emailAddress: optionalText }).nullish() });
/** A TMF666 v4 billing account, as far as its bills' way is looked at. */
const Account = z.object({
  ...{ id: z.string(), name: optionalText },
  billStructure: z.object({ presentationMedia: listed(z.object({ name: optionalText, id: optionalText })).nullish() }).nullish(),
  contact: listed(z.object({ contactMedium: listed(Medium).nullish() })).nullish(),
});
type Account = z.infer<typeof Account>;

/** How bills reach their customer: the account's presentation media (TMF666 v4), and a copy on demand (TMF678 v4). */
export function billDelivery(caller: Caller): BillDelivery {
  const named = async (account: string): Promise<Account | undefined> =>
    (await caller.list({ operation: 'bill-media', path: ACCOUNT, query: { name: account }, schema: Account })).find(({ name }) => name === account);
  return {
    async of(account) {
      const found = await named(account);
      const email = found && emailIn(found);
      return { electronic: found !== undefined && isElectronic(found), ...(email !== undefined && { email: maskedEmail(email) }) };
    },
    async setElectronic(key, account, electronic) {
      const found = await named(account);
      if (!found) return 'refused';
      const body = { billStructure: { presentationMedia: [{ name: electronic ? 'email' : 'paper' }] } };
      const path = `${ACCOUNT}/${encodeURIComponent(found.id)}`;
      const answer = await caller.write({
        operation: 'set-bill-media',
        method: 'PATCH',
        path,
        body,
        headers: { 'idempotency-key': key },
        schema: Account,
      });
      return answer.ok && isElectronic(answer.value) === electronic ? 'done' : 'refused';
    },
    async send(key, { id, account }) {
      const body = { billingAccount: { id: account }, customerBill: { id } };
      const answer = await caller.write({ operation: 'send-bill', path: ON_DEMAND, body, headers: { 'idempotency-key': key }, schema: z.unknown() });
      return answer.ok ? 'sent' : 'refused';
    },
  };
}

const isElectronic = ({ billStructure }: Account): boolean => {
  const media = (billStructure?.presentationMedia ?? []).map(({ name, id }) => name ?? id ?? '');
  return media.some((name) => /mail|electr/i.test(name)) && !media.some((name) => /paper|post|print/i.test(name));
};

const emailIn = ({ contact }: Account): string | undefined =>
  (contact ?? [])
    .flatMap(({ contactMedium }) => contactMedium ?? [])
    .map(({ characteristic }) => characteristic?.emailAddress)
    .find((email) => email !== undefined && /^[^@\s]+@[^@\s]+$/.test(email));
