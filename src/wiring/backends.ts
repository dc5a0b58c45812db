import type { Config } from '../config';
import type { Ports } from '../dialogs/skills';
import type { SpendKind } from '../domain/spending';
import { breaker, type Breaker, type BreakerState } from '../integrations/http/breaker';
import { caller } from '../integrations/http/caller';
import { clientCredentials } from '../integrations/http/oauth';
import { linesClient } from '../integrations/lines/client';
import { prepaidClient } from '../integrations/prepaid/client';
import type { SecondOpinion } from '../integrations/second-opinion/port';
import { kannel } from '../integrations/sms/client';
import { caseBook } from '../state/cases';
import { lastKnown } from '../state/last-known';
import { oneTimeCodes, type CodeReports } from '../state/otp';
import type { Store } from '../state/redis-mailbox';
import { askedElsewhere } from './help';
import type { Parts } from './parts';
import { moneyBackends } from './spending';

/** For one question to a backend, retries included, in ms. Two of them end before a slow turn is run again (dialogs/conversation.ts). */
const DEADLINE_MS = { tmf: 8_000, sms: 8_000, oauth: 4_000 } as const;

/** What skills ask of the operator, and what the rest of the bot wants to know of it. */
export interface Backends extends Ports {
  readonly reports: CodeReports;
  /** Ways of moving money, for the ledger. */
  readonly kinds: readonly SpendKind[];
  /** Asked when the recogniser is unsure; absent unless it is configured. */
  readonly opinion?: SecondOpinion;
  /** Ends what is read from time to time. */
  readonly stop: () => void;
  /** How each backend's circuit breaker stands. */
  readonly standing: () => Readonly<Record<string, BreakerState['mode']>>;
}

/** Everything that skills ask of the operator, made of its real contracts. */
export function backends(config: Config, { store, clock, report, tracer }: Parts & { readonly store: Store }): Backends {
  const breakers = new Map<string, Breaker>();
  const reach = (backend: string, deadlineMs: number) => ({
    backend,
    deadlineMs,
    clock,
    breaker: known(breakers, backend, breaker(clock)),
    fetch: tracer.fetch(backend),
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
  const codes = oneTimeCodes({ redis: store.redis, sms, pepper: config.OTP_PEPPER, report });
  return {
    ...askedElsewhere(config, reach, report),
    prepaid: prepaidClient({ caller: tmf('prepaid'), ...remembering }),
    lines: linesClient({ caller: tmf('inventory'), ...remembering }),
    ...moneyBackends(config, { reach: (backend) => ({ ...reach(backend, DEADLINE_MS.tmf), authorize }), clock }),
    cases: caseBook({ ...store, pepper: config.OTP_PEPPER, clock }),
    standing: () => Object.fromEntries([...breakers].map(([name, { mode }]) => [name, mode()])),
    ...{ codes, reports: codes, contact: contactOf(config) },
  };
}

function known(breakers: Map<string, Breaker>, backend: string, made: Breaker): Breaker {
  breakers.set(backend, made);
  return made;
}

const contactOf = ({ CARE_CONTACT_ES: es, CARE_CONTACT_EN: en }: Config): Ports['contact'] => ({ ...(es && { es }), ...(en && { en }) });
