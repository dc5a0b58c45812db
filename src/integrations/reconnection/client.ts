import { z } from 'zod';
import type { Caller } from '../http/caller';
import { instant, listed, optionalText } from '../tmf';
import type { MoreTime, Reconnected, Reconnection } from './port';

const SERVICE = '/tmf-api/ServiceActivationAndConfiguration/v4/service';
const ACCOUNT = '/tmf-api/accountManagement/v4/billingAccount';
const PRODUCT = '/tmf-api/productInventory/v4/product';

const Product = z.object({
  ...{ status: z.string(), statusReason: optionalText },
  productCharacteristic: listed(z.object({ name: z.string(), value: z.unknown() })).nullish(),
});
/** Of TMF640: the service, or the monitor of what is under way. */
const Activated = z.object({ state: optionalText });
const Account = z.object({
  name: optionalText,
  id: z.string(),
  paymentPlan: listed(z.object({ planType: optionalText, status: optionalText, validFor: z.object({ endDateTime: instant }).nullish() })).nullish(),
});

/** Reconnection by TMF640 v4 (a service is activated), more time by TMF666 v4 (a payment plan of the billing account). */
export function reconnectionClient(caller: Caller): Reconnection {
  return {
    async standing({ kind, id }) {
      const query = { 'productCharacteristic.value': id };
      const found = await caller.list({ operation: 'standing', path: PRODUCT, query, schema: Product });
      const mark = kind === 'mobile' ? 'msisdn' : 'contract';
      const main = found.find(({ productCharacteristic: all = [], status }) => {
        const has = (name: string): unknown => all?.find((each) => each.name === name)?.value;
        return has(mark) === id && (kind === 'home' || has('lineType') !== undefined) && status !== 'terminated';
      });
      const cut = main?.status.trim().toLowerCase() === 'suspended';
      return { cut, ...(cut && main.statusReason !== undefined && { why: main.statusReason }) };
    },
    async ask(key, { kind, id, account }) {
      const body = {
        ...{ externalId: key, name: 'reconnection', state: 'active', serviceType: kind, '@type': 'Service' },
        serviceCharacteristic: [
          { name: kind === 'mobile' ? 'msisdn' : 'contract', value: id },
          { name: 'billingAccount', value: account },
        ],
      };
      const answer = await caller.write({ operation: 'reconnect', path: SERVICE, body, headers: { 'idempotency-key': key }, schema: Activated });
      if (!answer.ok) return { status: 'refused', reason: REASONS[answer.code] ?? 'other' };
      return { status: answer.value.state?.toLowerCase() === 'active' ? 'active' : 'asked' };
    },
    async moreTime(key, account) {
      const [found] = await caller.list({ operation: 'more-time', path: ACCOUNT, query: { name: account }, schema: Account });
      if (found?.name !== account) return { status: 'refused', reason: 'not-eligible' };
      const body = { paymentPlan: [{ planType: 'moreTime' }] };
      const path = `${ACCOUNT}/${encodeURIComponent(found.id)}`;
      const answer = await caller.write({
        operation: 'ask-more-time',
        method: 'PATCH',
        path,
        body,
        headers: { 'idempotency-key': key },
        schema: Account,
      });
      if (!answer.ok) return { status: 'refused', reason: TIME_REASONS[answer.code] ?? 'other' };
      const plan = answer.value.paymentPlan?.find(({ planType, status = 'active' }) => planType === 'moreTime' && status === 'active');
      return plan?.validFor ? { status: 'granted', until: plan.validFor.endDateTime } : { status: 'refused', reason: 'other' };
    },
  };
}

type Why<R> = Extract<R, { status: 'refused' }> extends { reason: infer W } ? W : never;
const REASONS: Readonly<Record<string, Why<Reconnected>>> = {
  ...({ 'debt-open': 'debt', debt: 'debt', 'payment-not-applied': 'not-applied', 'not-eligible': 'not-eligible' } as const),
};
const TIME_REASONS: Readonly<Record<string, Why<MoreTime>>> = { 'already-used': 'used', 'not-eligible': 'not-eligible' };
