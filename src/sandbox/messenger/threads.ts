import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { SEEDS, msisdnOf } from '../seed';
import type { CountryCode } from '../seed/countries';

/** What stands in a thread. `shown` is a message as the Send API took it. */
export interface Said {
  readonly mid: string;
  readonly at: number;
  readonly by: 'customer' | 'bot' | 'inbox';
  readonly text?: string;
  readonly shown?: unknown;
  /** The name of a persona. */
  readonly name?: string;
  readonly attachment?: string;
}

export interface Thread {
  readonly psid: string;
  readonly name: string;
  readonly said: Said[];
  /** When the customer did something last, epoch ms; undefined: never. */
  lastAt?: number;
  seen: boolean;
  typing: boolean;
  /** The page's inbox has it: nobody else may speak there, and the bot only overhears. */
  inbox?: boolean;
}

/** What the page looks like in Messenger, and who answers under a name of their own. */
export interface Messenger {
  readonly threads: () => readonly Thread[];
  readonly find: (psid: string) => Thread | undefined;
  /** Anybody may write to a page: somebody new begins a thread. Undefined for what is no page-scoped id. */
  readonly visit: (psid: string) => Thread | undefined;
  readonly add: (thread: Thread, said: Omit<Said, 'mid' | 'at'>) => Said;
  readonly personas: Map<string, string>;
  profile: Record<string, unknown>;
  /** Errors that the next sendings meet, or the next changes of who has a thread: Meta's code and subcode. */
  readonly errors: { of: 'messages' | 'threads'; code: number; subcode: number; status: number; times: number; applied: boolean }[];
  readonly now: () => number;
  /** Tells the pages. */
  readonly changed: () => void;
}

/** Messages of a thread that are kept. */
const MOST = 400;

/** Threads of the country's people, in memory: a reset, or another start, begins anew. What the page offers is set from outside, and a reset leaves it. */
export function messengerThreads({
  clock,
  epoch,
  country,
  changed,
}: {
  clock: Clock;
  epoch: () => string;
  country: CountryCode;
  changed: () => void;
}): Messenger {
  let known = '';
  let all: Thread[] = [];
  const made: Messenger = {
    threads: () => current(),
    find: (psid) => current().find((each) => each.psid === psid),
    visit: (psid) => {
      const known = made.find(psid);
      if (known || !/^\d{5,30}$/.test(psid)) return known;
      const thread = { psid, name: 'Somebody', said: [], seen: false, typing: false };
      current().push(thread);
      return thread;
    },
    add: (thread, said) => {
      const one = { ...said, mid: `m_${randomUUID()}`, at: clock.now() };
      thread.said.push(one);
      if (thread.said.length > MOST) thread.said.shift();
      changed();
      return one;
    },
    ...{ personas: new Map<string, string>(), profile: {}, errors: [], now: clock.now, changed },
  };
  const current = (): Thread[] => {
    if (known === epoch()) return all;
    known = epoch();
    all = people(country);
    made.personas.clear();
    made.errors.length = 0;
    return all;
  };
  return made;
}

/** A page-scoped id says nothing of the number behind it; this one only has to be the same at every start. */
const people = (country: CountryCode): Thread[] =>
  (SEEDS.find((seed) => seed.country === country)?.personas ?? [])
    .filter(({ story, lines }) => story !== undefined && lines.length > 0)
    .map(({ name, lines: [line] }) => ({ psid: psidOf(msisdnOf(line?.number ?? '', country)), name, said: [], seen: false, typing: false }));
const psidOf = (msisdn: string): string => `77${[...msisdn].reverse().join('')}`;
