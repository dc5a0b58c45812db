import { z } from 'zod';
import { fold } from '../../../domain/fold';

/** What somebody wants who speaks of loans: money now, a pack now, to know what they owe, to pay it, or it was not them. */
export const Wish = z.enum(['advance', 'pack', 'debt', 'repay', 'denied']);
export type Wish = z.infer<typeof Wish>;

/** The first that fits; folded text. "No me prestan" is a wish for an advance: the answer says why not. */
const SAID: readonly (readonly [Wish, RegExp])[] = [
  [
    'denied',
    /\b(?:no (?:lo |la |los |las )?(?:pedi|hice|solicite|autorice|saque)|yo no fui|nunca (?:lo )?(?:pedi|solicite)|never (?:asked|took|requested)|did ?n t (?:ask|request|take)|was ?n t me)\b/,
  ],
  [
    'repay',
    /\b(?:(?:pagar|cancelar|saldar|liquidar|abonar)(?: ya)? (?:\w+ ){0,3}(?:prestamo|adelanto|deuda|prestaron|debo)|(?:repay|pay (?:off|back)) (?:my|the|what)|pay (?:my|the|that|this|what) (?:\w+ ){0,2}(?:loan|advance|debt|owe))\b/,
  ],
  [
    'debt',
    /\b(?:(?:cuanto|que|algo) (?:\w+ ){0,3}(?:debo|deuda|falta)|debo algo|debiendo|debo todavia|pendiente|tengo deuda|mi prestamo|mis prestamos|estado de|quedo pagado|ya pague|how much do i owe|outstanding|left to (?:re)?pay|check my loan|already paid|do i still owe|loan paid)\b/,
  ],
  ['pack', /\b(?:paquete|paquetigo|pack|megas|internet|minutos|data|minutes)\b/],
];

export function wishIn(text: string): Wish {
  const folded = fold(text);
  return SAID.find(([, words]) => words.test(folded))?.[0] ?? 'advance';
}
