import type { Card, Choice, Message } from '../../domain/message';
import type { SunshineAction, SunshineContent } from '../../integrations/sunshine/port';
import { plainLines } from '../plain';
import { cut, spoken } from '../words';

/** Limits of Sunshine Conversations v2, in characters and pieces; `label` as Messenger and WhatsApp cut it. */
export const LIMITS = { text: 4_096, label: 20, title: 128, description: 128, items: 10, itemActions: 3, actions: 10 } as const;

type Item = Extract<SunshineContent, { type: 'carousel' }>['items'][number];

/** A message as Sunshine takes it, in the order it is to be sent. What does not fit on buttons is said with its number. */
export function render(message: Message): readonly SunshineContent[] {
  const { cards = [], choices = [], text, link, question } = message;
  const items = cards.length > 1 ? cards.flatMap((card) => itemOf(card, question) ?? []) : [];
  const isCarousel = items.length > 0 && items.length === cards.length && items.length <= LIMITS.items;
  if (isCarousel) return [...texts(spoken(text), []), { type: 'carousel', items }, ...after(message)];
  const offered = [...cards.flatMap(({ actions = [] }) => actions), ...choices];
  const fit = offered.slice(0, LIMITS.actions);
  const buttons = fit.map((choice) => button('reply', choice, question));
  const links: SunshineAction[] = link && buttons.length === 0 ? [{ type: 'link', text: cut(link.label, LIMITS.label), uri: link.url }] : [];
  const rest = offered.slice(LIMITS.actions).map(({ label }, at) => `${LIMITS.actions + at + 1}. ${label}`);
  const words = [...wordsOf(message, links.length > 0), ...rest].join('\n');
  return texts(words, [...buttons, ...links]);
}

/** Words of everything but buttons, and of the link where it is no button. */
function wordsOf({ text, cards, link }: Message, isLinked: boolean): readonly string[] {
  const bare = cards?.map(({ actions: _, ...card }) => card);
  return plainLines({ text: spoken(text), ...(bare && { cards: bare }), ...(link && !isLinked && { link }) });
}

/** Choices of a message whose cards stand in a carousel need words of their own. */
function after({ choices = [], link, question }: Message): readonly SunshineContent[] {
  if (choices.length === 0 && !link) return [];
  const words = [
    ...(link ? [`${link.label}: ${link.url}`] : []),
    ...(choices.length > 0 && !link ? [choices.map(({ label }) => label).join(' · ')] : []),
  ];
  return texts(
    words.join('\n'),
    choices.slice(0, LIMITS.actions).map((choice) => button('reply', choice, question)),
  );
}

/** A card with buttons, when all that it says has room. */
function itemOf(
  { head, hero, line, text, facts = [], total, note, meters = [], actions = [] }: Card,
  question: string | undefined,
): Item | undefined {
  const title = [hero?.label, hero?.figure, head?.title, line].filter(Boolean).join(' · ');
  const rows = [
    ...meters.map(({ name, left }) => `${name}: ${left}`),
    ...[...facts, ...(total ? [total] : [])].map(({ name, value }) => `${name}: ${value}`),
  ];
  const description = [hero?.under, text && spoken(text), ...rows, note && spoken(note.text)].filter(Boolean).join(' · ');
  const fits = title !== '' && title.length <= LIMITS.title && description.length <= LIMITS.description;
  if (!fits || actions.length === 0 || actions.length > LIMITS.itemActions) return undefined;
  return { title, ...(description && { description }), actions: actions.map((action) => button('postback', action, question)) };
}

const button = (type: 'reply' | 'postback', { id, label }: Choice, question: string | undefined): SunshineAction => ({
  ...{ type, text: cut(label, LIMITS.label) },
  payload:
    id.startsWith('go:') || question === undefined
      ? id.startsWith('go:')
        ? id
        : JSON.stringify({ choice: id })
      : JSON.stringify({ q: question, choice: id }),
});

/** A text in pieces that fit; its buttons on the last one. */
function texts(words: string, actions: readonly SunshineAction[]): readonly SunshineContent[] {
  const pieces = piecesOf(words);
  if (pieces.length === 0 && actions.length > 0) pieces.push(actions.map(({ text }) => text).join(' · '));
  return pieces.map((text, at) => ({ type: 'text', text, ...(at === pieces.length - 1 && actions.length > 0 && { actions }) }));
}

function piecesOf(words: string): string[] {
  const pieces: string[] = [];
  let left = words.trim();
  while (left.length > LIMITS.text) {
    const head = left.slice(0, LIMITS.text);
    const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
    const at = end > LIMITS.text / 2 ? end : LIMITS.text - (/[\ud800-\udbff]$/.test(head) ? 1 : 0);
    pieces.push(left.slice(0, at).trimEnd());
    left = left.slice(at).trimStart();
  }
  return left === '' ? pieces : [...pieces, left];
}
