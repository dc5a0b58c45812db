/** The default alphabet of GSM 03.38 (3GPP TS 23.038, 6.2.1) in the order of its codes, without the escape. Note what Spanish misses: á í ó ú. */
const BASIC = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Its extension (6.2.1.1): an escape goes before each of these. */
const EXTENSION = '\f^{}\\[~]|€';

const SEPTETS = new Map([...[...BASIC].map((character) => [character, 1] as const), ...[...EXTENSION].map((character) => [character, 2] as const)]);

/** Room in a message on its own, and in one part of several, which begins with a header of 6 bytes. */
const SEPTETS_WHOLE = 160;
const SEPTETS_PART = 153;
const UCS2_WHOLE = 70;
const UCS2_PART = 67;

/** What is lost is a mark on a letter, or the shape of a quote; é É ñ Ñ ü Ü ¿ ¡ are in the alphabet and stay. */
const NEAREST: Readonly<Record<string, string>> = {
  ...{ á: 'a', í: 'i', ó: 'o', ú: 'u', Á: 'A', Í: 'I', Ó: 'O', Ú: 'U' },
  ...{ '“': '"', '”': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '–': '-', '—': '-', '…': '...', '\u00a0': ' ', '\u202f': ' ' },
};

export interface Encoded {
  readonly text: string;
  /** Kannel's `coding`: 0 is 7 bit, 2 is UCS-2. */
  readonly coding: '0' | '2';
  /** How many short messages it takes. */
  readonly parts: number;
}

/**
 * A text as it is best sent: in 7 bits as it is; in 7 bits without the marks that the alphabet lacks (half the price, and every
 * phone can show it); or, when even that loses something, in UCS-2 with everything in its place.
 */
export function encoded(text: string): Encoded {
  const composed = text.normalize('NFC');
  for (const candidate of [composed, nearest(composed)]) {
    const septets = septetsOf(candidate);
    if (septets !== undefined) return { text: candidate, coding: '0', parts: partsOf(septets, SEPTETS_WHOLE, SEPTETS_PART) };
  }
  const units = [...composed].map((character) => character.length);
  return { text: composed, coding: '2', parts: partsOf(units, UCS2_WHOLE, UCS2_PART) };
}

function nearest(text: string): string {
  return [...text].map((character) => NEAREST[character] ?? character).join('');
}

/** Septets of each character, or undefined when one is not in the alphabet. */
function septetsOf(text: string): number[] | undefined {
  const septets = [...text].map((character) => SEPTETS.get(character) ?? 0);
  return septets.includes(0) ? undefined : septets;
}

/** A character is never cut in two: one that does not fit begins the next part. */
function partsOf(sizes: readonly number[], whole: number, part: number): number {
  if (sizes.reduce((total, size) => total + size, 0) <= whole) return 1;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > part) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
