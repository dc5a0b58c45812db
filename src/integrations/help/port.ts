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
