import type { Features } from './features';

/** A text that belongs to a class, and how much it counts. */
export interface Example {
  readonly features: Features;
  readonly weight: number;
}

/** Weighs texts against classes. All figures are lifts: how much better a class explains a text than all classes together do; 0 says nothing. */
export interface Bayes {
  /** Whether any class has this feature. */
  knows(name: string): boolean;
  /** One lift for each class, in their order. What no class knows pulls towards 0. */
  lifts(features: Features): readonly number[];
  /** The lift of a class's own example, as if it had never been seen: what a new text of that class would get. */
  leftOut(column: number, example: Example): number;
}

/** What every class is given of every feature. */
const SMOOTHING = 0.008;

/** How much of a feature each class has, and all of them together. Classes are spread one after the other: the last of the list is the present one. */
interface Posting {
  whole: number;
  readonly list: { readonly column: number; mass: number }[];
}

/** Naive Bayes on weighted features, every class made equally heavy: some articles have many phrasings and some have few. */
export function bayes(classes: readonly (readonly Example[])[]): Bayes {
  const idf = rarity(classes.flat());
  const postings = new Map<string, Posting>();
  const sums = classes.map((examples, column) => examples.reduce((sum, example) => sum + spread(example, column, idf, postings), 0));
  const whole = sums.reduce((a, b) => a + b, 0);
  const even = whole / Math.max(1, sums.length);
  const gain = (mass: number, sum: number): number => Math.log((mass * even) / Math.max(sum, 1e-9) / SMOOTHING + 1);
  const total = (features: Features): number => [...features].reduce((sum, [name, weight]) => sum + weight * idf(name), 0) || 1;
  return {
    knows: (name) => postings.has(name),
    lifts(features) {
      const all = total(features);
      const scores = classes.map(() => 0);
      let background = 0;
      for (const [name, weight] of features) {
        const posting = postings.get(name);
        if (posting === undefined) continue;
        const value = weight * idf(name);
        background += value * gain(posting.whole, whole);
        for (const { column, mass } of posting.list) scores[column] = (scores[column] ?? 0) + value * gain(mass, sums[column] ?? 0);
      }
      return scores.map((score) => (score - background) / all);
    },
    leftOut(column, example) {
      const own = shares(example, idf);
      const rest = (sums[column] ?? 0) - [...own.values()].reduce((a, b) => a + b, 0);
      let lift = 0;
      for (const [name, weight] of example.features) {
        const posting = postings.get(name);
        const share = own.get(name) ?? 0;
        const left = Math.max(0, (posting?.list.find((each) => each.column === column)?.mass ?? 0) - share);
        const all = (posting?.whole ?? 0) - share;
        if (all > 1e-9) lift += weight * idf(name) * (gain(left, rest) - gain(all, whole));
      }
      return lift / total(example.features);
    },
  };
}

/** How much a feature tells, by how few texts have it. */
function rarity(examples: readonly Example[]): (name: string) => number {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (name) => Math.log((examples.length + 1) / ((counts.get(name) ?? 0) + 0.5));
}

/** Every example weighs the same, however long it is. */
function shares({ features, weight }: Example, idf: (name: string) => number): ReadonlyMap<string, number> {
  const length = Math.sqrt([...features].reduce((sum, [name, value]) => sum + (value * idf(name)) ** 2, 0)) || 1;
  return new Map([...features].map(([name, value]) => [name, (weight * value * idf(name)) / length]));
}

/** @returns how much was spread */
function spread(example: Example, column: number, idf: (name: string) => number, postings: Map<string, Posting>): number {
  let sum = 0;
  for (const [name, mass] of shares(example, idf)) {
    const posting = postings.get(name) ?? { whole: 0, list: [] };
    postings.set(name, posting);
    const last = posting.list.at(-1);
    if (last?.column === column) last.mass += mass;
    else posting.list.push({ column, mass });
    posting.whole += mass;
    sum += mass;
  }
  return sum;
}
