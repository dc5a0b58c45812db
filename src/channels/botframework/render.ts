import type { Card, Choice, Message } from '../../domain/message';
import { plainText } from '../plain';
import { cut, spoken } from '../words';
import { tap } from '../webchat/card';
import { contentOf, linkOf } from '../webchat/render';
import { FACEBOOK, facebookParts } from './facebook';

/** What of an activity is ours to say; who speaks to whom is the adapter's. */
export interface Spoken {
  readonly type: 'message' | 'endOfConversation' | 'typing';
  readonly text: string;
  readonly locale?: string;
  readonly [field: string]: unknown;
}
/** Several only where the channel shows no more in one. */
type Render = (message: Message, origin: string) => readonly Spoken[];

/** What a channel that we know nothing of shows well. Characters, unless it counts things. */
export const GENERIC = { text: 4_000, button: 20, chips: 10, actions: 3, cards: 10, title: 80, body: 800 } as const;

/** Channels whose clients show Adaptive Cards as Web Chat does. */
const adaptive: Render = (message, origin) => [{ type: 'message', ...contentOf(message, origin) }];

/** Everybody else: words, hero cards and suggested actions, which every channel of Azure shows in some way. */
const generic: Render = (message) => {
  const { text, speaker, cards = [], choices = [], question, expects, language } = message;
  const words = spoken(speaker === undefined ? text : `${speaker}: ${text}`);
  const link = linkOf(message);
  const attachments = [...cards.slice(0, GENERIC.cards).map((card) => hero(card, message)), ...(link ? [linkHero(link)] : [])];
  return [
    {
      type: 'message',
      text: cut(words, GENERIC.text),
      textFormat: 'plain',
      ...(language && { locale: language }),
      inputHint: question !== undefined || expects !== undefined ? 'expectingInput' : 'acceptingInput',
      ...(attachments.length > 0 && { attachmentLayout: cards.length > 1 ? 'carousel' : 'list', attachments }),
      ...(choices.length > 0 && { suggestedActions: { to: [], actions: choices.slice(0, GENERIC.chips).map((choice) => button(choice, question)) } }),
    },
  ];
};

/** Azure's Facebook channel passes on what Messenger takes: buttons, quick replies and cards side by side, each within Messenger's own limits. */
const facebook: Render = (message) =>
  facebookParts(message).map((part) => ({ type: 'message', textFormat: 'plain', ...(message.language && { locale: message.language }), ...part }));

/** How each channel is spoken to; who is not named is spoken to plainly. */
const RENDERS: ReadonlyMap<string, Render> = new Map([
  ['webchat', adaptive],
  ['directline', adaptive],
  ['emulator', adaptive],
  [FACEBOOK, facebook],
]);

/**
 * A message as activities: as few as the channel allows, so that a repeated sending repeats little. Pure.
 *
 * @param origin where our own icons are, e.g. `https://chat.operator.example`
 */
export const render = (message: Message, channelId: string, origin: string): readonly Spoken[] =>
  message.ends ? [over(message.ends)] : (RENDERS.get(channelId) ?? generic)(message, origin);

/** That the bot is at work. */
export const TYPING: Spoken = { type: 'typing', text: '' };

/** The protocol's words for how a called skill ended. */
const CODES = { done: 'completedSuccessfully', left: 'userCancelled', failed: 'unknown' } as const;
const over = (ends: NonNullable<Message['ends']>): Spoken => ({ type: 'endOfConversation', text: '', code: CODES[ends.outcome], value: ends });

const button = (choice: Choice, question: string | undefined): object => tap(choice, question, GENERIC.button);

/** A card in words: what stands on it says all, its buttons come back as a tap. */
function hero(card: Card, { question }: Message): object {
  const { actions = [], ...shown } = card;
  const [title = '', ...lines] = plainText({ text: '', cards: [shown] }).split('\n');
  const content = {
    title: cut(title, GENERIC.title),
    ...(lines.length > 0 && { text: cut(lines.join('\n\n'), GENERIC.body) }),
    ...(actions.length > 0 && { buttons: actions.slice(0, GENERIC.actions).map((choice) => button(choice, question)) }),
  };
  return { contentType: HERO, content };
}

const linkHero = ({ label, url }: NonNullable<Message['link']>): object => ({
  contentType: HERO,
  content: { title: cut(label, GENERIC.title), buttons: [{ type: 'openUrl', title: cut(label, GENERIC.button), value: url }] },
});
const HERO = 'application/vnd.microsoft.card.hero';
