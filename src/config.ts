import { z } from 'zod';
import { botEnvironment, botRules } from './channels/botframework/config';
import { messengerEnvironment, messengerRules } from './channels/messenger/config';
import { sunshineEnvironment, sunshineRules } from './channels/sunshine/config';
import { productionRules, togetherRules } from './config-rules';
import { list, named, origin, pairs, port, redis, secret, secrets, url } from './config-values';
import { readServiceHours } from './domain/cases/hours';

/** Kubernetes takes a process out of its service while it sends SIGTERM, not before. */
const DRAIN_DELAY_MS = 5_000;
const ORIGIN = /^https?:\/\/[\w.-]+(:\d{1,5})?$/;

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: port.default(3978),
  /** Proxies of ours in front, whose X-Forwarded-For entries are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Interface to listen on. */
  HOST: z.string().default('127.0.0.1'),
  /** Where customers reach the bot; links, cookies and the Origin check are made of it. */
  PUBLIC_URL: origin.optional(),
  /** After SIGTERM, for so long /readyz says 503 and everything is still served: what balances the load needs a moment to notice. Unset: 5 s in production, else none. */
  DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(10_000).optional(),
  /** So long a conversation stays with a process that is silent, ms: then any other goes on with it. A turn that runs renews it in time. */
  TURN_LEASE_MS: z.coerce.number().int().min(1_000).max(60_000).default(10_000),
  /** After so long a customer hears that it takes longer, and may go on meanwhile, ms. */
  TURN_BUDGET_MS: z.coerce.number().int().min(500).max(30_000).default(2_000),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  OPERATOR_COUNTRY: z.enum(['GT', 'SV', 'HN', 'NI', 'CR', 'PA', 'CO', 'BO', 'PY']).default('GT'),
  BRAND_NAME: z.string().min(1).max(20).default('Alba'),
  /** How customers reach a person today, in the operator's words: "Llama al 611, de 7:00 a. m. a 9:00 p. m." */
  CARE_CONTACT_ES: z.string().max(300).optional(),
  CARE_CONTACT_EN: z.string().max(300).optional(),
  /** Numbers that customers in danger are told to call, as the operator confirmed them for its country. Unset: none is named. */
  CRISIS_LINE: z.string().min(1).max(40).optional(),
  POLICE_LINE: z.string().min(1).max(40).optional(),
  EMERGENCY_LINE: z.string().min(1).max(40).optional(),
  /** A conversation that was quiet for so long is over, for what is counted of it: docs/measures.md. */
  OUTCOME_IDLE_MINUTES: z.coerce.number().int().min(1).max(1_440).default(30),
  /** Share of the visits that end well in which the customer is asked from 0 to 10, 0 to 1; the same person once in 90 days. 0: nobody is asked. */
  SURVEY_SHARE: z.coerce.number().min(0).max(1).default(0),
  /** One URL, or the nodes of a cluster separated by commas. */
  REDIS_URL: redis,
  /** A Redis for the ledger alone: money is kept more carefully than chats. Unset: REDIS_URL. */
  LEDGER_REDIS_URL: redis.optional(),
  /** How long Redis may take to answer before it counts as away, ms: longer where it is far. */
  REDIS_TIMEOUT_MS: z.coerce.number().int().min(100).max(10_000).default(500),
  /** What the operator states of a Redis that does not allow CONFIG, separated by commas: `noeviction,aof`. */
  REDIS_DURABILITY_STATEMENT: list.pipe(z.array(z.enum(['noeviction', 'volatile', 'aof', 'replicated', 'always']))),
  /** The same for `LEDGER_REDIS_URL`: `noeviction,aof,always`. */
  LEDGER_DURABILITY_STATEMENT: list.pipe(z.array(z.enum(['noeviction', 'aof', 'always']))),
  /** Says that a power loss may cost the last second of the money journal, and that this is accepted. Unset: its Redis must have `appendfsync always`. */
  LEDGER_DURABILITY: z.literal('everysec-accepted').optional(),
  STATE_SECRET: secrets,
  OTP_PEPPER: secret,
  TOKEN_SECRET: secrets,
  DIRECTLINE_SECRET: secrets.optional(),
  /** Pages that may embed the chat, and call the token endpoint: origins, separated by commas. */
  ALLOWED_ORIGINS: list.pipe(z.array(z.string().regex(ORIGIN, 'needs origins like https://www.operator.example'))),
  TMF_BASE_URL: url,
  /** Of TMF676: its published specification and its conformance kit name two bases. */
  PAYMENT_PATH: z
    .string()
    .regex(/^(\/[\w.-]+)+$/, 'needs a path like /tmf-api/payment/v4')
    .default('/tmf-api/paymentManagement/v4'),
  /** Mobile money (GSMA 1.2): paths begin with /mm. Unset: nobody can pay with a wallet, unless the sandbox is the operator. */
  WALLET_URL: url.optional(),
  /** Where the wallet reaches this bot to say that something was decided, `https://chat.operator.example/webhooks/mobile-money`. Unset: it is asked. */
  WALLET_CALLBACK_URL: url.optional(),
  /** dLocal Payins v2.1: `https://api.dlocal.com`. Unset: nobody can type a card. Needs the three below. */
  DLOCAL_URL: url.optional(),
  DLOCAL_LOGIN: z.string().min(1).optional(),
  DLOCAL_TRANS_KEY: z.string().min(1).optional(),
  DLOCAL_SECRET_KEY: z.string().min(16).optional(),
  /** Where dLocal reaches this bot with its notifications. Unset: `/webhooks/payments` of PUBLIC_URL. */
  DLOCAL_NOTIFICATION_URL: url.optional(),
  /** YOURLS makes links to pay short: `https://go.operator.example/yourls-api.php`, and its secret signature. Unset: links are our own. */
  YOURLS_URL: url.optional(),
  YOURLS_SIGNATURE: z.string().min(1).optional(),
  /** Airtime lending: paths begin with /lending. Unset: nothing is lent, unless the sandbox is the operator. */
  LENDING_URL: url.optional(),
  /** CAMARA SIM swap: paths begin with /camara. Unset: nothing is debited that needs it, unless the sandbox is the operator. */
  SIM_SWAP_URL: url.optional(),
  OAUTH_TOKEN_URL: url,
  OAUTH_CLIENT_ID: z.string().min(1),
  OAUTH_CLIENT_SECRET: z.string().min(1),
  SMS_URL: url,
  SMS_USER: z.string().min(1),
  SMS_PASSWORD: z.string().min(1),
  SMS_SENDER: z.string().default('611'),
  /** Where the SMS gateway reaches this bot with its delivery reports. */
  SMS_REPORT_URL: url,
  SMS_REPORT_TOKEN: z.string().min(32),
  /** The help center's account, `https://operator.zendesk.com`. Unset: the bot says that it has no help texts. */
  ZENDESK_URL: url.optional(),
  /** An API user, to read what is not public; unset: what everybody may read. */
  ZENDESK_USER: z.string().min(1).optional(),
  ZENDESK_TOKEN: z.string().min(1).optional(),
  /** What the account signs its webhook with: `/webhooks/zendesk` is there only where it is set. */
  ZENDESK_WEBHOOK_SECRET: z.string().min(16).optional(),
  /** When people answer, in the operator's country: "mo-fr 07:00-22:00; sa 08:00-18:00; holidays 09:00-13:00". What is not named is closed. */
  CARE_HOURS: z
    .string()
    .refine((text) => readServiceHours(text) !== undefined, 'is written as: mo-fr 07:00-22:00; sa 08:00-18:00; holidays 09:00-13:00')
    .optional(),
  /** Which group of the Zendesk account takes what, by name or id: `GT.home=Hogar,mobile=…`. Unset: where the account itself sends it. */
  ZENDESK_GROUPS: named,
  /** Before the number of a formal complaint, as the authority gave it to the operator (Colombia's CUN). Unset: the case's reference is told. */
  LEGAL_NUMBER_PREFIX: z
    .string()
    .regex(/^\d{4}$/, 'needs four digits')
    .optional(),
  /** Customers who asked for a word when an outage is over wait for at most so long after it is. */
  OUTAGE_LOOK_SECONDS: z.coerce.number().min(1).max(3_600).default(60),
  /** Customers who wait for a person are told after so many minutes that there is no answer yet. */
  HANDOVER_QUIET_MINUTES: z.coerce.number().min(1).max(120).default(5),
  /** A chat-completions service that is asked when the recogniser is unsure, with personal data masked. Unset: nobody is asked. */
  SECOND_OPINION_URL: url.optional(),
  SECOND_OPINION_KEY: z.string().min(1).optional(),
  SECOND_OPINION_MODEL: z.string().min(1).max(100).optional(),
  /** Only with the sandbox: shows the demo's people and phones on the chat page. Refused in production. */
  SANDBOX_URL: url.optional(),
  /** What runs here, as build and deployment call it; told by metrics and traces. */
  BUILD_VERSION: z
    .string()
    .regex(/^[\w.+-]{1,60}$/)
    .default('dev'),
  /** Who reads /metrics shows it as a bearer token. Unset: only this machine may, and in production nobody. */
  METRICS_TOKEN: z.string().min(32).optional(),
  /** What the operator's people type to see /insights. Unset: only this machine may, and in production nobody. */
  INSIGHTS_TOKEN: z.string().min(32).optional(),
  /** An OpenTelemetry collector, or a service that takes OTLP over HTTP; `/v1/traces` is added. Unset: no traces are sent. */
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: pairs,
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal('http/json', 'only http/json is spoken').default('http/json'),
  OTEL_SERVICE_NAME: z.string().min(1).max(60).default('care-bot'),
  /** Share of the traces that are sent, 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  ...botEnvironment,
  ...messengerEnvironment,
  ...sunshineEnvironment,
  ASSETS_DIR: z.string().default('dist/web'),
});

export type Config = Readonly<z.infer<typeof Environment>> & {
  readonly production: boolean;
  readonly publicUrl: string;
  readonly drainDelayMs: number;
  readonly nodeVersion: string;
};

/** The environment is not what it must be. The message lists every bad variable, and never a value. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

/** Reads the configuration. @throws BadConfig naming every variable that is missing or wrong. */
export function readConfig(all: Readonly<Record<string, string | undefined>>): Config {
  const environment = Object.fromEntries(Object.entries(all).filter(([, value]) => value?.trim() !== '')); // left empty is the same as not there
  const read = Environment.safeParse(environment);
  const problems = [
    ...(read.error?.issues ?? []).map(
      ({ path, message }) => `${path.join('.')}: ${environment[String(path[0])] === undefined ? 'is missing' : message}`,
    ),
    ...productionRules(environment),
    ...botRules(environment),
    ...messengerRules(environment),
    ...sunshineRules(environment),
    ...togetherRules(environment),
  ];
  if (!read.success || problems.length > 0)
    throw new BadConfig(`The configuration is not complete:\n${problems.map((each) => `  ${each}`).join('\n')}`);
  const { data } = read;
  const production = data.NODE_ENV === 'production';
  const drainDelayMs = data.DRAIN_DELAY_MS ?? (production ? DRAIN_DELAY_MS : 0);
  return { ...data, production, drainDelayMs, nodeVersion: process.versions.node, publicUrl: data.PUBLIC_URL ?? `http://127.0.0.1:${data.PORT}` };
}
