import type { Request } from 'restify';
import { logOf } from '../../http/correlation';
import { Refusal, refuse } from '../../http/errors';
import type { Limits } from '../../http/limits';
import { digest } from '../../state/keys';
import type { Once } from '../../state/once';
import type { Turns } from '../../state/turns';
import { activityId } from './activity';
import { receive } from './receive';
import type { Visitor } from './token';
import { mailboxId } from './transcript';
import { attachedOf, type Files, type StoredFile } from './upload';

export interface PostParts {
  readonly turns: Pick<Turns, 'accept'>;
  /** Where files go; undefined: they are checked and shown, and kept nowhere. */
  readonly files?: Files | undefined;
  readonly limits: Limits;
  readonly once: Once;
  /** Words that always win (menú, cancelar…): never secrets, so echoed in clear. */
  readonly isCommand: (text: string) => boolean;
}

interface Accepting {
  /** @throws Refusal 429 when this visitor sends too fast */
  admit(what: 'message' | 'upload', visitor: Visitor): void;
  /** Resolves to the activity's id once it is durable. @throws Refusal 400, or 503 when it was not kept */
  accept(req: Request, visitor: Visitor, body: unknown, files?: readonly StoredFile[]): Promise<string>;
}

/** What becomes of a posted activity: into the mailbox, or dropped, and an id either way. */
export function accepting({ turns, files: store, limits, isCommand }: PostParts): Accepting {
  const keep = async (visitor: Visitor, body: unknown, files: readonly StoredFile[]): Promise<string> => {
    const { user, conv } = visitor;
    const attached = files.map((file) => attachedOf(user, file));
    const { delivery, arrival, echo } = receive(body, user, isCommand, attached);
    // Ids of what has no place in the log come from the delivery, so that a repetition gets the same one.
    const unplaced = (): string => `${conv}|x${digest(delivery)}`;
    if (!arrival) return unplaced();
    const conversation = mailboxId(conv);
    if (store && files.length > 0) await Promise.all(files.map((file, index) => store.put(conversation, attached[index]?.id ?? '', file)));
    const { status, position } = await turns.accept({
      conversation,
      id: delivery,
      message: JSON.stringify(arrival),
      ...(echo && { echo }),
    });
    if (status === 'full') throw unavailable('Many messages are waiting already. Please send it again in a moment.');
    return position === undefined ? unplaced() : activityId(conv, position);
  };
  return {
    admit(what, { user }) {
      const wait = limits.take(what, user);
      if (wait > 0) throw refuse(429, 'TooManyRequests', 'That was very fast. Please wait a moment.', { 'Retry-After': String(wait) });
    },
    accept: async (req, visitor, body, files = []) => {
      try {
        return await keep(visitor, body, files);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        logOf(req)?.warn({ event: 'message.not-kept', channel: 'web', error });
        throw unavailable('The message could not be kept. Please send it again.');
      }
    },
  };
}

/** The client shows a 5xx as "not sent" and lets the customer send it again. */
const unavailable = (message: string): Refusal => refuse(503, 'ServiceUnavailable', message, { 'Retry-After': '2' });
