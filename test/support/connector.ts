import { createServer } from 'node:http';
import { z } from 'zod';
import { answer, bodyOf, closed, listening } from './tokens';

const Said = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  channelId: z.string().optional(),
  serviceUrl: z.string().optional(),
  replyToId: z.string().optional(),
  channelData: z.unknown().optional(),
  conversation: z.object({ id: z.string() }).optional(),
  from: z.object({ id: z.string() }).optional(),
  recipient: z.object({ id: z.string() }).optional(),
  suggestedActions: z.object({ actions: z.array(z.looseObject({ title: z.string(), value: z.unknown() })) }).optional(),
  attachments: z
    .array(
      z.object({
        contentType: z.string(),
        content: z.looseObject({ actions: z.array(z.looseObject({ title: z.string() })).optional(), buttons: z.array(z.looseObject({})).optional() }),
      }),
    )
    .optional(),
});
export type Said = z.infer<typeof Said>;

export interface Sending {
  readonly conversation: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: Said;
}

/** The Bot Connector as a bot sees it: a host on 127.0.0.1 that takes what is said. */
export interface Connector {
  readonly url: string;
  /** All that came, also what was refused. */
  readonly sendings: Sending[];
  /** Refuses what is said next, typing signs apart, once for each; `redirect` sends it elsewhere. */
  refuse(...statuses: readonly (number | { readonly status: number; readonly headers: Record<string, string> })[]): void;
  /** Waits for `count` more activities of a conversation that were taken; those it heard before do not count, and neither do typing signs. */
  hear(conversation: string, count: number): Promise<readonly Said[]>;
  /** Requests that came to anything but the way for activities. */
  readonly strays: string[];
  close(): Promise<void>;
}

const WAIT_MS = 90_000;

export async function startConnector(): Promise<Connector> {
  const refusals: (number | { status: number; headers: Record<string, string> })[] = [];
  const taken: Sending[] = [];
  const heard = new Map<string, number>();
  const self: Pick<Connector, 'sendings' | 'strays'> = { sendings: [], strays: [] };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const conversation = /^\/v3\/conversations\/([^/]+)\/activities(\/[^/]+)?$/.exec(request.url ?? '')?.[1];
      if (conversation === undefined || request.method !== 'POST') {
        self.strays.push(`${request.method} ${request.url}`);
        return answer(response, {}, 404);
      }
      const { authorization } = request.headers;
      const sending = { conversation: decodeURIComponent(conversation), path: request.url ?? '', authorization, activity: Said.parse(body) };
      self.sendings.push(sending);
      const refusal = sending.activity.type === 'typing' ? undefined : refusals.shift(); // one more on a slow day
      if (refusal !== undefined) {
        const { status, headers } = typeof refusal === 'number' ? { status: refusal, headers: {} } : refusal;
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        return void response.end('{"error":{"code":"Refused"}}');
      }
      taken.push(sending);
      answer(response, { id: `reply-${taken.length}` });
    });
  });
  const url = await listening(server);
  return {
    ...{ url, ...self, close: () => closed(server) },
    refuse: (...statuses) => void refusals.push(...statuses),
    async hear(conversation, count) {
      const from = heard.get(conversation) ?? 0;
      const mine = (): Said[] =>
        taken.flatMap(({ conversation: to, activity }) => (to === conversation && activity.type !== 'typing' ? [activity] : []));
      for (const end = Date.now() + WAIT_MS; mine().length < from + count && Date.now() < end;) await new Promise((tick) => setTimeout(tick, 10));
      heard.set(conversation, Math.min(mine().length, from + count));
      return mine().slice(from, from + count);
    },
  };
}
