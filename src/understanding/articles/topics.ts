import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../domain/texts';
import { bayes, type Bayes } from './bayes';
import { featuresOf, type Features } from './features';

/** What customers write about one thing that a help center may have an article on. */
interface Topic {
  readonly lines: readonly Features[];
}

interface Topics {
  readonly all: readonly Topic[];
  readonly by: Bayes;
}

const loaded = new Map<Language, Topics>();

function topics(language: Language): Topics {
  const known = loaded.get(language);
  if (known) return known;
  const all = readFileSync(join(__dirname, 'topics', `${language}.txt`), 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((section) => section.trim().split('\n'))
    .map(([, ...lines]) => ({ lines: lines.map((line) => featuresOf(line, language)) }));
  const made = { all, by: bayes(all.map(({ lines }) => lines.map((features) => ({ features, weight: 1 })))) };
  loaded.set(language, made);
  return made;
}

/** How sure it must be what an article is about, 0 to 1, before it is given the customers' words for it. */
const SURE = 0.25;
const TEMPERATURE = 0.25;

/**
 * More phrasings for an article, if its title and its own phrasings clearly speak of one of the things that customers of every telco ask about. The
 * words of customers are not those of authors, and few help centers write them down.
 */
export function alike(phrasings: readonly string[], language: Language): readonly Features[] {
  const { all, by } = topics(language);
  if (phrasings.length === 0) return [];
  const means = new Array<number>(all.length).fill(0);
  for (const phrasing of phrasings) {
    for (const [at, share] of sharesOf(by.lifts(featuresOf(phrasing, language))).entries()) means[at] = (means[at] ?? 0) + share / phrasings.length;
  }
  const best = Math.max(...means);
  return best < SURE ? [] : (all[means.indexOf(best)]?.lines ?? []);
}

function sharesOf(lifts: readonly number[]): readonly number[] {
  const highest = Math.max(...lifts);
  const raised = lifts.map((lift) => Math.exp((lift - highest) / TEMPERATURE));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((each) => each / sum);
}
