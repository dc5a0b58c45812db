import { join } from 'node:path';
import { z } from 'zod';
import { createSandbox } from './sandbox';
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
  SANDBOX_PUBLIC: z.enum(['0', '1']).default('0'),
  OPERATOR_COUNTRY: z.enum(COUNTRY_CODES).default('GT'),
  BOT_URL: z.url().default('http://localhost:3978'),
});

async function main(): Promise<void> {
  const read = Environment.safeParse(process.env);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    process.stderr.write(`The sandbox cannot start with this environment:\n${wrong.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const env = read.data;
  const sandbox = createSandbox({
    port: env.SANDBOX_PORT,
    host: env.SANDBOX_HOST,
    dataDir: env.SANDBOX_DATA_DIR,
    clientId: env.SANDBOX_CLIENT_ID,
    clientSecret: env.SANDBOX_CLIENT_SECRET,
    smsUser: env.SANDBOX_SMS_USER,
    smsPassword: env.SANDBOX_SMS_PASSWORD,
    zendeskUser: env.SANDBOX_ZENDESK_USER,
    ...(env.SANDBOX_ZENDESK_TOKEN !== undefined && { zendeskToken: env.SANDBOX_ZENDESK_TOKEN }),
    openControl: env.SANDBOX_PUBLIC === '1',
    country: env.OPERATOR_COUNTRY,
    botUrl: env.BOT_URL,
  });
  await sandbox.start();
  process.stdout.write(`sandbox listening on ${sandbox.url}\n`);
  const stop = (): void => void sandbox.close();
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`The sandbox cannot start: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
  process.exitCode = 1;
});
