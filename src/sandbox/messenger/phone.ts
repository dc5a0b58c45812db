import { z } from 'zod';
import { refusal } from '../control/guard';
import { json, type Call, type Family, type Reply } from '../http/reply';
import { isoOf } from '../seed/time';
import { INBOX_APP, type MessengerAccess } from './access';
import type { Hook } from './hook';
import type { Messenger, Thread } from './threads';

/** Where Meta keeps what customers sent. */
export const FILES = '/meta-files/';
const File = z.enum(['image', 'video', 'audio', 'file', 'sticker']);
/** What a customer does on the phone, or a person in the page's inbox: `inbox` says something, `thread` takes it, gives it back, or asks for it. */
const Deed = z.union([
  z.strictObject({ psid: z.string(), text: z.string().min(1).max(2_000) }),
  z.strictObject({ psid: z.string(), reply: z.object({ title: z.string(), payload: z.string() }) }),
  z.strictObject({ psid: z.string(), postback: z.object({ title: z.string(), payload: z.string() }), ref: z.string().optional() }),
  z.strictObject({ psid: z.string(), ref: z.string() }),
  z.strictObject({ psid: z.string(), file: File }),
  z.strictObject({ psid: z.string(), place: z.object({ lat: z.number(), long: z.number() }) }),
  z.strictObject({ psid: z.string(), inbox: z.string().min(1) }),
  z.strictObject({ psid: z.string(), thread: z.enum(['take', 'give', 'ask']) }),
]);
type Deed = z.infer<typeof Deed>;
const Errors = z.strictObject({
  ...{ code: z.int(), subcode: z.int().default(0), status: z.int().min(400).max(599).default(400), times: z.int().min(1).max(100).default(1) },
  of: z.enum(['messages', 'threads']).default('messages'),
  /** The message goes out all the same. */
  applied: z.boolean().default(false),
});

/** The Messenger phone: what the page, and a test, see in it and do with it. */
export function messengerPhone(messenger: Messenger, access: MessengerAccess | undefined, hook: Hook, guard: NonNullable<Family['guard']>): Family {
  const reading =
    <T>(schema: z.ZodType<T>, handle: (value: T, call: Call) => Reply | Promise<Reply>) =>
    (call: Call): Reply | Promise<Reply> => {
      const read = schema.safeParse(parsed(call.body));
      return read.success ? handle(read.data, call) : refusal(400, 'The request is not what this route takes.');
    };
  return {
    prefix: '/sandbox/messenger',
    guard,
    failure: refusal,
    routes: [
      {
        method: 'GET',
        path: '/sandbox/messenger',
        handle: () => json(200, { on: access !== undefined, profile: messenger.profile, threads: messenger.threads().map(shown) }),
      },
      {
        method: 'POST',
        path: '/sandbox/messenger',
        handle: reading(Deed, (deed, { headers }) =>
          done(messenger, { page: access?.pageId ?? '', app: access?.appId ?? '', origin: `http://${headers.host ?? ''}` }, deed, hook),
        ),
      },
      {
        method: 'POST',
        path: '/sandbox/messenger/errors',
        handle: reading(Errors, (error) => (messenger.errors.push({ ...error }), json(200, { errors: messenger.errors }))),
      },
    ],
  };
}

const shown = ({ psid, name, said, seen, typing, inbox = false }: Thread) => ({
  psid,
  name,
  seen,
  typing,
  inbox,
  said: said.map((each) => ({ ...each, at: isoOf(each.at) })),
});

/** The page that is written to, and where files are. */
interface Place {
  readonly page: string;
  /** The bot's. */
  readonly app: string;
  readonly origin: string;
}

/** Stickers that everybody knows: the blue thumb. */
const THUMB = 369_239_263_222_822;

async function done(messenger: Messenger, place: Place, deed: Deed, hook: Hook): Promise<Reply> {
  const thread = messenger.visit(deed.psid);
  if (!thread) return refusal(400, 'This is no id of a customer.');
  if ('thread' in deed) return told(await hook(thread.psid, handed(messenger, thread, deed.thread, place)));
  const isOverheard = thread.inbox === true;
  if ('inbox' in deed) {
    const { mid } = messenger.add(thread, { by: 'inbox', text: deed.inbox });
    return told(await hook(thread.psid, echoOf(thread, place.page, { mid, text: deed.inbox }), isOverheard));
  }
  thread.lastAt = messenger.now();
  thread.seen = false;
  return told(await hook(thread.psid, eventOf(messenger, thread, place.origin, deed), isOverheard));
}

const told = (isTaken: boolean): Reply => (isTaken ? json(200, { taken: true }) : refusal(502, 'The bot did not take it.'));

/** An echo comes from the page, to the customer. */
const echoOf = ({ psid }: Thread, page: string, said: { readonly mid: string; readonly text: string }): object => ({
  ...{ sender: { id: page }, recipient: { id: psid } },
  message: { ...said, is_echo: true, app_id: Number(INBOX_APP) },
});

/** What the page's inbox does with a thread, as the bot is told of it. */
function handed(messenger: Messenger, thread: Thread, how: 'take' | 'give' | 'ask', { app }: Place): object {
  if (how === 'ask') return { request_thread_control: { requested_owner_app_id: INBOX_APP } };
  thread.inbox = how === 'take';
  messenger.changed();
  const owners = { previous_owner_app_id: how === 'take' ? app : INBOX_APP, new_owner_app_id: how === 'take' ? INBOX_APP : app };
  return how === 'take' ? { take_thread_control: owners } : { pass_thread_control: owners };
}

function eventOf(messenger: Messenger, thread: Thread, origin: string, deed: Exclude<Deed, { inbox: string } | { thread: string }>): object {
  const add = (text: string, attachment?: string): string =>
    messenger.add(thread, { by: 'customer', text, ...(attachment !== undefined && { attachment }) }).mid;
  const referral = (ref: string): object => ({ ref, source: 'SHORTLINK', type: 'OPEN_THREAD' });
  if ('text' in deed) return { message: { mid: add(deed.text), text: deed.text } };
  if ('reply' in deed) return { message: { mid: add(deed.reply.title), text: deed.reply.title, quick_reply: { payload: deed.reply.payload } } };
  if ('postback' in deed) {
    const { title, payload } = deed.postback;
    const more = { ...(thread.inbox !== true && { payload }), ...(deed.ref !== undefined && { referral: referral(deed.ref) }) };
    return { postback: { mid: add(title), title, ...more } }; // who only overhears does not learn the payload
  }
  if ('ref' in deed) return { referral: referral(deed.ref) };
  if ('place' in deed) return { message: { mid: add('', 'location'), attachments: [{ type: 'location', payload: { coordinates: deed.place } }] } };
  return { message: { mid: add('', deed.file), attachments: [attached(deed.file, origin)] } };
}

const attached = (file: z.infer<typeof File>, origin: string): object =>
  file === 'sticker'
    ? { type: 'image', payload: { url: 'https://scontent.xx.fbcdn.net/thumb.png', sticker_id: THUMB } }
    : { type: file, payload: { url: `${origin}${FILES}${file}` } };

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A picture of one grey point. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCBkGD7KAAAAABJRU5ErkJggg==', 'base64');

/** What customers sent: a picture, whatever was asked for. */
export const metaFiles = (): Family => ({
  prefix: FILES,
  failure: refusal,
  routes: [{ method: 'GET', path: `${FILES}:name`, handle: () => ({ status: 200, headers: { 'content-type': 'image/png' }, body: PICTURE }) }],
});
