import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { json, plain, type Family, type Reply } from '../http/reply';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Nothing inline, nothing from elsewhere, in no frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The operator's pages and their files, from a directory with `sandbox/` and `shared/`; and the health check. */
export function pages(assetsDir: string, epoch: () => string): Family {
  const file = (folder: string) => (rest: string) => asset(join(assetsDir, folder), rest);
  const [own, shared] = [file('sandbox'), file('shared')];
  return {
    prefix: '/',
    routes: [
      { method: 'GET', path: '/', handle: () => own('index.html') },
      { method: 'GET', path: '/static/sandbox/*', handle: ({ params }) => own(params['rest'] ?? '') },
      { method: 'GET', path: '/static/shared/*', handle: ({ params }) => shared(params['rest'] ?? '') },
      { method: 'GET', path: '/healthz', handle: () => json(200, { status: 'ok', epoch: epoch() }) },
    ],
    failure: (status, message) => plain(status, message),
  };
}

/** Only plain names below the folder: no dots in front, no way up. */
const NAME = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

async function asset(folder: string, rest: string): Promise<Reply> {
  const type = TYPES[extname(rest)];
  const content = NAME.test(rest) && type !== undefined ? await readFile(join(folder, rest)).catch(() => undefined) : undefined;
  if (content === undefined || type === undefined) return plain(404, 'There is no such page. The browser files are made by the build.');
  return { status: 200, headers: { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' }, body: content };
}
