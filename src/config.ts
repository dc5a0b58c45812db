import { z } from 'zod';

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
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  OPERATOR_COUNTRY: z.enum(['GT', 'SV', 'HN', 'NI', 'CR', 'PA', 'CO', 'BO', 'PY']).default('GT'),
  BRAND_NAME: z.string().min(1).max(20).default('Alba'),
  /** How customers reach a person today, in the operator's words: "Llama al 611, de 7:00 a. m. a 9:00 p. m." */
  CARE_CONTACT_ES: z.string().max(300).optional(),
  CARE_CONTACT_EN: z.string().max(300).optional(),
  /** One URL, or the nodes of a cluster separated by commas. */
  REDIS_URL: z.string().min(1),
  STATE_SECRET: secrets,
  OTP_PEPPER: secret,
  TOKEN_SECRET: secrets,
  DIRECTLINE_SECRET: secrets.optional(),
  /** Pages that may embed the chat, and call the token endpoint: origins, separated by commas. */
  ALLOWED_ORIGINS: list.pipe(z.array(z.string().regex(ORIGIN, 'needs origins like https://www.operator.example'))),
  TMF_BASE_URL: url,
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
  /** Only with the sandbox: shows the demo's people and phones on the chat page. Refused in production. */
  SANDBOX_URL: url.optional(),
  ASSETS_DIR: z.string().default('dist/web'),
});

export type Config = Readonly<z.infer<typeof Environment>> & { readonly production: boolean; readonly publicUrl: string };

/** The environment is not what it must be. The message lists every bad variable, and never a value. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

/** Reads the configuration. @throws BadConfig naming every variable that is missing or wrong. */
export function readConfig(all: Readonly<Record<string, string | undefined>>): Config {
  const environment = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')); // left empty is the same as not there
  const read = Environment.safeParse(environment);
  const problems = [
    ...(read.error?.issues ?? []).map(
      ({ path, message }) => `${path.join('.')}: ${environment[String(path[0])] === undefined ? 'is missing' : message}`,
    ),
    ...productionRules(environment),
  ];
  if (!read.success || problems.length > 0)
    throw new BadConfig(`The configuration is not complete:\n${problems.map((each) => `  ${each}`).join('\n')}`);
  const { data } = read;
  return { ...data, production: data.NODE_ENV === 'production', publicUrl: data.PUBLIC_URL ?? `http://127.0.0.1:${data.PORT}` };
}

/** What only production needs. */
function productionRules(environment: Readonly<Record<string, string | undefined>>): string[] {
  if (environment['NODE_ENV'] !== 'production') return [];
  return [
    ...(environment['PUBLIC_URL']?.startsWith('https://') ? [] : ['PUBLIC_URL: production needs one, with https']),
    ...(environment['SANDBOX_URL'] ? ['SANDBOX_URL: the sandbox is not for production'] : []),
    ...(environment['CARE_CONTACT_ES'] ? [] : ['CARE_CONTACT_ES: customers must be told how to reach a person']),
  ];
}
