import type { Core } from '../operator/customers';
import { transfer } from '../operator/transfers';
import type { CardPayment } from './clearing';

/** Whoever pays later than this finds the page closed, ms of the sandbox clock: a day, and an hour to finish. */
const OPEN_MS = 25 * 3_600_000;

/** Writes what became of a payment, and the money with it. One that is over stays what it is. */
export function changeTo({ books, deeds }: Pick<Core, 'books' | 'deeds'>, payment: CardPayment, status: CardPayment['status']): CardPayment {
  if (payment.status !== 'PENDING') return payment;
  const { minor, country, key } = payment;
  if (status === 'PAID') {
    const legs = { from: [{ account: `cards:${country}`, minor }], to: [{ account: `gateway:${country}`, minor }] };
    transfer(books, { ref: `gateway:${key}`, what: 'Pago con tarjeta', country, ...legs });
  }
  const next: CardPayment = { ...payment, status, ...(payment.notify !== undefined && { untold: true }) };
  deeds.put(next);
  return next;
}

/** Banks that took their time answer, and pages that nobody used close. */
export function age(core: Core): void {
  for (const payment of core.deeds.all('card-payment')) {
    if (payment.status !== 'PENDING') continue;
    if (payment.decidesAt !== undefined && payment.decidesAt <= core.clock.now()) changeTo(core, payment, payment.minor === 0 ? 'VERIFIED' : 'PAID');
    else if (payment.card === undefined && core.clock.now() - payment.at > OPEN_MS) changeTo(core, payment, 'EXPIRED');
  }
}
