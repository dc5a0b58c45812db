import type { ServiceDesk } from '../desk';
import type { Chat, ChatLine } from '../rows';
import type { SunshineHook, Tell } from './hooks';

export interface SunshineAccess {
  readonly keyId: string;
  readonly keySecret: string;
}

export interface SunshinePlay {
  readonly desk: ServiceDesk;
  readonly tell: Tell;
  readonly hook: SunshineHook | undefined;
  readonly access: SunshineAccess | undefined;
}

/** Writes a line down and tells the bot's integration of it, whoever wrote it. */
export function say(
  { desk, tell }: Pick<SunshinePlay, 'desk' | 'tell'>,
  chat: Chat,
  { by, name, content }: Pick<ChatLine, 'by' | 'name' | 'content'>,
): ChatLine {
  const line = desk.put({ kind: 'chat-line', id: desk.nextId('chat-line'), at: desk.now(), cid: chat.cid, by, name, content });
  const author =
    by === 'user'
      ? { type: 'user', userId: chat.cid, displayName: name, user: { id: chat.cid, profile: { locale: chat.locale } } }
      : { type: 'business', displayName: name, subtypes: [by] };
  tell('conversation:message', chat, {
    message: { id: String(line.id), received: new Date(line.at).toISOString(), author, content, source: { type: 'web' } },
  });
  return line;
}
