import type { IncomingMessage } from 'node:http';
import type { Response } from 'restify';
import { readBody, parseJson } from '../../http/body';
import { logOf } from '../../http/correlation';
import { Refusal, refuse } from '../../http/errors';
import { sameText } from '../../http/secrets';
import type { HttpServer } from '../../http/server';
import { Batch } from './event';
import { MEANT, PATH, RECEIVED, type Neighbours } from './neighbours';
import { mailboxId, receive, type Received, type Reader } from './receive';
import { isSigned } from './signature';
import { take, type TakeParts } from './take';

export { PREFIX } from './receive';

/** Meta may send a thousand updates at once, bytes. */
const BATCH_BYTES = 1024 * 1024;

export interface WebhookOptions extends TakeParts {
  readonly http: HttpServer;
  /** Those that are ours. */
  readonly pages: readonly string[];
  /** Whose the others are. */
  readonly neighbours: Neighbours;
  readonly reader: Reader;
  readonly secrets: readonly string[];
  readonly verifyToken: string;
}

/** Mounts Messenger's webhook. It answers once everything in a delivery is durable, here and with neighbours; Meta sends what was not answered with 200 again. */
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
    const signature = headerOf(req, 'x-hub-signature-256') ?? '';
    if (!isSigned(body, signature, secrets)) throw refuse(403, 'Forbidden', 'The signature does not hold.');
    const batch = Batch.safeParse(parseJson(body));
    if (!batch.success) throw refuse(400, 'BadArgument', 'This is not a delivery of a page.');
    const { ours, theirs } = sorted(batch.data, headerOf(req, MEANT), options);
    try {
      await Promise.all([takeAll(options, receive(ours, options.reader)), options.neighbours.handOn({ body, signature }, theirs)]);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      logOf(req)?.warn({ event: 'message.not-kept', channel: 'messenger', error: String(error) });
      throw refuse(503, 'ServiceUnavailable', 'It could not be kept. Please send it again.', { 'Retry-After': '2' });
    }
    plain(res, RECEIVED);
  });
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * What of a delivery is taken here, and the pages whose part is a neighbour's. What was handed on to us is only ours.
 *
 * @param meant the pages for whose sake it was handed on, separated by commas
 * @throws Refusal 404 when one of those is not ours: whoever handed it on keeps it, and tells its operator
 */
function sorted(batch: Batch, meant: string | undefined, { pages, neighbours }: WebhookOptions): { readonly ours: Batch; readonly theirs: string[] } {
  const isFor = meant?.split(',');
  if (isFor?.every((page) => pages.includes(page)) === false) throw refuse(404, 'UnknownPage', 'This bot does not answer for that page.');
  const entry = batch.entry.filter(({ id }) => (isFor ? isFor.includes(id) : !neighbours.has(id)));
  const theirs = isFor ? [] : batch.entry.flatMap(({ id }) => (neighbours.has(id) ? id : []));
  return { ours: { ...batch, entry }, theirs: [...new Set(theirs)] };
}

/** Head and body in one piece: restify's own way takes three. */
function plain(res: Response, text: string): void {
  res.writeHead(200, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store', 'Content-Length': Buffer.byteLength(text) });
  res.end(text);
}

/** Each conversation in its order, all of them side by side. What is repeated because another one failed is dropped by the mailbox. */
async function takeAll(options: WebhookOptions, all: readonly Received[]): Promise<void> {
  await Promise.all(
    [...byConversation(all)].map(async ([conversation, events]) => {
      if (!options.pages.includes(events[0]?.thread.page ?? '')) return options.report('messenger.unknown-page', { count: events.length });
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
