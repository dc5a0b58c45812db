import { join } from 'node:path';
import { z } from 'zod';
import { createSandbox, type SandboxOptions } from './sandbox';
import { COUNTRY_CODES } from './seed/countries';

const Port = z.coerce.number().int().min(0).max(65_535);
const Secret = z.string().min(1, 'must not be empty');

/** The sandbox's own environment. Secrets have no defaults: whoever starts it makes them at random. */
const Environment = z.object({
  SANDBOX_PORT: Port.default(3979),
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  SANDBOX_DATA_DIR: z.string().default(join('.data', 'sandbox')),
  SANDBOX_CLIENT_ID: Secret,
  SANDBOX_CLIENT_SECRET: Secret,
  SANDBOX_SMS_USER: Secret,
  SANDBOX_SMS_PASSWORD: Secret,
  SANDBOX_ZENDESK_USER: z.string().default('bot@operator.example'),
  /** Without it nobody is an agent: only what is published can be read. */
  SANDBOX_ZENDESK_TOKEN: z.string().optional(),
  /** Without them the card gateway has no merchants. */
  SANDBOX_DLOCAL_LOGIN: z.string().optional(),
  SANDBOX_DLOCAL_TRANS_KEY: z.string().optional(),
  SANDBOX_DLOCAL_SECRET_KEY: z.string().optional(),
  /** What the bot's webhook is signed with. Without it no webhook is set up: the setup of the bot makes one. */
  SANDBOX_ZENDESK_WEBHOOK_SECRET: z.string().min(1).optional(),
  /** A Meta app with one page. Without its secret there is no Messenger. */
  SANDBOX_MESSENGER_APP_SECRET: z.string().min(1).optional(),
  SANDBOX_MESSENGER_PAGE_TOKEN: z.string().default(''),
  /** What the bot on Zendesk messaging calls with, and what its webhook is called with. */
  SANDBOX_SUNSHINE_KEY_SECRET: z.string().min(1).optional(),
  SANDBOX_SUNSHINE_WEBHOOK_SECRET: z.string().min(1).optional(),
  SANDBOX_PUBLIC: z.enum(['0', '1']).default('0'),
  OPERATOR_COUNTRY: z.enum(COUNTRY_CODES).default('GT'),
  BOT_URL: z.url().default('http://localhost:3978'),
});

/** The app and the page of the demo, where it has secrets for them. */
function messengerOf(env: z.infer<typeof Environment>): Pick<SandboxOptions, 'messenger'> {
  if (env.SANDBOX_MESSENGER_APP_SECRET === undefined) return {};
  return {
    messenger: {
      ...{ appId: '900100200300', pageId: '100200300400', appSecret: env.SANDBOX_MESSENGER_APP_SECRET },
      pageToken: env.SANDBOX_MESSENGER_PAGE_TOKEN,
      webhook: new URL('/webhooks/messenger', env.BOT_URL).href,
    },
  };
}

/** What a sandbox is made of, as its environment says. */
const optionsOf = (env: z.infer<typeof Environment>): SandboxOptions => ({
  port: env.SANDBOX_PORT,
  host: env.SANDBOX_HOST,
  dataDir: env.SANDBOX_DATA_DIR,
  clientId: env.SANDBOX_CLIENT_ID,
  clientSecret: env.SANDBOX_CLIENT_SECRET,
  smsUser: env.SANDBOX_SMS_USER,
  smsPassword: env.SANDBOX_SMS_PASSWORD,
  zendeskUser: env.SANDBOX_ZENDESK_USER,
  ...(env.SANDBOX_ZENDESK_TOKEN !== undefined && { zendeskToken: env.SANDBOX_ZENDESK_TOKEN }),
  ...(env.SANDBOX_DLOCAL_LOGIN !== undefined && { dlocalLogin: env.SANDBOX_DLOCAL_LOGIN }),
  ...(env.SANDBOX_DLOCAL_TRANS_KEY !== undefined && { dlocalTransKey: env.SANDBOX_DLOCAL_TRANS_KEY }),
  ...(env.SANDBOX_DLOCAL_SECRET_KEY !== undefined && { dlocalSecretKey: env.SANDBOX_DLOCAL_SECRET_KEY }),
  ...(env.SANDBOX_ZENDESK_WEBHOOK_SECRET !== undefined && {
    zendeskHook: { url: new URL('/webhooks/zendesk', env.BOT_URL).href, secret: env.SANDBOX_ZENDESK_WEBHOOK_SECRET },
  }),
  ...messengerOf(env),
  ...messagingOf(env),
  openControl: env.SANDBOX_PUBLIC === '1',
  country: env.OPERATOR_COUNTRY,
  botUrl: env.BOT_URL,
});

/** Zendesk messaging needs both secrets. */
function messagingOf({ BOT_URL, SANDBOX_SUNSHINE_KEY_SECRET: keySecret, SANDBOX_SUNSHINE_WEBHOOK_SECRET: secret }: z.infer<typeof Environment>) {
  if (keySecret === undefined || secret === undefined) return {};
  const hook = { url: new URL('/webhooks/sunshine', BOT_URL).href, secret, appId: 'sandbox', responder: 'care-bot' };
  return { sunshine: { hook, access: { keyId: 'sandbox', keySecret } } };
}

async function main(): Promise<void> {
  const read = Environment.safeParse(process.env);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    process.stderr.write(`The sandbox cannot start with this environment:\n${wrong.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const sandbox = createSandbox(optionsOf(read.data));
  await sandbox.start();
  process.stdout.write(`sandbox listening on ${sandbox.url}\n`);
  const stop = (): void => void sandbox.close();
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`The sandbox cannot start: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
  process.exitCode = 1;
});
