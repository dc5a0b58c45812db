import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../domain/texts';
import { banded, type Understood } from './bands';
import { featuresOf, meantBy } from './features';
import { OUT_OF_SCOPE, SMALL_TALK } from './labels';
import { decoded, familiarIn, logits, type Model } from './model';
import { stemOf } from './normalise';
import type { Intent, Recogniser } from './port';
import { tellsOfLostMoney } from './lost-money';
import { exp, softmax } from './probability';
import { spelling } from './spelling';
import { asksFor, deniedIn, endsByName, isDeniable, likelyPassword, mayBeOthers, namedIn, namesAThing, partsOf, wantsNothing } from './rules';

/** What was understood, and what else the same text asks for. */
export interface Heard extends Understood {
  /** A second wish, to be offered when the first is done. */
  readonly then?: Intent;
  /** What else it asks for after that. */
  readonly more?: readonly Intent[];
}

/** The recogniser with its bands. */
export interface Understanding extends Recogniser {
  /**
   * Every label with its calibrated probability, the likeliest first; `oos`, `greet` and `bye` among them. Empty when nothing can be
   * wanted: no word at all, or a bare "sí". Scores of one ranking sum to 1.
   */
  rank(text: string, language: Language): readonly Intent[];
  /** The band of such a ranking. */
  bands(ranking: readonly Intent[]): Understood;
  /** Both at once, and a second wish. What the bot acts on. */
  hear(text: string, language: Language): Heard;
  /** Whether it was taught this label: what it says then counts more than a phrase that merely occurs in a text. */
  knows(label: string): boolean;
  /** Whether a text is rather out of scope than anything else: what answers it must fit very well. */
  isStrange(text: string, language: Language): boolean;
  /** What a text is written in, whatever it wants; undefined where it could be either. Also "asdf" is in one: ask of what has known words. */
  languageOf(text: string): Language | undefined;
}

let committed: Understanding | undefined;
/** The recogniser on the committed model. Loads it, once a process, in a few milliseconds. */
export const createRecogniser = (): Understanding => (committed ??= recogniser(committedModel()));

/** What `npm run train` wrote. @throws when it is of another version */
export const committedModel = (): Model => decoded(readFileSync(join(__dirname, 'model', 'routing.bin')));

/** The recogniser on a model. Pure: the same text always gives the same ranking. */
export function recogniser(model: Model): Understanding {
  const reading = { familiar: familiarIn(model.known), spelt: spelling(model.words.split(' ')), seats: model.seats };
  const hasNoKnownWord = (text: string): boolean => !meantBy(text, reading.spelt).some((word) => reading.familiar(stemOf(word)));
  const weigh = (text: string): readonly Intent[] => {
    const read = ranked(model, logits(model, featuresOf(text, reading)));
    if ((read.find(({ skill }) => skill !== OUT_OF_SCOPE)?.score ?? 0) < MADE_OUT && hasNoKnownWord(text)) return preferring(OUT_OF_SCOPE, read);
    const ranking = doubted(read, text, model.thresholds.sure - DOUBT);
    const password = likelyPassword(text);
    return password === undefined ? ranking : shared(ranking, password);
  };
  const rank = (text: string): readonly Intent[] => {
    if (wantsNothing(text)) return [];
    const named = namedIn(text);
    const ranking = weigh(text);
    if (named !== undefined) return preferring(named, ranking);
    if (endsByName(text) && isRather(SUBSCRIPTIONS, ranking)) return preferring(SUBSCRIPTIONS, ranking);
    if (isOpen(ranking, model.thresholds.sure) && tellsOfLostMoney(text)) return preferring(FIND_PAYMENT, ranking);
    const denial = deniedIn(text);
    return denial === undefined ? ranking : without(weigh(denial.denied), denial.rest === '' ? ranking : weigh(denial.rest));
  };
  const bands = (ranking: readonly Intent[]): Understood => banded(ranking, model.thresholds);
  const hear = (text: string): Heard => {
    const whole = bands(rank(text));
    const parts = partsOf(text).map((part) => ({ ...bands(rank(part)), asks: asksFor(part) }));
    const isUnclear = parts.some(({ band }) => band === 'unsure');
    const [first, second, ...more] = distinct(wishesIn(parts));
    if (first === undefined || (isUnclear && (whole.band !== 'sure' || whole.intents[0]?.skill !== first.skill))) return whole;
    if (second !== undefined) return { band: 'sure', intents: [first], then: second, ...(more.length > 0 && { more }) };
    if (isUnclear) return whole;
    return whole.band === 'unsure' && whole.intents.some(({ skill }) => skill === first.skill) ? { band: 'sure', intents: [first] } : whole;
  };
  const isStrange = (text: string): boolean => (rank(text).find(({ skill }) => skill === OUT_OF_SCOPE)?.score ?? 0) >= RATHER_STRANGE;
  const languageOf = (text: string): Language | undefined => weigh(text)[0]?.language;
  return { rank, bands, hear, isStrange, languageOf, knows: (label) => model.labels.includes(label) };
}

const RATHER_STRANGE = 0.5;

/** "Rcrgar" is made out from this probability on; of what has no word of customers, and sounds like nothing as much, nothing is guessed. */
const MADE_OUT = 0.45;

/** From here on the language is certain enough to answer in it. */
const CLEARLY = 0.9;

function ranked({ labels, temperature }: Model, scores: Float64Array): readonly Intent[] {
  const english = 1 / (1 + exp(-(scores[labels.length] ?? 0)));
  const language: { language?: Language } = english > CLEARLY ? { language: 'en' } : english < 1 - CLEARLY ? { language: 'es' } : {};
  return softmax(scores.subarray(0, labels.length), temperature)
    .map((score, at): Intent => ({ skill: labels[at] ?? OUT_OF_SCOPE, score, ...language }))
    .sort(byScore);
}

const byScore = (a: Intent, b: Intent): number => b.score - a.score;

/** A menu word is its skill, whatever else is likely. */
const NAMED = 0.99;
function preferring(named: string, ranking: readonly Intent[]): readonly Intent[] {
  const others = ranking.filter(({ skill }) => skill !== named);
  const rest = others.reduce((sum, { score }) => sum + score, 0) || 1;
  const first = { ...ranking.find(({ skill }) => skill === named), skill: named, score: NAMED };
  return [first, ...others.map((intent) => ({ ...intent, score: (intent.score * (1 - NAMED)) / rest }))];
}

/** What can be ended by its name alone. */
const SUBSCRIPTIONS = 'subscriptions';
/** A name that nobody was taught is a guess: it counts from this probability on, and where it is so many times as likely as any other wish. */
const GUESSED = 0.2;
const RATHER = 1.5;
function isRather(skill: string, ranking: readonly Intent[]): boolean {
  const [best, next] = ranking.filter((intent) => intent.skill !== OUT_OF_SCOPE);
  return best?.skill === skill && best.score >= GUESSED && best.score >= RATHER * (next?.score ?? 0);
}

/** Who tells that money is lost is not asked what it is about. */
const FIND_PAYMENT = 'find-payment';
/** Nothing is sure of it, and it is not about something else altogether. */
const isOpen = (ranking: readonly Intent[], sure: number): boolean =>
  ranking.every(({ skill, score }) => score < (skill === OUT_OF_SCOPE ? RATHER_STRANGE : sure));

/** What the likelier one has of what Wi-Fi and help center have together, when a password is somebody's guess: neither is sure, and both are asked about. */
const LIKELIER = 0.55;
function shared(ranking: readonly Intent[], likelier: 'wifi' | 'faq'): readonly Intent[] {
  const both = ranking.reduce((sum, { skill, score }) => sum + (skill === 'wifi' || skill === 'faq' ? score : 0), 0);
  const share = (skill: string): number => both * (skill === likelier ? LIKELIER : 1 - LIKELIER);
  return ranking
    .map((intent) => (intent.skill === 'wifi' || intent.skill === 'faq' ? { ...intent, score: share(intent.skill) } : intent))
    .sort(byScore);
}

/** So far below what is sure is what may be about another company, or about anything at all: it is asked about. */
const DOUBT = 0.01;
/** What the best wish has too much of goes to "out of scope". */
function doubted(ranking: readonly Intent[], text: string, most: number): readonly Intent[] {
  const [best] = ranking;
  if (best === undefined || best.score <= most || !(mayBeOthers(best.skill, text) || namesAThing(text))) return ranking;
  return ranking
    .map((intent) => {
      if (intent.skill === best.skill) return { ...intent, score: most };
      return intent.skill === OUT_OF_SCOPE ? { ...intent, score: intent.score + best.score - most } : intent;
    })
    .sort(byScore);
}

/** A wish is denied from this probability of the denied words on. */
const DENIED = 0.25;

/** What was denied is not wanted; its probability goes to "out of scope". */
function without(denied: readonly Intent[], ranking: readonly Intent[]): readonly Intent[] {
  const unwanted = new Set(denied.filter(({ skill, score }) => score >= DENIED && isDeniable(skill)).map(({ skill }) => skill));
  const lost = ranking.reduce((sum, { skill, score }) => sum + (unwanted.has(skill) ? score : 0), 0);
  return ranking
    .filter(({ skill }) => !unwanted.has(skill))
    .map((intent) => (intent.skill === OUT_OF_SCOPE ? { ...intent, score: intent.score + lost } : intent))
    .sort(byScore);
}

/** A guess at what is wanted besides is worth the question whether to go on with it, from this probability on. */
const WORTH_OFFERING = 0.6;
/** What the parts of a text ask for, in their order; what is only likely counts after the first that is sure, and where it asks for anything. */
function wishesIn(parts: readonly (Understood & { readonly asks: boolean })[]): readonly Intent[] {
  const from = parts.findIndex(({ band }) => band === 'sure');
  return parts.slice(Math.max(0, from)).flatMap(({ band, asks, intents: [best] }) => {
    const isOffered = from >= 0 && asks && band === 'unsure' && best !== undefined && best.score >= WORTH_OFFERING;
    return best !== undefined && (band === 'sure' || isOffered) ? [best] : [];
  });
}

/** One intent for each skill; small talk is no wish. */
function distinct(intents: readonly Intent[]): readonly Intent[] {
  const wishes = intents.filter(({ skill }) => !SMALL_TALK.includes(skill));
  return wishes.filter(({ skill }, at) => wishes.findIndex((other) => other.skill === skill) === at);
}
