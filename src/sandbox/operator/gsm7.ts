/** The default alphabet of GSM 03.38: what one septet can say. No á, í, ó, ú. */
const BASIC = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** These take an escape and so two septets. */
const EXTENDED = '^{}\\[~]|€\f';

/** Parts that one message may be cut into (`max-messages` of the gateway). */
const MAX_PARTS = 5;
/** Room in one part of a long message: 7-bit septets, and UCS-2 characters. */
const SEPTETS_PER_PART = 153;
const UCS2_PER_PART = 70;

/** What a phone shows of a 7-bit message: other characters become `?`, and what is over five parts is cut without a word. */
export function asGsm7(text: string): string {
  let septets = 0;
  let shown = '';
  for (const character of text) {
    const known = BASIC.includes(character) ? 1 : EXTENDED.includes(character) ? 2 : 0;
    septets += known || 1;
    if (septets > MAX_PARTS * SEPTETS_PER_PART) break;
    shown += known === 0 ? '?' : character;
  }
  return shown;
}

/** What a phone shows of a UCS-2 message: every character, up to five parts. */
export function asUcs2(text: string): string {
  return text.slice(0, MAX_PARTS * UCS2_PER_PART);
}
