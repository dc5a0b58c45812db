import { z } from 'zod';
import { masked } from '../../domain/masked';
import { withoutSecrets } from '../../domain/secrets';
import { LANGUAGES, type Language } from '../../domain/texts';
import type { Zendesk } from '../zendesk/client';
import { excerptOf, plain } from './plain';
import type { SharedArticle } from './port';

const EXCERPT_CHARACTERS = 200;
/** Up to this length an article is told whole. */
export const SHORT_CHARACTERS = 300;
const NOT_FOUND = 404;
/** Labels that are not what customers write: `pais_gt` (only for that country), `skill_balances` (a way on in the chat). */
const TECHNICAL = /^(?:pais|skill)_/;

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
type RawArticle = z.infer<typeof RawArticle>;
const Page = z.object({ articles: z.array(RawArticle) });
const One = z.object({ article: RawArticle });
const Found = z.object({ results: z.array(RawArticle) });
const Changed = z.object({ articles: z.array(z.object({ id: z.number(), updated_at: z.iso.datetime({ offset: true }) })) });

/** Zendesk Guide's articles through node-zendesk, as plain text. Every failure is a BackendFailure. */
export interface Guide {
  /** All that is published, in the languages that we speak. */
  whole(): Promise<readonly SharedArticle[]>;
  /** Ids of what changed since `at` (epoch ms), and the time of the last change. */
  changed(at: number): Promise<{ readonly ids: readonly string[]; readonly upTo: number }>;
  /** One article in all its languages; none when it is gone. */
  one(id: string): Promise<readonly SharedArticle[]>;
  /** The help center's own search: it neither forgives spelling nor says that nothing fits. */
  search(text: string, language: Language): Promise<readonly SharedArticle[]>;
}

/** @param baseUrl what links of articles are relative to */
export function guide(zendesk: Zendesk, baseUrl: string): Guide {
  const localesOf = async (): Promise<readonly (readonly [Language, string])[]> => {
    const [answer] = await zendesk.pages({ operation: 'locales', schema: Locales, call: (client) => client.helpcenter.translations.listLocales() });
    const all = answer?.locales ?? [];
    return LANGUAGES.flatMap((language) => {
      const locale = all.find((each) => each.toLowerCase().split('-')[0] === language);
      return locale === undefined ? [] : [[language, locale] as const];
    });
  };
  const shown = (all: readonly RawArticle[], language: Language): SharedArticle[] =>
    all.filter(({ draft }) => !draft).map((raw) => articleOf(raw, language, baseUrl));
  return {
    async whole() {
      const all: SharedArticle[] = [];
      for (const [language, locale] of await localesOf()) {
        const pages = await zendesk.pages({ operation: 'articles', schema: Page, call: (client) => client.helpcenter.articles.listByLocale(locale) });
        all.push(...shown(pages.flatMap(({ articles }) => articles), language)); // prettier-ignore
      }
      return all;
    },
    async changed(at) {
      const since = Math.floor(at / 1_000);
      const pages = await zendesk.pages({
        operation: 'articles-changed',
        schema: Changed,
        call: (client) => client.helpcenter.articles.listSinceStartTime(since),
      });
      const found = pages.flatMap(({ articles }) => articles);
      return {
        ids: [...new Set(found.map(({ id }) => String(id)))],
        upTo: Math.max(at, ...found.map(({ updated_at: updated }) => Date.parse(updated))),
      };
    },
    async one(id) {
      const all: SharedArticle[] = [];
      for (const [language, locale] of await localesOf()) {
        const answer = await zendesk.ask({
          operation: 'article',
          schema: One,
          call: (client) => client.helpcenter.articles.showWithLocale(locale, Number(id)),
        });
        if (answer.ok) all.push(...shown([answer.value.article], language));
        else if (answer.status !== NOT_FOUND) return [];
      }
      return all;
    },
    async search(text, language) {
      const locale = (await localesOf()).find(([each]) => each === language)?.[1];
      const words = searchable(text);
      if (locale === undefined || words === '') return [];
      const query = { query: words, locale, per_page: 3 };
      const answer = await zendesk.ask({
        operation: 'articles-search',
        schema: Found,
        call: (client) => client.helpcenter.search.searchArticles(query),
      });
      return answer.ok ? shown(answer.value.results, language) : [];
    },
  };
}

/** Addresses of requests are written down on their way: numbers, mail addresses, codes and passwords find no article, and do not go there. */
const searchable = (text: string): string =>
  masked(withoutSecrets(text, 'nothing'))
    .replace(/\[\p{L}+\]|•+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function articleOf(
  { id, title, body, html_url: address, label_names: labels, updated_at: updated }: RawArticle,
  language: Language,
  baseUrl: string,
): SharedArticle {
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
