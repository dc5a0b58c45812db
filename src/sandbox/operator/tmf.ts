import type { Switches } from '../control/switches';
import type { Call, Family, Reply } from '../http/reply';
import { catalogue } from './catalogue';
import { tmfError } from './collection';
import type { Core } from './customers';
import { inventory } from './inventory';
import { movements } from './movements';
import type { Tokens } from './oauth';
import { orders } from './orders';
import { payments } from './payments';
import { prepaidCore } from './prepaid';
import { topUps } from './top-ups';
import { usage } from './usage';

/** The operator's TM Forum v4 interfaces, behind a bearer token. */
export function tmForum(core: Core, switches: Switches, tokens: Tokens): Family {
  const prices = switches.price;
  return {
    prefix: '/tmf-api/',
    routes: [
      ...[...prepaidCore(core), ...topUps(core), ...movements(core), ...usage(core.clock)],
      ...[...inventory(core), ...catalogue(core, prices), ...orders(core, prices), ...payments(core)],
    ],
    guard: bearer(tokens, tmfError),
    failure: tmfError,
  };
}

/** Lets in who shows a token of ours; others get a 401 in the family's own shape. */
export const bearer =
  (tokens: Tokens, failure: Family['failure']) =>
  (call: Call): Reply | undefined => {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(call.headers.authorization ?? '')?.[1];
    if (token !== undefined && tokens.valid(token)) return undefined;
    const refused = failure(401, 'A valid bearer token is needed.');
    return { ...refused, headers: { ...refused.headers, 'www-authenticate': 'Bearer realm="sandbox"' } };
  };
