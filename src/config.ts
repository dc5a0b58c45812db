import { z } from 'zod';

/** Not configured and left empty are the same. */
const optional = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const url = z.url({ protocol: /^https?$/ });
const port = z.coerce.number().int().min(0).max(65_535);
/** At least 32 bytes, base64url; several, separated by commas: the first is used, the others still open what they sealed. */
const secret = z.string().regex(/^[\w-]{43,}(,[\w-]{43,})*$/, 'needs 32 random bytes in base64url');
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
  PUBLIC_URL: optional(url),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  OPERATOR_COUNTRY: z.enum(['GT', 'SV', 'HN', 'NI', 'CR', 'PA', 'CO', 'BO', 'PY']).default('GT'),
  BRAND_NAME: z.string().min(1).max(20).default('Alba'),
  /** How customers reach a person today, in the operator's words: "Llama al 611, de 7:00 a. m. a 9:00 p. m." */
  CARE_CONTACT_ES: optional(z.string().max(300)),
  CARE_CONTACT_EN: optional(z.string().max(300)),
  /** One URL, or the nodes of a cluster separated by commas. */
  REDIS_URL: z.string().min(1),
  STATE_SECRET: secret,
  OTP_PEPPER: secret,
  TOKEN_SECRET: secret,
  DIRECTLINE_SECRET: optional(secret),
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
  SANDBOX_URL: optional(url),
  ASSETS_DIR: z.string().default('dist/web'),
});

export type Config = Readonly<z.infer<typeof Environment>> & { readonly production: boolean; readonly publicUrl: string };

/** The environment is not what it must be. The message lists every bad variable, and never a value. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

/** Reads the configuration. @throws BadConfig naming every variable that is missing or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = Environment.safeParse(environment);
  const problems = [...(read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`), ...productionRules(environment)];
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
