import type { Switches } from '../control/switches';
import type { Call, Family, Reply } from '../http/reply';
import { accountChanges, withMedia } from './account-changes';
import { accounts } from './accounts';
import { autopay } from './autopay';
import { bills } from './bills';
import { blocks } from './blocks';
import { catalogue } from './catalogue';
import { tmfError } from './collection';
import type { Core } from './customers';
import { homeNetwork } from './home-network';
import { inventory } from './inventory';
import { movements } from './movements';
import type { Tokens } from './oauth';
import { orders } from './orders';
import { payments } from './payments';
import { prepaidCore } from './prepaid';
import { problems } from './problems';
import { reconnections } from './reconnections';
import { savedCards } from './saved-cards';
import { stores } from './stores';
import { topUps } from './top-ups';
import { usage } from './usage';

/** The operator's TM Forum v4 interfaces, behind a bearer token. */
export function tmForum(core: Core, switches: Switches, tokens: Tokens): Family {
  const prices = switches.price;
  return {
    prefix: '/tmf-api/',
    routes: [
      ...[...prepaidCore(core), ...topUps(core), ...movements(core), ...usage(core.clock), ...stores(core.clock)],
      ...[...inventory(core), ...catalogue(core, prices), ...orders(core, prices), ...payments(core)],
      ...[
        ...accounts((account) => withMedia(core, account)),
        ...accountChanges(core),
        ...reconnections(core),
        ...blocks(core),
        ...savedCards(core),
        ...autopay(core),
        ...bills(core),
      ],
      ...[...homeNetwork({ ...core, switches }), ...problems(core.clock, switches)],
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
