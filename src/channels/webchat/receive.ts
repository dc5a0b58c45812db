import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { withoutCards } from '../../domain/cards';
import type { Arrival } from '../../domain/message';
import { withoutDigits } from '../../domain/secrets';
import type { Echo } from '../../state/mailbox';
import { refuse } from '../../http/errors';
import { eventOf, hasCards, placeOf, saidOf, type Attached } from '../said';

/** What of a client's `channelData` is kept for the echo, in characters of JSON; beyond, only the id by which the client knows its message. */
const CHANNEL_DATA = 4_096;
/** A preview that the client made of its picture, kept so that the transcript can show it. In characters. */
const THUMBNAIL = 64 * 1_024;
const THUMBNAIL_URL = /^data:image\/(jpeg|png);base64,[A-Za-z\d+/=]+$/;
const MASK = '••••••';

/** A message carries fewer; of a hundred thousand that are none each would be complained of. */
const MOST_ATTACHMENTS = 10;
const first = (all: unknown): unknown => (Array.isArray(all) ? all.slice(0, MOST_ATTACHMENTS) : all);

/** What clients send, as far as we read it. Who it is from and where it belongs is not read: the token says that. */
const Incoming = z.object({
  type: z.string().min(1).max(64),
  text: z.string().nullish(),
  name: z.string().max(200).nullish(),
  value: z.unknown().optional(),
  localTimestamp: z.string().max(64).nullish(),
  channelData: z.record(z.string(), z.unknown()).nullish(),
  entities: z.unknown().optional(),
  attachments: z.preprocess(
    first,
    z.array(z.object({ name: z.string().nullish(), contentType: z.string().nullish(), thumbnailUrl: z.string().nullish() })).nullish(),
  ),
});
type Incoming = z.infer<typeof Incoming>;

/** By these a client knows its own message again: Web Chat by the first, our page's waiting list by the second. */
const MessageNames = z.object({ clientActivityID: z.string().max(100).optional(), waitingId: z.string().max(100).optional() });

export interface Received {
  /** The same for a repetition of the same activity of the same visitor. */
  readonly delivery: string;
  /** Undefined for what the bot has no use for (typing, unknown events): it is accepted and dropped. */
  readonly arrival: Arrival | undefined;
  /** How the log shows what the customer did, as JSON. Position, time and author are added when it is read. */
  readonly echo?: Echo;
}

/** What the log keeps of an echo. Read back with this very schema. */
export const EchoBody = z.object({
  user: z.string(),
  text: z.string(),
  channelData: z.record(z.string(), z.unknown()).optional(),
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), thumbnailUrl: z.string().optional() })).optional(),
});

/**
 * A client's activity as an arrival.
 *
 * @param user the token's
 * @param isCommand words that are never secrets: they are echoed in clear while a code is awaited
 * @throws Refusal 400 for what is no activity, has too long a text, or says nothing
 */
export function receive(body: unknown, user: string, isCommand: (text: string) => boolean, files: readonly Attached[] = []): Received {
  const incoming = parse(body);
  const delivery = deliveryOf(body, incoming, user);
  if (incoming.type === 'event') return { delivery, arrival: eventOf(incoming) };
  if (incoming.type !== 'message') return { delivery, arrival: undefined };
  const arrival = saidOf({ text: incoming.text, value: incoming.value, place: placeOf(incoming) }, files);
  if (!arrival) throw bad('The message is empty.');
  const { text, tap, cards = false } = arrival;
  const isOpen = tap !== undefined || isCommand(text);
  return { delivery, arrival, echo: echoOf(incoming, { user, text, isOpen, cards }, files) };
}

/** As JSON, its line breaks as spaces: a card may be written over two lines. */
const wordsIn = (body: unknown): string => JSON.stringify(body).replace(/\\[nrt]/g, ' ');

function parse(body: unknown): Incoming {
  const read = Incoming.safeParse(body);
  if (!read.success)
    throw bad(
      `This is not an activity: ${read.error.issues
        .map(({ path }) => path.join('.') || 'body')
        .slice(0, 3)
        .join(', ')}.`,
    );
  return read.data;
}

const bad = (message: string): Error => refuse(400, 'BadArgument', message);

const MessageName = z.string().min(1).max(100);
const nameIn = (value: unknown): string | undefined => MessageName.safeParse(value).data;
/** Characters of a message in which cards are looked for, to name it: more than a text may have. */
const LOOKED_AT = 4_096;

/**
 * Our page names what waits to be sent, and sends it again by that name after a refresh that came between; Web Chat gives each sending a name of
 * its own. A client that names nothing, but says when it was written, repeats that time when it repeats the message;
 * of one that says neither no repetition can be told from a second "1", and losing an answer is worse than hearing it twice.
 */
function deliveryOf(body: unknown, { channelData, localTimestamp, text, value }: Incoming, user: string): string {
  const name = [channelData?.['waitingId'], channelData?.['clientActivityID']].map(nameIn).find(Boolean);
  if (name && !hasCards([name])) return `${user}:${name}`;
  if (!name && !localTimestamp) return `${user}:${randomUUID()}`;
  // Even a digest of a card number can be undone by trying them all. Looking for one takes long in a long text, so all else goes in without digits.
  const looked = withoutCards(wordsIn([name, localTimestamp, text, value]).slice(0, LOOKED_AT)).text;
  return `${user}:${createHash('sha256')
    .update(`${looked} ${wordsIn(body).replace(/\p{Nd}/gu, '')}`)
    .digest('base64url')}`;
}

interface Shown {
  readonly user: string;
  readonly text: string;
  /** What was said is no secret, whatever is awaited. */
  readonly isOpen: boolean;
  readonly cards: boolean;
}

function echoOf(incoming: Incoming, { user, text, isOpen, cards }: Shown, files: readonly Attached[]): Echo {
  const data = incoming.channelData ?? {};
  const names = namesIn(data);
  const attachments = files.map(({ name, contentType }) => {
    const { thumbnailUrl } = incoming.attachments?.find((each) => each.name === name) ?? {};
    const isShown = thumbnailUrl && thumbnailUrl.length <= THUMBNAIL && THUMBNAIL_URL.test(thumbnailUrl);
    return { name, contentType, ...(isShown && { thumbnailUrl }) };
  });
  const written = (words: string, channelData: Data): string =>
    JSON.stringify({ user, text: words, channelData, ...(attachments.length > 0 && { attachments }) });
  const plain = written(text, cards ? names : keptData(data, names));
  if (isOpen) return { plain, digitless: plain, masked: plain };
  // What a client adds to a message may repeat its words: of that only its names for the message are kept.
  const digitless = withoutDigits(text);
  return { plain, digitless: digitless === text ? plain : written(digitless, names), masked: written(text && MASK, names) };
}

type Data = Readonly<Record<string, unknown>>;

function keptData(data: Data, names: Data): Data {
  const { clientActivityID: _, waitingId: __, place: ___, ...more } = data; // where somebody is is not kept
  if (Object.keys(more).length === 0) return names;
  const isSmall = JSON.stringify(data).length <= CHANNEL_DATA;
  return isSmall && !withoutCards(wordsIn(more)).found ? { ...more, ...names } : names;
}

/** The client's names for its message, unless they name a card. */
function namesIn(data: Data): Data {
  const names = MessageNames.safeParse(data);
  return names.success && !hasCards(Object.values(names.data)) ? names.data : {};
}
