import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RedisConnection } from './redis';
import { script } from './scripts';

/** How often this process says that it takes part, while it does, and for how long it counts after that; ms. */
const SHARING_MS = { again: 5_000, counts: 15_000 };

/**
 * How many processes take part in what has that name: this one, and those that asked in the last seconds. Answers at once, with what was heard last; nobody
 * waits for Redis, and while it is away the last answer holds.
 *
 * @param clock ms; only differences matter
 */
export function sharing(redis: RedisConnection, clock: () => number, { again, counts } = SHARING_MS): (name: string) => number {
  const me = randomUUID();
  const run = script(redis, 'sharing');
  const known = new Map<string, { many: number; asked: number }>();
  return (name) => {
    const now = clock();
    const last = known.get(name) ?? { many: 1, asked: -Infinity };
    known.set(name, last);
    if (now - last.asked >= again) {
      last.asked = now;
      run([`sharing:${name}`], [me, counts]).then(
        (many) => void (last.many = z.number().parse(many)),
        () => undefined,
      );
    }
    return last.many;
  };
}
