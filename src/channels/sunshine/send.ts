import { Message } from '../../domain/message';
import type { Sunshine, SunshineAnswer } from '../../integrations/sunshine/port';
import type { Send, Sent } from '../../state/outbox';
import type { Holders } from './holders';
import { PREFIX } from './receive';
import { render } from './render';

export interface SendParts {
  readonly sunshine: Sunshine;
  readonly holders: Holders;
  /** The bot's name there. */
  readonly name: string;
  readonly report: (event: string, detail: object) => void;
}

/**
 * The way out of the mailbox. The bot speaks only while the switchboard is its own; a person's words from the ticket are the person's, and are always
 * brought. What went out of a reply of several messages is not sent again when a later one must wait.
 */
export function sendBy({ sunshine, holders, name, report }: SendParts): Send {
  return async (conversation, number, reply) => {
    const read = Message.safeParse(JSON.parse(reply));
    if (!read.success) return { gaveUp: 'no message' };
    const message = read.data;
    const to = conversation.slice(PREFIX.length);
    if (message.speaker === undefined && (await holders.holds(conversation)) === false) return { gaveUp: 'a person has the conversation' };
    const { passes } = message;
    const steps = [
      ...render(message).map((content) => () => sunshine.say(to, message.speaker ?? name, content)),
      ...(passes
        ? [() => sunshine.passControl(to, { reference: passes.reference, ...(passes.number !== undefined && { case: passes.number }) })]
        : []),
    ];
    const begun = steps.length > 1 ? await holders.sent(conversation, number) : 0;
    for (const [at, step] of steps.entries()) {
      if (at < begun) continue;
      const sent = sentOf(await step());
      if (sent !== 'delivered') {
        report('sunshine.unsent', { conversation, number, at, ...sent });
        return sent;
      }
      if (at + 1 < steps.length) await holders.progress(conversation, number, at + 1);
    }
    if (passes) await holders.keep(conversation, false);
    return 'delivered';
  };
}

/** Better twice than never: Sunshine has no key by which it would drop a repetition. */
function sentOf(answer: SunshineAnswer): Sent {
  switch (answer.status) {
    case 'done':
      return 'delivered';
    case 'later':
      return { retry: 'to be tried later', ...(answer.afterMs !== undefined && { afterMs: answer.afterMs }) };
    case 'unsure':
      return { retry: 'no answer: it may have arrived' };
    case 'refused':
      return { gaveUp: answer.why };
  }
}
