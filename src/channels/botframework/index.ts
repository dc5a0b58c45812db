import type { Response } from 'restify';
import { Message } from '../../domain/message';
import { readJson } from '../../http/body';
import { logOf } from '../../http/correlation';
import { Refusal, refuse } from '../../http/errors';
import { memoryLimits, senderOf, type Limits } from '../../http/limits';
import { sendJson, type HttpServer } from '../../http/server';
import type { Answers } from '../../state/answers';
import type { Send } from '../../state/outbox';
import type { Turns } from '../../state/turns';
import { languageOf } from '../said';
import { Incoming, mailboxId } from './activity';
import type { Speak } from './connector';
import type { FileLink } from '../messenger/files';
import { FACEBOOK } from './facebook';
import { receive } from './receive';
import { referenceOf, type References } from './references';
import { render, TYPING } from './render';
import type { MaySend } from './service-urls';
import type { Sender, TokenCheck } from './token';

export { PREFIX } from './activity';

/** How long a caller that waits for the replies is kept waiting, ms. Callers give up after 15 s. */
const WAIT_MS = 10_000;

export interface EndpointOptions {
  readonly http: HttpServer;
  readonly turns: Pick<Turns, 'accept'>;
  readonly answers: Answers;
  readonly check: Pick<TokenCheck, 'read'>;
  readonly references: References;
  readonly maySend: MaySend;
  /** Where our own pictures are, e.g. `https://chat.operator.example`. */
  readonly origin: string;
  /** Reverse proxies of ours in front, for limits by address. */
  readonly proxies: number;
  readonly limits?: Limits;
  /** Said to a caller that waits when it takes longer. */
  readonly working: (language: 'es' | 'en') => Message;
  /** Whether a link or a menu may begin that skill. */
  readonly begins: (skill: string) => boolean;
  /** Fetches a file and keeps it with its conversation. Never throws. */
  readonly keepFile: (conversation: string, file: FileLink) => Promise<void>;
  /** Conversations whose caller waits for the replies in this process. */
  readonly waiting: Set<string>;
}

/** Mounts `POST /api/messages`, the Bot Framework's way in. Its errors are 400, 401, 403, 413, 415, 501 and 503, and say nothing of why a token does not hold. */
export function botFrameworkEndpoint(options: EndpointOptions): void {
  const { proxies, limits = memoryLimits() } = options;
  options.http.server.post('/api/messages', async (req, res) => {
    const wait = limits.take('unproved', senderOf(req, proxies));
    if (wait > 0) throw refuse(429, 'TooManyRequests', 'That was very fast. Please wait a moment.', { 'Retry-After': String(wait) });
    const sender = await options.check.read(req.headers.authorization);
    if (typeof sender === 'string') {
      logOf(req)?.debug({ event: 'token.refused', reason: sender });
      throw sender === 'caller'
        ? refuse(403, 'Forbidden', 'This caller is not known.')
        : refuse(401, 'Unauthorized', 'The request is not authorized.');
    }
    const activity = parsed(await readJson(req));
    bound(activity, sender, options.maySend);
    try {
      await accept(options, { activity, sender, res });
    } catch (error) {
      if (error instanceof Refusal) throw error;
      logOf(req)?.warn({ event: 'message.not-kept', channel: activity.channelId, error: String(error) });
      throw unavailable('The activity could not be kept. Please send it again.');
    }
  });
}

function parsed(body: unknown): Incoming {
  const read = Incoming.safeParse(body);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path }) => path.join('.') || 'body').slice(0, 3);
  throw refuse(400, 'BadArgument', `This is not an activity: ${wrong.join(', ')}.`);
}

/** A token is good for the place it was made for, and for the channels that its key may speak for. The body itself is not signed. */
function bound({ serviceUrl, channelId }: Incoming, sender: Sender, maySend: MaySend): void {
  const isPlace = sender.kind === 'channel' || sender.serviceUrl !== undefined ? sender.serviceUrl === serviceUrl : true;
  const isChannel = sender.endorsements?.has(channelId) ?? true;
  if (!isPlace || !isChannel) throw refuse(403, 'Forbidden', 'The token is not for this activity.');
  if (!maySend(serviceUrl)) throw refuse(403, 'Forbidden', 'This service URL is not known.');
}

interface Delivered {
  readonly activity: Incoming;
  readonly sender: Sender;
  readonly res: Response;
}

/** Answers once the activity is durable; a caller that expects the replies gets them in the answer. */
async function accept(options: EndpointOptions, { activity, sender, res }: Delivered): Promise<void> {
  if (activity.type === 'invoke') throw refuse(501, 'NotImplemented', 'Invoke activities are not served.');
  const wantsAnswer = activity.deliveryMode === 'expectReplies';
  const { delivery, arrival, files } = receive(activity, sender, options.begins);
  if (!arrival) return wantsAnswer ? sendJson(res, 200, { activities: [] }) : done(res);
  const conversation = mailboxId(activity, sender);
  await options.references.keep(conversation, referenceOf(activity, sender));
  if (wantsAnswer) options.waiting.add(conversation);
  try {
    const { status } = await options.turns.accept({ conversation, id: delivery, message: JSON.stringify(arrival), wantsAnswer });
    if (status === 'full') throw unavailable('Many messages are waiting already. Please send it again in a moment.');
    if (status !== 'duplicate') for (const file of files) void options.keepFile(conversation, file);
    if (!wantsAnswer) return done(res);
    const kept = await options.answers.awaitAnswer(conversation, delivery, WAIT_MS);
    const replies = kept?.map((reply) => Message.parse(JSON.parse(reply))) ?? (status === 'duplicate' ? [] : [options.working(languageIn(activity))]);
    const said = replies.flatMap((reply) => render(reply, activity.channelId, options.origin));
    sendJson(res, 200, { activities: said.map((each) => replyTo(activity, each)) });
  } finally {
    options.waiting.delete(conversation);
  }
}

const done = (res: Response): void => void res.sendRaw(200, '', { 'Cache-Control': 'no-store' });
const languageIn = ({ locale }: Incoming): 'es' | 'en' => languageOf(locale ?? '') ?? 'es';

function replyTo({ id, channelId, serviceUrl, conversation, from, recipient }: Incoming, said: object): object {
  return { ...said, channelId, serviceUrl, conversation: { id: conversation.id }, from: recipient, recipient: from, ...(id && { replyToId: id }) };
}

/** Callers send again what was answered with a 5xx. */
const unavailable = (message: string): Refusal => refuse(503, 'ServiceUnavailable', message, { 'Retry-After': '2' });

interface Saying {
  readonly references: References;
  readonly speak: Speak;
  readonly origin: string;
}

/** The way out of the mailbox: a stored reply, as activities, to where its conversation is. What went out is not sent again when a later one must wait. */
export const sendBy =
  ({ references, speak, origin }: Saying): Send =>
  async (conversation, number, reply) => {
    const message = Message.safeParse(JSON.parse(reply));
    if (!message.success) return { gaveUp: 'no message' };
    const reference = await references.of(conversation);
    if (!reference) return { retry: 'nobody knows where to' };
    if (reference.channelId === FACEBOOK && !(await references.isRecent(conversation))) return { gaveUp: 'outside the window' };
    const all = render(message.data, reference.channelId, origin);
    const begun = all.length > 1 ? await references.sent(conversation, number) : 0;
    for (const [at, each] of all.entries()) {
      if (at < begun) continue;
      const sent = await speak(reference, each);
      if (sent !== 'delivered') return sent;
      if (at + 1 < all.length) await references.progress(conversation, number, at + 1);
    }
    return 'delivered';
  };

/** Shows that the bot is at work. Who waits for the replies in the answer sees it anyway. */
export const typingBy =
  ({ references, speak, waiting }: Pick<Saying, 'references' | 'speak'> & { readonly waiting: ReadonlySet<string> }) =>
  async (conversation: string): Promise<void> => {
    const reference = waiting.has(conversation) ? undefined : await references.of(conversation);
    if (reference) await speak(reference, TYPING);
  };
