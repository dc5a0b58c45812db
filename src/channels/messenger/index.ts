import type { Response } from 'restify';
import { readBody, parseJson } from '../../http/body';
import { logOf } from '../../http/correlation';
import { Refusal, refuse } from '../../http/errors';
import { sameText } from '../../http/secrets';
import type { HttpServer } from '../../http/server';
import type { Turns } from '../../state/turns';
import { Batch } from './event';
import type { FileLink } from './files';
import type { Graph } from './graph';
import { mailboxId, receive, type Received, type Reader } from './receive';
import { isSigned } from './signature';
import { isHeld, threadOf, type Threads } from './threads';

export { PREFIX } from './receive';

const PATH = '/webhooks/messenger';
/** Meta may send a thousand updates at once, bytes. */
const BATCH_BYTES = 1024 * 1024;

export interface WebhookOptions {
  readonly http: HttpServer;
  readonly turns: Pick<Turns, 'accept'>;
  readonly threads: Threads;
  readonly graph: Graph;
  readonly reader: Reader;
  readonly secrets: readonly string[];
  readonly verifyToken: string;
  readonly clock: () => number;
  readonly report: (event: string, detail: object) => void;
  /** Fetches a file and keeps it with its conversation. Never throws. */
  readonly keepFile: (conversation: string, file: FileLink) => Promise<void>;
}

/** Mounts Messenger's webhook. It answers once everything in a delivery is durable; Meta sends what was not answered with 200 again. */
export function messengerWebhook(options: WebhookOptions): void {
  const { http, secrets, verifyToken } = options;
  http.server.get(PATH, async (req, res) => {
    const query = new URL(req.url ?? '', 'http://x').searchParams;
    const isOurs = query.get('hub.mode') === 'subscribe' && sameText(verifyToken, query.get('hub.verify_token') ?? '');
    const challenge = query.get('hub.challenge') ?? '';
    if (!isOurs || !/^[\w.-]{1,200}$/.test(challenge)) throw refuse(403, 'Forbidden', 'This is not the webhook that was set up.');
    plain(res, challenge);
  });
  http.server.post(PATH, async (req, res) => {
    const body = await readBody(req, BATCH_BYTES);
    const header = req.headers['x-hub-signature-256'];
    if (!isSigned(body, typeof header === 'string' ? header : undefined, secrets)) throw refuse(403, 'Forbidden', 'The signature does not hold.');
    const batch = Batch.safeParse(parseJson(body));
    if (!batch.success) throw refuse(400, 'BadArgument', 'This is not a delivery of a page.');
    try {
      await takeAll(options, receive(batch.data, options.reader));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      logOf(req)?.warn({ event: 'message.not-kept', channel: 'messenger', error: String(error) });
      throw refuse(503, 'ServiceUnavailable', 'It could not be kept. Please send it again.', { 'Retry-After': '2' });
    }
    plain(res, 'EVENT_RECEIVED');
  });
}

const plain = (res: Response, text: string): void => void res.sendRaw(200, text, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });

/** Each conversation in its order, all of them side by side. What is repeated because another one failed is dropped by the mailbox. */
async function takeAll(options: WebhookOptions, all: readonly Received[]): Promise<void> {
  await Promise.all(
    [...byConversation(all)].map(async ([conversation, events]) => {
      if (!options.graph.pages.includes(events[0]?.thread.page ?? '')) return options.report('messenger.unknown-page', { count: events.length });
      for (const each of events) await take(options, conversation, each);
    }),
  );
}

function byConversation(all: readonly Received[]): Map<string, Received[]> {
  const groups = new Map<string, Received[]>();
  for (const each of all) {
    const conversation = mailboxId(each.thread);
    const group = groups.get(conversation);
    if (group) group.push(each);
    else groups.set(conversation, [each]);
  }
  return groups;
}

async function take(options: WebhookOptions, conversation: string, event: Received): Promise<void> {
  const { threads, turns, clock, report } = options;
  const now = clock();
  const known = await threads.of(conversation);
  const at = Math.max(known?.at ?? 0, Math.min(event.at, now));
  const here = threadOf(event.thread, at);
  if (event.kind === 'ours') return threads.keep(conversation, here, known);
  if (event.kind === 'person') return threads.keep(conversation, { ...(known ?? threadOf(event.thread, 0)), person: now }, known);
  const isHeldNow = known !== undefined && isHeld(known, now);
  const isAsked = isHeldNow && asksForBot(event.arrival);
  if (isHeldNow && !isAsked) {
    await threads.keep(conversation, { ...here, ...(known.person !== undefined && { person: known.person }) }, known);
    return report('messenger.person-answers', { conversation });
  }
  await threads.keep(conversation, here, known);
  if (isAsked) await act(options, event, 'take_thread_control', { metadata: 'asked for the bot' });
  const { status } = await turns.accept({ conversation, id: event.delivery, message: JSON.stringify(event.arrival) });
  if (status === 'full') report('messenger.full', { conversation }); // a flood of one customer: sent again it would only grow
  if (status === 'full' || status === 'duplicate') return;
  for (const file of event.files) void options.keepFile(conversation, file);
}

/** While a person answers, only who presses the menu or begins anew wants the bot. */
const asksForBot = (arrival: Extract<Received, { kind: 'arrived' }>['arrival']): boolean =>
  arrival.kind === 'joined' || (arrival.kind === 'said' && arrival.tap?.choice.startsWith('go:') === true);

/** A courtesy to the customer: nothing depends on it. */
async function act({ graph }: WebhookOptions, { thread: { page, psid } }: Received, path: string, body: object): Promise<void> {
  await graph.call(page, path, { recipient: { id: psid }, ...body });
}
