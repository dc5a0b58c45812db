import { z } from 'zod';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { isoOf } from '../seed/time';
import { billsIn, openOf } from './bill-ledger';
import { tmfError } from './collection';
import { lineOf, type Core } from './customers';
import { isApplied } from './held-payments';
import { jsonIn, keyOf, printOf, refuse } from './keyed';

const BASE = '/tmf-api/ServiceActivationAndConfiguration/v4';
const Body = z.object({
  ...{ name: z.literal('reconnection'), state: z.literal('active'), serviceType: z.enum(['mobile', 'home']) },
  serviceCharacteristic: z.array(z.object({ name: z.string(), value: z.string() })),
});

/** TMF640's `POST service` for one purpose: a service that was cut off for debt is on again, if nothing is owed any more. */
export const reconnections = (core: Core): Route[] => [
  { method: 'POST', path: `${BASE}/service`, counterpart: 'reconnection', handle: (call) => reconnect(core, call) },
];

/** Whether a line that the seeds suspend for debt was reconnected since. */
export const isReconnected = ({ deeds }: Pick<Core, 'deeds'>, msisdn: string): boolean => deeds.get('reconnection', msisdn) !== undefined;

function reconnect(core: Core, call: Call): Reply {
  const body = Body.safeParse(jsonIn(call));
  if (!body.success || keyOf(call) === undefined) return tmfError(400, 'A reconnection under an Idempotency-Key is needed.');
  const of = (wanted: string): string => body.data.serviceCharacteristic.find(({ name }) => name === wanted)?.value ?? '';
  const line = lineOf(of('msisdn'));
  if (line?.line.status !== 'suspended') return refuse(409, 'not-eligible', 'Nothing is cut off here.');
  if (core.deeds.get('block', line.msisdn)) return refuse(409, 'not-eligible', 'A stolen line is lifted in a store.');
  const open = billsIn(core)
    .filter(({ account }) => account === line.line.account)
    .reduce((sum, bill) => sum + openOf(core, bill), 0);
  const isReceived = (line.line.movements ?? []).some(({ state, ref }) => state === 'charged-not-applied' && !isApplied(core, ref));
  if (open > 0) return refuse(409, isReceived ? 'payment-not-applied' : 'debt-open', 'Something is still owed.');
  const at = core.clock.now();
  core.deeds.put({ kind: 'reconnection', key: line.msisdn, print: printOf(call), at, line: line.msisdn });
  return json(201, { id: `line-${line.msisdn}`, state: 'active', startDate: isoOf(at), '@type': 'Service' });
}
