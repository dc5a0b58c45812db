import { addComment } from '../comments';
import { upsert } from '../people';
import type { Chat } from '../rows';
import { API_USER } from '../seed';
import { commentsOf } from '../wire';
import { say, type SunshinePlay } from './say';

/** The agent workspace: it takes conversations as tickets, and gives them back when those are closed. */
export interface People {
  /** The switchboard gives them a conversation. */
  take(chat: Chat, metadata: Readonly<Record<string, unknown>>): void;
  /** What the customer says while they have it. */
  hear(chat: Chat, text: string): void;
}

export function people(play: SunshinePlay): People {
  const { desk, tell } = play;
  return {
    take(chat, metadata) {
      const { user } = upsert(desk, { name: chat.name, external_id: `messaging:${chat.cid}` });
      const at = desk.now();
      const ticket = desk.put({
        ...{
          kind: 'ticket',
          id: desk.nextId('ticket'),
          at,
          updatedAt: at,
          requester: user.id,
          submitter: API_USER,
          subject: `Conversación con ${chat.name}`,
        },
        ...{ externalId: null, status: 'open', priority: 'normal', type: null, assignee: null, group: null, problem: null, followupOf: null },
        ...{ tags: ['messaging'], fields: {} },
      });
      const lines = desk.all('chat-line').filter(({ cid, by }) => cid === chat.cid && by !== 'typing');
      const told = Object.entries(metadata).map(([name, value]) => `${name}: ${String(value)}`);
      const body = [...told, ...lines.map(({ name, content }) => `${name}: ${wordsIn(content)}`)].join('\n');
      addComment(desk, ticket.id, { body, public: false }, { author: API_USER, via: 'api', files: [] });
      const next = desk.put({ ...chat, holder: 'agents', ticket: ticket.id, metadata: { ...metadata } });
      tell('switchboard:passControl', next, { metadata });
    },
    hear({ holder, ticket }, text) {
      const found = holder === 'agents' && ticket !== undefined ? desk.get('ticket', ticket) : undefined;
      if (!found) return;
      addComment(desk, found.id, { body: text, public: true }, { author: found.requester, via: 'web', files: [] });
      desk.put({ ...found, updatedAt: desk.now() });
    },
  };
}

/** What agents write on such a ticket is said in the conversation; closing it gives the conversation back. */
export function workspace(play: SunshinePlay): void {
  const { desk, tell } = play;
  desk.watch(({ ticket: id, by, comment }) => {
    const chat = desk.all('chat').find(({ ticket, holder }) => ticket === id && holder === 'agents');
    const ticket = desk.get('ticket', id);
    if (!chat || !ticket) return;
    const said = commentsOf(desk, id).at(-1);
    const name = desk.get('user', by)?.name ?? 'Agent';
    if (comment?.isPublic === true && said?.author === by) say(play, chat, { by: 'agent', name, content: { type: 'text', text: said.body } });
    if (ticket.status !== 'closed') return;
    const next = desk.put({ ...chat, holder: 'bot' });
    tell('switchboard:passControl', next, { reason: 'ticketClosed' });
  });
}

const wordsIn = ({ text }: Readonly<Record<string, unknown>>): string => (typeof text === 'string' ? text : '…');
