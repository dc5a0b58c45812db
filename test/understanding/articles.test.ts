import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLES } from '../../src/sandbox/seed/articles';
import { articleIndex } from '../../src/understanding/articles';
import { articleFigures, articlesIn, asked, Query, type Written } from '../../src/understanding/articles/evaluate';
import { stemmed } from '../../src/understanding/articles/stem';

const published = ARTICLES.filter(
  ({ flags, countries }) => !flags.has('draft') && !flags.has('archived') && (countries.length === 0 || countries.includes('gt')),
);
const seeded: readonly Written[] = published.flatMap(({ code, texts }) =>
  Object.entries(texts).flatMap(([lang, { title, body, phrasings }]) => articlesIn({ id: code, title, body, label_names: phrasings, lang })),
);
const queries = readFileSync(join(__dirname, 'articles.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Query.parse(JSON.parse(line)));

test('the seeds are as various as a real help center', () => {
  const texts = published.map(({ texts: { es } }) => es.body);
  const plainLength = (html: string): number => html.replace(/<[^>]+>/g, '').length;
  const having = (pattern: RegExp): number => texts.filter((html) => pattern.test(html)).length;
  expect([published.length, texts.filter((html) => plainLength(html) <= 300).length]).toEqual([85, 8]);
  expect([having(/<img/), having(/<table/), having(/<iframe/), having(/href="\/hc/)]).toEqual([10, 6, 3, 5]);
  expect(ARTICLES.filter(({ flags }) => flags.has('draft')).length).toBe(1);
  expect(ARTICLES.filter(({ flags }) => flags.has('archived')).length).toBe(1);
});

test.each([
  ['es', 250, 0.8, 0.94],
  ['en', 100, 0.8, 0.94],
] as const)('questions in customers’ own words (%s) find their article', (language, least, first, three) => {
  const own = queries.filter((query) => query.language === language);
  const { recall1, recall3 } = articleFigures(asked(seeded, own));
  expect(own.length).toBeGreaterThanOrEqual(least);
  expect(recall1).toBeGreaterThanOrEqual(first);
  expect(recall3).toBeGreaterThanOrEqual(three);
});

test('no question of the development set is a phrasing of an article', () => {
  const phrasings = new Set(ARTICLES.flatMap(({ texts }) => [...texts.es.phrasings, ...texts.en.phrasings]));
  expect(queries.filter(({ text }) => phrasings.has(text))).toEqual([]);
});

test('articles that are nearly alike are not confused', () => {
  const index = articleIndex(
    seeded.filter(({ language }) => language === 'es'),
    'es',
  );
  const first = (text: string) => index.search(text)[0]?.id;
  expect(['como recargo', 'recargue y no me cayo', 'pague y no me reconectan', 'ya pague y sigue debiendo'].map(first)).toEqual([
    'A01',
    'A02',
    'A40',
    'A39',
  ]);
});

test('nothing fits', () => {
  const index = articleIndex(
    seeded.filter(({ language }) => language === 'es'),
    'es',
  );
  expect(['asdf qwer', '', '😂', 'kjhkjh 123'].map((text) => index.search(text))).toEqual([[], [], [], []]);
});

test('an index of one article, or of none, is an index', () => {
  expect(articleIndex([], 'es').search('saldo')).toEqual([]);
  const one = articleIndex([{ id: '1', title: 'Reiniciar el módem', text: '', phrasings: [] }], 'es');
  expect(one.rank('reiniciar modem').map(({ id }) => id)).toEqual(['1']);
});

test.each([
  ['recargame', 'recargue'],
  ['paquetes', 'pakete'],
  ['resivo', 'recibo'],
  ['suspendieron', 'suspendido'],
])('%s and %s are one word', (one, other) => expect(stemmed(one, 'es')).toBe(stemmed(other, 'es')));

test('articles and questions are read in the shapes that others use', () => {
  expect(articlesIn({ id: 7, title: 'T', body: '<p>b</p>', label_names: ['x', 'y'], locale: 'en-us' })).toEqual([
    { id: '7', title: 'T', text: 'b', phrasings: ['x', 'y'], language: 'en' },
  ]);
  expect(articlesIn({ article: 'a', text: 'how?', answer: 'so', lang: 'es' })[0]).toMatchObject({ id: 'a', title: 'how?', text: 'so' });
  expect(Query.parse({ query: 'q', article: ['1', 2], lang: 'en' })).toEqual({ text: 'q', right: ['1', '2'], language: 'en' });
  expect(articleFigures([{ text: '', right: ['b'], language: 'es', found: ['a', 'b'], rejected: false }])).toMatchObject({
    recall1: 0,
    recall3: 1,
    mrr10: 0.5,
  });
});
