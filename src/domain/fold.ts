/**
 * Text as it is compared: small letters, no accents, no punctuation, single spaces. Full-width and other compatible
 * characters become plain ones (NFKC), so that what a phone types in odd ways still matches. `ñ` stays: año is not ano.
 */
export function fold(text: string): string {
  if (text !== last.text) last = { text, folded: folded(text) };
  return last.folded;
}

/** Everybody who hears a message compares the same text: it is folded once. */
let last = { text: '', folded: '' };

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ñ', '\u0001')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u0001', 'ñ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
