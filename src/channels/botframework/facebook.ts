import type { Arrival, Message } from '../../domain/message';
import { Deed } from '../messenger/event';
import type { FileLink } from '../messenger/files';
import { arrivalOf, linksIn, type Reader } from '../messenger/receive';
import { render as messages, underName, type Outgoing } from '../messenger/render';
import type { Incoming } from './activity';

/** What Azure calls its Facebook channel. */
export const FACEBOOK = 'facebook';

/** What a customer did there, and the files that came with it. */
export interface OnFacebook {
  readonly arrival: Arrival | undefined;
  readonly files: readonly FileLink[];
}

/**
 * What was done on Facebook, read from Meta's own event: it stands in a message's `channelData`, and is the `value` of an event. So taps and links are what they
 * are on a page that talks to us directly, and an echo of our own words is not taken for a customer's. Undefined where there is no such event.
 */
export function facebookDeed({ channelId, type, channelData, value }: Incoming, begins: Reader['begins']): OnFacebook | undefined {
  const read = channelId === FACEBOOK ? Deed.safeParse(type === 'event' ? value : channelData) : undefined;
  if (!read?.success || Object.values(read.data).every((each) => each === undefined)) return undefined;
  if (read.data.message?.is_echo === true) return { arrival: undefined, files: [] };
  return { arrival: arrivalOf(read.data, { begins }), files: linksIn(read.data) };
}

/** One message of Messenger's as an activity's own part: plain words as words, all else as Messenger takes it, which Azure passes on. */
const nativeOf = ({ text, attachment, quick_replies: replies }: Outgoing): { readonly text: string; readonly channelData?: object } => {
  const isPlain = attachment === undefined && replies === undefined;
  return isPlain
    ? { text: text ?? '' }
    : {
        text: '',
        channelData: { ...(text !== undefined && { text }), ...(attachment && { attachment }), ...(replies && { quick_replies: replies }) },
      };
};

/** A message as Messenger shows it, in as many activities. There are no personas behind Azure. */
export const facebookParts = (message: Message): readonly ReturnType<typeof nativeOf>[] => messages(underName(message)).map(nativeOf);
