import { OUT_OF_SCOPE } from './labels';
import type { Thresholds } from './model';
import type { Intent } from './port';

/** How well a text was understood: sure → do it; unsure → "is it about…?" with these intents as buttons; none → the help center, then a person. */
export interface Understood {
  readonly band: 'sure' | 'unsure' | 'none';
  /** sure: the one intent. unsure: the best two or three. none: empty. Never out of scope. */
  readonly intents: readonly Intent[];
}

const ASKED_AT_MOST = 3;
/** A second or third guess is worth a button from this share of the best one on. */
const WORTH_ASKING = 0.12;

/** The band of a ranking, by the thresholds of its model. */
export function banded(ranking: readonly Intent[], { sure, asked, foreign }: Thresholds): Understood {
  const strange = ranking.find(({ skill }) => skill === OUT_OF_SCOPE)?.score ?? 0;
  const wishes = ranking.filter(({ skill }) => skill !== OUT_OF_SCOPE);
  const [best] = wishes;
  if (best === undefined || best.score < asked || strange >= foreign) return { band: 'none', intents: [] };
  if (best.score >= sure) return { band: 'sure', intents: [best] };
  return { band: 'unsure', intents: wishes.filter(({ score }) => score >= best.score * WORTH_ASKING).slice(0, ASKED_AT_MOST) };
}
