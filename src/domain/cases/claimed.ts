import type { Country } from '../countries';
import { readMsisdn } from '../msisdn';

/** The number of a contract may be as long as a line's. */
const CONTRACT = /\b(?:contrato|contract)\s*(?:es |is |n[uú]mero |number |nro\.? |no\.? |#)*:?\s?\d{5,12}(?![\d-])/gi;

/** The line that the first of these texts with one names, E.164 without `+`: nobody proved it. Of several in one text none is taken. */
export function claimedIn(texts: readonly (string | undefined)[], country: Country): string | undefined {
  for (const text of texts) {
    const read = readMsisdn((text ?? '').replace(CONTRACT, ' '), country);
    if (read.kind === 'mobile') return read.msisdn;
  }
  return undefined;
}
