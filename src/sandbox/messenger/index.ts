import type { Family } from '../http/reply';
import type { Memory } from '../memory';
import type { CountryCode } from '../seed/countries';
import type { MessengerAccess } from './access';
import { graph } from './graph';
import { hook } from './hook';
import { messengerPhone, metaFiles } from './phone';
import { messengerThreads } from './threads';

export type { MessengerAccess } from './access';

interface MessengerOptions {
  readonly access: MessengerAccess | undefined;
  readonly country: CountryCode;
  readonly guard: NonNullable<Family['guard']>;
  /** Between two tries of a webhook, ms. */
  readonly retryMs: number;
}

/** Messenger's two sides: Meta's Graph API for the bot, and the phone for people. Without an app the phone stays dark. */
export function messenger(
  { clock, epoch, events }: Pick<Memory, 'clock' | 'epoch' | 'events'>,
  { access, country, guard, retryMs }: MessengerOptions,
): Family[] {
  const threads = messengerThreads({ clock, epoch, country, changed: () => events.emit('messenger') });
  // The moment of an event is the machine's: a moved clock of the sandbox is nobody else's.
  const deliver = access ? hook(access, retryMs, Date.now) : async () => false;
  return [...(access ? [graph(threads, access)] : []), messengerPhone(threads, access, deliver, guard), metaFiles()];
}
