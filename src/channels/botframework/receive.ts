import { randomUUID } from 'node:crypto';
import { withoutCards } from '../../domain/cards';
import type { Arrival } from '../../domain/message';
import { clean, eventOf, languageOf, placeOf, saidOf, type Attached } from '../said';
import type { FileLink } from '../messenger/files';
import type { Incoming } from './activity';
import { CALLS, Value } from './calls';
import { facebookDeed } from './facebook';
import type { Sender } from './token';

export interface Received {
  /** The same for a repetition of the same activity; where the sender gave it no name, a repetition cannot be told. */
  readonly delivery: string;
  /** Undefined for what the bot has no use for: it is accepted and dropped. */
  readonly arrival: Arrival | undefined;
  /** What the arrival names and a case takes, and where it is kept until it is fetched. */
  readonly files: readonly FileLink[];
}

const FILES = 10;
const NAME_CHARACTERS = 200;
/** What clients attach beside the text without the customer having sent a file: the text again as HTML, cards. */
const NO_FILE = /^(text\/html|application\/vnd\.microsoft\.)/i;

/** An activity as an arrival. @param begins whether a link or a menu may begin that skill @throws Refusal 400 for a text that is too long */
export function receive(activity: Incoming, sender: Sender, begins: (skill: string) => boolean): Received {
  const { type, id } = activity;
  const delivery = `${type}:${id ?? randomUUID()}`;
  if (isForMany(activity)) return { delivery, arrival: undefined, files: [] };
  const onFacebook = facebookDeed(activity, begins);
  if (!onFacebook) return { delivery, arrival: arrivalOf(activity, sender), files: [] };
  const { arrival, files } = onFacebook;
  return { delivery, arrival: arrival && inCall(arrival, sender), files };
}

/** What comes through another bot is marked as such. */
const inCall = (arrival: Arrival, { kind }: Sender): Arrival =>
  kind === 'caller' && arrival.kind === 'said' ? { ...arrival, called: true } : arrival;

/** In a group everybody would read what is somebody's own. */
const isForMany = ({ conversation: { isGroup, conversationType } }: Incoming): boolean =>
  isGroup === true || conversationType === 'channel' || conversationType === 'groupChat';

function arrivalOf(activity: Incoming, sender: Sender): Arrival | undefined {
  const isCall = sender.kind === 'caller';
  switch (activity.type) {
    case 'message':
      return said(activity, sender);
    case 'conversationUpdate':
      return joined(activity);
    case 'event':
      return (isCall ? callIn(activity) : undefined) ?? eventOf(activity);
    case 'endOfConversation':
      return isCall ? { kind: 'ended' } : undefined;
    default:
      return undefined; // typing, reactions, installation, the end of a conversation: nothing is owed for them
  }
}

/** A skill that another bot asks for, as `manifests/skill` publishes it, with what the caller knows already. What it may not say is left out. */
function callIn({ name, value }: Incoming): Arrival | undefined {
  if (!CALLS.some((each) => each === name) || !name) return undefined;
  const read = Value.safeParse(value ?? {});
  return { kind: 'called', skill: name, said: read.success ? present(read.data) : {} };
}
const present = (said: Readonly<Record<string, string | number | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(said).flatMap(([slot, words]) => (words === undefined ? [] : [[slot, withoutCards(String(words)).text]])));

function said(activity: Incoming, sender: Sender): Arrival | undefined {
  const arrival = saidOf({ text: activity.text, value: tappedValue(activity.value), place: placeOf(activity) }, filesOf(activity));
  return arrival && inCall(arrival, sender);
}

/** The customer came; that the bot itself was added is no news. */
function joined({ membersAdded, recipient, locale }: Incoming): Arrival | undefined {
  if (!membersAdded?.some(({ id }) => id !== recipient.id)) return undefined;
  const language = languageOf(locale ?? '');
  return { kind: 'joined', ...(language && { language }) };
}

/** Some channels give a button's value back as text. */
function tappedValue(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('{')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Files are named, never fetched: their address is the sender's word. */
function filesOf({ attachments }: Incoming): Attached[] {
  const files = (attachments ?? []).filter(({ contentType }) => !NO_FILE.test(contentType ?? ''));
  return files.slice(0, FILES).map(({ name, contentType }, index) => ({
    name: clean(name ?? '').slice(0, NAME_CHARACTERS),
    contentType: (contentType ?? 'application/octet-stream').slice(0, NAME_CHARACTERS),
    bytes: 0,
    id: String(index),
    unkept: true,
  }));
}
