import { answerKey, channelOf, digest, keysOf, tagOf } from './keys';
import { dueIn } from './due';
import { ASKED, type Accepted, type Echo, type Granted, type Mailbox, type Outcome, type Pen, type Turn } from './mailbox';
import { keeper, partsKey } from './parts';
import type { RedisConnection } from './redis';
import { about, AcceptAnswer, ClaimAnswer, CommitAnswer, mailRow, SettleAnswer, type PenRow, type TurnRow } from './rows';
import { script } from './scripts';
import type { About, Vault } from './seal';

/** What the parts of a conversation's memory have in common. */
export interface Store {
  readonly redis: RedisConnection;
  readonly vault: Vault;
  /** Told when something stored cannot be opened. A state is then forgotten, a message or reply set aside: none may block a chat. */
  readonly unreadable?: (conversation: string, error: unknown) => void;
}

/** How long an answer is kept for a repeated request. */
const ANSWER_MS = 5 * 60_000;
/** How long a caller may wait for an answer (10 s), and a moment to say that it stopped. */
const WAIT_MS = 11_000;
const DUE_AT_ONCE = 50;
/** Other messages that may come in between while one is compared with those before it. */
const MOST_LOOKS = 5;
/** As `lua/accept.lua` counts. */
const HIDES = { nothing: 0, digits: 1, all: 2 } as const;

/** Opens what is stored; undefined when it cannot be opened, which is reported. */
export function opener({ vault, unreadable = () => {} }: Store) {
  return (conversation: string, sealed: string, what: About): string | undefined => {
    try {
      return vault.open(sealed, what);
    } catch (error) {
      return void unreadable(conversation, error);
    }
  };
}

/**
 * The mailbox on Redis. What each method promises is said in `mailbox.ts`; what it does is one script of the same name in `lua/`.
 *
 * @param leaseMs how long a turn, or the right to send, belongs to a process that says nothing
 * @param stateMs life of a conversation's state after its last turn
 * @param isLog conversations whose log is their outbox: readers come for the replies, nothing is sent. Fixed for the life of a conversation.
 */
export function redisMailbox(options: Store & { leaseMs: number; stateMs: number; isLog: (conversation: string) => boolean }): Mailbox {
  const { redis, vault, leaseMs, stateMs, isLog } = options;
  const { turnOf, penOf } = reader(options);
  const modeOf = (conversation: string): string => (isLog(conversation) ? 'log' : 'queue');
  const own = (name: string) => {
    const run = script(redis, 'common', name);
    return (conversation: string, ms: number, args: readonly (string | number)[], ...keys: string[]): Promise<unknown> =>
      run([...keysOf(conversation), ...keys], [conversation, ms, modeOf(conversation), channelOf(conversation), ...args]);
  };
  const scripts = { accept: own('accept'), commit: own('commit'), hold: own('hold'), settle: own('settle'), claim: own('claim') };
  const due = dueIn(redis, DUE_AT_ONCE);
  const keeping = keeper(vault, opener(options));

  return {
    async accept(given): Promise<Accepted> {
      const { conversation, id, wantsAnswer = false, isCode = false } = given;
      const delivery = digest(id);
      for (let seen = '', looks = 0, hides = false; looks < MOST_LOOKS; looks++) {
        const { message, echo, args, back, answers } = keeping(given, seen);
        const sealed = vault.seal(message, about.mail(conversation, delivery));
        const shown = echo && isLog(conversation) ? sealEcho(echo, hides, (text) => vault.seal(text, about.echo(conversation, delivery))) : NO_ECHO;
        const all = [delivery, sealed, wantsAnswer ? WAIT_MS : 0, ...shown, ...args, isCode ? 1 : 0, ...back];
        const answer = AcceptAnswer.parse(await scripts.accept(conversation, leaseMs, all, partsKey(conversation), ...answers));
        if (answer[0] === 'look') seen = answer[1];
        else if (answer[0] === 'hide') hides = true;
        else
          return {
            status: answer[0],
            turn: answer[2] ? turnOf(conversation, answer[2], new Map([[sealed, message]])) : undefined,
            position: answer[1] ?? undefined,
          };
      }
      throw new Error('a message could not be compared with the one before it');
    },

    async commit(turn, outcome): Promise<Granted | 'stale'> {
      const { conversation } = turn;
      const { state, replies, answer, timers } = sealOutcome(vault, turn, outcome);
      const { secret, asked = 'nothing', unsays = '', aside = '', forgets = false } = outcome;
      const head = [
        turn.fence,
        turn.number,
        state,
        stateMs,
        HIDES[secret ?? 'nothing'],
        aside,
        answer,
        ANSWER_MS,
        replies.length,
        forgets ? 1 : 0,
        ASKED[asked],
        unsays,
      ];
      const keys = turn.wanted ? [answerKey(conversation, turn.delivery)] : [];
      const given = CommitAnswer.parse(await scripts.commit(conversation, leaseMs, [...head, ...replies, ...timers], ...keys));
      if (given === 'stale') return given;
      const [next, pen] = given;
      const kept = aside ? turn.state : outcome.state;
      const mine = new Map(replies.map((reply, index) => [reply, outcome.replies[index] ?? '']));
      return { turn: next ? { ...turnOf(conversation, next), state: kept } : undefined, pen: penOf(conversation, pen, mine) };
    },

    async hold({ conversation, fence }, ms, note) {
      return (await scripts.hold(conversation, Math.ceil(ms), [fence, note ?? ''])) === 1;
    },

    async settle({ conversation, pen }, last, { gaveUp = '', pauseMs = 0 } = {}) {
      const answer = await scripts.settle(conversation, leaseMs, [pen, last, gaveUp, Math.ceil(pauseMs)]);
      return penOf(conversation, SettleAnswer.parse(answer));
    },

    overdue: async (shard) => [...(await due(`${tagOf(shard)}:due`))],

    async claim(conversation): Promise<Granted> {
      const [turn, pen] = ClaimAnswer.parse(await scripts.claim(conversation, leaseMs, []));
      return { turn: turn ? turnOf(conversation, turn) : undefined, pen: penOf(conversation, pen) };
    },
  };
}

/** `mine` is what this very call has just sealed: it need not be opened again. */
type Mine = ReadonlyMap<string, string>;

/** Turns what the scripts answer into turns and pens. */
function reader(store: Store) {
  const open = opener(store);
  return {
    turnOf(conversation: string, row: TurnRow, mine?: Mine): Turn {
      const [fence, number, tries, throws, suspect, mail, said, version, state] = row;
      const { delivery, seen, waitUntil, sealed } = mailRow(mail);
      return {
        conversation,
        fence,
        number,
        tries,
        throws,
        suspect: suspect === 1,
        delivery,
        wanted: waitUntil > 0,
        said,
        seen,
        message: mine?.get(sealed) ?? open(conversation, sealed, about.mail(conversation, delivery)),
        state: state === null ? undefined : open(conversation, state, about.state(conversation, version)),
      };
    },
    penOf(conversation: string, row: PenRow | null, mine?: Mine): Pen | undefined {
      if (!row) return undefined;
      const [pen, first, tries, rows] = row;
      const numbered = rows.map((sealed, index) => ({ number: first + index, sealed })).filter(({ sealed }) => sealed !== '');
      const replies = numbered.map(({ number, sealed }) => ({
        number,
        text: mine?.get(sealed) ?? open(conversation, sealed, about.reply(conversation, number)),
      }));
      return { conversation, pen, tries, replies, last: first + rows.length - 1 };
    },
  };
}

const NO_ECHO = ['', '', ''] as const;

/** What reads the same is sealed once, and what hides something when it is asked for: most messages are shown as they were written. */
function sealEcho(echo: Echo, hides: boolean, seal: (text: string) => string): readonly string[] {
  const { plain, digitless } = echo;
  const sealed = seal(plain);
  const other = (text: string): string => (text === plain ? sealed : seal(text));
  return hides ? [sealed, other(digitless), other(echo.masked)] : [sealed, digitless === plain ? sealed : '', ''];
}

function sealOutcome(vault: Vault, { conversation, number, said, delivery, wanted }: Turn, { state, replies, timers = [] }: Outcome) {
  return {
    state: state === undefined ? '' : vault.seal(state, about.state(conversation, number)),
    replies: replies.map((reply, index) => vault.seal(reply, about.reply(conversation, said + index + 1))),
    answer: wanted ? vault.seal(JSON.stringify(replies), about.answer(conversation, delivery)) : '',
    timers: timers.flatMap(({ id, at, message }) => {
      const name = digest(id);
      return [name, Math.ceil(at), vault.seal(message, about.mail(conversation, name))];
    }),
  };
}
