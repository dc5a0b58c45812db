import type { Request, Server } from 'restify';
import { z } from 'zod';
import { readJson } from '../../http/body';
import { refuse } from '../../http/errors';
import { senderOf } from '../../http/limits';
import { sameText } from '../../http/secrets';
import { sendJson } from '../../http/server';
import { accepting, type PostParts } from './post';
import type { Origins } from './origins';
import { streamUrl } from './stream-url';
import { ID, TOKEN_S, type Tokens, type Visitor } from './token';
import { uploadReader } from './upload';
import type { Transcript } from './transcript';
import { newVisitor, takeToken } from './visitor';
import { positionOf } from './watermark';

const BASE = '/v3/directline';
const CONVERSATION = `${BASE}/conversations/:conversation`;
/** How long it is remembered that a conversation was started, in ms: as long as its log lives. */
const STARTED_MS = 7 * 24 * 3_600_000;

export interface DirectLineParts extends PostParts {
  readonly transcript: Transcript;
  readonly tokens: Tokens;
  readonly origins: Origins;
  /** Of servers that make tokens for pages of their own; none switches `tokens/generate` off. */
  readonly secrets: readonly string[];
  /** Proxies of ours in front. */
  readonly proxies: number;
}

/** Direct Line 3.0 over HTTP, as its published client speaks it. */
export function directLineRoutes(server: Server, parts: DirectLineParts): void {
  const { tokens } = parts;
  const tokenOf = (visitor: Visitor): object => ({
    conversationId: visitor.conv,
    token: tokens.issue('directline', visitor, TOKEN_S),
    expires_in: TOKEN_S,
  });
  tokenRoutes(server, parts, tokenOf);
  conversationRoutes(server, parts, tokenOf);
  activityRoutes(server, parts);
  // Only sign-in cards ask for it, and we show none: an empty one is what the client makes of any error.
  server.get(`${BASE}/session/getsessionid`, async (req, res) => {
    authorized(tokens, req);
    sendJson(res, 200, { sessionId: '' });
  });
}

const Generate = z.object({ user: z.object({ id: z.string().optional() }).optional() });

function tokenRoutes(server: Server, { tokens, secrets, limits, proxies }: DirectLineParts, tokenOf: (visitor: Visitor) => object): void {
  if (secrets.length) {
    server.post(`${BASE}/tokens/generate`, async (req, res) => {
      const secret = bearer(req);
      takeToken(limits, senderOf(req, proxies));
      if (!secrets.filter((known) => sameText(known, secret)).length) throw refuse(403, 'BadArgument', 'The secret is not known.');
      const { user } = parsed(Generate, (await readJson(req)) ?? {});
      if (user?.id !== undefined && !(user.id.startsWith('dl_') && ID.test(user.id))) throw refuse(400, 'BadArgument', 'A user id begins with dl_.');
      sendJson(res, 200, tokenOf(newVisitor(user?.id)));
    });
  }
  server.post(`${BASE}/tokens/refresh`, async (req, res) => sendJson(res, 200, tokenOf(authorized(tokens, req))));
}

const Start = z.object({ locale: z.string().nullish() });

function conversationRoutes(server: Server, { tokens, origins, once }: DirectLineParts, tokenOf: (visitor: Visitor) => object): void {
  const opened = (req: Request, visitor: Visitor, watermark: string): object => ({
    ...tokenOf(visitor),
    streamUrl: streamUrl(tokens, visitor, { base: origins.baseOf(req), watermark }),
  });
  server.post(`${BASE}/conversations`, async (req, res) => {
    const visitor = authorized(tokens, req);
    parsed(Start, (await readJson(req)) ?? {});
    // Any error here ends the chat for good, so none comes of Redis: the status is the only thing it knows.
    const isNew = await once.first(`conversation ${visitor.conv}`, STARTED_MS).catch(() => false);
    sendJson(res, isNew ? 201 : 200, opened(req, visitor, ''));
  });
  // A client whose watermark is empty has seen nothing. The documentation would give it only what is new; then all that was said
  // between its start and its first frame would be lost, so it gets everything.
  server.get(CONVERSATION, async (req, res) => {
    const visitor = owner(tokens, req);
    const watermark = queryOf(req).get('watermark') ?? '';
    positionOf(watermark);
    sendJson(res, 200, opened(req, visitor, watermark));
  });
}

function activityRoutes(server: Server, parts: DirectLineParts): void {
  const { tokens, transcript } = parts;
  const { accept, admit } = accepting(parts);
  const readUpload = uploadReader();

  server.get(`${CONVERSATION}/activities`, async (req, res) => {
    const { conv } = owner(tokens, req);
    const watermark = queryOf(req).get('watermark') ?? '';
    const after = positionOf(watermark);
    // Anything but a 200 ends polling for good: while Redis is away there is simply nothing new.
    const page = await transcript.page(conv, after).catch(() => undefined);
    const moved = page && page.position > after;
    sendJson(res, 200, { activities: page?.activities ?? [], watermark: moved ? String(page.position) : watermark });
  });
  server.post(`${CONVERSATION}/activities`, async (req, res) => {
    const visitor = owner(tokens, req);
    admit('message', visitor);
    sendJson(res, 200, { id: await accept(req, visitor, await readJson(req)) });
  });
  server.post(`${CONVERSATION}/upload`, async (req, res) => {
    const visitor = owner(tokens, req);
    admit('upload', visitor);
    const { activity = { type: 'message', text: '' }, files } = await readUpload(req);
    sendJson(res, 200, { id: await accept(req, visitor, activity, files) });
  });
}

const queryOf = (req: Request): URLSearchParams => new URL(req.url ?? '', 'http://x').searchParams;

/** @throws Refusal 401 without a bearer token */
function bearer({ headers: { authorization = '' } }: Request): string {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw refuse(401, 'BadArgument', 'A token is missing: Authorization: Bearer …', { 'WWW-Authenticate': 'Bearer' });
  return token;
}

/** @throws Refusal 401 without a token, 403 for a forged one, 403 TokenExpired for one that is over */
function authorized(tokens: Tokens, req: Request): Visitor {
  const token = tokens.read('directline', bearer(req));
  if (!token) throw refuse(403, 'BadArgument', 'The token is not valid.');
  if (token.expiredMs > 0) throw refuse(403, 'TokenExpired', 'The token has expired.');
  return { user: token.user, conv: token.conv };
}

const InPath = z.object({ conversation: z.string().regex(ID) });

/** The token's visitor, if the address names their conversation. @throws Refusal 404 for what cannot be one, 403 for another's */
function owner(tokens: Tokens, req: Request): Visitor {
  const visitor = authorized(tokens, req);
  const named = InPath.safeParse(req.params);
  if (!named.success) throw refuse(404, 'ConversationNotFound', 'There is no such conversation.');
  if (named.data.conversation !== visitor.conv) throw refuse(403, 'BadArgument', 'The token is for another conversation.');
  return visitor;
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body);
  if (!read.success)
    throw refuse(
      400,
      'BadArgument',
      `Wrong: ${read.error.issues
        .map(({ path }) => path.join('.') || 'body')
        .slice(0, 3)
        .join(', ')}.`,
    );
  return read.data;
}
