import { setImmediate as turnOfLoop } from 'node:timers/promises';

/** Does at once what several have asked for, each by itself, in one turn of the event loop. */
export interface Gathering<T> {
  /** Resolves when it is done, and rejects for all who waited together when it could not be. */
  add(one: T): Promise<void>;
  /** Resolves when nothing waits any more, whatever became of it. */
  idle(): Promise<void>;
}

/**
 * @param act does all of them
 * @param most how many are done at once; the next ones begin anew
 */
export function gathering<T>(act: (all: readonly T[]) => Promise<void>, most: number): Gathering<T> {
  let waiting: { readonly all: T[]; readonly done: Promise<void> } | undefined;
  const open = new Set<Promise<unknown>>();
  const begin = (): NonNullable<typeof waiting> => {
    const all: T[] = [];
    const done = turnOfLoop().then(() => {
      if (waiting?.all === all) waiting = undefined;
      return act(all);
    });
    const ended: Promise<unknown> = done.then(
      () => open.delete(ended),
      () => open.delete(ended),
    );
    open.add(ended);
    return { all, done };
  };
  return {
    add(one) {
      if (!waiting || waiting.all.length >= most) waiting = begin();
      waiting.all.push(one);
      return waiting.done;
    },
    idle: async () => void (await Promise.all(open)),
  };
}
