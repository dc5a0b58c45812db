import { z } from 'zod';
import type { Language } from '../../domain/texts';
import { LANGUAGES } from '../../domain/texts';
import { articleIndex, articleIndexSoon, type ArticleIndex } from '../../understanding/articles';
import type { Caller } from '../http/caller';
import { excerptOf, plain } from './plain';
import type { ArticleHit, HelpCenter, Reader } from './port';

export interface HelpCenterParts {
  /** Of the account: `https://operator.zendesk.com`. */
  readonly caller: Caller;
  readonly baseUrl: string;
  /** Whether a text is probably nothing for us: then an article must fit very well. */
  readonly isStrange?: (text: string, language: Language) => boolean;
  /** Whose index is made ready before it is asked for. */
  readonly country: string;
  readonly report: (event: string, detail: object) => void;
}

/** The help center, and how it is kept up to date. */
export interface HelpCenterClient extends HelpCenter {
  /** Reads all articles again. What was read before stays when that fails, which is reported and not thrown. @returns whether it was read */
  refresh(): Promise<boolean>;
}

const PAGE_ARTICLES = 30;
/** 3,000 articles in a language; more are not read, and that is reported. */
const MOST_PAGES = 100;
const EXCERPT_CHARACTERS = 200;
/** Up to this length an article is told whole. */
export const SHORT_CHARACTERS = 300;
/** What a text that sounds like nothing of ours needs to get an article. */
const FITS_VERY_WELL = 0.8;

const Locales = z.object({ locales: z.array(z.string()) });
const RawArticle = z.object({
  id: z.number(),
  title: z.string(),
  body: z.string().nullable(),
  html_url: z.string().optional(),
  draft: z.boolean().default(false),
  label_names: z.array(z.string()).default([]),
  updated_at: z.iso.datetime({ offset: true }),
});
const Page = z.object({ articles: z.array(RawArticle), next_page: z.string().nullable() });

interface Kept extends ArticleHit {
  readonly language: Language;
  /** Empty: for all. */
  readonly countries: readonly string[];
  readonly phrasings: readonly string[];
}

const keyOf = ({ language, country }: Reader): string => `${language} ${country}`;

/** Labels that are not what customers write: `pais_gt` (only for that country), `skill_balances` (a way on in the chat). */
const TECHNICAL = /^(?:pais|skill)_/;

/**
 * A Zendesk Guide help center. All of its published articles are kept in memory with an index of our own, for each language and country: its own search
 * neither forgives spelling nor says that nothing fits. Without it, or before it was first read, every answer is `away`.
 */
export function helpCenter(parts: HelpCenterParts): HelpCenterClient {
  let kept: readonly Kept[] | undefined;
  let seen = '';
  let indexes = new Map<string, ArticleIndex>();
  const forReader = ({ language, country }: Reader, all = kept ?? []): readonly Kept[] =>
    all.filter((article) => article.language === language && (article.countries.length === 0 || article.countries.includes(country.toLowerCase())));
  const indexFor = (reader: Reader): ArticleIndex => {
    const key = keyOf(reader);
    const index = indexes.get(key) ?? articleIndex(forReader(reader), reader.language);
    indexes.set(key, index);
    return index;
  };
  return {
    async search(text, reader) {
      if (kept === undefined) return { status: 'away' };
      const found = indexFor(reader).search(text);
      const byId = new Map(forReader(reader).map((article) => [article.id, article]));
      const articles = found.flatMap(({ id }) => byId.get(id) ?? []);
      const fits = (found[0]?.lift ?? 0) >= FITS_VERY_WELL || parts.isStrange?.(text, reader.language) !== true;
      return articles.length > 0 && fits ? { status: 'found', articles } : { status: 'nothing' };
    },
    async article(id, reader) {
      return forReader(reader).find((article) => article.id === id);
    },
    async refresh() {
      try {
        const read = await everything(parts);
        const now = JSON.stringify(read);
        if (now === seen) return true;
        const first: Reader = { language: LANGUAGES[0], country: parts.country };
        const index = await articleIndexSoon(forReader(first, read), first.language);
        kept = read;
        seen = now;
        indexes = new Map([[keyOf(first), index]]);
        return true;
      } catch (error) {
        parts.report('help.unread', { error });
        return false;
      }
    },
  };
}

async function everything({ caller, baseUrl, report }: HelpCenterParts): Promise<readonly Kept[]> {
  const { locales } = await caller.get({ operation: 'locales', path: '/api/v2/help_center/locales.json', schema: Locales });
  const all: Kept[] = [];
  for (const language of LANGUAGES) {
    const locale = locales.find((each) => each.toLowerCase().split('-')[0] === language);
    if (locale !== undefined) all.push(...(await inLocale({ caller, baseUrl, report }, locale, language)));
  }
  return all;
}

async function inLocale(
  { caller, baseUrl, report }: Pick<HelpCenterParts, 'caller' | 'baseUrl' | 'report'>,
  locale: string,
  language: Language,
): Promise<Kept[]> {
  const all: Kept[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = { per_page: String(PAGE_ARTICLES), page: String(page) };
    const path = `/api/v2/help_center/${encodeURIComponent(locale)}/articles.json`;
    const { articles, next_page: next } = await caller.get({ operation: 'articles', path, query, schema: Page });
    all.push(...articles.filter(({ draft }) => !draft).map((raw) => keptOf(raw, language, baseUrl)));
    if (next === null) return all;
  }
  report('help.cut', { count: all.length });
  return all;
}

function keptOf(
  { id, title, body, html_url: address, label_names: labels, updated_at: updated }: z.infer<typeof RawArticle>,
  language: Language,
  baseUrl: string,
): Kept {
  const base = new URL(baseUrl).href;
  const { text } = plain(body ?? '', base);
  const url = address !== undefined && URL.canParse(address, base) ? new URL(address, base) : undefined;
  const named = (prefix: string): string[] => labels.flatMap((label) => (label.startsWith(prefix) ? label.slice(prefix.length) : []));
  return {
    ...{ id: String(id), title: plain(title).text, text, language, updated: Date.parse(updated) },
    excerpt: excerptOf(text, text.length <= SHORT_CHARACTERS ? SHORT_CHARACTERS : EXCERPT_CHARACTERS),
    ...(url && /^https?:$/.test(url.protocol) && { url: url.href }),
    countries: named('pais_'),
    skills: named('skill_'),
    phrasings: labels.filter((label) => !TECHNICAL.test(label)),
  };
}
