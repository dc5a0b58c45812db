import { AFTER_CONTRACT } from '../contracts';
import type { Country } from '../countries';
import { readMsisdn, showMsisdn } from '../msisdn';
import { withoutNumbers } from './numbers';

/** The line that the first of these texts with one names, E.164 without `+`: nobody proved it. Of several in one text none is taken. */
export function claimedIn(texts: readonly (string | undefined)[], country: Country): string | undefined {
  for (const text of texts) {
    const read = readMsisdn((text ?? '').replace(AFTER_CONTRACT, ' '), country);
    if (read.kind === 'mobile') return read.msisdn;
  }
  return undefined;
}

/** What a customer adds to a case, for agents: without numbers of people, but with the line that they gave to be reached at, which nobody can call by its last digits. */
export function addedFor(text: string, proved: readonly string[], country: Country): string {
  const masked = withoutNumbers(text);
  const claimed = claimedIn([text], country);
  return claimed === undefined || proved.includes(claimed) ? masked : `${masked}\n(número que dio, sin comprobar: ${showMsisdn(claimed, country)})`;
}
