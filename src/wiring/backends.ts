import type { Config } from '../config';
import type { Ports } from '../dialogs/skills';
import type { SpendKind } from '../domain/spending';
import type { PaymentGateway } from '../integrations/gateway/port';
import { homeNetworkClient } from '../integrations/home-network/client';
import { reportedBreaker, type Breaker, type BreakerState } from '../integrations/http/breaker';
import { caller, type Caller } from '../integrations/http/caller';
import { clientCredentials } from '../integrations/http/oauth';
import { linesClient } from '../integrations/lines/client';
import { outagesClient } from '../integrations/outages/client';
import { prepaidClient } from '../integrations/prepaid/client';
import type { Mandates } from '../integrations/recurring/port';
import type { SecondOpinion } from '../integrations/second-opinion/port';
import { kannel } from '../integrations/sms/client';
import { storesClient } from '../integrations/stores/client';
import { usageClient } from '../integrations/usage/client';
import { lastKnown } from '../state/last-known';
import { reminders } from '../state/reminders';
import { mandates } from '../state/mandates';
import { outageWatches } from '../state/outage-watches';
import { payLinks, type PayLinks } from '../state/pay-links';
import { oneTimeCodes, type CodeReports } from '../state/otp';
import type { Store } from '../state/redis-mailbox';
import { accountPorts } from './accounts';
import { askedElsewhere } from './help';
import { casework, zendeskOf, type Casework } from './zendesk';
import { billBackends, type BillBackends } from './bills';
import type { Parts } from './parts';
import { moneyBackends } from './spending';

/** For one question to a backend, retries included, in ms. Two of them end before a slow turn is run again (dialogs/conversation.ts). */
const DEADLINE_MS = { tmf: 8_000, sms: 8_000, oauth: 4_000 } as const;

/** The help center, all of its pages together. */
const HELP = ['help', 60_000] as const;

/** What skills ask of the operator, and what the rest of the bot wants to know of it. */
export interface Backends extends Ports {
  readonly reports: CodeReports;
  /** Ways of moving money, for the ledger. */
  readonly kinds: readonly SpendKind[];
  /** Where cards are typed; absent where they are not. */
  readonly gateway?: PaymentGateway;
  readonly links: PayLinks;
  readonly billLinks: BillBackends['billLinks'];
  readonly mandates: Mandates;
  /** Asked when the recogniser is unsure; absent unless it is configured. */
  readonly opinion?: SecondOpinion;
  /** Cases, and how they become tickets. */
  readonly casework: Casework;
  /** Ends what is read from time to time. */
  readonly stop: () => void;
  /** How each backend's circuit breaker stands. */
  readonly standing: () => Readonly<Record<string, BreakerState['mode']>>;
}

/** Everything that skills ask of the operator, made of its real contracts. */
export function backends(config: Config, { store, clock, report, tracer }: Parts & { readonly store: Store }): Backends {
  const { reach, standing } = reaching({ clock, report, tracer });
  const authorize = clientCredentials({ ...reach('oauth', DEADLINE_MS.oauth), ...clientOf(config) });
  const tmf = (backend: string) => caller({ ...reach(backend, DEADLINE_MS.tmf), baseUrl: config.TMF_BASE_URL, authorize, random: Math.random });
  const remembering = { clock, store: lastKnown({ ...store, pepper: config.OTP_PEPPER }) };
  const sms = kannel({ ...reach('sms', DEADLINE_MS.sms), ...gatewayOf(config) });
  const links = payLinks({ ...store, pepper: config.OTP_PEPPER, clock });
  const codes = oneTimeCodes({ redis: store.redis, sms, pepper: config.OTP_PEPPER, report });
  const account = zendeskOf(config, reach);
  const elsewhere = askedElsewhere(config, reach, { report, account: zendeskOf(config, reach, HELP), store, clock });
  const work = casework(config, { store, clock, report, tracer, account, reads: () => made });
  const made: Backends = {
    ...elsewhere,
    ...{ casework: work, cases: work.cases, caseDesk: work.caseDesk, hours: work.hours, staffed: work.staffed },
    stop: () => (elsewhere.stop(), work.stop()),
    ...{ prepaid: prepaidClient({ caller: tmf('prepaid'), ...remembering }), lines: linesClient({ caller: tmf('inventory'), ...remembering }) },
    ...{ stores: storesClient({ caller: tmf('stores'), country: config.OPERATOR_COUNTRY, clock }), usage: usageClient(tmf('usage')) },
    ...moneyBackends(config, { reach: (backend) => ({ ...reach(backend, DEADLINE_MS.tmf), authorize }), clock, links }),
    ...accountPorts(config, { tmf, store }),
    ...billBackends(config, { tmf, store, clock }),
    ...{ standing, links, mandates: mandates({ ...store, pepper: config.OTP_PEPPER }) },
    ...{ sms, reminders: reminders(store) },
    ...homeBackends(config, { tmf, store, clock }),
    ...{ codes, reports: codes, contact: contactOf(config) },
  };
  return made;
}

/** How every backend is reached: with a breaker of its own, traced and reported. */
function reaching({ clock, report, tracer }: Parts) {
  const breakers = new Map<string, Breaker>();
  const reach = (backend: string, deadlineMs: number) => {
    const own = reportedBreaker(backend, { clock, report });
    breakers.set(backend, own);
    const observe = (observation: object) => report('backend', observation);
    return { backend, deadlineMs, clock, breaker: own, fetch: tracer.fetch(backend), observe };
  };
  return { reach, standing: () => Object.fromEntries([...breakers].map(([name, { mode }]) => [name, mode()])) };
}

const gatewayOf = (config: Config) => ({
  ...{ url: config.SMS_URL, username: config.SMS_USER, password: config.SMS_PASSWORD, sender: config.SMS_SENDER },
  report: { base: config.SMS_REPORT_URL, token: config.SMS_REPORT_TOKEN },
});
const clientOf = ({ OAUTH_TOKEN_URL: tokenUrl, OAUTH_CLIENT_ID: clientId, OAUTH_CLIENT_SECRET: clientSecret }: Config) => ({
  tokenUrl,
  clientId,
  clientSecret,
});

/** The internet of homes, and what fails of it. */
function homeBackends(config: Config, { tmf, store, clock }: { tmf: (backend: string) => Caller; store: Store; clock: () => number }) {
  const network = homeNetworkClient(tmf('home-network'));
  const everyMs = config.OUTAGE_LOOK_SECONDS * 1_000;
  const areaOf = async (contract: string): Promise<string | undefined> => (await network.find(contract))?.area;
  return {
    network,
    outages: outagesClient({ caller: tmf('outages'), clock, freshMs: everyMs / 2, areaOf }),
    watches: outageWatches({ ...store, clock, everyMs }),
  };
}

const contactOf = ({ CARE_CONTACT_ES: es, CARE_CONTACT_EN: en }: Config): Ports['contact'] => ({ ...(es && { es }), ...(en && { en }) });
