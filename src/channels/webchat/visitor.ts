import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import { z } from 'zod';
import { readJson } from '../../http/body';
import { refuse } from '../../http/errors';
import { senderOf, type Limits } from '../../http/limits';
import { sendJson } from '../../http/server';
import type { Origins } from './origins';
import { TOKEN_S, type Tokens, type Visitor } from './token';
import { mailboxId, type Transcript } from './transcript';

/** How long a browser is known again, in s: as long as a quiet conversation's log lives. */
const VISITOR_S = 7 * 24 * 3_600;
/**
 * How long after its end a token in the body leads back, in s: a tab that slept overnight finds its conversation where cookies are refused, and a
 * token that leaked does not for the whole week.
 */
const KEPT_TOKEN_S = 12 * 3_600;
/** 144 bits: nobody guesses a conversation. */
const ID_BYTES = 18;

const Ask = z.object({
  /** What the page kept of its last token, in force or over for 12 hours at most: it leads back where cookies are refused. */
  token: z.string().max(2_048).optional(),
  /** Forget the old conversation. */
  fresh: z.boolean().optional(),
  /** The page stands in a frame of another site, where only partitioned cookies live. */
  embedded: z.boolean().optional(),
});

/** What `POST /webchat/token` answers. */
export const TokenAnswer = z.object({
  token: z.string(),
  /** Seconds. */
  expires_in: z.number().int(),
  userId: z.string(),
  conversationId: z.string(),
  /** The conversation existed before: its history is in the log. */
  resumed: z.boolean(),
});
export type TokenAnswer = z.infer<typeof TokenAnswer>;

export interface VisitorParts {
  readonly tokens: Tokens;
  readonly origins: Origins;
  readonly limits: Limits;
  readonly transcript: Pick<Transcript, 'last'>;
  readonly production: boolean;
  /** Proxies of ours in front; see {@link senderOf}. */
  readonly proxies: number;
}

/** Ids are made here and nowhere else: one that a client brings must carry our signature. */
export const newVisitor = (user = `dl_${randomBytes(ID_BYTES).toString('base64url')}`): Visitor => ({
  user,
  conv: randomBytes(ID_BYTES).toString('base64url'),
});

/** `POST /webchat/token`: a token to the conversation this browser had, or to a new one. */
export function visitorRoute(server: Server, parts: VisitorParts): void {
  const { tokens, origins, limits, proxies } = parts;
  server.post('/webchat/token', async (req, res) => {
    origins.demand(req);
    takeToken(limits, senderOf(req, proxies));
    const ask = Ask.safeParse((await readJson(req)) ?? {});
    if (!ask.success) throw refuse(400, 'BadArgument', 'The body may hold token, fresh and embedded.');
    const before = ask.data.fresh ? undefined : await known(parts, req, ask.data);
    const visitor = before ?? newVisitor();
    res.setHeader(
      'Set-Cookie',
      cookie(tokens.issue('visitor', visitor, VISITOR_S), { secure: parts.production, framed: ask.data.embedded === true }),
    );
    const answer: TokenAnswer = {
      token: tokens.issue('directline', visitor, TOKEN_S),
      expires_in: TOKEN_S,
      userId: visitor.user,
      conversationId: visitor.conv,
      resumed: before !== undefined,
    };
    sendJson(res, 200, answer);
  });
}

/** @throws Refusal 429; no client of Direct Line's calls these routes, only pages and servers do */
export function takeToken(limits: Limits, who: string): void {
  const wait = limits.take('token', who);
  if (wait > 0) throw refuse(429, 'TooManyRequests', 'Too many conversations were begun. Please wait a moment.', { 'Retry-After': String(wait) });
}

/** Who this browser was, if there is still something to come back to. What the tab itself kept comes first: it knows best. */
async function known(
  { tokens, transcript, production }: VisitorParts,
  req: IncomingMessage,
  { token }: z.infer<typeof Ask>,
): Promise<Visitor | undefined> {
  const kept = token === undefined ? undefined : tokens.read('directline', token);
  const candidates = [
    ...(kept && kept.expiredMs <= KEPT_TOKEN_S * 1_000 ? [kept] : []),
    ...cookiesOf(req, production)
      .flatMap((value) => tokens.read('visitor', value) ?? [])
      .filter(({ expiredMs }) => expiredMs === 0),
  ];
  for (const { user, conv } of candidates) {
    // While Redis is away nobody can tell: the way back must not be lost for that.
    const last = await transcript.last(conv).catch(() => 1);
    if (last > 0) return { user, conv };
  }
  return undefined;
}

/** The conversations that this browser's cookies lead to, as they are called in the mailbox. */
export const conversationsOf = (tokens: Tokens, req: IncomingMessage, production: boolean): readonly string[] =>
  cookiesOf(req, production)
    .flatMap((value) => tokens.read('visitor', value) ?? [])
    .filter(({ expiredMs }) => expiredMs === 0)
    .map(({ conv }) => mailboxId(conv));

/** A browser lets nobody but this very host set them: a neighbouring one could lead a customer into a conversation that it reads. */
const BOUND = ['__Host-care-chat-frame', '__Host-care-chat'];
/** Where there is no TLS. */
const PLAIN = 'care-chat';

function cookie(value: string, { secure, framed }: { secure: boolean; framed: boolean }): string {
  const common = `Path=/; Max-Age=${VISITOR_S}; HttpOnly`;
  if (!secure) return `${PLAIN}=${value}; ${common}; SameSite=Lax`;
  if (framed) return `__Host-care-chat-frame=${value}; ${common}; Secure; SameSite=None; Partitioned`;
  return `__Host-care-chat=${value}; ${common}; Secure; SameSite=Lax`;
}

function cookiesOf({ headers: { cookie: header = '' } }: IncomingMessage, production: boolean): string[] {
  const pairs = new Map(
    header.split(';').map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]),
  );
  return (production ? BOUND : [PLAIN]).flatMap((name) => pairs.get(name) ?? []);
}
