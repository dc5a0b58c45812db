import { caseName } from '../../../domain/cases/name';
import { promiseFor } from '../../../domain/cases/hours';
import { datedMoment, spokenDay, spokenMoment } from '../../../domain/dates';
import { formatMoney } from '../../../domain/money';
import { lastFour } from '../../../domain/msisdn';
import type { CaseParts, NewCase } from '../../../integrations/cases/port';
import type { Tools } from '../../engine/skill';
import type { Answered } from './questions';
import type { Payment } from './search';
import { inWords, next } from './words';

/** How far back payments are looked for. */
export const DAYS = 35;

type Telling = Answered & Pick<Tools, 'say'>;

const stamp = (ms: number, { country }: Pick<Telling, 'country'>): string => datedMoment(ms, country);

/** One case for one finding, however often it is complained of; a case that was there keeps what was promised with it. */
async function opened(
  told: Telling,
  { cases, hours }: CaseParts,
  key: string,
  what: Pick<NewCase, 'reason' | 'summary' | 'facts' | 'expects' | 'macro' | 'money' | 'claimed'>,
  isNew: (reference: string, when: string) => string,
) {
  const { mobile, now, country, language, t } = told;
  const until = promiseFor('normal', now, hours, country);
  const { since, ...named } = await cases.open(`find-payment:${mobile.msisdn}:${key}`, {
    topic: 'find-payment',
    line: mobile.msisdn,
    promised: `Respuesta antes del ${stamp(until, told)}`,
    promisedBy: until,
    ...what,
  });
  const reference = caseName(named);
  if (since !== undefined) return t.openAlready({ reference, day: spokenDay(since, now, country, language) });
  return isNew(reference, spokenMoment(until, now, country, language));
}

/** The money is here and not yet where it belongs: do not pay again, a person applies it. */
export async function held(told: Telling, payment: Payment, cases: CaseParts): Promise<void> {
  const { t, say, mobile } = told;
  const { amount, at, place, reference = '' } = payment;
  const paper = reference === '' ? '' : ` (ref. ${reference})`;
  const isTopUp = payment.what === 'top-up';
  const what = {
    reason: 'refused',
    summary: `Pagó ${formatMoney(amount, told.country)} en ${place || 'otro lugar'} el ${stamp(at, told)}${paper}. Recibido, no aplicado a …${lastFour(mobile.msisdn)}`,
    facts: {
      ...{ pago: reference || payment.id.slice(-8), para: isTopUp ? 'recarga' : 'factura', estado: 'recibido, no aplicado' },
      'se le dijo': 'que no pague otra vez',
    },
    ...{ expects: 'Que se aplique o se devuelva', macro: isTopUp ? 'Recarga de tienda no aplicada' : 'Aplicar pago y reconectar' },
    money: {
      ...({ state: 'not_moved', amount: amount.minor, currency: amount.currency, reference: reference || payment.id.slice(-8) } as const),
      warning: isTopUp ? 'No aplicar a mano sin revisar: una recarga se abona primero al adelanto' : 'El bot no movió dinero. No cobrar otra vez',
    },
  };
  const words = await opened(told, cases, `held:${payment.id}`, what, (of, when) => t.asked({ reference: of, when }));
  const found = inWords(payment, told);
  say({ text: `${isTopUp ? t.heldTopUp(found) : t.heldInvoice(found)} ${t.doNotPay}` });
  say({ text: words, choices: [{ id: 'go:balances', label: t.balance }] });
}

export async function doubled(told: Telling, first: Payment, second: Payment, cases: CaseParts): Promise<void> {
  const { t, say, country } = told;
  const amount = formatMoney(first.amount, country);
  const what = {
    ...{ reason: 'complaint', expects: 'Que se devuelva uno de los dos' },
    summary: `Cobro doble: ${amount} el ${stamp(first.at, told)} y el ${stamp(second.at, told)}; dice que quería una sola vez`,
    facts: {
      primero: first.reference ?? stamp(first.at, told),
      segundo: second.reference ?? stamp(second.at, told),
      estado: `${first.state}, ${second.state}`,
    },
  };
  say({ text: await opened(told, cases, `double:${first.id}:${second.id}`, what, (reference, when) => t.doubleCase({ amount, reference, when })) });
}

/** For a line that was not proved: what was paid for it is told to nobody here, and a person looks for it. */
export async function missingElsewhere(told: Telling, cases: CaseParts): Promise<void> {
  const { t, say, mobile, to } = told;
  const looked = lookedFor(told);
  const line = to ? ` …${lastFour(to)}` : '';
  const what = {
    ...{ reason: 'not_found', expects: 'Que se encuentre el pago y se aplique a esa línea' },
    summary: `Pagó para otra línea${line} y no aparece: ${looked || 'sin más datos'}. Escribe desde …${lastFour(mobile.msisdn)}`,
    facts: { buscado: looked || 'sin datos', resultado: 'no se buscó: la línea no es la de quien escribe' },
    ...(to && { claimed: to }),
  };
  const words = await opened(told, cases, `elsewhere:${to ?? ''}:${missingKey(told)}`, what, (of, when) => t.elsewhere({ reference: of, when }));
  say({ text: words });
}

/** Nothing fits: what was looked for goes to a person, so that nobody asks it again. */
export async function missing(told: Telling, cases: CaseParts): Promise<void> {
  const { t, say, mobile } = told;
  const looked = lookedFor(told);
  const what = {
    ...{ reason: 'not_found', expects: 'Que se encuentre el pago y se aplique' },
    summary: `No aparece un pago: ${looked || 'sin más datos'}, línea …${lastFour(mobile.msisdn)}`,
    facts: { buscado: looked || 'sin datos', periodo: `${DAYS} días`, resultado: 'sin coincidencias' },
  };
  say({
    text: await opened(told, cases, `missing:${missingKey(told)}`, what, (of, when) => t.notFound({ reference: of, when })),
    choices: next(told).slice(0, 1),
  });
}

/** What was told of the payment: amount, day, the number on its paper. */
function lookedFor({ amount, day, reference, country }: Telling): string {
  const sum = typeof amount === 'number' ? formatMoney({ minor: amount, currency: country.currency }, country) : undefined;
  return [sum, day, reference].filter((each) => typeof each === 'string').join(', ');
}
const missingKey = ({ amount, day, reference }: Telling): string => [amount, day, reference].map((each) => each ?? '').join(':');
