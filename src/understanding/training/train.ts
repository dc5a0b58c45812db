import { completed } from '../features';
import { familiarIn, logits, type Model } from '../model';
import { calibrated, type Trial } from './calibrate';
import type { Utterance } from './corpus';
import { SCHOOLING, type Schooling } from './learn';
import { lessons, vocabulary, type Lesson } from './lessons';
import { school, type Learnt } from './school';

/** One run of lines in so many is held out to choose temperature and thresholds. */
const ONE_IN = 5;
/** Lines beside each other are alike: what is held out is runs of so many lines, not single lines, which would be too easy. */
const RUN = 8;

/** The model that the utterances make. The same utterances give the same model, byte for byte. */
export function train(utterances: readonly Utterance[], schooling: Schooling = SCHOOLING): Model {
  const words = vocabulary(utterances);
  const { seats, all } = lessons(utterances, words, schooling.seed);
  const isHeldOut = heldOut(utterances);
  const trial = school({ seats, all: all.filter((_, at) => !isHeldOut[at]) }, schooling);
  const trials = tried(
    trial,
    all.filter(({ label }, at) => isHeldOut[at] && trial.labels.includes(label)),
  );
  return { ...school({ seats, all }, schooling), words, ...calibrated(trial.labels, trials) };
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
function tried(learnt: Learnt, held: readonly Lesson[]): readonly Trial[] {
  const familiar = familiarIn(learnt.known);
  return held.flatMap(({ plain, mistyped, label }) =>
    [plain, ...mistyped.slice(0, 1)].map((sketch) => ({
      label,
      logits: logits(learnt, completed(sketch, familiar, learnt.seats)).slice(0, learnt.labels.length),
    })),
  );
}
