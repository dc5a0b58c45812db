import { z } from 'zod';
import { botEnvironment, botRules } from './channels/botframework/config';
import { messengerEnvironment, messengerRules } from './channels/messenger/config';
import { sunshineEnvironment, sunshineRules } from './channels/sunshine/config';
import { readServiceHours } from './domain/cases/hours';

const url = z.url({ protocol: /^https?$/ });
const port = z.coerce.number().int().min(0).max(65_535);
/** 32 bytes in base64url. */
const secret = z.string().regex(/^[\w-]{43}$/, 'needs 32 random bytes in base64url');
/** The same, or several of them separated by commas: the first is used, the others still open what they sealed or verify what they signed. */
const secrets = z.string().regex(/^[\w-]{43}(,[\w-]{43})*$/, 'needs 32 random bytes in base64url');
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  );

/** `api-key=abc,x-tenant=mine`, values percent-encoded, as OpenTelemetry writes headers. */
const pairs = list.transform((items, context) => {
  const entries = items.map((item): [string, string] => [
    item.slice(0, Math.max(0, item.indexOf('='))).trim(),
    item.slice(item.indexOf('=') + 1).trim(),
  ]);
  if (entries.every(([name, value]) => /^[\w-]+$/.test(name) && /^(?:[\x21-\x24\x26-\x7e]|%[\da-f]{2})+$/i.test(value)))
    return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), decodeURIComponent(value)]));
  context.addIssue({ code: 'custom', message: 'needs names and values like api-key=abc,x-tenant=mine' });
  return z.NEVER;
});

/** `GT.home=Hogar,fraud=360001`: words of ours, and what somebody else calls it. */
const named = list.transform((items) =>
  Object.fromEntries(items.map((item) => [item.slice(0, Math.max(0, item.indexOf('='))).trim(), item.slice(item.indexOf('=') + 1).trim()])),
);

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
  PUBLIC_URL: url.optional(),
  /** After SIGTERM, for so long /readyz says 503 and everything is still served: what balances the load needs a moment to notice. Unset: 5 s in production, else none. */
  DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(10_000).optional(),
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
  REDIS_URL: z.string().min(1),
  /** A Redis for the ledger alone: money is kept more carefully than chats. Unset: REDIS_URL. */
  LEDGER_REDIS_URL: z.string().min(1).optional(),
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

/** Half of what a service needs is a mistake that would be found by the first customer who pays. */
function togetherRules(environment: Readonly<Record<string, string | undefined>>): string[] {
  return TOGETHER.flatMap((names) => {
    const missing = names.filter((name) => environment[name] === undefined);
    return missing.length === names.length ? [] : missing.map((name) => `${name}: is needed where ${names.filter((each) => environment[each] !== undefined).join(', ')} is set`); // prettier-ignore
  });
}
const TOGETHER = [
  ['DLOCAL_URL', 'DLOCAL_LOGIN', 'DLOCAL_TRANS_KEY', 'DLOCAL_SECRET_KEY'],
  ['YOURLS_URL', 'YOURLS_SIGNATURE'],
] as const;

/** Doors of their own. */
const SECRETS = [
  'STATE_SECRET',
  'OTP_PEPPER',
  'TOKEN_SECRET',
  'DIRECTLINE_SECRET',
  'SMS_REPORT_TOKEN',
  'METRICS_TOKEN',
  'INSIGHTS_TOKEN',
  'DLOCAL_SECRET_KEY',
  'ZENDESK_WEBHOOK_SECRET',
  'MESSENGER_APP_SECRET',
  'MESSENGER_VERIFY_TOKEN',
] as const;

/** What only production needs. */
function productionRules(environment: Readonly<Record<string, string | undefined>>): string[] {
  if (environment['NODE_ENV'] !== 'production') return [];
  return [
    ...(environment['PUBLIC_URL']?.startsWith('https://') ? [] : ['PUBLIC_URL: production needs one, with https']),
    ...(environment['SANDBOX_URL'] ? ['SANDBOX_URL: the sandbox is not for production'] : []),
    ...(environment['CARE_CONTACT_ES'] ? [] : ['CARE_CONTACT_ES: customers must be told how to reach a person']),
    ...sharedSecrets(environment),
  ];
}

/** A secret that opens two doors: whoever learns it behind one has both, and neither can be changed alone. */
function sharedSecrets(environment: Readonly<Record<string, string | undefined>>): string[] {
  const parts = SECRETS.flatMap((name) => (environment[name] ?? '').split(',').map((value) => ({ name, value: value.trim() })));
  const twice = (value: string) => SECRETS.filter((name) => parts.some((part) => part.name === name && part.value === value));
  return parts.flatMap(({ name, value }) => {
    const others = value === '' ? [] : twice(value).filter((other) => SECRETS.indexOf(other) < SECRETS.indexOf(name));
    return others.map((other) => `${name}: has the value of ${other}; each needs its own`);
  });
}
