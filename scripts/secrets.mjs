import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, DATA, say } from './terminal.mjs';

const FILE = join(DATA, 'secrets.json');
const BYTES = 32;

/** The bot's own, and those that the bot and the sandbox know together. */
const NAMES = [
  'STATE_SECRET',
  'OTP_PEPPER',
  'TOKEN_SECRET',
  'SMS_REPORT_TOKEN',
  'SANDBOX_CLIENT_ID',
  'SANDBOX_CLIENT_SECRET',
  'SANDBOX_SMS_USER',
  'SANDBOX_SMS_PASSWORD',
  'SANDBOX_ZENDESK_TOKEN',
  'ZENDESK_WEBHOOK_SECRET',
  'SUNSHINE_KEY_SECRET',
  'SUNSHINE_WEBHOOK_SECRET',
  'MESSENGER_APP_SECRET',
  'MESSENGER_VERIFY_TOKEN',
  'SANDBOX_MESSENGER_PAGE_TOKEN',
  'SANDBOX_DLOCAL_LOGIN',
  'SANDBOX_DLOCAL_TRANS_KEY',
  'SANDBOX_DLOCAL_SECRET_KEY',
];

const random = () => randomBytes(BYTES).toString('base64url');

/** The secrets of this machine's demo: made at random by the first start, kept for the next ones in a file that only this user can read. */
export function secrets() {
  const kept = read();
  const missing = NAMES.filter((name) => typeof kept[name] !== 'string');
  if (!missing.length) return kept;
  const all = { ...kept, ...Object.fromEntries(missing.map((name) => [name, random()])) };
  mkdirSync(DATA, { recursive: true, mode: 0o700 });
  writeFileSync(`${FILE}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${FILE}.new`, FILE);
  return all;
}

function read() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}

const HELP = `
node scripts/secrets.mjs

Prints fresh random secrets (32 bytes each, base64url) as lines for an environment file. Keeps nothing.`;

if (import.meta.filename === process.argv[1]) await command(HELP, {}, () => NAMES.forEach((name) => say(`${name}=${random()}`)));
