import type { Desk } from '../dialogs/engine/desk';
import { PERSON } from '../dialogs/skills';
import type { Arrival } from '../domain/message';
import { word, type Report } from '../observability/observers';
import { carrying, childOf, currentTrace, traced, traceOfMessage, type Trace } from '../observability/trace';
import type { Tracer } from '../observability/tracer';
import type { Outcome, Turn } from '../state/mailbox';
import type { Send } from '../state/outbox';
import type { Handle, Turns } from '../state/turns';

/** Conversations whose last trace is kept in mind, for what is reported of them after their turn. */
const REMEMBERED = 2_000;
/** Reported of a conversation outside of its turn. */
const AFTERWARDS = new Set(['turn.failed', 'turn.stale', 'message.set-aside', 'reply.gave-up', 'reply.retry', 'outbox.left-to-sweeper']);
/** Failures that a customer hears of, and what they make of a turn. */
const FAILURES: Readonly<Record<string, string>> = { BackendFailure: 'down', BrokenFlow: 'broken' };

type Hear = (desk: Desk, arrival: Arrival) => Promise<void>;

interface WatchParts {
  readonly report: Report;
  readonly tracer: Tracer;
  readonly clock: () => number;
  /** Told of every turn and what became of it. */
  readonly heardOf?: (desk: Desk, arrival: Arrival, what: { readonly skill: string | undefined; readonly outcome: string }) => void;
}

/** Looks over the shoulders of those who handle messages: none of them knows it. */
export interface Watch {
  /** Reports under the trace of whom they are about. */
  readonly report: Report;
  /** Messages take the trace along under which they were accepted: a turn may run in another process. */
  readonly accepting: (turns: Turns) => Turns;
  /** A turn runs under the trace of its message. */
  readonly handling: (handle: Handle) => Handle;
  /** What was heard is reported: skill, outcome, how long it took and was waited for. */
  readonly hearing: (hear: Hear) => Hear;
  readonly sending: (send: Send) => Send;
}

export function watch({ report, tracer, clock, heardOf }: WatchParts): Watch {
  const last = new Map<string, Trace>();
  const heard = new WeakMap<Trace, { readonly skill?: string | undefined; readonly outcome: string }>();
  const remember = (conversation: string, trace: Trace): void => {
    last.delete(conversation);
    last.set(conversation, trace);
    for (const oldest of last.keys()) {
      if (last.size <= REMEMBERED) break;
      last.delete(oldest);
    }
  };
  const turned = (trace: Trace, began: number, { conversation, tries }: Turn, failed: boolean): void => {
    const { skill, outcome } = heard.get(trace) ?? {};
    const attributes = { channel: channelOf(conversation), skill, outcome, tries };
    tracer.ended(trace, { name: `turn ${skill ?? 'none'}`, kind: 'consumer', began, failed, attributes });
  };
  return {
    report: (event, detail) => {
      const outcome = FAILURES[event];
      const now = currentTrace();
      if (outcome !== undefined && now) heard.set(now, { outcome, skill: word(detail, 'skill') });
      const trace = AFTERWARDS.has(event) ? last.get(word(detail, 'conversation') ?? '') : undefined;
      if (trace) traced(trace, () => report(event, detail));
      else report(event, detail);
    },
    accepting: (turns) => ({
      ...turns,
      accept: (delivery) => turns.accept({ ...delivery, message: carrying(delivery.message, currentTrace()) }),
    }),
    handling: (handle) => async (turn, lost) => {
      const began = clock();
      const trace = traceOfMessage({ ...turn, now: began });
      remember(turn.conversation, trace);
      let failed = true;
      try {
        const outcome = await traced(trace, () => handle(turn, lost));
        failed = false;
        return ringing(outcome, trace);
      } finally {
        turned(trace, began, turn, failed);
      }
    },
    hearing: (hear) => async (desk, arrival) => {
      const began = clock();
      const trace = currentTrace();
      const before = { skill: desk.record.stack[0]?.id, misses: desk.record.misses };
      let outcome: string | undefined = 'failed';
      try {
        await hear(desk, arrival);
        outcome = undefined;
      } finally {
        const noted = trace && heard.get(trace);
        const skill = noted?.skill ?? desk.record.stack[0]?.id ?? desk.finished ?? before.skill;
        outcome ??= noted?.outcome ?? outcomeOf(desk, arrival, before);
        if (trace) heard.set(trace, { skill, outcome });
        heardOf?.(desk, arrival, { skill, outcome });
        const now = clock();
        const waited = trace && arrival.kind === 'said' ? now - trace.at : undefined;
        const { conversation, number } = desk;
        report('turn', { conversation, number, channel: channelOf(conversation), skill, outcome, ms: now - began, waited });
      }
    },
    sending: (send) => (conversation, number, reply) => {
      const trace = last.get(conversation) ?? currentTrace();
      return trace ? traced(childOf(trace), () => send(conversation, number, reply)) : send(conversation, number, reply);
    },
  };
}

/** `web`, `messenger`, `apart`…: what stands before the id. */
const channelOf = (conversation: string): string => conversation.split(':', 1)[0] ?? '';

/** What a turn leaves to ring later belongs to its trace too. */
function ringing(outcome: Outcome, trace: Trace): Outcome {
  if (!outcome.timers?.length) return outcome;
  return { ...outcome, timers: outcome.timers.map((timer) => ({ ...timer, message: carrying(timer.message, trace) })) };
}

/** What became of an arrival, in one word. `left`: a flow was under way and is not any more; `talk`: there was none. */
function outcomeOf({ record, finished }: Desk, arrival: Arrival, before: { skill: string | undefined; misses: number }): string {
  if (arrival.kind === 'event') return 'event';
  if (record.stack.length > 0) return record.misses > before.misses ? 'unheard' : 'asking';
  if (finished !== undefined) return finished === PERSON ? 'handover' : 'done';
  if (record.misses > before.misses) return 'unheard';
  return before.skill === undefined ? 'talk' : 'left';
}
