import type { Country } from '../domain/countries';
import { dayOf, hourOf } from '../domain/dates';
import { formatMoney } from '../domain/money';
import { lastFour } from '../domain/msisdn';
import type { Operation } from '../domain/spending';
import type { NewCase } from '../integrations/cases/port';

/** What an agent calls each kind of order. */
const KINDS: Readonly<Record<string, string>> = {
  'top-up': 'Recarga',
  voucher: 'Tarjeta de recarga',
  pack: 'Paquete',
  advance: 'Adelanto de saldo',
  repay: 'Pago de adelanto',
  subscribe: 'Suscripción',
  unsubscribe: 'Baja de suscripción',
  invoice: 'Pago de factura',
};

/** An order whose end nobody knows after its time: who looks at it finds what was sent, when, and the one thing not to do. */
export function stuckCase({ kind, amount, line, reference, order, at, teller }: Operation, country: Country): NewCase {
  const what = `${KINDS[kind] ?? kind} de ${formatMoney(amount, country)}`;
  return {
    topic: teller.skill,
    reason: 'unknown_money',
    line,
    summary: `${what} confirmada el ${dayOf(at, country)}, ${hourOf(at, country, 'es')}, para …${lastFour(line)}: sin respuesta. Orden ${reference}`,
    facts: {
      orden: `${reference} · huella ${order.slice(-4)}`,
      dinero: `${formatMoney(amount, country)}, estado desconocido`,
      cuidado: 'NO cobrar ni devolver: la conciliación automática sigue y le avisa al cliente en el chat',
      'se le dijo': 'que no la repita',
    },
    promised: 'Que una persona lo revisa y el resultado llega por el chat',
  };
}
