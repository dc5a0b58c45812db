/** Makes a Zendesk account ready for the bot: fields, groups, macros, webhook, trigger. Looks only, unless told to write. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const HELP = `Usage: npm run zendesk:setup [-- --apply] [--secret]

Compares a Zendesk account with manifests/zendesk/account.json and says what is missing. Nothing is changed without --apply; what is there is never
changed, except the bot's own webhook and trigger when they lead elsewhere. Tags need no setup: they come with the tickets.

  --apply    make what is missing
  --secret   print what the webhook is signed with, for ZENDESK_WEBHOOK_SECRET

Account:  ZENDESK_URL, ZENDESK_USER (an administrator), ZENDESK_TOKEN
Bot:      PUBLIC_URL, where Zendesk reaches it; without it webhook and trigger are left out
Ends with 0 when all is there, 3 when something is missing.`;

const words = process.argv.slice(2);
if (words.includes('--help') || words.includes('-h')) {
  console.log(HELP);
  process.exit(0);
}
const fail = (reason, code = 1) => {
  console.error(reason);
  process.exit(code);
};
const unknown = words.find((word) => !['--apply', '--secret'].includes(word));
if (unknown) fail(`${unknown} is not known.\n\n${HELP}`, 2);
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
const need = (name) => process.env[name] || fail(`No ${name}: which account?`);

const built = (path) => import(join(root, 'dist', `${path}.js`)).catch(() => fail('Not built yet: npm run build'));
const [{ zendesk }, { breaker }, { accountSetup, AccountManifest, signingSecret }] = await Promise.all(
  ['integrations/zendesk/client', 'integrations/http/breaker', 'integrations/zendesk/setup'].map(built),
);
const account = zendesk({
  backend: 'zendesk',
  baseUrl: need('ZENDESK_URL'),
  access: { user: need('ZENDESK_USER'), token: need('ZENDESK_TOKEN') },
  deadlineMs: 20_000,
  breaker: breaker(Date.now),
  clock: Date.now,
  random: Math.random,
});
const manifest = AccountManifest.parse(JSON.parse(readFileSync(join(root, 'manifests', 'zendesk', 'account.json'), 'utf8')));
const why = (error) => fail(`${error.message}${error.cause ? ` (${error.cause.message})` : ''}`);

if (words.includes('--secret')) {
  console.log((await signingSecret(account, manifest).catch(why)) ?? fail('The account has no webhook of the bot yet: --apply makes it.', 3));
  process.exit(0);
}
const isReal = words.includes('--apply');
const steps = await accountSetup(account, manifest, process.env.PUBLIC_URL).catch(why);
const open = steps.filter(({ state }) => state !== 'there');
for (const { what, name, state } of steps) console.log(`${state.padEnd(8)} ${what.padEnd(8)} ${name}`);
if (open.length === 0) console.log('\nAll is there.');
else if (!isReal) {
  console.log(`\n${open.length} of ${steps.length} to do. Nothing was changed; --apply does it.`);
  process.exit(3);
} else {
  for (const { what, name, apply } of open) {
    await apply().catch((error) =>
      fail(`${what} ${name}: ${error.message}${error.cause ? ` (${error.cause.message})` : ''}. What came before is done.`),
    );
    console.log(`made     ${what.padEnd(8)} ${name}`);
  }
  console.log('\nReady. Set ZENDESK_WEBHOOK_SECRET to what --secret prints.');
}
