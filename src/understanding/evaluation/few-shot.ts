import { z } from 'zod';
import { LANGUAGES } from '../../domain/texts';
import { featuresOf } from '../features';
import { familiarIn, logits } from '../model';
import { spelling } from '../spelling';
import { SCHOOLING } from '../training/learn';
import { lessons, vocabulary } from '../training/lessons';
import { school } from '../training/school';

/** One text of a file that says itself which of its texts may be learnt: what it means is a label, or the article that answers it. */
export const Example = z
  .object({
    text: z.string(),
    label: z.string().optional(),
    article: z.string().optional(),
    split: z.enum(['train', 'test']),
    lang: z.enum(LANGUAGES).default('es'),
  })
  .transform(({ text, label, article, split, lang }) => ({ text, label: label ?? article ?? '', split, language: lang }))
  .refine(({ label }) => label !== '');
export type Example = z.infer<typeof Example>;

/** How well the recogniser's way of learning does with few examples of each label. Shares from 0 to 1; null when nothing is tested. */
export interface FewShotFigures {
  readonly taught: number;
  readonly texts: number;
  readonly labels: number;
  readonly accuracy: number | null;
  readonly top3: number | null;
}

/** Few examples are learnt in no time, so they are gone through more often. */
const PATIENT = { ...SCHOOLING, rounds: 16, rate: 0.15 };

/**
 * Learns the `train` texts just as the bot's own utterances are learnt, and ranks the `test` texts.
 * @param known words that are no slips of others though no example holds them, with spaces between: those of the bot's own model
 */
export function fewShot(examples: readonly Example[], known: string): FewShotFigures {
  const taught = examples.filter(({ split }) => split === 'train');
  const tested = examples.filter(({ split }) => split === 'test');
  const words = [...new Set(`${vocabulary(taught)} ${known}`.split(' '))].join(' ');
  const learnt = school(lessons(taught, words, SCHOOLING.seed), PATIENT);
  const reading = { spelt: spelling(words.split(' ')), familiar: familiarIn(learnt.known), seats: learnt.seats };
  const places = tested.map(({ text, label }) => {
    const scores = logits(learnt, featuresOf(text, reading)).slice(0, learnt.labels.length);
    const right = scores[learnt.labels.indexOf(label)];
    return right === undefined ? Infinity : scores.filter((score) => score > right).length;
  });
  const within = (first: number): number | null => (places.length === 0 ? null : places.filter((place) => place < first).length / places.length);
  return { taught: taught.length, texts: tested.length, labels: learnt.labels.length, accuracy: within(1), top3: within(3) };
}
