import { randomUUID } from 'node:crypto';
import type { Credentials } from '../../src/channels/botframework/connector';
import { orClosed, startWorld, type World } from './app';
import { startConnector, type Connector, type Said } from './connector';
import { APP_ID, CALLER, channelClaims, openId, sign, TENANT, type OpenId } from './tokens';

/** The whole product with `/api/messages`, and what stands around it in Azure: the keys' host and the Bot Connector. */
export interface BotWorld {
  readonly world: World;
  readonly keys: OpenId;
  readonly connector: Connector;
  /** A channel's token for this world's connector. */
  token(): string;
  /** Posts anything to `/api/messages`. */
  post(
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly text: string; readonly body: unknown }>;
  close(): Promise<void>;
}

/** Stands for MSAL: its tokens only name who they are for. */
export const fakeCredentials: Credentials = {
  isValidAppId: async (appId) => appId === APP_ID,
  isAuthenticationDisabled: async () => false,
  createCredentials: async (_appId, audience) => ({
    signRequest: async (request) => {
      request.headers.set('authorization', `Bearer for ${audience}`);
      return request;
    },
  }),
};

export const appEnvironment = (keys: OpenId, connector: Pick<Connector, 'url'>): Record<string, string> => ({
  ...keys.environment,
  ...{ MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_TYPE: 'SingleTenant', MICROSOFT_APP_PASSWORD: 'not-a-real-one', MICROSOFT_APP_TENANT_ID: TENANT },
  ...{ BOT_ALLOWED_CALLERS: CALLER, BOT_SERVICE_URLS: connector.url },
});

export async function startBotWorld(more: Readonly<Record<string, string>> = {}): Promise<BotWorld> {
  const [keys, connector] = [await openId(), await startConnector()];
  const around = { close: async () => void (await Promise.all([connector.close(), keys.close()])) };
  const world = await orClosed(around, startWorld({ ...appEnvironment(keys, connector), ...more }, { credentials: fakeCredentials }));
  const token = (): string => sign(keys.channel, channelClaims(connector.url));
  return {
    ...{ world, keys, connector, token },
    post: (body, headers) => postTo(world.url, body, { authorization: `Bearer ${token()}`, ...headers }),
    close: async () => {
      await world.close();
      await around.close();
    },
  };
}

export async function postTo(url: string, body: unknown, headers: Readonly<Record<string, string>>) {
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: sent });
  const text = await response.text();
  return { status: response.status, text, body: text ? (JSON.parse(text) as unknown) : undefined };
}

/** An activity as a channel writes it. */
export const activityOf = (connector: Pick<Connector, 'url'>, conversation: string, more: object = {}): Record<string, unknown> => ({
  ...{ type: 'message', id: randomUUID(), timestamp: new Date().toISOString(), channelId: 'webchat', serviceUrl: connector.url },
  ...{ conversation: { id: conversation }, from: { id: `user of ${conversation}`, name: 'María' }, recipient: { id: 'bot@alba', name: 'Alba' } },
  ...{ locale: 'es-GT', ...more },
});

/** One customer of a channel. */
export interface ChannelChat {
  readonly conversation: string;
  send(text: string | object): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Taps the button with this label, wherever it was shown last. */
  tap(label: string): Promise<void>;
  hear(count: number): Promise<readonly Said[]>;
}

export function channelChat({ connector, post }: Pick<BotWorld, 'connector' | 'post'>, more: object = {}): ChannelChat {
  const conversation = randomUUID();
  const send: ChannelChat['send'] = (said) =>
    post(activityOf(connector, conversation, { ...more, ...(typeof said === 'string' ? { text: said } : said) }));
  return {
    conversation,
    send,
    hear: (count) => connector.hear(conversation, count),
    async tap(label) {
      const shown = connector.sendings.filter((each) => each.conversation === conversation).flatMap(({ activity }) => buttonsOf(activity));
      const button = shown.toReversed().find(({ title }) => title === label);
      if (!button) throw new Error(`no button ${label}`);
      await send({ text: label, value: button.value });
    },
  };
}

function buttonsOf({ suggestedActions, attachments = [] }: Said): { title: string; value: unknown }[] {
  const onCards = attachments.flatMap(({ content }) => [...(content.actions ?? []), ...(content.buttons ?? [])]) as {
    title: string;
    value?: unknown;
    data?: { cardAction?: { value: unknown } };
  }[];
  return [...(suggestedActions?.actions ?? []), ...onCards].map(({ title, value, ...rest }) => ({
    title,
    value: value ?? ('data' in rest ? (rest.data as { cardAction?: { value: unknown } } | undefined)?.cardAction?.value : undefined),
  }));
}
