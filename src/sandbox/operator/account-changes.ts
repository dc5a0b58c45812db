import { z } from 'zod';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { isoOf } from '../seed/time';
import { billsIn, openOf, type SeededBill } from './bill-ledger';
import { tmfError, type Draft } from './collection';
import type { Core } from './customers';
import { jsonIn, keyOf, printOf, refuse } from './keyed';

const Media = z.object({ billStructure: z.object({ presentationMedia: z.array(z.object({ name: z.enum(['email', 'paper']) })).length(1) }) });
const Plan = z.object({ paymentPlan: z.array(z.object({ planType: z.literal('moreTime') })).length(1) });
/** More time is so many days, and given again after so many. */
const EXTRA_DAYS = 5;
const AGAIN_DAYS = 90;
const DAY_MS = 86_400_000;
/** Whoever is cut off already gets none; whoever owes this many bills neither. */
const MOST_OPEN = 1;

/** TMF666's `PATCH billingAccount`: how bills come, and more time to pay. */
export const accountChanges = (core: Core): Route[] => [
  { method: 'PATCH', path: '/tmf-api/accountManagement/v4/billingAccount/:id', counterpart: 'accounts', handle: (call) => change(core, call) },
];

/** Bills come by e-mail alone, unless it was changed, where there is an e-mail on file: by the seeds. */
export function withMedia({ deeds }: Core, account: Draft): Draft {
  const set = deeds.get('bill-media', account.id);
  return { ...account, billStructure: { presentationMedia: [{ name: set?.media ?? (ELECTRONIC.has(account.id) ? 'email' : 'paper') }] } };
}
const ELECTRONIC: ReadonlySet<string> = new Set(['70041183', '10002040', '4410023971']);

function change(core: Core, call: Call): Reply {
  const id = call.params['id'] ?? '';
  const key = keyOf(call);
  const bills = billsIn(core).filter(({ account }) => account === id);
  if (key === undefined) return tmfError(400, 'An Idempotency-Key is needed.');
  if (bills.length === 0) return refuse(404, 'not-found', 'There is no such billing account.');
  const [media, plan] = [Media.safeParse(jsonIn(call)), Plan.safeParse(jsonIn(call))];
  if (media.success) return setMedia(core, call, { id, key, name: media.data.billStructure.presentationMedia[0]?.name ?? 'paper' });
  return plan.success
    ? moreTime(core, call, { id, key, bills })
    : tmfError(400, 'Only billStructure.presentationMedia or paymentPlan may be changed here.');
}

function setMedia({ deeds, clock }: Core, call: Call, { id, key, name }: { id: string; key: string; name: 'email' | 'paper' }): Reply {
  const known = deeds.get('bill-media', id);
  if (known?.by !== key) deeds.put({ kind: 'bill-media', key: id, print: printOf(call), at: clock.now(), line: '', media: name, by: key });
  return json(200, { id, name: id, billStructure: { presentationMedia: [{ name }] }, '@type': 'BillingAccount' });
}

function moreTime(core: Core, call: Call, { id, key, bills }: { id: string; key: string; bills: readonly SeededBill[] }): Reply {
  const { deeds, clock } = core;
  const open = bills.filter((bill) => openOf(core, bill) > 0);
  const known = deeds.get('more-time', id);
  if (known && known.by !== key && known.at > clock.now() - AGAIN_DAYS * DAY_MS) return refuse(409, 'already-used', 'More time was given lately.');
  if (open.length === 0 || open.length > MOST_OPEN) return refuse(409, 'not-eligible', 'More time is given for one open bill.');
  const until = known?.by === key ? known.until : clock.now() + EXTRA_DAYS * DAY_MS;
  if (known?.by !== key) deeds.put({ kind: 'more-time', key: id, print: printOf(call), at: clock.now(), line: '', until, by: key });
  const plan = { planType: 'moreTime', status: 'active', validFor: { endDateTime: isoOf(until) } };
  return json(200, { id, name: id, paymentPlan: [plan], '@type': 'BillingAccount' });
}
