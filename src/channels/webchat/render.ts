import type { Message } from '../../domain/message';
import { cut, spoken, stretches } from '../words';
import { botAccount, placed, type Activity, type Place } from './activity';
import { adaptiveCard, linkCard, speakerCard, tap } from './card';
import { toMarkdown } from './markdown';

/** What Web Chat shows well. Characters, unless it counts things; NPS needs 12 chips. */
export const WEBCHAT = { text: 4_000, chip: 40, chips: 20, cards: 10 } as const;
/** Schemes a link may have: whatever else a backend says is left out. */
const LINKS = /^(https?|tel):/i;

export interface RenderContext extends Place {
  /** The bot's name: the brand. */
  readonly name: string;
  /** Id of the activity this answers. */
  readonly replyTo?: string | undefined;
}

/** A message as Direct Line activities. Pure: the same message in the same place is the same JSON, whoever reads the log, and when. */
export function render(message: Message, context: RenderContext): readonly Activity[] {
  const { name, replyTo } = context;
  const { id, timestamp, channelId, conversation } = placed(context);
  const place = { type: 'message', id, timestamp, channelId, conversation, from: botAccount(name) } as const;
  return [Object.assign(place, replyTo === undefined ? {} : { replyToId: replyTo }, contentOf(message))];
}

type Content = Omit<Activity, 'type' | 'id' | 'timestamp' | 'channelId' | 'conversation' | 'from' | 'replyToId' | 'text'> & { readonly text: string };

/** What a message says, wherever it stands. @param origin of the icons, for pages that are not ours */
export function contentOf(message: Message, origin = ''): Content {
  const { question, expects, speaker } = message;
  const attachments = attachmentsOf({ ...message, origin });
  const isMarked = stretches(message.text).some(({ typed }) => typed);
  const text = cut(message.text, WEBCHAT.text);
  const content = {
    text: speaker === undefined ? (isMarked ? toMarkdown(text) : text) : '',
    textFormat: isMarked ? 'markdown' : 'plain',
    speak: [spoken(text), ...(message.cards ?? []).map(({ speak }) => speak)].filter(Boolean).join(' '),
    inputHint: question !== undefined || expects !== undefined ? 'expectingInput' : 'acceptingInput',
  } as const;
  return Object.assign(content, shownAs(message, attachments), chips(message), data(message));
}

function shownAs({ cards = [] }: Message, attachments: readonly object[]): Pick<Activity, 'attachmentLayout' | 'attachments'> {
  return attachments.length === 0 ? {} : { attachmentLayout: cards.length > 1 ? 'carousel' : 'list', attachments };
}

/** The link goes onto the only card; where there is none, or several, it has one of its own. */
function attachmentsOf(message: Message & { readonly origin: string }): readonly object[] {
  const { cards = [], speaker, text } = message;
  const link = linkOf(message);
  const [only, ...others] = cards;
  const shown =
    only && !others.length ? [adaptiveCard(only, message, link)] : cards.slice(0, WEBCHAT.cards).map((card) => adaptiveCard(card, message));
  const person = speaker === undefined ? [] : [speakerCard(speaker, text, message)];
  return [...person, ...shown, ...(link && cards.length !== 1 ? [linkCard(link, message)] : [])];
}

/** A message's link, unless its scheme is one that nobody should open. */
export const linkOf = ({ link }: Pick<Message, 'link'>): Message['link'] => (link && LINKS.test(link.url) ? link : undefined);

function chips({ choices = [], question }: Message): Pick<Activity, 'suggestedActions'> {
  if (!choices.length) return {};
  return { suggestedActions: { to: [], actions: choices.slice(0, WEBCHAT.chips).map((choice) => tap(choice, question, WEBCHAT.chip)) } };
}

/** Its language; and what the page needs and Web Chat has no field for: the keyboard to offer, and the name in the header. */
function data({ expects, speaker, language }: Message): Pick<Activity, 'locale' | 'channelData'> {
  const locale = language && { locale: language };
  if (expects === undefined && speaker === undefined) return locale ?? {};
  return { ...locale, channelData: { ...(expects && { expects }), ...(speaker !== undefined && { speaker }) } };
}
