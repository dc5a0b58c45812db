import { botFrameworkEndpoint, PREFIX, sendBy, typingBy } from '../channels/botframework';
import { tenantsOf } from '../channels/botframework/config';
import type { Credentials } from '../channels/botframework/connector';
import { skillManifests } from '../channels/botframework/manifest';
import { keptKeys } from '../channels/botframework/keys';
import { references } from '../channels/botframework/references';
import { serviceUrls } from '../channels/botframework/service-urls';
import { tokenCheck } from '../channels/botframework/token';
import { keepFile } from '../channels/messenger/files';
import type { Config } from '../config';
import type { Ports } from '../dialogs/skills';
import { rootTexts } from '../dialogs/texts';
import { countryOf } from '../domain/countries';
import { textsFor } from '../domain/texts';
import type { HttpServer } from '../http/server';
import { reportedBreaker } from '../integrations/http/breaker';
import { caller } from '../integrations/http/caller';
import { answers } from '../state/answers';
import { beside } from '../state/beside';
import { caseFiles } from '../state/cases-files';
import type { Send } from '../state/outbox';
import type { Store } from '../state/redis-mailbox';
import type { Subscriber } from '../state/subscriber';
import type { Turns } from '../state/turns';
import { beginners } from './messenger';
import type { Parts } from './parts';

/** For one document of keys, ms. */
const KEYS_MS = 4_000;

export interface BotFrameworkParts extends Parts {
  readonly store: Store;
  readonly subscriber: Subscriber;
  readonly ports: Ports;
  /** Where our tokens come from, for those who cannot reach Azure. */
  readonly credentials?: Credentials | undefined;
}

/** The Bot Framework's way in and out. */
interface BotFramework {
  /** By the beginning of a conversation's name: the outbox's way to it. */
  readonly sends: Readonly<Record<string, Send>>;
  /** Shows that the bot is at work. False for conversations that are elsewhere. */
  typing(conversation: string): boolean;
  /** Mounts `/api/messages`. */
  mount(http: HttpServer, turns: Pick<Turns, 'accept'>): void;
}

/**
 * Nothing at all without an application: there is no such thing as an endpoint that anybody may use. The SDK's connector, a quarter of the start,
 * is loaded only where there is one.
 */
export async function botFramework(config: Config, parts: BotFrameworkParts): Promise<BotFramework> {
  const { store, subscriber, clock, report, credentials, tracer, ports } = parts;
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_TYPE: type, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenant } = config;
  if (id === undefined) return { sends: {}, typing: () => false, mount: () => undefined };
  const { connector } = await import('../channels/botframework/connector.js');
  const maySend = serviceUrls(config.BOT_SERVICE_URLS);
  const kept = references(beside(store), clock);
  const speak = connector({ application: { id, type, password, tenant }, credentials, maySend });
  const origin = config.publicUrl;
  const waiting = new Set<string>();
  const typing = typingBy({ references: kept, speak, waiting });
  const keeping = { hosts: config.MESSENGER_FILE_HOSTS, files: caseFiles(store), fetch: tracer.fetch('messenger'), report };
  return {
    typing(conversation) {
      if (!conversation.startsWith(PREFIX)) return false;
      void typing(conversation).catch(() => undefined); // nobody misses it
      return true;
    },
    sends: { [PREFIX]: sendBy({ references: kept, speak, origin }) },
    mount: (http, turns) => {
      const [channelKeys, tenantKeys] = [keysAt(config.BOT_CHANNEL_METADATA_URL), keysAt(config.BOT_TENANT_METADATA_URL)];
      skillManifests(http.server, { assetsDir: config.ASSETS_DIR, origin, appId: id });
      void channelKeys.refresh(); // the first customer does not wait for it
      const check = tokenCheck({ appId: id, tenants: tenantsOf(config), callers: config.BOT_ALLOWED_CALLERS, channelKeys, tenantKeys, clock });
      const { form } = countryOf(config.OPERATOR_COUNTRY);
      const working = (language: 'es' | 'en') => ({ text: textsFor(rootTexts, language, form).working, language });
      botFrameworkEndpoint({
        ...{ http, turns, check, maySend, origin, working, waiting },
        ...{ answers: answers(store, subscriber), references: kept, proxies: config.TRUSTED_PROXIES, begins: beginners(ports) },
        keepFile: (conversation, file) => keepFile(keeping, conversation, file),
      });
    },
  };

  function keysAt(metadataUrl: string) {
    const reach = {
      backend: 'token-keys',
      deadlineMs: KEYS_MS,
      breaker: reportedBreaker('token-keys', { clock, report }),
      clock,
      random: Math.random,
    };
    const observe = (observation: object): void => report('backend', observation);
    return keptKeys({
      ...{ metadataUrl, clock, report },
      read: (url, schema) => caller({ ...reach, observe, baseUrl: url }).get({ operation: 'read', path: '', schema }),
    });
  }
}
