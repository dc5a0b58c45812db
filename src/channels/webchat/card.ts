import type { Card, Message, Meter } from '../../domain/message';
import { cut, spoken } from '../words';
import type { CardAction } from './activity';
import { toMarkdown } from './markdown';

/** What fits a card on a phone of 320 px. Characters, unless it counts things. */
export const CARD = { button: 40, actions: 3, facts: 12, meters: 6, text: 500, speak: 300 } as const;

const ICONS = '/static/shared/icons';
type Element = Readonly<Record<string, unknown>>;

/** How a card's buttons come back, and in which language it is read aloud. `origin`: of its icons, where the card is shown by a page that is not ours. */
export type CardContext = Pick<Message, 'question' | 'language'> & { readonly origin?: string };

/** An Adaptive Card 1.5 in its one order: head or hero, meters, facts, total, note, actions. */
export function adaptiveCard(card: Card, context: CardContext, link?: Message['link']): object {
  const { head, hero, line, meters = [], facts = [], total, note } = card;
  const body = [
    ...(hero ? [heroOf(hero, line)] : head ? [headOf(head.icon, head.title, line, context.origin)] : line ? [small(line)] : []),
    ...(card.picture ? [pictureOf(card.picture, context.origin)] : []),
    ...(card.text ? [text(card.text)] : []),
    ...meters.slice(0, CARD.meters).map(meterOf),
    ...(facts.length ? [{ type: 'FactSet', separator: true, spacing: 'medium', facts: facts.slice(0, CARD.facts).map(factOf) }] : []),
    ...(total ? [totalOf(total)] : []),
    ...(note ? [{ type: 'Container', style: note.mood, spacing: 'medium', items: [text(note.text, { size: 'small' })] }] : []),
  ];
  const opens = link ? [openUrl(link)] : [];
  const submits = (card.actions ?? []).map(({ positive, ...choice }) =>
    submit(tap(choice, context.question, CARD.button), positive === true && !link),
  );
  return attachment(body, [...opens, ...submits].slice(0, CARD.actions), card.speak, context);
}

/** A person speaks instead of the bot: their words on a card with their name, as Web Chat shows one name for all who are not the customer. */
export function speakerCard(name: string, words: string, context: CardContext): object {
  const badge = columns({}, auto(icon('person', context.origin)), { ...stretch(text(`*${name}*`, { size: 'small' })), spacing: 'small' });
  const body = [{ type: 'Container', style: 'emphasis', bleed: true, items: [badge] }, text(words, { spacing: 'medium' })];
  return attachment(words ? body : body.slice(0, 1), [], `${name}: ${spoken(words)}`, context);
}

/** A link with nothing else around it. */
export const linkCard = (link: NonNullable<Message['link']>, context: CardContext): object => attachment([], [openUrl(link)], link.label, context);

/** The one way a choice comes back. `go:` choices belong to no question: they start something new. */
export function tap({ id, label }: { id: string; label: string }, question: string | undefined, most: number): CardAction {
  const title = cut(label, most);
  const q = id.startsWith('go:') ? undefined : question;
  return { type: 'messageBack', title, displayText: title, text: label, value: q === undefined ? { choice: id } : { q, choice: id } };
}

function attachment(body: readonly Element[], actions: readonly Element[], speak: string, { language = 'es' }: CardContext): object {
  const content = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    speak: cut(speak, CARD.speak),
    body,
    ...(actions.length > 0 && { actions }),
  };
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

const text = (words: string, more: Element = {}): Element => ({
  type: 'TextBlock',
  text: toMarkdown(cut(words, CARD.text)),
  wrap: true,
  ...more,
});
const small = (words: string, more: Element = {}): Element => text(words, { size: 'small', isSubtle: true, ...more });
const icon = (name: string, origin = ''): Element => ({ type: 'Image', url: `${origin}${ICONS}/${name}.svg`, width: '24px', altText: '' });
const pictureOf = ({ path, says }: NonNullable<Card['picture']>, origin = ''): Element => ({
  ...{ type: 'Image', url: `${origin}${path}`, altText: says, width: '240px', horizontalAlignment: 'center' },
});
const column = (width: string, item: Element): Element => ({ type: 'Column', width, verticalContentAlignment: 'center', items: [item] });
const auto = (item: Element): Element => column('auto', item);
const stretch = (item: Element): Element => column('stretch', item);
const columns = (more: Element, ...all: Element[]): Element => ({ type: 'ColumnSet', ...more, columns: all });

const headOf = (name: string, title: string, line?: string, origin?: string): Element =>
  columns(
    {},
    auto(icon(name, origin)),
    { ...stretch(text(title, { weight: 'bolder', size: 'medium', style: 'heading' })), spacing: 'small' },
    ...(line ? [auto(small(line))] : []),
  );

function heroOf({ label, figure, under }: NonNullable<Card['hero']>, line?: string): Element {
  const top = columns({}, stretch(small(label)), ...(line ? [auto(small(line))] : []));
  const big = text(figure, { size: 'extraLarge', weight: 'bolder', spacing: 'none' });
  return { type: 'Container', style: 'accent', bleed: true, items: [top, big, ...(under ? [small(under, { spacing: 'none' })] : [])] };
}

/** Two weighted columns. Neither is ever nothing, and the text carries the value. */
function meterOf({ name, left, percent, until }: Meter): Element {
  const weight = (share: number): number => Math.max(2, Math.round(share));
  const part = (share: number, style: string, more: Element = {}): Element => ({
    type: 'Column',
    width: weight(share),
    style,
    minHeight: '8px',
    ...more,
    items: [],
  });
  const bar = columns({ spacing: 'small' }, part(percent, 'good'), part(100 - percent, 'emphasis', { spacing: 'none' }));
  const title = columns({}, stretch(text(name, { weight: 'bolder' })), auto(text(left)));
  return { type: 'Container', spacing: 'medium', items: [title, bar, ...(until ? [small(until, { spacing: 'small' })] : [])] };
}

const factOf = ({ name, value }: { name: string; value: string }): Element => ({
  title: toMarkdown(name),
  value: toMarkdown(cut(value, CARD.text)),
});

const totalOf = ({ name, value }: { name: string; value: string }): Element =>
  columns({ separator: true, spacing: 'medium' }, stretch(text(name, { weight: 'bolder' })), auto(text(value, { weight: 'bolder', size: 'large' })));

const submit = (cardAction: CardAction, positive: boolean): Element => ({
  type: 'Action.Submit',
  title: cardAction.title,
  ...(positive && { style: 'positive' }),
  data: { __isBotFrameworkCardAction: true, cardAction },
});

const openUrl = ({ label, url }: { label: string; url: string }): Element => ({
  type: 'Action.OpenUrl',
  title: cut(label, CARD.button),
  url,
  style: 'positive',
});
