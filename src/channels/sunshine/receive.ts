import type { z } from 'zod';
import type { Arrival } from '../../domain/message';
import { saidOf, TEXT_CHARACTERS } from '../said';
import { ControlEvent, MessageEvent, PostbackEvent, type Conversation, type Delivery } from './event';

/** Before the id of a conversation. */
export const PREFIX = 'sunshine:';
/** The switchboard gave the conversation back: see `dialogs/attending`. */
export const RETURNED = 'attended:returned';

/** One event of a delivery, as far as the bot cares. */
export interface Received {
  /** As the mailbox calls it. */
  readonly conversation: string;
  readonly delivery: string;
  /** Whether this bot is the one who may speak there now; undefined where nobody is. */
  readonly holds: boolean;
  /** Undefined for what changes only who may speak. */
  readonly arrival?: Arrival;
}

/** @param responder name or integration id of this bot on the switchboard */
export function receive({ events }: z.infer<typeof Delivery>, responder: string): Received[] {
  return events.flatMap((event) => receivedOf(event, responder) ?? []);
}

type Event = z.infer<typeof Delivery>['events'][number];

function receivedOf(event: Event, responder: string): Received | undefined {
  switch (event.type) {
    case 'conversation:message': {
      const read = MessageEvent.safeParse(event).data;
      // Everything that a business says is somebody else's, or our own.
      if (read?.payload.message.author.type !== 'user') return undefined;
      const { conversation, message } = read.payload;
      return heard(hereOf(event, conversation, responder), () => saidIn(message.content));
    }
    case 'conversation:postback': {
      const read = PostbackEvent.safeParse(event).data;
      if (!read) return undefined;
      const { conversation, postback } = read.payload;
      return heard(hereOf(event, conversation, responder), () => saidOf({ text: '', value: valueOf(postback.payload) }, []));
    }
    case 'switchboard:passControl':
    case 'switchboard:releaseControl': {
      const read = ControlEvent.safeParse(event).data;
      if (!read) return undefined;
      const { conversation, reason } = read.payload;
      const here = hereOf(event, conversation, responder);
      const holds = here.holds || event.type === 'switchboard:releaseControl'; // released: the default responder is this bot
      return heard({ ...here, holds }, () => ({ kind: 'event', name: RETURNED, value: { reason: reason ?? '' } }));
    }
    default:
      return undefined;
  }
}

function hereOf({ id: event }: Event, { id, activeSwitchboardIntegration: holder }: Conversation, responder: string): Omit<Received, 'arrival'> {
  const holds = holder !== undefined && holder !== null && [holder.name, holder.integrationId, holder.id].includes(responder);
  return { conversation: PREFIX + id, delivery: `sunshine:${event}`, holds };
}

/** Only what is said to this bot is read. */
function heard(here: Omit<Received, 'arrival'>, read: () => Arrival | undefined): Received {
  const arrival = here.holds ? read() : undefined;
  return { ...here, ...(arrival && { arrival }) };
}

function saidIn({
  type,
  text,
  payload,
  mediaType,
  altText,
  mediaSize,
  coordinates,
}: z.infer<typeof MessageEvent>['payload']['message']['content']): Arrival | undefined {
  const isFile = type === 'image' || type === 'file';
  const files = isFile
    ? [
        {
          id: '',
          name: altText || (type === 'image' ? 'foto' : 'archivo'),
          contentType: mediaType ?? 'application/octet-stream',
          bytes: mediaSize ?? 0,
          unkept: true as const,
          seen: true as const,
        },
      ]
    : [];
  const place = type === 'location' && coordinates ? { lat: coordinates.lat, lon: coordinates.long } : undefined;
  const words = isFile || place ? '' : (text ?? '').slice(0, TEXT_CHARACTERS);
  return saidOf({ text: words, place, ...(payload && { value: valueOf(payload) }) }, files);
}

/** What a button of ours brings back; anything else is no tap. */
function valueOf(payload: string): unknown {
  if (payload.startsWith('go:')) return { choice: payload };
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
