import type { Config } from '../config';
import type { Ports } from '../dialogs/skills';
import { countryOf } from '../domain/countries';
import { accountsClient } from '../integrations/accounts/client';
import { mailsClient, suspensionsClient } from '../integrations/accounts/suspensions';
import type { Caller } from '../integrations/http/caller';
import { claims } from '../state/claims';
import type { Store } from '../state/redis-mailbox';

/** Who holds which contract, how often that may be tried, and what is done when a line was stolen. `tmf` reaches the operator under a name. */
export function accountPorts(
  { OPERATOR_COUNTRY, OTP_PEPPER: pepper, BRAND_NAME }: Config,
  { tmf, store: { redis } }: { readonly tmf: (backend: string) => Caller; readonly store: Store },
): Pick<Ports, 'accounts' | 'claims' | 'thefts' | 'suspensions' | 'mails'> {
  return {
    accounts: accountsClient({ caller: tmf('accounts'), country: countryOf(OPERATOR_COUNTRY) }),
    claims: claims({ redis, pepper, scope: 'home' }),
    thefts: claims({ redis, pepper, scope: 'block' }),
    suspensions: suspensionsClient(tmf('suspensions')),
    mails: mailsClient(tmf('mails'), BRAND_NAME),
  };
}
