import nock from 'nock';
import { guide } from '../../src/integrations/help/articles';
import { helpCenter } from '../../src/integrations/help/client';
import { excerptOf, plain } from '../../src/integrations/help/plain';
import { startSandbox } from '../support/sandbox';
import { BASE, testZendesk } from './parts';

const GT = { language: 'es', country: 'GT' } as const;
const centerOf = (baseUrl: string, reported: string[] = []) =>
  helpCenter({ guide: guide(testZendesk({ baseUrl }), baseUrl), country: 'GT', clock: Date.now, report: (event) => void reported.push(event) });

describe('what is left of HTML', () => {
  test.each([
    ['<p>Uno.</p><p>Dos &amp; tres</p>', 'Uno.\nDos & tres'],
    ['<ul><li>a<ul><li>b</li></ul></li></ul>', '• a\n  • b'],
    ['<table><tr><th>Luz</th><th>Qué</th></tr><tr><td>LOS</td><td>roja</td></tr></table>', 'Luz · Qué\nLOS · roja'],
    ['a<script>alert(1)</script>b<iframe src="x">y</iframe>c<!-- d --><style>e{}</style>', 'abc'],
    ['<img src=x onerror=alert(1)>1 < 2 &lt;b&gt;', '1 < 2 <b>'],
    ['<p title="a>b">c</p>', 'c'],
    ['<script>never closed', ''],
    ['&#0;&#xD800;&#241;', 'ñ'],
  ])('%s', (html, text) => expect(plain(html).text.replace(/^ +| +$/g, '')).toBe(text));

  test('links are absolute, and only of the web', () => {
    const html = '<a href="/hc/es/1">uno</a> <a href="javascript:alert(1)">dos</a> <a href="https://x.example/a?b=1&amp;c=2">tres</a>';
    expect(plain(html, 'https://help.example/x').links).toEqual([
      { label: 'uno', url: 'https://help.example/hc/es/1' },
      { label: 'tres', url: 'https://x.example/a?b=1&c=2' },
    ]);
  });

  test('hostile HTML comes to an end', () => {
    const read = ['<', '<a ', '<!--', '&', '<p "', '</', '<a " '].map((piece) => plain(piece.repeat(60_000)).text.length);
    expect(Math.max(...read)).toBeLessThanOrEqual(200_000);
  });

  test('an excerpt ends with a sentence', () => {
    expect(excerptOf('Una frase. Otra frase más larga. Y otra.', 35)).toBe('Una frase. Otra frase más larga.');
    expect(excerptOf('Se puede.\n\nAsí:\n• Marca *#06#.\n • Anota el número.', 200)).toBe('Se puede. Así:\n• Marca *#06#.\n• Anota el número.');
    expect(excerptOf('palabras que no acaban nunca de acabar', 20)).toBe('palabras que no…');
  });
});

describe('against the sandbox', () => {
  let url: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const sandbox = await startSandbox({ zendeskUser: 'bot@operator.example', zendeskToken: 'agent-token' });
    ({ url } = sandbox);
    close = sandbox.close;
  });
  afterAll(() => close());

  test('who has a wrong token is refused; an agent sees drafts', async () => {
    const get = async (token?: string) => {
      const authorization = token && `Basic ${Buffer.from(`bot@operator.example/token:${token}`).toString('base64')}`;
      const answer = await fetch(`${url}/api/v2/help_center/es-419/articles.json?per_page=100`, authorization ? { headers: { authorization } } : {});
      return { status: answer.status, body: (await answer.json()) as { count: number; articles: { draft: boolean }[] } };
    };
    expect((await get('wrong')).status).toBe(401);
    expect((await get()).body.articles.filter(({ draft }) => draft)).toHaveLength(0);
    expect((await get('agent-token')).body.count).toBe((await get()).body.count + 1);
  });

  test('it is away until it was read, and answers from memory then', async () => {
    const center = centerOf(url);
    expect(await center.search('mi recraga no yego', GT)).toEqual({ status: 'away' });
    await center.refresh();
    const answer = await center.search('mi recarga no llegó', GT);
    expect(answer).toMatchObject({ status: 'found', articles: [{ title: 'Mi recarga no llegó', skills: ['find-payment'] }] });
    expect(await center.search('qwrtp zzzz', GT)).toEqual({ status: 'nothing' });
  });

  test('what was read while the help center was searched is looked through, too', async () => {
    const real = guide(testZendesk({ baseUrl: url }), url);
    const few = (await real.whole()).filter(({ title }) => title === 'Mi recarga no llegó'); // read and indexed within the patience of a search
    const search = async (): Promise<readonly []> => (await center.refresh(), []);
    const center = helpCenter({ guide: { ...real, search, whole: async () => few }, country: 'GT', clock: Date.now, report: () => undefined });
    expect(await center.search('mi recarga no llegó', GT)).toMatchObject({ status: 'found', articles: [{ title: 'Mi recarga no llegó' }] });
  });

  test('whoever closes while articles are made ready for search does not wait for them', async () => {
    const reported: string[] = [];
    const center = centerOf(url, reported);
    const stopping = new AbortController();
    const reading = center.refresh(stopping.signal);
    stopping.abort();
    expect([await reading, reported]).toEqual([false, []]);
    expect(await center.search('mi recraga no yego', GT)).toEqual({ status: 'away' });
  });

  test('a country reads its own version, and neither drafts nor archived articles', async () => {
    const center = centerOf(url);
    await center.refresh();
    const first = async (text: string, country: string) => {
      const answer = await center.search(text, { language: 'es', country });
      return answer.status === 'found' ? answer.articles[0]?.title : answer.status;
    };
    expect(await first('quiero poner una queja formal', 'CO')).toBe('Presentar una PQR (Colombia)');
    expect(await first('quiero poner una queja formal', 'GT')).toBe('Presentar un reclamo formal');
    expect(await first('notas de voz en el chat', 'GT')).not.toContain('borrador');
    expect(await first('aniversario saldo cuádruple', 'GT')).not.toContain('cuádruple');
  });
});

describe('when the help center is not well', () => {
  const scope = () => nock(BASE).persist();
  afterEach(() => nock.cleanAll());
  afterAll(() => nock.restore());
  const locales = () =>
    scope()
      .get('/api/v2/help_center/locales.json')
      .reply(200, { locales: ['es-419'] });
  const article = {
    id: 1,
    title: 'Reiniciar el módem',
    body: '<p>Desconéctalo.</p>',
    updated_at: '2026-01-01T00:00:00Z',
    label_names: ['resetear modem'],
  };

  test.each<[string, () => void]>([
    ['down', () => void scope().get(/.*/).reply(500)],
    ['of another shape', () => void scope().get(/.*/).reply(200, { hello: 'world' })],
    [
      'half there',
      () => (
        locales(),
        void scope()
          .get(/articles/)
          .reply(200, { articles: [{ ...article, id: 'x' }], next_page: null })
      ),
    ],
  ])('%s: it is away, reported, and nothing is thrown', async (_, arrange) => {
    arrange();
    const reported: string[] = [];
    const center = centerOf(BASE, reported);
    expect(await center.refresh()).toBe(false);
    expect([await center.search('modem', GT), reported]).toEqual([{ status: 'away' }, ['help.unread']]);
  });

  test('what was read stays when it goes down', async () => {
    locales();
    scope()
      .get(/articles/)
      .reply(200, { articles: [article], next_page: null });
    const center = centerOf(BASE);
    expect(await center.refresh()).toBe(true);
    nock.cleanAll();
    scope().get(/.*/).reply(503);
    expect(await center.refresh()).toBe(false);
    expect(await center.search('resetear el modem', GT)).toMatchObject({ status: 'found', articles: [{ id: '1', text: 'Desconéctalo.' }] });
  });
});
