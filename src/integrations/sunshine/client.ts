import { BackendFailure } from '../../domain/failure';
import { exchange, type Answer, type Fetch } from '../http/exchange';
import { guard, type Reach } from '../http/guard';
import type { Sunshine, SunshineAnswer } from './port';

export interface SunshineParts extends Reach {
  /** `https://operator.zendesk.com/sc` */
  readonly baseUrl: string;
  readonly appId: string;
  /** Of the app's API key. */
  readonly key: { readonly id: string; readonly secret: string };
  /** Who takes over: `next`, or the name or id of a switchboard integration. */
  readonly agents: string;
  readonly fetch?: Fetch;
}

/** Answers that say nothing against what was sent. */
const LATER: readonly number[] = [401, 403, 408, 409, 429];

export function sunshineClient(parts: SunshineParts): Sunshine {
  const { baseUrl, appId, key, agents, backend, fetch } = parts;
  const guarded = guard(parts);
  const authorization = `Basic ${Buffer.from(`${key.id}:${key.secret}`).toString('base64')}`;
  const post = async (operation: string, conversation: string, path: string, body: object): Promise<SunshineAnswer> => {
    const url = new URL(
      `${baseUrl.replace(/\/+$/, '')}/v2/apps/${encodeURIComponent(appId)}/conversations/${encodeURIComponent(conversation)}/${path}`,
    );
    const headers = { authorization, accept: 'application/json', 'content-type': 'application/json' };
    try {
      return judged(
        await guarded(operation, (signal) => exchange(backend, { method: 'POST', url, headers, body: JSON.stringify(body) }, signal, fetch)),
      );
    } catch (error) {
      if (!(error instanceof BackendFailure)) throw error;
      return error.untouched ? { status: 'later' } : { status: 'unsure' };
    }
  };
  return {
    say: (conversation, name, content) => post('message', conversation, 'messages', { author: { type: 'business', displayName: name }, content }),
    typing: async (conversation) => void (await post('activity', conversation, 'activity', { author: { type: 'business' }, type: 'typing:start' })),
    passControl: (conversation, metadata) => post('pass-control', conversation, 'passControl', { switchboardIntegration: agents, metadata }),
  };
}

function judged({ status, headers }: Answer): SunshineAnswer {
  if (status >= 200 && status < 300) return { status: 'done' };
  if (status >= 500) return { status: 'unsure' };
  if (!LATER.includes(status)) return { status: 'refused', why: `status ${status}` };
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return { status: 'later', ...(Number.isFinite(seconds) && { afterMs: seconds * 1_000 }) };
}
