import { z } from 'zod';
import { BackendFailure } from '../domain/failure';
import { keyOf } from './keys';
import { persist } from './persist';
import type { Store } from './redis-mailbox';
import { script } from './scripts';

/** The same at every run of a turn: the message's number and a name of its own within the turn. */
export interface EffectKey {
  readonly conversation: string;
  readonly number: number;
  readonly step: string;
}

/** `unknown`: it was begun and nobody knows whether it was done. Say so; do not do it again. */
export type Effected<T> = { readonly status: 'done'; readonly value: T } | { readonly status: 'unknown' };

/** Whatever changes the world outside: recorded before it is done, so a turn that runs again reads the result instead of doing it again. */
export interface Effects {
  /**
   * Does `act` once for `key`, and remembers its value for 24 h.
   *
   * @param schema re-validates a remembered value; what it refuses counts as `unknown`
   * @param policy for an effect that was begun and not finished: `repeat` does it again (an SMS), `never` answers `unknown` (a restart)
   * @throws what `act` throws. A later try does it again, unless `never` and a BackendFailure: then it may have happened.
   * @throws when Redis is away before it began: then nothing was done
   */
  once<T>(key: EffectKey, schema: z.ZodType<T>, act: () => Promise<T>, policy: 'repeat' | 'never'): Promise<Effected<T>>;
}

const RECORD_MS = 24 * 3_600_000;
/** How long to try to record what was done. Longer, and the turn would be over anyway. */
const INSIST_MS = 5_000;

/** Effects recorded on Redis, in the conversation's shard. */
export function effects({ redis, vault, unreadable = () => {} }: Store): Effects {
  const begin = script(redis, 'begin-effect');
  const fail = script(redis, 'fail-effect');

  const remembered = <T>({ conversation, number, step }: EffectKey, schema: z.ZodType<T>, sealed: string): Effected<T> => {
    try {
      const kept: unknown = JSON.parse(vault.open(sealed, [conversation, 'effect', number, step]));
      return { status: 'done', value: schema.parse(z.looseObject({}).parse(kept)['value']) };
    } catch (error) {
      unreadable(conversation, error);
      return { status: 'unknown' };
    }
  };
  const isDoubtful = (error: unknown, policy: 'repeat' | 'never'): boolean => policy === 'never' && error instanceof BackendFailure;

  return {
    async once(key, schema, act, policy) {
      const { conversation, number, step } = key;
      const record = keyOf(conversation, `effect:${number}:${step}`);
      const answer = String(await begin([record], [policy, RECORD_MS]));
      if (answer === 'unknown') return { status: 'unknown' };
      if (answer !== 'go') return remembered(key, schema, answer);
      try {
        const value = await act();
        const sealed = vault.seal(JSON.stringify({ value }), [conversation, 'effect', number, step]);
        await persist(() => redis.client.set(record, sealed, 'PX', RECORD_MS), INSIST_MS);
        return { status: 'done', value };
      } catch (error) {
        if (!isDoubtful(error, policy)) await fail([record], []).catch(() => {});
        throw error;
      }
    },
  };
}
