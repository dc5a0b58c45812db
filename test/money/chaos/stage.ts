import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectRedis } from '../../../src/state/redis';
import { orClosed } from '../../support/app';
import { PATIENT_MS } from '../../support/redis';
import type { Customer } from './customer';
import { evidence, type Evidence } from './judge';
import { castOf } from './wishes';
import { chaosWorld, type ChaosWorld } from './world';

/** A world of its own, and the people in it. */
export interface Stage {
  readonly world: ChaosWorld;
  readonly people: readonly Customer[];
  /** What both sides know now. */
  look(): Promise<Evidence>;
  /** Reads on in the operator's books, which only show their newest entries. */
  readOn(): Promise<void>;
  /** Everybody chats while `work` is done. */
  chatting(work: () => Promise<void>): Promise<void>;
  /** Resolves when some have agreed to something: from then on money is at stake. */
  warm(): Promise<void>;
  /** Whom nobody answers any more, as violations. */
  unanswered(): Promise<string[]>;
  close(): Promise<void>;
}

/** For that to happen, ms. */
const WARM_MS = 180_000;
const WARM = 3;
const ANSWER_MS = 90_000;

export async function stage(random: () => number): Promise<Stage> {
  const world = await chaosWorld();
  const redis = connectRedis(world.redis.url, undefined, PATIENT_MS);
  await orClosed(world, redis.ready());
  const people = await orClosed(world, castOf(world, random));
  const { look, readOn } = evidence({ ...world, redis });
  return {
    ...{ world, people, look, readOn },
    chatting: async (work) => {
      let isOver = false;
      const talks = Promise.all(people.map((each) => each.run(() => isOver)));
      talks.catch(() => undefined); // it is awaited below
      try {
        await work();
      } finally {
        isOver = true;
        await talks;
      }
    },
    warm: async () => {
      for (const end = Date.now() + WARM_MS; consentsOf(people) < WARM; await sleep(50))
        if (Date.now() > end) throw new Error(`nobody got as far as a consent: ${people[0]?.heard.join(' / ') ?? ''}`);
    },
    unanswered: async () => {
      const answered = await Promise.all(people.map((each) => each.isAnswered(ANSWER_MS)));
      return people.filter((_, at) => !answered[at]).map(({ line }) => `nobody answers ${line}`);
    },
    close: async () => {
      redis.close();
      await world.close();
      const file = process.env['CHAOS_TALK']; // what everybody heard, for whoever wonders
      if (file) appendFileSync(file, people.map(({ heard }) => heard.join('\n')).join('\n----\n'));
    },
  };
}

/** Does `work` on it, and closes it; what fails is told with the bot's last words. */
export async function on<T>(set: Stage, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${set.world.output()}`, { cause: error });
  } finally {
    await set.close();
  }
}

export const consentsOf = (people: readonly Customer[]): number => people.reduce((sum, { consents }) => sum + consents.size, 0);
