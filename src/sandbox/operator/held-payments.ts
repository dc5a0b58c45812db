import { LINES } from '../seed';
import { minorOf } from '../seed/countries';
import { billsIn, openOf } from './bill-ledger';
import type { Core } from './customers';
import { account } from './openings';
import { transfer } from './transfers';

const keyOf = (reference: string): string => `applied-${reference}`;

/** Whether a payment that the seeds leave waiting was applied since. */
export const isApplied = ({ deeds }: Pick<Core, 'deeds'>, reference: string | undefined): boolean =>
  reference !== undefined && deeds.all('bill-payment').some(({ payment }) => payment === keyOf(reference));

/** Does what an agent does with a payment that waits: it pays the open bills of its account, the oldest first. False when there is no such payment. */
export function applyHeld(core: Core, reference: string): boolean {
  const held = LINES.flatMap((line) => (line.line.movements ?? []).map((movement) => ({ ...line, movement }))).find(
    ({ movement: { ref, state } }) => ref === reference && state === 'charged-not-applied',
  );
  if (held?.line.account === undefined) return false;
  if (isApplied(core, reference)) return true;
  const { country, msisdn } = held;
  const payment = keyOf(reference);
  let left = minorOf(held.movement.amount, country);
  for (const bill of billsIn(core).filter((each) => each.account === held.line.account)) {
    const minor = Math.min(left, openOf(core, bill));
    if (minor === 0) continue;
    left -= minor;
    const legs = { from: [{ account: `banks:${country}`, minor }], to: [{ account: account.bills(bill.account), minor }] };
    transfer(core.books, { ref: `payment:${payment}:${bill.id}`, what: 'Pago de factura', country, ...legs });
    const frame = { kind: 'bill-payment', key: `${payment}:${bill.id}`, print: '', at: core.clock.now(), line: msisdn } as const;
    core.deeds.put({ ...frame, bill: bill.id, account: bill.account, minor, payment });
  }
  return true;
}
