import { besidesHidden } from '../domain/secrets';
import { awaited, isHidden } from './awaited';
import { signedIn } from '../state/session';
import { isAttended } from './engine/attended';
import type { Round } from './round';

const HIDDEN = /^•+$/;

/** A password or PIN, where one is asked for: it may be rude, and is nobody's to interpret. */
export const mayBeSecret = ({ desk }: Round, text: string): boolean => /\d/.test(text) && awaited(desk.record) === 'secret';

/** A code, a PIN or a password, also one that is refused or in pieces: no agent reads it. */
export const isForNobody = ({ desk: { record } }: Round, text: string): boolean =>
  awaited(record) === 'secret' || (isHidden(record, text) && /\p{Nd}/u.test(text));

/**
 * A code or a password that nobody asked for was hidden from this text: that is told, kindly. True where the message says no more than that and nothing
 * waits for an answer, so that nothing else is to be done.
 */
export function tellsOfSecret({ desk, flows, voice }: Round, text: string): boolean {
  const besides = isAttended(desk.record) ? undefined : besidesHidden(text);
  if (besides === undefined) return false;
  const isAll = besides === '' && flows.ids().length === 0 && !desk.record.asking;
  if (isAll && signedIn(desk.record.session) > 0 && HIDDEN.test(text.trim())) return false; // a code that comes too late: it is told so
  const { secret } = voice.t(desk);
  const menu = voice.menu(desk, secret);
  const ofCard = OF_CARD.test(text) && voice.knows(VOUCHER) ? [voice.button(desk, VOUCHER)] : [];
  desk.say(isAll ? { ...menu, choices: [...ofCard, ...(menu.choices ?? [])] } : secret);
  return isAll;
}
/** The PIN of a scratch card: where it is asked for it may be written. */
const OF_CARD = /\bpin\b/i;
const VOUCHER = 'voucher';
