import { caseName } from '../../../domain/cases/name';
import { beforeWhen, promiseFor } from '../../../domain/cases/hours';
import { datedMoment, spokenDay } from '../../../domain/dates';
import { formatMoney, type Money } from '../../../domain/money';
import type { Message } from '../../../domain/message';
import type { NewCase } from '../../../integrations/cases/port';
import type { Billing } from '../../engine/billing';
import type { Known, Signed, Tools } from '../../engine/skill';
import type { Held } from './held';
import type { ReconnectPorts } from './owed';
import type { texts } from './texts';

/** What was found of an account, when something must be said of it. */
export type Found = Known<
  typeof texts.es,
  {
    readonly account: Signed;
    readonly billing: Billing;
    readonly standing: { readonly cut: boolean; readonly why?: string };
    readonly owed: Money | null;
    readonly held: Held | null;
  }
> &
  Tools;

/** A person applies the payment: one case for one finding, however often it is asked. Whoever paid and is cut off comes first. */
export async function opened({ cases, hours }: Pick<ReconnectPorts, 'cases' | 'hours'>, found: Found, asked: string): Promise<Message> {
  const { t, billing, held, standing, now, country, language, tried } = found;
  const until = promiseFor(standing.cut ? 'high' : 'normal', now, hours, country);
  const { reference, number, since } = await cases.open(`reconnect:${billing.account}:${held?.id ?? 'paid'}`, caseOf(found, asked, until));
  tried({ opened: number === undefined ? { reference } : { reference, number } });
  const choices = [{ id: 'go:agent', label: t.person }];
  const known = caseName({ number, reference });
  if (since !== undefined) return { text: t.openAlready({ reference: known, day: spokenDay(since, now, country, language) }), choices };
  const told = { reference: known, when: beforeWhen(until, now, country, language) };
  if (!standing.cut) return { text: t.applyOnly(told), choices };
  return { text: asked === 'unknown' ? t.unknown(told) : t.applying(told), choices };
}

function caseOf({ account, billing, held, standing, owed, country }: Found, asked: string, until: number): NewCase {
  const shown = (amount: Money): string => formatMoney(amount, country);
  const stamp = (ms: number): string => datedMoment(ms, country);
  const what = `${account.kind === 'mobile' ? 'línea' : 'contrato'} …${account.id.slice(-4)}`;
  const state = standing.cut ? 'sigue suspendido' : 'está activo';
  return {
    ...{ topic: 'reconnect', reason: 'not_applied', priority: standing.cut ? 'high' : 'normal', tags: ['pago_no_aplicado'], level: account.level },
    ...(account.kind === 'mobile' ? { line: account.id } : { contract: account.id }),
    summary: held
      ? `${shown(held.amount)} pagados el ${stamp(held.at)}${held.place && ` en ${held.place}`} (${held.reference}), sin aplicar; ${what} ${state}`
      : `Pagado y aplicado, y ${what} ${state}`,
    facts: {
      ...(held && { pago: `${shown(held.amount)}, ${held.reference}: recibido, no aplicado${held.count > 1 ? ` (${held.count} pagos)` : ''}` }),
      ...{ 'facturas abiertas': owed ? shown(owed) : 'ninguna', cuenta: `…${billing.account.slice(-4)}`, estado: standing.why ?? state },
      ...{ 'reconexión pedida': ASKED[asked] ?? 'no concedida', 'se le dijo': 'que no pague otra vez' },
    },
    expects: standing.cut ? 'Que se aplique el pago y se reconecte' : 'Que se aplique el pago',
    ...{ promised: `Respuesta antes del ${stamp(until)}`, promisedBy: until, macro: 'Aplicar pago y reconectar' },
    ...(held && {
      money: {
        ...({ state: 'not_moved', amount: held.amount.minor, currency: held.amount.currency } as const),
        ...{ reference: held.reference, backend: held.id, warning: 'El bot no movió dinero. No cobrar otra vez.' },
      },
    }),
  };
}

/** What the operator answered, as agents read it. */
const ASKED: Readonly<Record<string, string>> = {
  ...{ debt: 'no: hay deuda abierta', 'not-applied': 'no: el pago no está aplicado', 'not-eligible': 'no: no se puede por aquí' },
  ...{ unknown: 'sin respuesta', 'not-needed': 'no hacía falta' },
};
