import { messengerWebhook, PREFIX } from '../channels/messenger';
import { threadControl } from '../channels/messenger/control';
import { keepFile } from '../channels/messenger/files';
import { graphApi } from '../channels/messenger/graph';
import { neighbours } from '../channels/messenger/neighbours';
import { pace } from '../channels/messenger/pace';
import { personas } from '../channels/messenger/personas';
import { payloadOf } from '../channels/messenger/profile';
import { sendBy } from '../channels/messenger/send';
import { threads } from '../channels/messenger/threads';
import type { Config } from '../config';
import { EVENTS } from '../dialogs/attending';
import { skills, type Ports } from '../dialogs/skills';
import type { Arrival } from '../domain/message';
import type { HttpServer } from '../http/server';
import { beside } from '../state/beside';
import { caseFiles } from '../state/cases-files';
import type { Send } from '../state/outbox';
import type { Store } from '../state/redis-mailbox';
import { sharing } from '../state/sharing';
import type { Turns } from '../state/turns';
import type { Parts } from './parts';

/** Messenger's way in and out. */
interface Messenger {
  /** By the beginning of a conversation's name: the outbox's way to it. */
  readonly sends: Readonly<Record<string, Send>>;
  /** Shows that the bot is at work. False for conversations that are elsewhere. */
  typing(conversation: string): boolean;
  mount(http: HttpServer, turns: Pick<Turns, 'accept'>): void;
}

interface MessengerParts extends Parts {
  readonly store: Store;
  readonly ports: Ports;
}

/** Whether a link or a menu may begin that skill: all but those that only prove who somebody is. */
export function beginners(ports: Ports): (skill: string) => boolean {
  const known = new Set(skills(ports).flatMap(({ id }) => (id.startsWith('login-') ? [] : [id])));
  return (skill) => known.has(skill);
}

/** Whether people are reached in that conversation by giving its thread to the page's inbox. */
export const passesToInbox = ({ MESSENGER_PEOPLE: people }: Pick<Config, 'MESSENGER_PEOPLE'>, conversation: string): boolean =>
  people === 'page-inbox' && conversation.startsWith(PREFIX);

/** Nothing at all without an app. */
export function messenger(config: Config, { store, ports, clock, report, tracer }: MessengerParts): Messenger {
  const { MESSENGER_APP_SECRET: secret, MESSENGER_APP_ID: appId = '', MESSENGER_VERIFY_TOKEN: verifyToken = '', MESSENGER_PAGES: pages } = config;
  if (secret === undefined) return { sends: {}, typing: () => false, mount: () => undefined };
  const secrets = secret.split(',');
  const graph = graphApi({
    ...{ url: config.META_GRAPH_URL, version: config.META_GRAPH_VERSION, appSecret: secrets[0] ?? '', pages },
    step: tracer.step('messenger'),
  });
  const kept = threads(beside(store));
  const inbox = config.MESSENGER_INBOX_APP_ID;
  const control = threadControl(graph, inbox);
  let accept: Turns['accept'] | undefined;
  const notPassed = async (conversation: string, number: number): Promise<void> => {
    const event: Arrival = { kind: 'event', name: EVENTS.kept };
    await accept?.({ conversation, id: `kept:${number}`, message: JSON.stringify(event) });
  };
  const monotonic = (): number => performance.now(); // a clock that is set back must not silence a page
  const processes = sharing(store.redis, monotonic);
  const picture = `${config.publicUrl}/static/shared/icons/person.svg`;
  const send = sendBy({
    ...{ graph, threads: kept, control, notPassed, clock, report, outside: config.MESSENGER_OUTSIDE_WINDOW },
    personas: personas({ graph, picture, clock }),
    pace: pace((page) => Math.max(1, Math.floor(config.MESSENGER_PER_SECOND / processes(`messenger:${page}`))), monotonic),
  });
  const typing = async (conversation: string): Promise<void> => {
    const thread = await kept.near(conversation);
    const show = (action: string) => thread && graph.call(thread.page, 'messages', { recipient: { id: thread.psid }, sender_action: action });
    await Promise.all([show('typing_on'), show('mark_seen')]); // an answer that comes at once says so by itself, and no sign may come after it
  };
  return {
    sends: { [PREFIX]: send },
    typing(conversation) {
      if (!conversation.startsWith(PREFIX)) return false;
      void typing(conversation).catch(() => undefined); // nobody misses it
      return true;
    },
    mount: (http, turns) => {
      accept = (delivery) => turns.accept(delivery);
      const keeping = { hosts: config.MESSENGER_FILE_HOSTS, files: caseFiles(store), fetch: tracer.fetch('messenger'), report };
      messengerWebhook({
        ...{ http, turns, control, threads: kept, secrets, verifyToken, clock, report },
        neighbours: neighbours({ pages: config.MESSENGER_NEIGHBOURS, clock, report, random: Math.random, fetch: tracer.fetch('neighbour') }),
        ...{ pages: graph.pages, people: config.MESSENGER_PEOPLE === 'page-inbox' ? inbox : undefined },
        reader: { appId, begins: beginners(ports), payloadOf },
        keepFile: (conversation, file) => keepFile(keeping, conversation, file),
      });
    },
  };
}
