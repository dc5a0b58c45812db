import { AFTER_CONTRACT } from '../contracts';
import type { Country } from '../countries';
import { readMsisdn } from '../msisdn';

/** The line that the first of these texts with one names, E.164 without `+`: nobody proved it. Of several in one text none is taken. */
export function claimedIn(texts: readonly (string | undefined)[], country: Country): string | undefined {
  for (const text of texts) {
    const read = readMsisdn((text ?? '').replace(AFTER_CONTRACT, ' '), country);
    if (read.kind === 'mobile') return read.msisdn;
  }
  return undefined;
}
