import { fold } from '../domain/fold';
import { proves } from '../state/session';
import type { Moves, Round } from './round';

/** The skill that tells where a payment is. */
const FIND = 'find-payment';
/** The one that tells how an order of this chat ended. */
const OWN = 'operations';
/** Orders that somebody pays for. */
const PAYS: ReadonlySet<string> = new Set(['top-up', 'voucher', 'pack', 'repay', 'subscribe', 'invoice']);
/** So long a payment is the one that "ya pagué" speaks of, ms. */
const JUST_NOW_MS = 30 * 60_000;

const BESIDE = 'pero|ok|bueno|listo|si|y|es que|yo|but|yes|and|well|i';
const PAID = new RegExp(
  `^(?:(?:${BESIDE}) )*(?:ya (?:lo |la |se )?(?:pague|page|pago|cancele|abone)|ya (?:hice|realice) (?:el|mi) pago|ya esta pagad[oa]|acabo de pagar(?:lo|la)?|(?:(?:have|ve|just|already) )*(?:paid|payed))(?: (?:eso|el|la|mi|por|con|en|factura|recibo|enlace|link|tarjeta|it|that|the|my|bill|with|by|card|already|just|now))*$`,
);
const DECLINED = new RegExp(
  `^(?:(?:${BESIDE}) )*(?:(?:por que|porque|why) )?(?:(?:fue|me|lo|la|el|mi|se|han|ha|pago|tarjeta|banco|enlace|was|is|did|has|been|it|my|the|you|they|payment|card|bank|link) )*(?:rechaz(?:o|an|aron|ad[oa])|declin(?:o|aron|ad[oa]|e|ed)|denegad[oa]|reject(?:ed)?|refused?|failed)(?: (?:el|la|mi|pago|tarjeta|enlace|the|my|payment|card|it))*$`,
);

/** "Ya pagué", "why was it declined?" about a payment that was begun here just now: how that one stands. True when it was told. */
export async function asksOfBegun({ desk, voice }: Round, moves: Moves, text: string): Promise<boolean> {
  const { record, ledger, now } = desk;
  const { current } = record.session;
  const said = fold(text);
  const isDeclined = DECLINED.test(said);
  if (desk.said.tap || current === undefined || !(isDeclined || PAID.test(said)) || !proves(record.session, current, now, false)) return false;
  const [last] = await ledger.operations(current, 1);
  if (!last || !PAYS.has(last.kind) || last.state === 'done' || now - last.at >= JUST_NOW_MS) return false;
  const skill = last.state === 'refused' ? OWN : FIND;
  if (!voice.knows(skill) || (last.state === 'refused' && !isDeclined)) return false;
  await moves.start(skill, { reference: last.reference });
  return true;
}
