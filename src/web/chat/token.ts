/** What `POST /webchat/token` answers. `resumed`: the conversation existed before, so it was greeted before. */
export interface Token {
  readonly token: string;
  readonly userId: string;
  readonly conversationId: string;
  readonly resumed: boolean;
}

/** What this tab remembers: enough to come back to the same conversation where cookies are refused, as in a frame. */
interface Memory {
  readonly token: string;
  readonly conversationId: string;
  readonly joined: boolean;
}

const KEY = 'care-chat';

const recall = (): Memory | undefined => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('token' in kept && 'conversationId' in kept && 'joined' in kept)) return undefined;
    return { token: String(kept.token), conversationId: String(kept.conversationId), joined: kept.joined === true };
  } catch {
    return undefined;
  }
};

const remember = (memory: Memory): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // storage may be refused: the cookie, where there is one, still leads back
  }
};

const read = (body: unknown): Token => {
  if (typeof body !== 'object' || body === null || !('token' in body && 'userId' in body && 'conversationId' in body)) throw new Error('Not a token');
  const { token, userId, conversationId } = body;
  if (typeof token !== 'string' || typeof userId !== 'string' || typeof conversationId !== 'string') throw new Error('Not a token');
  return { token, userId, conversationId, resumed: 'resumed' in body && body.resumed === true };
};

const TOKEN_DEADLINE_MS = 10_000;

/**
 * Asks for a token to the conversation this browser had, or to a new one: because there was none, or because `fresh` asks for it.
 * Throws when there is none to be had now.
 */
export const fetchToken = async (fresh = false): Promise<Token> => {
  const before = fresh ? undefined : recall();
  const embedded = window.parent !== window;
  const answer = await fetch('/webchat/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...(before && { token: before.token }), ...(fresh && { fresh }), ...(embedded && { embedded }) }),
    signal: AbortSignal.timeout(TOKEN_DEADLINE_MS),
  });
  if (!answer.ok) throw new Error(`Token: ${answer.status}`);
  const token = read(await answer.json());
  const joined = before?.conversationId === token.conversationId ? before.joined : token.resumed;
  remember({ token: token.token, conversationId: token.conversationId, joined });
  return token;
};

/** Has the bot been told that the customer is here? A page closed in between may have left that undone. */
export const hasJoined = (): boolean => recall()?.joined ?? false;

export const markJoined = (): void => {
  const kept = recall();
  if (kept) remember({ ...kept, joined: true });
};
