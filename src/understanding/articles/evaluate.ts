import { z } from 'zod';
import type { Language } from '../../domain/texts';
import { articleIndex, type Article } from './index';

const Id = z.union([z.string(), z.number()]).transform(String);
const words = z.union([z.string(), z.array(z.string())]).transform((said) => (typeof said === 'string' ? said.split(/[;|\n]/) : said));

/** One article of a file, in any of the shapes that help centers and their evaluations use. */
const Row = z.looseObject({
  id: Id.optional(),
  article: Id.optional(),
  lang: z.string().optional(),
  locale: z.string().optional(),
  title: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  body: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  text: z.string().optional(),
  answer: z.string().optional(),
  gist: z.string().optional(),
  label_names: words.optional(),
  phrasings: words.optional(),
});

/** What somebody asks, and the article (or one of several) that answers it; none: nothing does. */
export const Query = z
  .looseObject({
    text: z.string().optional(),
    query: z.string().optional(),
    article: z.union([Id, z.array(Id)]).nullish(),
    id: Id.optional(),
    label: z.union([Id, z.array(Id)]).optional(),
    expected: z.union([Id, z.array(Id)]).optional(),
    lang: z.string().optional(),
  })
  .transform(({ text, query, article, label, expected, id, lang }) => ({
    text: text ?? query ?? '',
    right: [article ?? label ?? expected ?? id ?? []].flat(),
    language: languageOf(lang),
  }));
export type Query = z.infer<typeof Query>;

/** An article, and the language it is written in. */
export type Written = Article & { readonly language: Language };

/**
 * Reads one article of a file: an id or a name, a title, perhaps a body (HTML or plain) and phrasings, in one language or, where title and body are
 * objects, in several. What is only a text with an answer (a list of phrasings) counts as a phrasing of the article it names.
 * @throws ZodError
 */
export function articlesIn(row: unknown): readonly Written[] {
  const read = Row.parse(row);
  const id = read.id ?? read.article ?? '';
  const phrasings = [...(read.label_names ?? []), ...(read.phrasings ?? [])].map((said) => said.trim()).filter(Boolean);
  const given = read.lang ?? read.locale;
  const titles = typeof read.title === 'object' ? Object.entries(read.title) : [[given, read.title ?? read.text ?? id] as const];
  return titles.map(([language, title]) => {
    const body =
      typeof read.body === 'object' ? (read.body[language ?? ''] ?? '') : (read.body ?? read.answer ?? (read.title ? read.text : '') ?? '');
    return { id, title, text: `${read.gist ?? ''} ${body}`.replace(/<[^>]*>/g, ' ').trim(), phrasings, language: languageOf(language) };
  });
}

function languageOf(said: string | undefined): Language {
  return said?.toLowerCase().startsWith('en') ? 'en' : 'es';
}

/** Rows of one article in one language become one: its first title, all texts, and every other title as a phrasing. */
function merged(articles: readonly Written[]): readonly Article[] {
  const byId = new Map<string, Article>();
  for (const { id, title, text, phrasings } of articles) {
    const known = byId.get(id);
    byId.set(
      id,
      known
        ? { id, title: known.title, text: `${known.text}\n${text}`, phrasings: [...known.phrasings, title, ...phrasings] }
        : { id, title, text, phrasings },
    );
  }
  return [...byId.values()];
}

/** One query and what was found for it, the best first. */
export interface Answered extends Query {
  readonly found: readonly string[];
  readonly rejected: boolean;
}

/** Shares from 0 to 1; null without queries that have an answer. */
export interface ArticleFigures {
  readonly queries: number;
  readonly recall1: number | null;
  readonly recall3: number | null;
  /** Mean of one over the right article's place, among the first ten. */
  readonly mrr10: number | null;
  /** Queries with an answer that would have been told that nothing fits. */
  readonly lost: number | null;
}

const MRR_PLACES = 10;

/** Asks everything, each language of its own articles; a language without articles is answered from the other's. */
export function asked(articles: readonly Written[], queries: readonly Query[]): readonly Answered[] {
  const indexes = new Map<Language, ReturnType<typeof articleIndex>>();
  const indexOf = (language: Language): ReturnType<typeof articleIndex> => {
    const known = indexes.get(language);
    if (known) return known;
    const own = articles.filter((article) => article.language === language);
    const made = articleIndex(merged(own.length > 0 ? own : articles), language);
    indexes.set(language, made);
    return made;
  };
  return queries.map((query) => {
    const index = indexOf(query.language);
    return { ...query, found: index.rank(query.text).map(({ id }) => id), rejected: index.search(query.text).length === 0 };
  });
}

export function articleFigures(answers: readonly Answered[]): ArticleFigures {
  const answerable = answers.filter(({ right }) => right.length > 0);
  const places = answerable.map(({ found, right }) => found.findIndex((id) => right.includes(id)) + 1);
  const mean = (worth: (place: number) => number): number | null =>
    places.length === 0 ? null : places.reduce((sum, place) => sum + worth(place), 0) / places.length;
  return {
    queries: answers.length,
    recall1: mean((place) => Number(place === 1)),
    recall3: mean((place) => Number(place > 0 && place <= 3)),
    mrr10: mean((place) => (place > 0 && place <= MRR_PLACES ? 1 / place : 0)),
    lost: answerable.length === 0 ? null : answerable.filter(({ rejected }) => rejected).length / answerable.length,
  };
}
