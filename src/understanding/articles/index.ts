import { setImmediate } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import type { Language } from '../../domain/texts';
import { bayes, type Example } from './bayes';
import { featuresOf, stemFeature, type Features } from './features';
import { rejection } from './rejection';
import { isGroup, termsOf } from './terms';
import { alike } from './topics';

/** A text of the help center, in one language, for one country. */
export interface Article {
  readonly id: string;
  readonly title: string;
  /** Plain, without markup. */
  readonly text: string;
  /** What customers write who look for it, as its authors say. */
  readonly phrasings: readonly string[];
}

/** `lift`: how well the article explains the question, above {@link ArticleIndex.least} if it is an answer at all. */
export interface Found {
  readonly id: string;
  readonly score: number;
  readonly lift: number;
}

/** Articles, ready to be searched. */
export interface ArticleIndex {
  /** All that may fit, the best first; unlike `search` also when nothing really does. */
  rank(text: string): readonly Found[];
  /** The best three, or none: then nothing here is about that. */
  search(text: string): readonly Found[];
  /** Below this lift the best article is no answer; of this index, see `rejection.ts`. */
  readonly least: number;
}

const SHOWN = 3;
/** A second or third article is worth showing from this share of the first one's lift on. */
const WORTH_SHOWING = 0.45;
const BOOST = { title: 3, phrasings: 2.5, text: 0.7 };
/** What a synonym is worth of the word itself; what a word of another spelling, or the beginning of one, is. */
const WORTH = { group: 0.3, fuzzy: 0.4, prefix: 0.5 };
/** Letters from which a word is also looked for in other spellings, and as a beginning. */
const LETTERS = { fuzzy: 5, prefix: 4 };
const EDITS = 0.2;
/** How much the full-text score says beside the likelihood. */
const FULL_TEXT = 0.3;
const WEIGHT = { title: 2, phrasing: 2, alike: 1, sentence: 0.1 };

/** Prepares articles for search, at once. @throws Error for two articles with one id */
export function articleIndex(articles: readonly Article[], language: Language): ArticleIndex {
  const steps = prepared(articles, language);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, piece by piece: half a second of work must not keep everybody waiting. @throws the reason of `signal`, once nobody wants it any more */
export async function articleIndexSoon(articles: readonly Article[], language: Language, signal?: AbortSignal): Promise<ArticleIndex> {
  const steps = prepared(articles, language);
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}

function* prepared(articles: readonly Article[], language: Language): Generator<void, ArticleIndex> {
  const fullText = yield* searchable(articles, language);
  const classes: (readonly Example[])[] = [];
  for (const article of articles) {
    const more = alike([article.title, article.title, ...article.phrasings], language);
    yield;
    classes.push(examplesOf(article, more, language));
    yield;
  }
  const by = bayes(classes);
  yield;
  const rank = (text: string): readonly Found[] => {
    const scores = fullText(text);
    const lifts = by.lifts(featuresOf(text, language));
    return articles
      .map(({ id }, at) => ({ id, lift: lifts[at] ?? 0, score: (lifts[at] ?? 0) + FULL_TEXT * (scores.get(id) ?? 0) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
  };
  const least = rejection(by, classes, language);
  /** Pieces of words alone are chance: one whole word, or a synonym of it, must be known. */
  const isSpoken = (text: string): boolean => termsOf(text, language).some((term) => by.knows(isGroup(term) ? term : stemFeature(term)));
  return {
    rank,
    least,
    search: (text) => {
      const [best, ...others] = rank(text).slice(0, SHOWN);
      if (best === undefined || best.lift < least || !isSpoken(text)) return [];
      return [best, ...others.filter(({ lift }) => lift >= best.lift * WORTH_SHOWING)];
    },
  };
}

function examplesOf({ title, text, phrasings }: Article, more: readonly Features[], language: Language): readonly Example[] {
  const example = (said: string, weight: number): Example => ({ features: featuresOf(said, language), weight });
  return [
    example(title, WEIGHT.title),
    ...phrasings.map((said) => example(said, WEIGHT.phrasing)),
    ...more.map((features) => ({ features, weight: WEIGHT.alike })),
    ...text.split(/[.\n]+\s*/).flatMap((said) => (said.trim() === '' ? [] : example(said, WEIGHT.sentence))),
  ];
}

/** Scores by full text, of the best as 1. */
function* searchable(articles: readonly Article[], language: Language): Generator<void, (text: string) => ReadonlyMap<string, number>> {
  const index = new MiniSearch({
    fields: ['title', 'phrasings', 'text'],
    tokenize: (text) => [...termsOf(text, language)],
    processTerm: (term) => term,
  });
  for (const article of articles) {
    index.add({ ...article, phrasings: article.phrasings.join('\n') });
    yield;
  }
  return (text: string): ReadonlyMap<string, number> => {
    const hits = index.search([...new Set(termsOf(text, language))].join(' '), {
      tokenize: (terms) => terms.split(' '),
      boost: BOOST,
      boostTerm: (term) => (isGroup(term) ? WORTH.group : 1),
      fuzzy: (term) => !isGroup(term) && term.length >= LETTERS.fuzzy && EDITS,
      prefix: (term) => !isGroup(term) && term.length >= LETTERS.prefix,
      weights: WORTH,
    });
    const best = hits[0]?.score ?? 1;
    return new Map(hits.map(({ id, score }) => [String(id), score / best]));
  };
}
