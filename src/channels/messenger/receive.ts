import { createHash } from 'node:crypto';
import type { Point } from '../../domain/geo';
import type { Arrival } from '../../domain/message';
import { digest } from '../../state/keys';
import { saidOf, TEXT_CHARACTERS } from '../said';
import { MessagingEvent, type Batch, type Deed } from './event';
import type { FileLink } from './files';

/** How the mailbox's names of these conversations begin. */
export const PREFIX = 'fb:';

/** Where a conversation is: a page, and its customer there (page-scoped id). */
export interface Thread {
  readonly page: string;
  readonly psid: string;
}
export const mailboxId = ({ page, psid }: Thread): string => `${PREFIX}${page}:${digest(psid)}`;

/** Something a customer did, or that happened to the thread. */
export type Received = { readonly thread: Thread; readonly at: number } &
  /** `files`: what the arrival names, and where it is kept until it is fetched. `standby`: another app has the thread. */
  (
    | {
        readonly kind: 'arrived';
        readonly delivery: string;
        readonly arrival: Arrival;
        readonly files: readonly FileLink[];
        readonly standby?: true;
      }
    /** A person answered from the page's inbox, or has the thread: the bot must be quiet. `controls`: nobody else may speak there. */
    | { readonly kind: 'person'; readonly controls: boolean }
    /** The thread is ours again. */
    | { readonly kind: 'ours'; readonly delivery: string }
    /** Another app wants to have the thread. */
    | { readonly kind: 'asked'; readonly by: string }
    /** The customer said something to whoever has the thread. */
    | { readonly kind: 'aside' }
  );

export interface Reader {
  /** Our own app: its echoes are no news. */
  readonly appId: string;
  /** Skills that a link or a menu may begin: `m.me/page?ref=top-up`. */
  readonly begins: (skill: string) => boolean;
  /** The payload of the menu's item of that title: while another app has the thread, Meta does not say it. */
  readonly payloadOf: (title: string) => string | undefined;
}

/** All that a delivery holds for us, in the order in which it happened. What we have no use for (deliveries, reads, reactions) is left out. */
export function receive(batch: Batch, reader: Reader): readonly Received[] {
  const each = (all: readonly unknown[], read: (event: MessagingEvent) => Received | undefined): readonly Received[] =>
    all.flatMap((raw) => {
      const event = MessagingEvent.safeParse(raw);
      return event.success ? (read(event.data) ?? []) : [];
    });
  const events = batch.entry.flatMap(({ id, messaging = [], standby = [] }) => [
    ...each(messaging, (event) => received(event, id, reader)),
    ...each(standby, (event) => overheard(event, id, reader)),
  ]);
  return events.sort((a, b) => a.at - b.at); // stable: what happened in the same millisecond stays as it came
}

function received(event: MessagingEvent, page: string, reader: Reader): Received | undefined {
  const { sender, timestamp: at, message, request_thread_control: request } = event;
  if (message?.is_echo === true) return echoed(event, page, reader, false);
  const thread = { page, psid: sender.id };
  if (request) return { kind: 'asked', thread, at, by: String(request.requested_owner_app_id ?? '') };
  const owner = ownerIn(event);
  if (owner !== undefined)
    return owner === reader.appId ? { kind: 'ours', thread, at, delivery: deliveryOf(event) } : { kind: 'person', thread, at, controls: true };
  const arrival = arrivalOf(event, reader);
  return arrival && { kind: 'arrived', thread, at, delivery: deliveryOf(event), arrival, files: linksIn(event) };
}

/** What happens while another app has the thread: it is for somebody else, unless the customer presses what calls the bot. */
function overheard(event: MessagingEvent, page: string, reader: Reader): Received | undefined {
  const { sender, timestamp: at, message, postback } = event;
  if (message?.is_echo === true) return echoed(event, page, reader, true);
  if (!message && !postback) return undefined;
  const thread = { page, psid: sender.id };
  const payload = postback && (postback.payload ?? reader.payloadOf(postback.title ?? ''));
  const arrival = payload === undefined ? undefined : tapped(postback?.title ?? '', payload);
  return arrival ? { kind: 'arrived', thread, at, delivery: deliveryOf(event), arrival, files: [], standby: true } : { kind: 'aside', thread, at };
}

/** An echo of another app, or of none, is a person's. */
const echoed = ({ recipient, timestamp: at, message }: MessagingEvent, page: string, { appId }: Reader, controls: boolean): Received | undefined =>
  String(message?.app_id ?? '') === appId ? undefined : { kind: 'person', thread: { page, psid: recipient.id }, at, controls };

/** Who holds the thread from now on; empty: nobody. */
function ownerIn({ pass_thread_control: passed, take_thread_control: taken }: MessagingEvent): string | undefined {
  if (passed) return String(passed.new_owner_app_id ?? '');
  return taken ? '' : undefined;
}

/** Meta names messages, and postbacks since 2021; an older one is known by all that it says. */
function deliveryOf(event: MessagingEvent): string {
  const named = event.message?.mid ?? event.postback?.mid;
  if (named !== undefined) return named;
  const { sender, timestamp, postback, referral, optin, pass_thread_control: passed } = event;
  return createHash('sha256')
    .update(JSON.stringify([sender.id, timestamp, postback, referral, optin, passed]))
    .digest('base64url');
}

/** What somebody did, as an arrival; undefined when it says nothing. @throws never: too long a text is cut */
export function arrivalOf({ message, postback, referral, optin }: Deed, reader: Pick<Reader, 'begins'>): Arrival | undefined {
  if (message) return spoken(message);
  if (postback) return begun(postback.referral?.ref, reader) ?? tapped(postback.title ?? '', postback.payload ?? '');
  const ref = referral?.ref ?? optin?.ref;
  return referral || optin ? begun(ref, reader) : undefined;
}

/** A link that names a skill begins it; any other greets. Without a word of its own a referral says nothing. */
function begun(ref: string | undefined, { begins }: Pick<Reader, 'begins'>): Arrival | undefined {
  if (ref === undefined) return undefined;
  const skill = /^(?:go:)?([a-z][a-z-]{1,39})(?:[.:?].*)?$/.exec(ref)?.[1];
  return skill !== undefined && begins(skill) ? { kind: 'said', text: '', tap: { choice: `go:${skill}` } } : { kind: 'joined' };
}

/** The payload with which a conversation is begun. */
export const GET_STARTED = 'GET_STARTED';

function tapped(title: string, payload: string): Arrival | undefined {
  if (payload === GET_STARTED) return { kind: 'joined' };
  return saidOf({ text: cutTo(title), value: valueOf(payload) }, []);
}

/** Our buttons carry `{ q, choice }`; menus and ice breakers `go:top-up`. */
function valueOf(payload: string): unknown {
  if (payload.startsWith('go:')) return { choice: payload };
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

function spoken(message: Spoken): Arrival | undefined {
  const { text = '', quick_reply: tap, attachments = [] } = message;
  const files = filesIn(message);
  const words = text || (files.length === 0 && attachments.some(isSticker) ? STICKER : '');
  return saidOf(
    { text: cutTo(words), ...(tap && { value: valueOf(tap.payload) }), place: placeIn(attachments) },
    files.map(({ type, contentType, url, id }) => ({ name: type, contentType, bytes: 0, id, ...(!isFetched(type, url) && { unkept: true }) })),
  );
}

type Spoken = NonNullable<MessagingEvent['message']>;
type Attachment = NonNullable<Spoken['attachments']>[number];
/** A sticker is a nod: nobody wants it read. */
const STICKER = '👍';
const isSticker = ({ payload }: Attachment): boolean => payload?.sticker_id !== undefined;
/** Files are named by their kind: what they are is known once they are fetched. */
const KINDS: Readonly<Record<string, string>> = { image: 'image/*', video: 'video/*', audio: 'audio/*', file: 'application/octet-stream' };
/** What somebody shares, or a preview of the link in their words, which say it already. Without a word it is answered as a film: nothing that can be read. */
const SHARED: Readonly<Record<string, string>> = {
  post: 'text/html',
  ig_post: 'text/html',
  fallback: 'text/html',
  reel: 'video/*',
  ig_reel: 'video/*',
};
const FILES = 10;
/** Kinds that a case takes. */
const FETCHED: readonly string[] = ['image', 'file'];
const isFetched = (type: string, url: string | undefined): url is string => url !== undefined && FETCHED.includes(type);

/** The same id for a repetition of the same message. */
const filesIn = ({ mid, text = '', attachments = [] }: Spoken) =>
  attachments
    .map((each) => ({ ...each, contentType: KINDS[each.type] ?? (text === '' ? SHARED[each.type] : undefined) }))
    .filter((each) => !isSticker(each) && each.contentType !== undefined)
    .slice(0, FILES)
    .map(({ type, contentType = '', payload }, index) => ({ type, contentType, url: payload?.url, id: digest(`${mid} ${index}`).slice(0, 22) }));

/** Files of it that a case takes, and where they are. */
export const linksIn = ({ message }: Deed): readonly FileLink[] =>
  (message ? filesIn(message) : []).flatMap(({ type, url, id }) => (isFetched(type, url) ? [{ id, name: type, url }] : []));

function placeIn(attachments: readonly Attachment[]): Point | undefined {
  const [found] = attachments.flatMap(({ payload }) => payload?.coordinates ?? []);
  return found && Math.abs(found.lat) <= 90 && Math.abs(found.long) <= 180 ? { lat: found.lat, lon: found.long } : undefined;
}

/** Meta lets a customer write more than we read; its beginning says what is wanted. */
const cutTo = (text: string): string => text.slice(0, TEXT_CHARACTERS);
