import { z } from 'zod';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { LINES } from '../seed';
import { isoOf } from '../seed/time';
import { planOfMethod } from './autopay';
import { tmfError } from './collection';
import { lineOf, methodsOf, type Core } from './customers';
import { jsonIn, keyOf, printOf, refuse } from './keyed';

const PATH = '/tmf-api/paymentMethod/v4/paymentMethod';

/** A card by the gateway's token. A number of a card is refused, whoever sends one. */
const Body = z.strictObject({
  ...{ '@type': z.literal('tokenizedCard'), name: z.string().max(40), brand: z.string().max(20), lastFourDigits: z.string().regex(/^\d{4}$/) },
  ...{ token: z.string().min(8), tokenType: z.string(), expirationDate: z.iso.datetime({ offset: true }) },
  relatedParty: z.array(z.object({ id: z.string(), role: z.literal('customer') })).length(1),
});

/** TMF670: cards are kept and removed. */
export const savedCards = (core: Core): Route[] => [
  { method: 'POST', path: PATH, counterpart: 'payments', handle: (call) => keep(core, call) },
  { method: 'DELETE', path: `${PATH}/:id`, counterpart: 'payments', handle: ({ params }) => remove(core, params['id'] ?? '') },
];

function keep({ deeds, clock }: Core, call: Call): Reply {
  const key = keyOf(call);
  const body = Body.safeParse(jsonIn(call));
  if (key === undefined || !body.success) return tmfError(400, 'A tokenizedCard under an Idempotency-Key is needed, and nothing else.');
  const { brand, lastFourDigits: last4, expirationDate, token, relatedParty } = body.data;
  const line = lineOf(relatedParty[0]?.id ?? '');
  if (!line) return refuse(404, 'not-found', 'There is no such line.');
  const id = `card-${key}`;
  const known = deeds.get('saved-card', id);
  if (known && known.print !== printOf(call)) return refuse(422, 'key-reused', 'This key was used for another card.');
  const at = clock.now();
  if (!known)
    deeds.put({
      ...{ kind: 'saved-card', key: id, print: printOf(call), at, line: line.msisdn, token, brand, last4, status: 'active' },
      expires: Date.parse(expirationDate),
    });
  return json(201, { id, href: `${PATH}/${id}`, '@type': 'tokenizedCard', status: 'active', brand, lastFourDigits: last4, statusDate: isoOf(at) });
}

function remove(core: Core, id: string): Reply {
  const kept = core.deeds.get('saved-card', id);
  if (kept?.status === 'removed') return refuse(404, 'not-found', 'There is no such card.');
  const seeded = kept ? lineOf(kept.line) : seededWith(core, id);
  if (!seeded) return refuse(404, 'not-found', 'There is no such card.');
  if (planOfMethod(core, id)) return refuse(409, 'in-use', 'Bills are charged to this card.');
  const gone = { token: 'none', brand: '', last4: '0000', expires: 0 };
  core.deeds.put({ kind: 'saved-card', print: '', at: core.clock.now(), line: seeded.msisdn, ...gone, ...kept, key: id, status: 'removed' });
  return { status: 204 };
}

/** A line that has this card from the seeds. */
const seededWith = (core: Core, id: string) => {
  const persona = /^card-(P\d+)-\d+$/.exec(id)?.[1];
  const lines = LINES.filter((line) => line.persona.id === persona);
  return lines.find((line) => methodsOf(core, line).some((method) => method.id === id));
};
