import { z } from 'zod';
import { countryOf } from '../../domain/countries';
import { capital, monthName, spokenDay } from '../../domain/dates';
import { formatMoney } from '../../domain/money';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { minorOf, priced } from '../seed/countries';
import { isoOf, momentOf, monthStart } from '../seed/time';
import { BILLS, billOf, billsIn, leastOf, openOf, type SeededBill } from './bill-ledger';
import { billPdf } from './bill-pdf';
import { collection, tmfError, type Draft } from './collection';
import type { Core } from './customers';
import { jsonIn, keyOf, printOf, refuse } from './keyed';

const BASE = '/tmf-api/customerBillManagement/v4';
const BACK = { 'M-2': -2, 'M-1': -1, M: 0 } as const;
const OnDemand = z.object({ billingAccount: z.object({ id: z.string() }), customerBill: z.object({ id: z.string() }) });

/** TMF678: the bills of the seeds, less what was paid of them since; their lines, their PDF, and a copy by e-mail. */
export function bills(core: Core): Route[] {
  return [
    ...collection(BASE, 'customerBill', 'bills', () => billsIn(core).map((bill) => draftOf(core, bill))),
    ...collection(BASE, 'appliedCustomerBillingRate', 'bills', () => BILLS.flatMap((bill) => ratesOf(core, bill))),
    { method: 'GET', path: `${BASE}/customerBill/:id/document`, counterpart: 'bills', handle: ({ params }) => printed(core, params['id'] ?? '') },
    { method: 'POST', path: `${BASE}/customerBillOnDemand`, counterpart: 'bills', handle: (call) => copied(core, call) },
  ];
}

const money = ({ country }: Pick<SeededBill, 'country'>, minor: number): object => priced(minor, country);

/** A bill is made on the first of its month, and due when the seeds say. */
const datesOf = ({ clock }: Core, { country, bill }: SeededBill): { readonly made: number; readonly due: number } => ({
  made: monthStart(BACK[bill.period], country, clock.today()),
  due: momentOf(bill.due, country, clock.today()),
});

function draftOf(core: Core, bill: SeededBill): Draft {
  const { id, account, total } = bill;
  const { made, due } = datesOf(core, bill);
  const open = openOf(core, bill);
  const least = leastOf(core, bill);
  return {
    ...{ id, billNo: id, billDate: isoOf(made), paymentDueDate: isoOf(due), billingAccount: { id: account }, category: 'normal' },
    ...{ taxIncludedAmount: money(bill, total), remainingAmount: money(bill, open), amountDue: money(bill, open) },
    state: open === 0 ? 'settled' : open < total ? 'partiallyPaid' : 'new',
    ...(least < open && { minimumPayment: money(bill, least) }),
    billDocument: [{ id: `${id}.pdf`, mimeType: 'application/pdf', url: `${BASE}/customerBill/${encodeURIComponent(id)}/document` }],
    '@type': 'CustomerBill',
  };
}

/** What is not collected while somebody disputes it: by law in Colombia, elsewhere what was bought or used beyond the plan. */
const isHeldInDispute = (what: string, { country }: SeededBill): boolean =>
  country === 'CO' || /^(?:roaming|video|música|paquete|packs|minutos|llamadas)/i.test(what);

function ratesOf(core: Core, bill: SeededBill): Draft[] {
  const { made } = datesOf(core, bill);
  return bill.bill.lines.map(([what, amount], index) => {
    const minor = minorOf(amount, bill.country);
    const disputed = bill.bill.disputed?.[what];
    return {
      ...{ id: `${bill.id}-${index + 1}`, name: what, date: isoOf(made), isBilled: true, bill: { id: bill.id } },
      ...{ type: minor < 0 ? 'appliedBillingCredit' : 'appliedBillingCharge', taxIncludedAmount: money(bill, minor) },
      characteristic: [
        { name: 'collectedInDispute', value: !isHeldInDispute(what, bill) },
        ...(disputed === undefined ? [] : [{ name: 'disputedAmount', value: money(bill, minorOf(disputed, bill.country)) }]),
      ],
      '@type': 'AppliedCustomerBillingRate',
    };
  });
}

function printed(core: Core, id: string): Reply {
  const bill = billOf(core, id);
  if (!bill) return tmfError(404, 'There is no such bill.');
  const country = countryOf(bill.country);
  const { made, due } = datesOf(core, bill);
  const shown = (minor: number): string => formatMoney({ minor, currency: country.currency }, country);
  const day = (at: number): string => spokenDay(at, 0, country, 'es').replace(/^el \S+ /, '');
  const body = billPdf({
    ...{ brand: 'Operador de prueba', title: `Factura de ${monthName(made, country, 'es')}` },
    facts: [
      ['Titular', bill.persona.name],
      ['Cuenta', bill.account],
      ['Factura', bill.id],
      ['Fecha', day(made)],
    ],
    lines: bill.bill.lines.map(([what, amount]) => [what, shown(minorOf(amount, bill.country))]),
    total: ['Total a pagar', shown(bill.total)],
    due: openOf(core, bill) === 0 ? 'Pagada' : `${capital('vence')} el ${day(due)}`,
    foot: 'Documento de demostración. No tiene valor fiscal.',
  });
  return { status: 200, headers: { 'content-type': 'application/pdf' }, body };
}

/** A copy of a bill to the e-mail on file; once per key. */
function copied(core: Core, call: Call): Reply {
  const body = OnDemand.safeParse(jsonIn(call));
  const key = keyOf(call);
  if (!body.success || key === undefined) return tmfError(400, 'A billingAccount and a customerBill under an Idempotency-Key are needed.');
  const bill = billOf(core, body.data.customerBill.id);
  if (bill?.account !== body.data.billingAccount.id) return refuse(404, 'not-found', 'There is no such bill of this account.');
  const { email } = bill.persona;
  if (email === undefined) return refuse(409, 'no-email', 'There is no e-mail on file.');
  const known = core.deeds.get('mail', key);
  if (known && known.print !== printOf(call)) return refuse(422, 'key-reused', 'This key was used for another mail.');
  const country = countryOf(bill.country);
  const month = monthName(datesOf(core, bill).made, country, 'es');
  const total = formatMoney({ minor: bill.total, currency: country.currency }, country);
  const text = `Adjuntamos su factura de ${month}: ${total}. Archivo: ${bill.id}.pdf`;
  if (!known) {
    const frame = { kind: 'mail', key, print: printOf(call), at: core.clock.now(), line: bill.msisdn ?? '' } as const;
    core.deeds.put({ ...frame, to: email, subject: `Su factura de ${month}`, text });
  }
  return json(201, { id: key, href: `${BASE}/customerBillOnDemand/${encodeURIComponent(key)}`, state: 'done', ...body.data });
}
