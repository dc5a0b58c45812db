import type { Config } from '../config';
import type { Ports } from '../dialogs/skills';
import { breaker } from '../integrations/http/breaker';
import { caller } from '../integrations/http/caller';
import { clientCredentials } from '../integrations/http/oauth';
import { linesClient } from '../integrations/lines/client';
import { prepaidClient } from '../integrations/prepaid/client';
import { kannel } from '../integrations/sms/client';
import { lastKnown } from '../state/last-known';
import { oneTimeCodes, type CodeReports } from '../state/otp';
import type { Store } from '../state/redis-mailbox';
import type { Parts } from './parts';

/** For one question to a backend, retries included, in ms. Two of them end before a slow turn is run again (dialogs/conversation.ts). */
const DEADLINE_MS = { tmf: 8_000, sms: 8_000, oauth: 4_000 } as const;

/** Everything that skills ask of the operator, made of its real contracts. */
export function backends(config: Config, { store, clock, report }: Parts & { readonly store: Store }): Ports & { readonly reports: CodeReports } {
  const reach = (backend: string, deadlineMs: number) => ({
    backend,
    deadlineMs,
    clock,
    breaker: breaker(clock),
    observe: (observation: object) => report('backend', observation),
  });
  const authorize = clientCredentials({
    ...reach('oauth', DEADLINE_MS.oauth),
    tokenUrl: config.OAUTH_TOKEN_URL,
    clientId: config.OAUTH_CLIENT_ID,
    clientSecret: config.OAUTH_CLIENT_SECRET,
  });
  const tmf = (backend: string) => caller({ ...reach(backend, DEADLINE_MS.tmf), baseUrl: config.TMF_BASE_URL, authorize, random: Math.random });
  const remembering = { clock, store: lastKnown({ ...store, pepper: config.OTP_PEPPER }) };
  const sms = kannel({
    ...reach('sms', DEADLINE_MS.sms),
    url: config.SMS_URL,
    username: config.SMS_USER,
    password: config.SMS_PASSWORD,
    sender: config.SMS_SENDER,
    report: { base: config.SMS_REPORT_URL, token: config.SMS_REPORT_TOKEN },
  });
  const codes = oneTimeCodes({ redis: store.redis, sms, pepper: config.OTP_PEPPER });
  return {
    prepaid: prepaidClient({ caller: tmf('prepaid'), ...remembering }),
    lines: linesClient({ caller: tmf('inventory'), ...remembering }),
    codes,
    reports: codes,
    contact: { ...(config.CARE_CONTACT_ES && { es: config.CARE_CONTACT_ES }), ...(config.CARE_CONTACT_EN && { en: config.CARE_CONTACT_EN }) },
  };
}
