import { json, plain, type Call, type Family, type Reply, type Route } from '../http/reply';
import { ARTICLES, LOCALES, type SeededArticle } from '../seed/articles';
import { failure, isAgent, type ZendeskAccess } from './access';

type Language = keyof typeof LOCALES;
const LANGUAGES = Object.keys(LOCALES).filter((language): language is Language => language in LOCALES);
const DAY_MS = 86_400_000;
/** Days since an article was changed: the one that is out of date has not been for three years. */
const AGE_DAYS = { fresh: 40, outdated: 1_100 };
const PER_PAGE = { usual: 30, most: 100 };

const HELP = '/api/v2/help_center';
const FIRST_SECTION = 360_100_000_000;
const SECTIONS = [...new Set(ARTICLES.map(({ section }) => section))];

/** Zendesk Guide's public API of one help center: anybody reads what is published, an agent sees drafts too; a wrong token is refused. */
export function helpCenter(now: () => number, access: ZendeskAccess): Family {
  const refused = (call: Call): Reply | undefined =>
    call.headers.authorization !== undefined && !isAgent(call, access) ? failure(401, "Couldn't authenticate you") : undefined;
  return { prefix: `${HELP}/`, failure, guard: refused, routes: [...ofArticles(now, access), ...ofSections()] };
}

const route = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path: `${HELP}${path}`, counterpart: 'help', handle });

const inLocale =
  (handle: (call: Call, language: Language) => Reply): Route['handle'] =>
  (call) => {
    const language = languageOf(call.params['locale']);
    return language === undefined ? failure(404, 'Unknown locale') : handle(call, language);
  };

function ofArticles(now: () => number, access: ZendeskAccess): Route[] {
  const listed = (call: Call): readonly SeededArticle[] => visible(isAgent(call, access));
  const told = (call: Call, article: SeededArticle, language: Language) => articleOf(article, language, now(), call);
  const paged = (call: Call, all: readonly SeededArticle[], language: Language, name: string): Reply => {
    const articles = all.map((article) => told(call, article, language));
    return page(call, name, articles);
  };
  const single = (call: Call, language: Language): Reply =>
    one(listed(call), call.params['id'], (article) => json(200, { article: told(call, article, language) }));
  const listing = inLocale((call, language) => paged(call, listed(call), language, 'articles'));
  return [
    route('/articles/search.json', (call) => searched(call, (found, language) => paged(call, found, language, 'results'), listed(call))),
    route('/incremental/articles.json', (call) => changed(call, listed(call), now())),
    route('/:locale/articles.json', listing),
    route('/:locale/articles/:id', inLocale(single)),
  ];
}

function ofSections(): Route[] {
  const sections = inLocale((call) => page(call, 'sections', SECTIONS.map(sectionOf)));
  const categories = inLocale((call) => page(call, 'categories', [{ id: FIRST_SECTION, name: 'Ayuda' }]));
  return [
    route('/locales.json', () => json(200, { locales: Object.values(LOCALES), default_locale: LOCALES.es })),
    route('/:locale/sections.json', sections),
    route('/:locale/categories.json', categories),
  ];
}

/** The help center's own pages, where links of articles lead. */
export function helpPages(): Family {
  return {
    prefix: '/hc/',
    failure: (status, message) => plain(status, message),
    routes: [
      {
        method: 'GET',
        path: '/hc/:locale/articles/:id',
        handle: ({ params }) => {
          const language = languageOf(params['locale']);
          if (language === undefined) return plain(404, 'There is nothing here.');
          return one(visible(false), params['id'], ({ texts }) => document(texts[language].title, texts[language].body, language));
        },
      },
    ],
  };
}

const visible = (toAgent: boolean): readonly SeededArticle[] =>
  ARTICLES.filter(({ flags }) => !flags.has('archived') && (toAgent || !flags.has('draft')));

const languageOf = (locale: string | undefined): Language | undefined => LANGUAGES.find((language) => LOCALES[language] === locale?.toLowerCase());

function one(all: readonly SeededArticle[], id: string | undefined, tell: (article: SeededArticle) => Reply): Reply {
  const article = all.find((each) => String(each.id) === id?.replace(/\.json$/, ''));
  return article ? tell(article) : failure(404, 'Not found');
}

function articleOf({ id, section, countries, skills, flags, texts }: SeededArticle, language: Language, now: number, { headers }: Call) {
  const { title, body, phrasings } = texts[language];
  const address = `http://${headers.host ?? 'localhost'}`;
  const updated = new Date(updatedAt(flags, now)).toISOString();
  return {
    ...{ id, title, body, locale: LOCALES[language], source_locale: LOCALES.es, html_url: `${address}/hc/${LOCALES[language]}/articles/${id}` },
    section_id: FIRST_SECTION + 1 + SECTIONS.indexOf(section),
    label_names: [...phrasings, ...countries.map((country) => `pais_${country}`), ...skills.map((skill) => `skill_${skill}`)],
    ...{ draft: flags.has('draft'), promoted: flags.has('promoted'), outdated: false, vote_sum: 0, vote_count: 0 },
    ...{ created_at: updated, edited_at: updated, updated_at: updated },
  };
}

const updatedAt = (flags: SeededArticle['flags'], now: number): number => {
  const day = Math.floor(now / DAY_MS) * DAY_MS;
  return day - DAY_MS * (flags.has('outdated') ? AGE_DAYS.outdated : AGE_DAYS.fresh);
};

const sectionOf = (name: string, at: number) => ({ id: FIRST_SECTION + 1 + at, category_id: FIRST_SECTION, name, locale: LOCALES.es });

function page(call: Call, name: string, all: readonly object[]): Reply {
  const number = (key: string, usual: number, most: number): number => {
    const given = Number(call.query.get(key) ?? usual);
    return Number.isInteger(given) && given >= 1 ? Math.min(given, most) : usual;
  };
  const size = number('per_page', PER_PAGE.usual, PER_PAGE.most);
  const at = number('page', 1, Number.MAX_SAFE_INTEGER);
  const pages = Math.ceil(all.length / size);
  const query = new URLSearchParams(call.query);
  query.set('page', String(at + 1));
  const next = at < pages ? `http://${call.headers.host ?? 'localhost'}${call.path}?${query.toString()}` : null;
  return json(200, {
    [name]: all.slice((at - 1) * size, at * size),
    count: all.length,
    page: at,
    per_page: size,
    page_count: pages,
    next_page: next,
    previous_page: null,
  });
}

/** As Zendesk's: it needs a query or labels, finds whole words, and neither forgives spelling nor says that nothing fits. */
function searched({ query }: Call, tell: (found: readonly SeededArticle[], language: Language) => Reply, all: readonly SeededArticle[]): Reply {
  const words = (query.get('query') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const labels = (query.get('label_names') ?? '').split(',').filter(Boolean);
  if (words.length === 0 && labels.length === 0) return failure(400, 'At least one of query, category, section or label_names is needed.');
  const language = languageOf(query.get('locale') ?? LOCALES.es);
  if (language === undefined) return failure(400, 'Unknown locale');
  const found = all.filter(({ texts }) => {
    const { title, body, phrasings } = texts[language];
    const text = `${title} ${body} ${phrasings.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word)) && (labels.length === 0 || labels.some((label) => phrasings.includes(label)));
  });
  return tell(found, language);
}

/** What changed since `start_time`, epoch seconds, in the help center's own language. */
function changed(call: Call, all: readonly SeededArticle[], now: number): Reply {
  const since = Number(call.query.get('start_time') ?? Number.NaN);
  if (!Number.isFinite(since)) return failure(400, 'start_time is needed.');
  const articles = all.filter(({ flags }) => updatedAt(flags, now) >= since * 1000).map((article) => articleOf(article, 'es', now, call));
  return json(200, { articles, count: articles.length, end_time: Math.floor(now / 1000), next_page: null });
}

function document(title: string, body: string, language: Language): Reply {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:16px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left}table{border-collapse:collapse}</style>`;
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'";
  return {
    ...plain(200, `<!doctype html><html lang="${language}">${head}<h1>${title}</h1>${body}</html>`, 'text/html; charset=utf-8'),
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  };
}
