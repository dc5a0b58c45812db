import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, DATA, ROOT, say, Stop } from './terminal.mjs';

const DEADLINE_MS = 10_000;
const HELP = `
npm run messenger:profile [-- --apply] [--page ID] [--show] [--remove]

What a page offers before anybody writes: greeting, the button to begin, questions for newcomers and the menu, by locale. Without an option nothing is
changed: it prints what would be set, page by page.

  --apply      sets it
  --page ID    one page only; else all of MESSENGER_PAGES
  --show       prints what is set there now
  --remove     takes all of it away

  MESSENGER_APP_SECRET, MESSENGER_PAGES, BRAND_NAME, META_GRAPH_URL, META_GRAPH_VERSION   as the bot has them; a file .env is read.
  Unset: the sandbox's page, with the secrets of .data/secrets.json`;

const FIELDS = ['get_started', 'greeting', 'ice_breakers', 'persistent_menu'];

/** Sets what a page offers. @param to `{ graph, version, secret, token }` */
export async function applyProfile(to, brand) {
  return call(to, 'POST', await profileFor(brand));
}

async function profileFor(brand) {
  const built = await import(join(ROOT, 'dist', 'channels', 'messenger', 'profile.js')).catch(() => {
    throw new Stop('Not built yet: npm run build');
  });
  return built.profileOf(brand);
}

async function call({ graph, version, secret, token }, method, body) {
  const url = new URL(`${graph.replace(/\/+$/, '')}/${version}/me/messenger_profile`);
  url.searchParams.set('appsecret_proof', createHmac('sha256', secret).update(token).digest('hex'));
  if (method === 'GET') url.searchParams.set('fields', FIELDS.join(','));
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
  const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(DEADLINE_MS) }).catch(
    () => {
      throw new Stop(`Nobody answers at ${url.origin}.`);
    },
  );
  const read = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Stop(`Refused: ${read.error?.message ?? answer.status}${read.error?.code ? ` (code ${read.error.code})` : ''}`);
  return read;
}

/** Pages with all that a call needs; the sandbox's where none is set. */
function targets() {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const { MESSENGER_APP_SECRET, MESSENGER_PAGES, META_GRAPH_URL, META_GRAPH_VERSION = 'v25.0', SANDBOX_PORT = '3979' } = process.env;
  const common = { version: META_GRAPH_VERSION };
  if (MESSENGER_APP_SECRET && MESSENGER_PAGES) {
    const secret = MESSENGER_APP_SECRET.split(',')[0];
    const graph = META_GRAPH_URL || 'https://graph.facebook.com';
    return MESSENGER_PAGES.split(',').map((each) => {
      const [page, token] = each.trim().split('=');
      return { ...common, graph, secret, page, token };
    });
  }
  const path = join(DATA, 'secrets.json');
  if (!existsSync(path)) throw new Stop('No pages: set MESSENGER_APP_SECRET and MESSENGER_PAGES, or start the demo once.');
  const keys = JSON.parse(readFileSync(path, 'utf8'));
  const token = keys.SANDBOX_MESSENGER_PAGE_TOKEN;
  return [{ ...common, graph: `http://127.0.0.1:${SANDBOX_PORT}/graph`, secret: keys.MESSENGER_APP_SECRET, page: '100200300400', token }];
}

/** Where the profile of a neighbour's page is set: by its own bot, which has its token and its brand. */
function neighbourOf(page) {
  const entry = (process.env.MESSENGER_NEIGHBOURS ?? '').split(',').find((each) => each.trim().startsWith(`${page}=`));
  return entry ? ` It is a neighbour's: run this with the environment of the bot at ${entry.trim().slice(page.length + 1)}.` : '';
}

async function main({ apply, show, remove, page }) {
  const pages = targets().filter((each) => page === undefined || each.page === page);
  if (pages.length === 0) throw new Stop(`There is no page ${page} in MESSENGER_PAGES.${neighbourOf(page)}`);
  const profile = await profileFor(process.env.BRAND_NAME || 'Alba');
  for (const each of pages) {
    say(`Page ${each.page}`);
    if (show) say(JSON.stringify((await call(each, 'GET')).data, null, 2));
    else if (remove) say((await call(each, 'DELETE', { fields: FIELDS })) && 'Removed.');
    else if (apply) say((await call(each, 'POST', profile)) && 'Set.');
    else say(`${JSON.stringify(profile, null, 2)}\nNothing was changed. With --apply this is set.`);
  }
}

const OPTIONS = { apply: { type: 'boolean' }, show: { type: 'boolean' }, remove: { type: 'boolean' }, page: { type: 'string' } };
if (import.meta.filename === process.argv[1]) await command(HELP, OPTIONS, main);
