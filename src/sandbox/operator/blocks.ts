import { z } from 'zod';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { isoOf } from '../seed/time';
import { tmfError } from './collection';
import { lineOf, type Core } from './customers';
import { jsonIn, keyOf, printOf } from './keyed';

const Suspension = z.object({ status: z.literal('suspended'), statusReason: z.string().max(100) });
const Mail = z.object({
  content: z.string().min(1).max(5_000),
  subject: z.string().max(200).optional(),
  messageType: z.literal('Email'),
  sender: z.object({ name: z.string() }),
  receiver: z.array(z.object({ email: z.string().regex(/^[^@\s]+@[^@\s]+$/) })).length(1),
});

/**
 * TMF637's `PATCH product`, for the one change that needs no order: a line that was stolen is suspended, and its wallet and loans with it. Nothing here
 * lifts it: that is done in a store. TMF681: mails that leave the operator.
 */
export function blocks(core: Core): Route[] {
  return [
    { method: 'PATCH', path: '/tmf-api/productInventory/v4/product/:id', counterpart: 'inventory', handle: (call) => suspend(core, call) },
    { method: 'POST', path: '/tmf-api/communicationManagement/v4/communicationMessage', counterpart: 'messages', handle: (call) => mail(core, call) },
  ];
}

function suspend(core: Core, call: Call): Reply {
  const body = Suspension.safeParse(jsonIn(call));
  if (!body.success) return tmfError(400, 'Only {"status":"suspended","statusReason"} may be changed here.');
  const id = call.params['id'] ?? '';
  const line = id.startsWith('plan-') ? lineOf(id.slice('plan-'.length)) : undefined;
  if (!line) return tmfError(404, 'There is no such line.');
  const { msisdn } = line;
  const known = core.deeds.get('block', msisdn);
  const deed = known ?? {
    ...({ kind: 'block', key: msisdn, print: printOf(call), at: core.clock.now(), line: msisdn } as const),
    reason: body.data.statusReason,
    reference: `B-${101 + core.deeds.all('block').length}`,
  };
  if (!known) core.deeds.put(deed);
  return json(200, {
    ...{ id, href: `/tmf-api/productInventory/v4/product/${id}`, status: 'suspended', statusReason: deed.reason, lastUpdate: isoOf(deed.at) },
    productCharacteristic: [
      { name: 'suspensionReference', value: deed.reference },
      { name: 'wallet', value: line.persona.wallet === undefined ? 'none' : 'frozen' },
      { name: 'lending', value: 'frozen' },
    ],
    '@type': 'Product',
  });
}

function mail({ deeds, clock }: Core, call: Call): Reply {
  const body = Mail.safeParse(jsonIn(call));
  if (!body.success) return tmfError(400, `Wrong at ${body.error.issues.map(({ path }) => path.join('.')).join(', ')}.`);
  const key = keyOf(call) ?? printOf(call);
  const { subject = '', content, receiver } = body.data;
  const known = deeds.get('mail', key);
  if (!known) {
    deeds.put({
      ...{ kind: 'mail', key, print: printOf(call), at: clock.now(), line: '' },
      ...{ to: receiver[0]?.email ?? '', subject, text: content },
    });
  }
  const href = `/tmf-api/communicationManagement/v4/communicationMessage/${encodeURIComponent(key)}`;
  return json(201, { ...body.data, id: key, href, state: 'completed', '@type': 'CommunicationMessage' });
}
