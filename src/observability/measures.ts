import { figure, word, type Report } from './observers';
import type { Metrics } from './metrics';

/** Events that are counted as they are, and what each count is called. */
const COUNTED: Readonly<Record<string, readonly [name: string, help: string]>> = {
  'code.sent': ['codes_sent_total', 'One-time codes handed to the SMS gateway.'],
  'code.completed': ['codes_completed_total', 'One-time codes that were typed rightly.'],
  'message.set-aside': ['messages_set_aside_total', 'Messages that could not be handled and were taken out of their chat.'],
  'reply.gave-up': ['replies_given_up_total', 'Replies that no channel took.'],
  'reply.retry': ['replies_retried_total', 'Sendings of replies that have to be repeated.'],
  'messenger.not-handed-on': ['neighbours_missed_total', 'Deliveries of Messenger that the bot of another country did not take.'],
  'turn.failed': ['turn_failures_total', 'Runs of a message that ended with an error, and are repeated.'],
  'turn.stale': ['turns_stale_total', 'Turns that somebody else had taken over.'],
  'turn.slow-failed': ['turns_slow_failed_total', 'Turns finished in the background that ended with an error.'],
  'state.unreadable': ['states_unreadable_total', 'States of conversations that could not be read, and were forgotten.'],
  'sweep.failed': ['sweeps_failed_total', 'Sweeps that could not look at Redis.'],
  'redis.error': ['redis_errors_total', 'Errors of connections to Redis.'],
  unreadable: ['seals_unreadable_total', 'Sealed texts that no key opens.'],
  'observer.failed': ['observers_failed_total', 'Observers that failed, and observe no more.'],
};

const seconds = (detail: object, name: string): number => (figure(detail, name) ?? 0) / 1_000;

/**
 * What is reported, as numbers. The events and their details:
 * `turn` {channel, skill, outcome, ms, waited?} · `backend` {backend, operation, outcome, ms} · `operation` {kind, outcome} ·
 * and the ones that are only counted.
 */
export function measures(to: Metrics): Report {
  const counted = new Map(Object.entries(COUNTED).map(([event, [name, help]]) => [event, to.counter(name, help)]));
  const turns = to.counter('turns_total', 'Messages that were heard, by what became of them.', ['channel', 'skill', 'outcome']);
  const turnSeconds = to.histogram('turn_seconds', 'From the begin of a turn to its replies, background included.', ['channel', 'skill']);
  const answers = to.histogram('answer_seconds', 'From the arrival of what a customer said to its answer, waiting included.', ['channel']);
  const calls = to.counter('backend_calls_total', 'Operations asked of backends, by how they ended.', ['backend', 'operation', 'outcome']);
  const callSeconds = to.histogram('backend_call_seconds', 'Operations asked of backends, retries included.', ['backend', 'operation']);
  const operations = to.counter('operations_total', 'Orders that change something, by how they ended.', ['kind', 'outcome']);
  const heard: Readonly<Record<string, (detail: object) => void>> = {
    turn: (detail) => {
      const { channel, skill } = { channel: word(detail, 'channel'), skill: word(detail, 'skill') };
      turns.add({ channel, skill, outcome: word(detail, 'outcome') });
      turnSeconds.observe(seconds(detail, 'ms'), { channel, skill });
      if (figure(detail, 'waited') !== undefined) answers.observe(seconds(detail, 'waited'), { channel });
    },
    backend: (detail) => {
      const { backend, operation } = { backend: word(detail, 'backend'), operation: word(detail, 'operation') };
      calls.add({ backend, operation, outcome: word(detail, 'outcome') });
      callSeconds.observe(seconds(detail, 'ms'), { backend, operation });
    },
    operation: (detail) => operations.add({ kind: word(detail, 'kind'), outcome: word(detail, 'outcome') }),
  };
  return (event, detail) => {
    counted.get(event)?.add();
    if (Object.hasOwn(heard, event)) heard[event]?.(detail);
  };
}
