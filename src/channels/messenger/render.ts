import type { Card, Choice, Message } from '../../domain/message';
import { choicesOf } from '../../dialogs/engine/question';
import { plainText } from '../plain';
import { linkOf } from '../webchat/render';
import { cut } from '../words';
import { pieces } from './split';

/**
 * What Messenger takes. Characters, unless it counts things. Of text it takes fewer than 2000 and does not say of which kind: this stays below in any.
 * https://developers.facebook.com/docs/messenger-platform/send-messages
 */
export const MESSENGER = {
  ...{ text: 1_900, quickReplies: 13, quickReply: 20, payload: 1_000 },
  ...{ buttonText: 640, buttons: 3, button: 20, elements: 10, elementTitle: 80, elementSubtitle: 80 },
} as const;

type Button =
  | { readonly type: 'postback'; readonly title: string; readonly payload: string }
  | { readonly type: 'web_url'; readonly title: string; readonly url: string };
interface QuickReply {
  readonly content_type: 'text';
  readonly title: string;
  readonly payload: string;
}
interface Element {
  readonly title: string;
  readonly subtitle?: string;
  readonly buttons?: readonly Button[];
}
type Template =
  | { readonly template_type: 'button'; readonly text: string; readonly buttons: readonly Button[] }
  | { readonly template_type: 'generic'; readonly elements: readonly Element[] };

/** One message as the Send API takes it. */
export interface Outgoing {
  readonly text?: string;
  readonly attachment?: { readonly type: 'template'; readonly payload: Template };
  readonly quick_replies?: readonly QuickReply[];
}

/**
 * A message as those that Messenger shows, in order: words, cards with their buttons, and choices as quick replies under the last. What does not fit is said in
 * words and numbered: every choice answers to its number too. Pure.
 */
export function render(message: Message): readonly Outgoing[] {
  const { text, cards = [], choices = [], question } = message;
  const link = linkOf(message);
  const body = text === '' ? '' : plainText({ text });
  const shown = carousel(cards, message) ?? cards.flatMap((card) => cardMessages(card, message));
  const fits = choices.length <= MESSENGER.quickReplies && choices.every(({ label }) => isLabel(label, MESSENGER.quickReply));
  const numbered = fits ? '' : numbers(choices, message);
  const words = [body, shown.length === 0 ? numbered : ''].filter(Boolean).join('\n');
  const said = [...wordsWith(words, link), ...shown, ...(shown.length > 0 ? texts(numbered) : [])];
  const last = said.at(-1);
  if (last === undefined || !fits || choices.length === 0) return said;
  return [...said.slice(0, -1), { ...last, quick_replies: choices.map((choice) => quickReply(choice, question)) }];
}

/** A person's words where there is no persona: the name stands before them. */
export const underName = (message: Message): Message =>
  message.speaker === undefined ? message : { ...message, text: `${message.speaker}: ${message.text}` };

const isLabel = (label: string, most: number): boolean => label.length > 0 && label.length <= most;
const texts = (words: string): readonly Outgoing[] => pieces(words, MESSENGER.text).map((text) => ({ text }));

/** Words with a link: on a button where they are short enough, else with its address. */
function wordsWith(words: string, link: Message['link']): readonly Outgoing[] {
  if (!link) return texts(words);
  if (!/^https?:/i.test(link.url)) return texts([words, `${link.label}: ${link.url}`].filter(Boolean).join('\n'));
  const all = pieces(words, MESSENGER.buttonText);
  const long = words.length > MESSENGER.buttonText;
  const under = long ? link.label : (all[0] ?? link.label);
  const button: Button = { type: 'web_url', title: cut(link.label, MESSENGER.button), url: link.url };
  return [...(long ? texts(words) : []), template({ template_type: 'button', text: under, buttons: [button] })];
}

const template = (payload: Template): Outgoing => ({ attachment: { type: 'template', payload } });
/** What begins a skill is nobody's answer, and is never over. */
const payloadOf = ({ id }: Choice, question: string | undefined): string =>
  JSON.stringify({ ...(question !== undefined && !id.startsWith('go:') && { q: question }), choice: id });
const quickReply = (choice: Choice, question: string | undefined): QuickReply => ({
  content_type: 'text',
  title: choice.label,
  payload: payloadOf(choice, question),
});
const postback = (choice: Choice, question: string | undefined): Button => ({
  type: 'postback',
  title: cut(choice.label, MESSENGER.button),
  payload: payloadOf(choice, question),
});

/** "1. Sí": the number that a choice answers to, whatever else is on the message. */
function numbers(choices: readonly Choice[], message: Message): string {
  const all = choicesOf(message);
  return choices.map((choice) => `${all.indexOf(choice) + 1}. ${choice.label}`).join('\n');
}

/** Several cards side by side, where every one of them fits; else undefined. */
function carousel(cards: readonly Card[], { question }: Message): readonly Outgoing[] | undefined {
  if (cards.length < 2 || cards.length > MESSENGER.elements) return undefined;
  const elements = cards.map(({ actions = [], ...card }): Element | undefined => {
    const [title = '', ...lines] = plainText({ text: '', cards: [card] }).split('\n');
    const subtitle = lines.join('\n');
    const fits = isLabel(title, MESSENGER.elementTitle) && isLabel(subtitle, MESSENGER.elementSubtitle) && actions.length <= MESSENGER.buttons;
    return fits ? { title, subtitle, ...(actions.length > 0 && { buttons: actions.map((action) => postback(action, question)) }) } : undefined;
  });
  const all = elements.flatMap((each) => each ?? []);
  return all.length === cards.length ? [template({ template_type: 'generic', elements: all })] : undefined;
}

/** One card in words, with its buttons where there are at most three. */
function cardMessages({ actions = [], ...card }: Card, message: Message): readonly Outgoing[] {
  const words = plainText({ text: '', cards: [card] });
  if (actions.length === 0) return texts(words);
  if (actions.length > MESSENGER.buttons) return texts([words, numbers(actions, message)].join('\n'));
  const parts = pieces(words, MESSENGER.buttonText);
  const under = parts.at(-1) ?? card.speak;
  const buttons = actions.map((action) => postback(action, message.question));
  return [...parts.slice(0, -1).map((text) => ({ text })), template({ template_type: 'button', text: under, buttons })];
}
