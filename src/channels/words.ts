/** A stretch of a message's text. `typed`: a word the customer can type, written `*word*`. */
export interface Stretch {
  readonly text: string;
  readonly typed: boolean;
}

const TYPED = /(?<![\w*])\*([^\s*](?:[^*\n]{0,58}[^\s*])?)\*(?![\w*])/g;

/** Splits a message's text at the words that can be typed, so that each channel marks them in its own way. */
export function stretches(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const match of text.matchAll(TYPED)) {
    if (match.index > at) found.push({ text: text.slice(at, match.index), typed: false });
    found.push({ text: match[1] ?? '', typed: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ text: text.slice(at), typed: false });
  return found;
}

/** The text for those who listen, or who see no marks at all. */
export const spoken = (text: string): string =>
  stretches(text)
    .map((stretch) => stretch.text)
    .join('');

/** Cut to `most` characters, with an ellipsis: better than a message that the channel refuses as a whole. */
export const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
