/**
 * What comes of `work`, or undefined when that takes longer. What comes later is of no interest, a failure neither. One promise, where a race of two takes
 * a dozen.
 *
 * @throws what `work` throws in time
 */
export function soon<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms, undefined);
    const ending =
      <V>(settle: (value: V) => void) =>
      (value: V): void => {
        clearTimeout(timer);
        settle(value);
      };
    work.then(ending(resolve), ending(reject));
  });
}
