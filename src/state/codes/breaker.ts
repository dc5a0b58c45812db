import { z } from 'zod';
import type { Proof, Refused } from '../../integrations/codes/port';
import type { RedisConnection } from '../redis';
import { script } from '../scripts';
import { BLOCK_DIGITS, BREAKER, VISITOR } from './limits';
import { keyOf, type Names } from './names';

/** What is counted beyond one line: how many lines a visitor asks for, and whether codes of a group are ever typed. */
export interface Abuse {
  /**
   * Whether one more code may be begun. Counts it by its challenge, so that asking again for the same one counts once.
   * `known`: the line was proved before, so the breaker lets it be.
   */
  admit(who: Asking & { readonly known: boolean }): Promise<Refused | undefined>;
  /** The code was typed rightly. */
  completed(who: Asking): Promise<void>;
}
type Asking = Pick<Proof, 'msisdn' | 'visitor'> & { readonly challenge: string };

/** Groups share one slot, so that one script judges all that a code belongs to. */
const GROUPS = 'groups';
const VisitorRow = z.tuple([z.number(), z.number()]);

/**
 * A code belongs to a block of numbers, and to a cohort: the channel, and whether this visitor has proved any line lately. Each is judged by itself,
 * so a pump stops those like it and nobody else. A visitor's keys and the groups' lie in slots of their own. Between the scripts a process
 * may die: what it counted then stands under the challenge's name, and the turn that runs again finds it.
 *
 * @param now epoch ms, for a test that moves the time
 */
export function abuse(redis: RedisConnection, { mac, line, visitor }: Names, now: () => number | ''): Abuse {
  const visits = script(redis, 'otp-common', 'otp-visitor');
  const judge = script(redis, 'otp-common', 'otp-breaker');

  const visit = async (what: 'ask' | 'proved', who: Asking): Promise<readonly [until: number, hasProved: boolean]> => {
    const keys = [keyOf(visitor(who), 'open'), keyOf(visitor(who), 'proved')];
    const [until, proved] = VisitorRow.parse(await visits(keys, [now(), what, line(who), VISITOR.unprovedLines, VISITOR.provedMs]));
    return [until, proved === 1];
  };
  const block = ({ msisdn }: Asking): string => mac('block', msisdn.slice(0, -BLOCK_DIGITS));
  const cohort = (who: Asking, hasProved: boolean): string => mac('cohort', who.visitor.split(':')[0] ?? '', hasProved ? 'proved' : 'new');
  const ask = async (what: 'ask' | 'completed', { challenge }: Asking, groups: readonly string[]): Promise<number> => {
    const keys = groups.flatMap((group) => ['sent', 'completed', 'trickle'].map((part) => keyOf(GROUPS, group, part)));
    const { judged, completedPercent, ripeMs, mostOpen, trickleMs, remembered } = BREAKER;
    return z.number().parse(await judge(keys, [now(), what, challenge, judged, completedPercent, ripeMs, mostOpen, trickleMs, remembered]));
  };

  return {
    async admit({ known, ...who }) {
      const [full, hasProved] = await visit('ask', who);
      if (full > 0) return { status: 'lines', until: full };
      const held = known ? 0 : await ask('ask', who, [block(who), cohort(who, hasProved)]);
      return held > 0 ? { status: 'held', until: held } : undefined;
    },
    async completed(who) {
      await visit('proved', who);
      await ask('completed', who, [block(who), cohort(who, false), cohort(who, true)]);
    },
  };
}
