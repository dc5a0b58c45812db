import type { Card, Choice, Message } from '../domain/message';
import { stretches } from './words';

/** A message as lines of plain text, for channels without buttons. What can be tapped elsewhere is numbered: cards' actions first, then choices. */
export function plainLines(message: Message): readonly string[] {
  const { text, cards = [], choices = [], link, speaker } = message;
  let last = 0;
  const numbered = ({ label }: Choice): string => `${(last += 1)}. ${label}`;
  const words = quoted(text);
  return [
    ...(speaker !== undefined ? [`${speaker}: ${words}`] : words ? [words] : []),
    ...cards.flatMap((card) => [...cardLines(card), ...(card.actions ?? []).map(numbered)]),
    ...choices.map(numbered),
    ...(link ? [`${link.label}: ${link.url}`] : []),
  ].flatMap((line) => line.split('\n'));
}

/** {@link plainLines} as one text. */
export const plainText = (message: Message): string => plainLines(message).join('\n');

/** Words to type stand in straight quotes: GSM 7-bit knows no others. */
const quoted = (text: string): string =>
  stretches(text)
    .map(({ text: part, typed }) => (typed ? `"${part}"` : part))
    .join('');

function cardLines({ head, hero, line, text, meters = [], facts = [], total, note }: Card): readonly string[] {
  const title = hero ? `${hero.label}: ${hero.figure}` : head?.title;
  return [
    ...(title ? [line ? `${title} (${line})` : title] : line ? [line] : []),
    ...(hero?.under ? [hero.under] : []),
    ...(text ? [quoted(text)] : []),
    ...meters.map(({ name, left, until }) => `${name}: ${left}${until ? `, ${until}` : ''}`),
    ...facts.map(({ name, value }) => `${name}: ${value}`),
    ...(total ? [`${total.name}: ${total.value}`] : []),
    ...(note ? [quoted(note.text)] : []),
  ];
}
