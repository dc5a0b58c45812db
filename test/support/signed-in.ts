import { newRecord } from '../../src/dialogs/engine/record';
import type { Form, Language } from '../../src/domain/texts';
import { nobody, signIn } from '../../src/state/session';

/** The state of a conversation in which a line has just been proved. */
export function signedIn(msisdn: string, now: number, { language = 'es', form = 'tu' }: { language?: Language; form?: Form } = {}): string {
  return JSON.stringify({ ...newRecord(language, form), session: signIn(nobody, msisdn, now, 'session') });
}
