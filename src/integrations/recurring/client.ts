import { z } from 'zod';
import type { Settled, SpendKind } from '../../domain/spending';
import { AutopayDetails } from '../../domain/spending/details';
import type { Caller } from '../http/caller';
import { anyDetails } from '../kinds';
import { ONE_LEG_MS, refusedBy } from '../refusals';
import { instant } from '../tmf';
import type { Recurring } from './port';

const PATH = '/tmf-api/accountManagement/v4/paymentPlan';
const Plan = z.object({
  ...{ id: z.string(), status: z.string(), paymentMethod: z.object({ id: z.string() }).nullish() },
  validFor: z.object({ startDateTime: instant.nullish() }).nullish(),
  lastCharge: z.object({ status: z.enum(['paid', 'failed']), date: instant }).nullish(),
});

/** Payment plans of billing accounts (TMF666): whether the operator's biller charges a card by itself. */
export function recurringClient(caller: Caller): Recurring {
  return {
    async of(account) {
      const all = await caller.list({ operation: 'payment-plan', path: PATH, query: { 'billingAccount.id': account }, schema: Plan });
      const plan = all.findLast(({ status }) => status.toLowerCase() === 'active');
      if (plan === undefined) return { state: 'off' };
      const { paymentMethod, validFor, lastCharge } = plan;
      return {
        state: 'on',
        ...(paymentMethod && { method: paymentMethod.id }),
        ...(typeof validFor?.startDateTime === 'number' && { since: validFor.startDateTime }),
        ...(lastCharge && { last: { state: lastCharge.status, at: lastCharge.date } }),
      };
    },
  };
}

/** @param notifyAt where the biller says that it charged, or could not, under a mandate */
export const recurringKinds = (caller: Caller, notifyAt: (mandate: string) => string): readonly SpendKind[] => [
  anyDetails(autopayKind(caller, notifyAt)),
];

/** Turned on, with the words that were agreed to, of which release and when; or off. */
function autopayKind(caller: Caller, notifyAt: (mandate: string) => string): SpendKind<AutopayDetails> {
  return {
    ...{ kind: 'autopay', details: AutopayDetails, label: 'keyed', deadlineMs: ONE_LEG_MS },
    async send(key, { account, to, method, words, version, agreedAt }, order) {
      const body = {
        ...{ billingAccount: { id: account }, planType: 'recurring', status: to === 'on' ? 'active' : 'cancelled', paymentMethod: { id: method } },
        ...{ consent: { id: key.id, words, version, agreedAt: new Date(agreedAt).toISOString() }, callback: notifyAt(key.id) },
      };
      const answer = await caller.write({ operation: 'set-plan', path: PATH, body, headers: { 'idempotency-key': key.id }, schema: Plan });
      return answer.ok ? ({ status: 'done', facts: {} } satisfies Settled) : refusedBy('recurring', answer, order);
    },
  };
}
