import { z } from 'zod';
import { AZURE_SERVICE_URLS, SERVICE_URL } from './service-urls';

/** An id of Azure's: of an application, or of a directory. */
const guid = z
  .string()
  .regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, 'needs an id like 00000000-0000-0000-0000-000000000000')
  .transform((id) => id.toLowerCase());
const url = z.url({ protocol: /^https?$/ });
const list = (item: z.ZodType<string, string>, otherwise: readonly string[] = []) =>
  z
    .string()
    .default(otherwise.join(','))
    .transform((text) => text.split(',').flatMap((each) => each.trim() || []))
    .pipe(z.array(item));

/** The directory of the Bot Framework itself: its Emulator, and bots of many tenants, get their tokens there. */
const BOT_FRAMEWORK_TENANT = 'd6d49420-f39b-4df7-a1dc-d59a935871db';

/** The endpoint's part of the environment. */
export const botEnvironment = {
  /** The bot's application in Azure. Unset: there is no /api/messages. */
  MICROSOFT_APP_ID: guid.optional(),
  MICROSOFT_APP_TYPE: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('MultiTenant'),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: guid.optional(),
  /** Other bots that may call this one as a skill: ids of their applications, separated by commas. */
  BOT_ALLOWED_CALLERS: list(guid),
  /** Directories whose tokens are read. Unset: that of the application; for one of many tenants, that of the Bot Framework. */
  BOT_ALLOWED_TENANTS: list(guid),
  /** Where replies may go: `https://smba.trafficmanager.net`, `https://*.botframework.com`. */
  BOT_SERVICE_URLS: list(z.string().regex(SERVICE_URL, 'needs places like https://*.botframework.com'), AZURE_SERVICE_URLS),
  /** OpenID configurations, which name the keys that sign tokens: of the channels, and of other bots and the Emulator. */
  BOT_CHANNEL_METADATA_URL: url.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  BOT_TENANT_METADATA_URL: url.default('https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration'),
};
export type BotConfig = Readonly<z.infer<z.ZodObject<typeof botEnvironment>>>;

/** Directories whose tokens are read at all. */
export const tenantsOf = ({ BOT_ALLOWED_TENANTS: named, MICROSOFT_APP_TENANT_ID: own }: BotConfig): readonly string[] =>
  named.length > 0 ? named : [own ?? BOT_FRAMEWORK_TENANT];

type Environment = Readonly<Record<string, string | undefined>>;

/** What must stand together, in every mode: one variable that was forgotten must not make an open bot, nor a mute one. */
export function botRules(environment: Environment): string[] {
  const {
    MICROSOFT_APP_ID: id,
    MICROSOFT_APP_TYPE: type = 'MultiTenant',
    MICROSOFT_APP_PASSWORD: password,
    MICROSOFT_APP_TENANT_ID: tenant,
  } = environment;
  const set = Object.keys(botEnvironment).filter((name) => environment[name] !== undefined);
  if (id === undefined) return set.length > 0 ? [`MICROSOFT_APP_ID: is missing, though ${set.join(', ')} is set`] : [];
  const isManaged = type === 'UserAssignedMSI';
  return [
    ...(isManaged || password !== undefined ? [] : [`MICROSOFT_APP_PASSWORD: is missing; ${type} needs one`]),
    ...(isManaged && password !== undefined ? ['MICROSOFT_APP_PASSWORD: UserAssignedMSI has none'] : []),
    ...(type !== 'MultiTenant' && tenant === undefined ? [`MICROSOFT_APP_TENANT_ID: is missing; ${type} needs one`] : []),
    ...(environment['NODE_ENV'] === 'production' ? plainIn(environment) : []),
  ];
}

const ADDRESSES = ['BOT_SERVICE_URLS', 'BOT_CHANNEL_METADATA_URL', 'BOT_TENANT_METADATA_URL'];
const plainIn = (environment: Environment): string[] =>
  ADDRESSES.filter((name) => /\bhttp:/i.test(environment[name] ?? '')).map((name) => `${name}: production needs https`);
