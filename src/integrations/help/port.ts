import type { Language } from '../../domain/texts';

/** An article of the operator's help center, as the chat may show it: plain text, nothing of its markup. */
export interface ArticleHit {
  readonly id: string;
  readonly title: string;
  /** The first sentences, at most 200 characters; the whole article when that is short. */
  readonly excerpt: string;
  /** Plain text with line breaks; list items begin with "•". */
  readonly text: string;
  /** Where the whole article with its pictures is, absolute. */
  readonly url?: string;
  /** Epoch ms of its last change. */
  readonly updated: number;
  /** Skills that answer the same for this customer's own line. */
  readonly skills: readonly string[];
}

/** Whom the answer is for. `country` as in `domain/countries`: some articles are for some countries only. */
export interface Reader {
  readonly language: Language;
  readonly country: string;
}

/** `away`: there is no help center, or nothing of it was ever read. */
export type HelpAnswer =
  { readonly status: 'found'; readonly articles: readonly ArticleHit[] } | { readonly status: 'nothing' } | { readonly status: 'away' };

/** What the operator's help center says. Answers from memory, at once; never fails. */
export interface HelpCenter {
  /** The best three articles, the best first, in the reader's language; `nothing` when none really is about that. */
  search(text: string, reader: Reader): Promise<HelpAnswer>;
  /** One article by its id, if the reader may see it. */
  article(id: string, reader: Reader): Promise<ArticleHit | undefined>;
}

/** An article as replicas share it: what is shown, and for whom. */
export interface SharedArticle extends ArticleHit {
  readonly language: Language;
  /** Empty: for all. */
  readonly countries: readonly string[];
  /** What customers write when they look for it. */
  readonly phrasings: readonly string[];
}

/** How far the help center was read. Epoch ms. */
export interface ReadUpTo {
  /** Rises with every change. */
  readonly version: number;
  /** What changed later is not in it. */
  readonly cursor: number;
  /** When all of it was read last: what was taken away is only seen so. */
  readonly wholeAt: number;
}

/** The articles that all replicas share; there while the help center is away. */
export interface ArticleShelf {
  upTo(): Promise<ReadUpTo | undefined>;
  all(): Promise<readonly SharedArticle[]>;
  /** Only for whoever has the right to read, see {@link ArticleShelf.mayRead}. Without `ids` all articles are replaced, else those with these ids. */
  put(articles: readonly SharedArticle[], upTo: Omit<ReadUpTo, 'version'>, ids?: readonly string[]): Promise<void>;
  /** The right to read the help center, for one replica and so long. */
  mayRead(forMs: number): Promise<boolean>;
  /** It was read: nobody needs to for so long. */
  rest(forMs: number): Promise<void>;
  /** It could not be read: somebody may try again. */
  giveUp(): Promise<void>;
}
