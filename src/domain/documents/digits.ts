/** Digits of a string of digits, leftmost first. */
const digitsOf = (text: string): readonly number[] => Array.from(text, Number);

/** Σ digit · weight, leftmost first; the weight of a place is a table or a rule. */
export const weighted = (text: string, weight: (index: number) => number): number =>
  digitsOf(text).reduce((sum, digit, index) => sum + digit * weight(index), 0);

/** Σ digit · weight where the first weight belongs to the rightmost digit. */
export const weightedFromRight = (text: string, weight: (index: number) => number): number =>
  weighted(text, (index) => weight(text.length - 1 - index));
