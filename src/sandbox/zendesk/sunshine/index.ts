import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { refusal } from '../../control/guard';
import { json, type Call, type Family, type Reply, type Route } from '../../http/reply';
import { sameSecret } from '../../http/secret';
import type { Chat } from '../rows';
import { people, type People } from './people';
import { say, type SunshinePlay } from './say';
import { ActivityPost, ControlPost, MessagePost, ReleasePost } from './schemas';

const failure = (status: number, message: string): Reply =>
  json(status, { errors: [{ code: status === 404 ? 'not_found' : 'bad_request', title: message }] });

/** Sunshine Conversations v2 as a bot's integration uses it: messages, activities, and the switchboard. */
export function sunshine(play: SunshinePlay): Family {
  const { desk, hook, access } = play;
  const staff = people(play);
  const guard = ({ headers }: Call): Reply | undefined => {
    const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
    const isKnown = access !== undefined && sameSecret(Buffer.from(basic, 'base64').toString('utf8'), `${access.keyId}:${access.keySecret}`);
    return isKnown ? undefined : failure(401, 'Unauthorized');
  };
  const route = <T>(path: string, schema: z.ZodType<T>, handle: (chat: Chat, body: T) => Reply): Route => ({
    method: 'POST',
    path: `/sc/v2/apps/:app/conversations/:cid/${path}`,
    counterpart: 'sunshine',
    handle: (call) => {
      const chat = desk.all('chat').find(({ cid }) => cid === call.params['cid']);
      if (call.params['app'] !== hook?.appId || !chat) return failure(404, 'Conversation not found');
      const read = schema.safeParse(parsed(call.body));
      return read.success ? handle(chat, read.data) : failure(400, z.prettifyError(read.error));
    },
  });
  return {
    prefix: '/sc/v2/',
    failure,
    guard,
    routes: [
      route('messages', MessagePost, (chat, { author, content }) => {
        const line = say(play, chat, { by: 'bot', name: author.displayName ?? 'Business', content });
        return json(201, {
          messages: [{ id: String(line.id), received: new Date(line.at).toISOString(), author, content, source: { type: 'api:conversations' } }],
        });
      }),
      route('activity', ActivityPost, (chat, { type }) => {
        desk.put({ kind: 'chat-line', id: desk.nextId('chat-line'), at: desk.now(), cid: chat.cid, by: 'typing', name: '', content: { type } });
        return json(200, {});
      }),
      route('passControl', ControlPost, (chat, { metadata }) => {
        if (chat.holder !== 'bot') return failure(403, 'The integration is not active in this conversation');
        staff.take(chat, metadata ?? {});
        return json(200, {});
      }),
      route('releaseControl', ReleasePost, () => json(200, {})),
    ],
  };
}

const UserWork = z.strictObject({
  conversation: z.string().optional(),
  name: z.string().default('María'),
  text: z.string().optional(),
  payload: z.string().optional(),
  postback: z.string().optional(),
});

/** What a customer does in the messenger of the help center, and what was said there. */
export function customers(play: SunshinePlay, guard: NonNullable<Family['guard']>): Family {
  const { desk } = play;
  const staff = people(play);
  return {
    prefix: '/sandbox/sunshine',
    failure: refusal,
    guard,
    routes: [
      {
        method: 'GET',
        path: '/sandbox/sunshine',
        handle: () =>
          json(200, { chats: desk.all('chat').map((chat) => ({ ...chat, lines: desk.all('chat-line').filter(({ cid }) => cid === chat.cid) })) }),
      },
      {
        method: 'POST',
        path: '/sandbox/sunshine',
        handle: ({ body }) => {
          const read = UserWork.safeParse(parsed(body));
          return read.success ? spoken(play, staff, read.data) : refusal(400, 'The request is not what this route takes.');
        },
      },
    ],
  };
}

function spoken(play: SunshinePlay, staff: People, { conversation, name, text, payload, postback }: z.infer<typeof UserWork>): Reply {
  const { desk, tell } = play;
  const known = desk.all('chat').find(({ cid }) => cid === conversation);
  const fresh = (): Chat =>
    desk.put({ kind: 'chat', id: desk.nextId('chat'), at: desk.now(), cid: randomBytes(12).toString('hex'), name, locale: 'es-419', holder: 'bot' });
  const chat = known ?? fresh();
  if (postback !== undefined)
    tell('conversation:postback', chat, { postback: { payload: postback }, user: { id: chat.cid }, source: { type: 'web' } });
  else {
    const content = { type: 'text', text: text ?? '', ...(payload !== undefined && { payload }) };
    say(play, chat, { by: 'user', name: chat.name, content });
    staff.hear(chat, content.text);
  }
  return json(200, { conversation: chat.cid });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
