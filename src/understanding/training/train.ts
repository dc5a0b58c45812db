import { BUCKETS, featuresOf } from '../features';
import { familiarIn, logits, type Model } from '../model';
import { calibrated, type Trial } from './calibrate';
import { chance } from './chance';
import type { Utterance } from './corpus';
import { SCHOOLING, type Schooling } from './learn';
import { mistyped } from './noise';
import { school, type Learnt } from './school';

/** One run of lines in so many is held out to choose temperature and thresholds. */
const ONE_IN = 5;
/** Lines beside each other are alike: what is held out is runs of so many lines, not single lines, which would be too easy. */
const RUN = 8;

/** The model that the utterances make. The same utterances give the same model, byte for byte. */
export function train(utterances: readonly Utterance[], schooling: Schooling = SCHOOLING): Model {
  const isHeldOut = heldOut(utterances);
  const trial = school(
    utterances.filter((_, at) => !isHeldOut[at]),
    schooling,
  );
  const trials = tried(
    trial,
    utterances.filter(({ label }, at) => isHeldOut[at] && trial.labels.includes(label)),
    schooling.seed,
  );
  const { labels, known, weights, scales } = school(utterances, schooling);
  return { labels, buckets: BUCKETS, scales, ...calibrated(trial.labels, trials), known, weights };
}

/** Which utterances are held out; where the runs lie changes from label to label, since authors begin with the shortest. */
function heldOut(utterances: readonly Utterance[]): readonly boolean[] {
  const turns = new Map<string, { readonly turn: number; lines: number }>();
  return utterances.map(({ label, language }) => {
    const key = `${label} ${language}`;
    const group = turns.get(key) ?? { turn: turns.size, lines: 0 };
    turns.set(key, group);
    return (Math.floor(group.lines++ / RUN) + group.turn) % ONE_IN === 0;
  });
}

/** Every text as it stands, and once mistyped. */
function tried(learnt: Learnt, utterances: readonly Utterance[], seed: number): readonly Trial[] {
  const random = chance(seed + 2);
  const familiar = familiarIn(learnt.known);
  return utterances.flatMap(({ text, label }) =>
    [text, mistyped(text, random)].map((said) => ({
      label,
      logits: logits(learnt, featuresOf(said, familiar)).slice(0, learnt.labels.length),
    })),
  );
}
