import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createServer, type Server } from 'restify';
import { refuse } from '../../src/http/errors';
import { pages, type PagesOptions } from '../../src/http/pages';
import { faultsOf } from '../../src/http/pages/contrast';
import { buildAssets, removeAssets } from './assets';

const TOKENS = readFileSync(join(__dirname, '../../src/web/shared/tokens.css'), 'utf8');
let assetsDir: string;
let servers: Server[] = [];

beforeAll(() => {
  assetsDir = buildAssets();
  const css = readFileSync(join(assetsDir, 'chat/chat.css'));
  writeFileSync(join(assetsDir, 'chat/chat.css.br'), brotliCompressSync(css));
  writeFileSync(join(assetsDir, 'chat/chat.css.gz'), gzipSync(css));
});
afterAll(() => removeAssets(assetsDir));
afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise<void>((done) => server.close(() => done()))));
  servers = [];
});

const OPTIONS = { brand: { name: 'Alba' }, country: 'GT', allowedFrameAncestors: ['https://www.alba.example'], production: false };
const DEMO = { sandboxUrl: 'http://127.0.0.1:1/', personas: [{ number: '5555-0101', story: { es: 'María', en: 'María' } }] };

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}
type Ask = (path: string, headers?: Readonly<Record<string, string>>, method?: string) => Promise<Answer>;

/** Plain requests, so that nothing tidies up a path or decodes a body on the way. */
const serve = async (more: Partial<PagesOptions> = {}): Promise<Ask> => {
  const server = createServer();
  servers.push(server);
  pages({ assetsDir, ...OPTIONS, ...more })(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const { port } = server.address();
  return (path, headers = {}, method = 'GET') =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() }));
      });
      sent.on('error', reject);
      sent.end();
    });
};

describe('a page about something', () => {
  const about = (error: Error): Promise<Ask> => serve({ asked: { '/pagar/:token': () => Promise.reject(error) } });

  test('that cannot be read now says so kindly, keeps the reason to itself, and tries again by itself', async () => {
    const ask = await about(new Error('Command timed out: redis://10.1.2.3'));
    const spanish = await ask('/pagar/1', { 'accept-language': 'es' });
    expect([spanish.status, spanish.headers['retry-after'], spanish.headers['content-type']]).toEqual([503, '6', 'text/html; charset=utf-8']);
    expect(spanish.body).toContain('Ahora no se puede mostrar esta página. Se intenta otra vez sola en unos segundos. Por abrirla no se cobra nada.');
    expect(spanish.body).toContain('http-equiv="refresh" content="6"');
    expect(spanish.body).not.toContain('10.1.2.3');
    expect((await ask('/pagar/1', { 'accept-language': 'en' })).body).toContain('This page cannot be shown right now.');
  });

  test('that is opened too often waits as long as it must', async () => {
    const ask = await about(refuse(429, 'TooManyRequests', 'This link was opened too often.', { 'Retry-After': '17' }));
    const page = await ask('/pagar/1', { 'accept-language': 'es' });
    expect([page.status, page.headers['retry-after']]).toEqual([429, '17']);
    expect(page.body).toContain('http-equiv="refresh" content="17"');
    expect(page.body).toContain('Esta página se abrió muchas veces seguidas.');
  });
});

describe('a page', () => {
  test('has a policy with a nonce of its own, and no style or script that the policy would have to forgive', async () => {
    const ask = await serve();
    const [one, two] = [await ask('/'), await ask('/')];
    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(policy).toMatch(/frame-ancestors 'self'$/);
    expect(policy).not.toBe(two.headers['content-security-policy']);
    expect(one.body).not.toMatch(/ style=| on\w+=|<style>|<script>/);
    expect(one.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(one.headers['strict-transport-security']).toBeUndefined();
  });

  test('may be framed by the listed sites when it is made for frames, and tells browsers to come by HTTPS in production', async () => {
    const ask = await serve({ production: true });
    const { headers, body } = await ask('/webchat');
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self' https:\/\/www\.alba\.example$/);
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
    expect(body).not.toContain('class="intro"');
  });

  test('greets in the language asked for', async () => {
    const ask = await serve();
    const language = async (path: string, headers: Readonly<Record<string, string>>): Promise<string | undefined> =>
      /<html lang="([^"]+)"/.exec((await ask(path, headers)).body)?.[1];
    expect(await language('/', {})).toBe('es-GT');
    expect(await language('/', { 'accept-language': 'fr, en;q=0.8, es;q=0.5' })).toBe('en');
    expect(await language('/', { 'accept-language': 'en', cookie: 'a=b; lang=es' })).toBe('es-GT');
    expect(await language('/?lang=en', { cookie: 'lang=es' })).toBe('en');
    expect(await language('/?lang=<x>', {})).toBe('es-GT');
  });

  test('writes the name of the brand as text, wherever it stands', async () => {
    const name = `A&B "</script><b>`;
    const ask = await serve({ brand: { name } });
    const { body } = await ask('/');
    expect(body).not.toContain('</script><b>');
    expect(body).toContain('<title>A&amp;B &quot;&lt;/script&gt;&lt;b&gt; · Ayuda</title>');
    const data: unknown = JSON.parse(/<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(body)?.[1] ?? '');
    expect(data).toMatchObject({ texts: { es: { assistant: `${name}, asistente virtual` } } });
  });

  test('shows the demo beside the sandbox only, and never in production', async () => {
    const [plain, demo, production] = [await serve(), await serve({ demo: DEMO }), await serve({ demo: DEMO, production: true })];
    expect((await demo('/')).body).toContain('5555-0101');
    expect((await plain('/')).body).not.toContain('demo-panel');
    expect((await production('/')).body).not.toContain('5555-0101');
    expect([(await demo('/demo/host')).status, (await plain('/demo/host')).status, (await production('/demo/host')).status]).toEqual([200, 404, 404]);
  });

  test('says in both languages what is kept and for how long', async () => {
    const ask = await serve();
    expect((await ask('/privacy?lang=es')).body).toContain('hasta 7 días');
    expect((await ask('/privacy?lang=en')).body).toContain('up to 7 days');
  });

  test('names every module that its script loads', async () => {
    const ask = await serve();
    const { body } = await ask('/');
    const files = [...body.matchAll(/href="(\/static\/chat\/[\w-]+\.js)"/g)].map(([, path = '']) => path);
    const loaded = new Set<string>();
    for (const path of ['/static/chat/main.js', ...files]) {
      const source = await ask(path);
      expect([path, source.status]).toEqual([path, 200]);
      for (const [, name = ''] of source.body.matchAll(/from '\.\/([\w-]+\.js)'/g)) loaded.add(`/static/chat/${name}`);
    }
    expect(files.sort()).toEqual([...loaded].sort());
  });
});

describe('a file', () => {
  test('is sent as small as the browser takes it, and is for good under the name of its content', async () => {
    const ask = await serve();
    const coding = async (accepts: string): Promise<unknown> =>
      (await ask('/static/chat/chat.css', { 'accept-encoding': accepts })).headers['content-encoding'];
    expect([await coding('gzip, deflate, br'), await coding('gzip, br;q=0'), await coding('identity'), await coding('')]).toEqual([
      'br',
      'gzip',
      undefined,
      undefined,
    ]);
    const versioned = /\/static\/chat\/chat\.css\?v=[\w-]+/.exec((await ask('/')).body)?.[0] ?? '';
    expect((await ask(versioned)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/static/chat/chat.css?v=old')).headers['cache-control']).toBe('no-cache');
  });

  test('is not sent again when the browser has it', async () => {
    const ask = await serve();
    const first = await ask('/static/shared/base.css');
    expect(first.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', vary: 'Accept-Encoding' });
    const again = await ask('/static/shared/base.css', { 'if-none-match': String(first.headers['etag']) });
    expect([again.status, again.body]).toEqual([304, '']);
    const head = await ask('/static/shared/base.css', {}, 'HEAD');
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', first.headers['content-length']]);
  });

  test.each([
    '/static/../package.json',
    '/static/%2e%2e/%2e%2e/package.json',
    '/static/..%2f..%2fpackage.json',
    '/static//etc/passwd',
    '/static/chat/main.ts',
    '/static/',
    '/static/nothing.css',
    '/static/constructor',
  ])('outside the list does not exist: %s', async (path) => {
    const ask = await serve();
    expect((await ask(path)).status).toBe(404);
  });

  test('of other people’s pages is the launcher alone', async () => {
    const ask = await serve();
    expect((await ask('/launcher.js')).headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect((await ask('/static/chat/main.js')).headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('colours', () => {
  test('as delivered are readable in both themes', () => expect(faultsOf(TOKENS)).toEqual([]));

  test('of an operator are checked before anything is served', async () => {
    expect(faultsOf(TOKENS, { light: { brand: '#9ab0ff' } })).toEqual(expect.arrayContaining([expect.stringMatching(/^light: brand on surface is/)]));
    expect(() => pages({ assetsDir, ...OPTIONS, brand: { name: 'B', tokens: { dark: { 'brand-deep': '#ffffff' } } } })).toThrow(
      /hard to read: .*on-deep on brand-deep/,
    );
    expect(() => pages({ assetsDir, ...OPTIONS, brand: { name: 'B', tokens: { light: { brand: 'red;}' } } } })).toThrow();
    const ask = await serve({ brand: { name: 'B', tokens: { light: { brand: '#0b5d3b', 'brand-hover': '#084a2f' } } } });
    expect((await ask('/')).body).toMatch(
      /<style nonce="[^"]+">:root:not\(\[data-theme='dark'\]\)\{--brand:#0b5d3b;--brand-hover:#084a2f\}<\/style>/,
    );
  });
});

test('a server without its pages, or with a frame ancestor that is none, does not start', () => {
  const empty = mkdtempSync(join(tmpdir(), 'empty-'));
  expect(() => pages({ ...OPTIONS, assetsDir: empty })).toThrow(/No such file/);
  removeAssets(empty);
  expect(() => pages({ assetsDir, ...OPTIONS, allowedFrameAncestors: ["https://a.example; script-src 'unsafe-inline'"] })).toThrow(/Not an origin/);
});
