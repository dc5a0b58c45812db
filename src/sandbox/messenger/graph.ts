import { createHmac, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { json, type Call, type Family, type Reply, type Route } from '../http/reply';
import { INBOX_APP, type MessengerAccess } from './access';
import { Profile, Sending } from './limits';
import type { Messenger, Thread } from './threads';

const BASE = '/graph/:version/me';
const WINDOW_MS = 24 * 3_600_000;
const PERSON_WINDOW_MS = 7 * WINDOW_MS;

/** An error as the Graph API words it. */
function graphError(status: number, message: string, code = 1, subcode = 0): Reply {
  const error = { message, type: 'OAuthException', code, ...(subcode > 0 && { error_subcode: subcode }), fbtrace_id: randomUUID().slice(0, 11) };
  return json(status, { error });
}

/** Meta's Graph API for one page: send, profile, personas, thread control. */
export function graph(messenger: Messenger, access: MessengerAccess): Family {
  const route = (method: Route['method'], path: string, handle: Route['handle']): Route => ({
    method,
    path: `${BASE}/${path}`,
    counterpart: 'messenger',
    handle,
  });
  return {
    prefix: '/graph/',
    failure: (status, message) => graphError(status, message, status >= 500 ? 2 : 1),
    guard: (call) => guarded(call, access),
    routes: [
      route('POST', 'messages', (call) => sent(messenger, call)),
      route('GET', 'messenger_profile', () => json(200, { data: [messenger.profile] })),
      route('POST', 'messenger_profile', (call) => profiled(messenger, call)),
      route('DELETE', 'messenger_profile', () => ((messenger.profile = {}), json(200, { result: 'success' }))),
      route('POST', 'personas', (call) => persona(messenger, call)),
      ...(['pass', 'take', 'request'] as const).map((how) => route('POST', `${how}_thread_control`, (call) => controlled(messenger, call, how))),
    ],
  };
}

function guarded({ headers, query }: Call, { pageToken, appSecret }: MessengerAccess): Reply | undefined {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (token !== pageToken) return graphError(400, 'Invalid OAuth access token.', 190);
  const proof = createHmac('sha256', appSecret).update(token).digest('hex');
  return query.get('appsecret_proof') === proof ? undefined : graphError(400, 'Invalid appsecret_proof provided in the API argument', 100);
}

function parsed<T>(call: Call, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(call.body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

const invalid = (): Reply => graphError(400, '(#100) Invalid parameter', 100);
const Recipient = z.object({ recipient: z.object({ id: z.string() }) });

function sent(messenger: Messenger, call: Call): Reply {
  const body = parsed(call, Sending);
  if (body === undefined) return invalid();
  const thread = messenger.find(body.recipient.id);
  if (!thread) return graphError(400, '(#100) No matching user found', 100, 2_018_001);
  if (thread.inbox === true)
    return graphError(400, '(#10) Message failed to send because another app is controlling this thread now.', 10, 2_018_300);
  if ('sender_action' in body) return acted(messenger, thread, body.sender_action);
  const planned = takeError(messenger, 'messages');
  if (planned && !planned.applied) return graphError(planned.status, 'As was asked for', planned.code, planned.subcode);
  const silence = messenger.now() - (thread.lastAt ?? -Infinity);
  const isLate = body.tag === 'HUMAN_AGENT' ? silence >= PERSON_WINDOW_MS : silence >= WINDOW_MS;
  if (isLate) return graphError(400, '(#10) This message is sent outside of allowed window.', 10, 2_018_278);
  const name = body.persona_id === undefined ? undefined : messenger.personas.get(body.persona_id);
  if (body.persona_id !== undefined && name === undefined) return invalid();
  thread.typing = false;
  const said = messenger.add(thread, { by: 'bot', shown: body.message, ...(name !== undefined && { name }) });
  if (planned) return graphError(planned.status, 'As was asked for', planned.code, planned.subcode);
  return json(200, { recipient_id: thread.psid, message_id: said.mid });
}

function acted(messenger: Messenger, thread: Thread, action: string): Reply {
  if (action === 'mark_seen') thread.seen = true;
  else thread.typing = action === 'typing_on';
  messenger.changed();
  return json(200, { recipient_id: thread.psid });
}

/** An error that was asked for, used up. */
function takeError({ errors }: Messenger, of: 'messages' | 'threads'): Messenger['errors'][number] | undefined {
  const first = errors.find((each) => each.of === of);
  if (!first) return undefined;
  first.times -= 1;
  if (first.times <= 0) errors.splice(errors.indexOf(first), 1);
  return first;
}

function profiled(messenger: Messenger, call: Call): Reply {
  const body = parsed(call, Profile);
  if (body === undefined) return invalid();
  const next = { ...messenger.profile, ...body };
  if (next['persistent_menu'] !== undefined && next['get_started'] === undefined)
    return graphError(400, '(#100) You must set a Get Started button', 100, 2_018_145);
  messenger.profile = next;
  messenger.changed();
  return json(200, { result: 'success' });
}

function persona(messenger: Messenger, call: Call): Reply {
  const body = parsed(call, z.object({ name: z.string().min(1).max(80), profile_picture_url: z.url() }));
  if (body === undefined) return invalid();
  const id = String(1_000_000 + messenger.personas.size);
  messenger.personas.set(id, body.name);
  return json(200, { id });
}

const Control = Recipient.extend({ target_app_id: z.union([z.string(), z.number()]).optional(), metadata: z.string().max(1_000).optional() });

/** Who has a thread changes. Only the page's inbox can be given one: there is no other app. */
function controlled(messenger: Messenger, call: Call, how: 'pass' | 'take' | 'request'): Reply {
  const body = parsed(call, Control);
  const thread = body && messenger.find(body.recipient.id);
  if (!thread || (how === 'pass' && String(body.target_app_id) !== INBOX_APP)) return invalid();
  const planned = takeError(messenger, 'threads');
  if (planned) return graphError(planned.status, 'As was asked for', planned.code, planned.subcode);
  if (how !== 'request') thread.inbox = how === 'pass';
  messenger.changed();
  return json(200, { success: true });
}
