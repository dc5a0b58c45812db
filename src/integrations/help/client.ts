import type { Language } from '../../domain/texts';
import { LANGUAGES } from '../../domain/texts';
import { soon } from '../../soon';
import { articleIndex, articleIndexSoon, type ArticleIndex } from '../../understanding/articles';
import type { Guide } from './articles';
import type { ArticleShelf, HelpAnswer, HelpCenter, Reader, SharedArticle } from './port';

export { SHORT_CHARACTERS } from './articles';

export interface HelpCenterParts {
  readonly guide: Guide;
  /** Shared by all replicas; without it each reads the help center for itself. */
  readonly shelf?: ArticleShelf;
  /** Whether a text is probably nothing for us: then an article must fit very well. */
  readonly isStrange?: (text: string, language: Language) => boolean;
  /** Whose index is made ready before it is asked for. */
  readonly country: string;
  readonly clock: () => number;
  readonly report: (event: string, detail: object) => void;
}

/** The help center, and how it is kept up to date. */
export interface HelpCenterClient extends HelpCenter {
  /** Takes what is new. What was read before stays when that fails, which is reported and not thrown. @returns whether it is up to date; false once `signal` ends it */
  refresh(signal?: AbortSignal): Promise<boolean>;
}

/** How often what is new is asked for by all replicas together: a little less than the time between two looks of one. */
const READ_EVERY_MS = 9.5 * 60_000;
/** A reader that says nothing for so long is dead, ms: longer than all pages may take. */
const READING_MS = 90_000;
/** What was taken away is not among what changed: all is read again after so long, ms. */
const WHOLE_MS = 24 * 3_600_000;
/** What a text that sounds like nothing of ours needs to get an article. */
const FITS_VERY_WELL = 0.7;
/** So long a customer waits for the help center's own search, ms. */
const LIVE_MS = 2_000;

const keyOf = ({ language, country }: Reader): string => `${language} ${country}`;

/**
 * A Zendesk Guide help center. All of its published articles are kept in memory with an index of our own, for each language and country: its own search
 * neither forgives spelling nor says that nothing fits. That one is only asked for what is too new for ours. While nothing was read, every answer is `away`.
 */
export function helpCenter(parts: HelpCenterParts): HelpCenterClient {
  let kept: readonly SharedArticle[] | undefined;
  let version = -1;
  let seen = '';
  let indexes = new Map<string, ArticleIndex>();
  const forReader = ({ language, country }: Reader, all = kept ?? []): readonly SharedArticle[] =>
    all.filter((article) => article.language === language && (article.countries.length === 0 || article.countries.includes(country.toLowerCase())));
  const indexFor = (reader: Reader): ArticleIndex => {
    const key = keyOf(reader);
    const index = indexes.get(key) ?? articleIndex(forReader(reader), reader.language);
    indexes.set(key, index);
    return index;
  };
  const take = async (read: readonly SharedArticle[], signal?: AbortSignal): Promise<void> => {
    const now = JSON.stringify(read);
    if (now === seen) return;
    const first: Reader = { language: LANGUAGES[0], country: parts.country };
    const index = await articleIndexSoon(forReader(first, read), first.language, signal);
    kept = read;
    seen = now;
    indexes = new Map([[keyOf(first), index]]);
  };
  /** Only what our own index does not have: what it has and did not find fitting does not fit. */
  const live = async (text: string, reader: Reader): Promise<HelpAnswer> => {
    const found =
      (await soon(
        parts.guide.search(text, reader.language).catch(() => undefined),
        LIVE_MS,
      )) ?? [];
    const known = new Set((kept ?? []).map(({ id }) => id));
    const articles = forReader(reader, found).filter(({ id }) => !known.has(id));
    if (articles.length > 0) return { status: 'found', articles };
    return { status: kept === undefined ? 'away' : 'nothing' };
  };
  const shared = async (shelf: ArticleShelf, signal?: AbortSignal): Promise<void> => {
    await readOnto(shelf, parts);
    const upTo = await shelf.upTo();
    if (upTo === undefined || upTo.version === version) return;
    await take(await shelf.all(), signal);
    version = upTo.version;
  };
  return {
    async search(text, reader) {
      if (kept === undefined) {
        const early = await live(text, reader);
        if (early.status !== 'nothing') return early; // else the articles were read meanwhile: they are looked through
      }
      const found = indexFor(reader).search(text);
      const byId = new Map(forReader(reader).map((article) => [article.id, article]));
      const articles = found.flatMap(({ id }) => byId.get(id) ?? []);
      const fits = (found[0]?.lift ?? 0) >= FITS_VERY_WELL || parts.isStrange?.(text, reader.language) !== true;
      return articles.length > 0 && fits ? { status: 'found', articles } : live(text, reader);
    },
    async article(id, reader) {
      return forReader(reader).find((article) => article.id === id);
    },
    async refresh(signal) {
      try {
        if (parts.shelf) await shared(parts.shelf, signal);
        else await take(await parts.guide.whole(), signal);
        return kept !== undefined;
      } catch (error) {
        if (signal?.aborted) return false;
        parts.report('help.unread', { error });
        // What others have read is better than nothing, also when it is not new.
        if (kept === undefined) await parts.shelf?.all().then((all) => (all.length > 0 ? take(all, signal) : undefined)).catch(() => undefined); // prettier-ignore
        return false;
      }
    },
  };
}

/** Reads what is new for all replicas, if it is this one's turn. @throws when it could not be read: then another may try */
async function readOnto(shelf: ArticleShelf, { guide, clock }: HelpCenterParts): Promise<void> {
  if (!(await shelf.mayRead(READING_MS))) return;
  try {
    await readNew(shelf, guide, clock());
    await shelf.rest(READ_EVERY_MS);
  } catch (error) {
    await shelf.giveUp();
    throw error;
  }
}

async function readNew(shelf: ArticleShelf, guide: Guide, now: number): Promise<void> {
  const before = await shelf.upTo();
  if (before === undefined || now - before.wholeAt >= WHOLE_MS) return shelf.put(await guide.whole(), { cursor: now, wholeAt: now });
  const { ids, upTo } = await guide.changed(before.cursor);
  const articles: SharedArticle[] = [];
  for (const id of ids) articles.push(...(await guide.one(id)));
  if (ids.length > 0) await shelf.put(articles, { cursor: upTo, wholeAt: before.wholeAt }, ids);
}
