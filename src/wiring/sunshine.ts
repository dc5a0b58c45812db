import { PREFIX, sunshineWebhook } from '../channels/sunshine';
import { holders } from '../channels/sunshine/holders';
import { sendBy } from '../channels/sunshine/send';
import type { Config } from '../config';
import type { HttpServer } from '../http/server';
import { reportedBreaker } from '../integrations/http/breaker';
import { sunshineClient } from '../integrations/sunshine/client';
import { beside } from '../state/beside';
import type { Send } from '../state/outbox';
import type { Store } from '../state/redis-mailbox';
import type { Turns } from '../state/turns';
import type { Parts } from './parts';

/** For one call, ms. */
const SUNSHINE_MS = 8_000;

/** Zendesk messaging's way in and out. */
export interface SunshineChannel {
  /** By the beginning of a conversation's name: the outbox's way to it. */
  readonly sends: Readonly<Record<string, Send>>;
  /** Shows that the bot is at work. False for conversations that are elsewhere. */
  typing(conversation: string): boolean;
  mount(http: HttpServer, turns: Pick<Turns, 'accept'>): void;
}

/** People are reached there by giving the conversation to them. */
export const passesControl = (conversation: string): boolean => conversation.startsWith(PREFIX);

/** Nothing at all without an app. */
export function sunshine(config: Config, { store, clock, report, tracer }: Parts & { readonly store: Store }): SunshineChannel {
  const { SUNSHINE_URL: baseUrl, SUNSHINE_APP_ID: appId, SUNSHINE_KEY_ID: id, SUNSHINE_KEY_SECRET: secret, SUNSHINE_WEBHOOK_SECRET: key } = config;
  if (!baseUrl || !appId || !id || !secret || !key) return { sends: {}, typing: () => false, mount: () => undefined };
  const client = sunshineClient({
    ...{ backend: 'sunshine', baseUrl, appId, key: { id, secret }, agents: config.SUNSHINE_AGENTS, deadlineMs: SUNSHINE_MS, clock },
    ...{
      breaker: reportedBreaker('sunshine', { clock, report }),
      fetch: tracer.fetch('sunshine'),
      observe: (observation: object) => report('backend', observation),
    },
  });
  const kept = holders(beside(store));
  return {
    sends: { [PREFIX]: sendBy({ sunshine: client, holders: kept, name: config.BRAND_NAME, report }) },
    typing(conversation) {
      if (!conversation.startsWith(PREFIX)) return false;
      void client.typing(conversation.slice(PREFIX.length)).catch(() => undefined); // nobody misses it
      return true;
    },
    mount: (http, turns) => sunshineWebhook({ http, turns, holders: kept, appId, secret: key, responder: config.SUNSHINE_RESPONDER, report }),
  };
}
