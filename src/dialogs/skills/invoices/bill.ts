import { z } from 'zod';
import { LINE_KINDS } from '../../../domain/bills';
import { dayOf, monthName, spokenDay } from '../../../domain/dates';
import { fold } from '../../../domain/fold';
import { textsFor } from '../../../domain/texts';
import type { Accounts } from '../../../integrations/accounts/port';
import type { Bill, BillDetails, Bills } from '../../../integrations/bills/port';
import { StoredMoney } from '../../engine/amounts';
import { billingOf, type Billing } from '../../engine/billing';
import { handTo, leave, type Control } from '../../engine/control';
import type { Basics } from '../../engine/known';
import type { Signed } from '../../engine/skill';
import { readMonth } from '../../engine/slots';
import { texts } from './texts';

export interface InvoicePorts {
  readonly accounts: Pick<Accounts, 'ofLine' | 'phoneOnFile'>;
  readonly bills: Bills;
  readonly billDetails: BillDetails;
}

/** A bill as a flow keeps it. */
export const KeptBill = z.object({
  ...{ id: z.string(), number: z.string(), account: z.string(), issued: z.number(), due: z.number() },
  ...{ state: z.enum(['new', 'partial', 'settled']), total: StoredMoney, remaining: StoredMoney },
});
export type KeptBill = z.infer<typeof KeptBill>;
export const keptBill = ({ id, number, account, issued, due, state, total, remaining }: Bill): KeptBill => ({
  ...{ id, number, account, issued, due, state, total, remaining },
});

/** A line of a bill as a flow keeps it. */
export const KeptLine = z.object({
  ...{ id: z.string(), name: z.string(), kind: z.enum(LINE_KINDS), amount: StoredMoney },
  ...{ item: z.exactOptional(z.string()), disputed: z.exactOptional(StoredMoney), waits: z.exactOptional(z.literal(true)) },
});
export type KeptLine = z.infer<typeof KeptLine>;

type Told = Basics & { readonly account: Signed };
export type Billed = Told & { readonly billing: Billing };

/** Bills that are shown at once; older ones are for a person. */
export const MOST_BILLS = 6;

/** What a line without bills owes is what it was lent. */
const OWES = /\b(?:debo|debe|deuda|adeudo|debiendo|owe|owing|debt)\b/;

/** Whose bills they are; a prepaid line has none. */
export const billed =
  ({ accounts }: Pick<InvoicePorts, 'accounts'>) =>
  async (told: Told): Promise<Billing | Control> => {
    const billing = await billingOf(accounts)(told);
    if (billing !== undefined) return billing;
    if (OWES.test(fold(told.said.words ?? ''))) return handTo('loan-debt', told.said);
    const t = textsFor(texts, told.language, told.form);
    const choices = [{ id: 'go:balance-use', label: t.whereItWent }, { id: 'go:loan-debt', label: t.advances }]; // prettier-ignore
    return leave({ text: t.noBills, choices });
  };

/** The last bills, newest first; never none. */
export const lastBills =
  ({ bills }: Pick<InvoicePorts, 'bills'>) =>
  async ({ billing, language, form }: Billed): Promise<KeptBill[] | Control> => {
    const all = (await bills.list(billing.account)).slice(0, MOST_BILLS).map(keptBill);
    return all.length > 0 ? all : leave({ text: textsFor(texts, language, form).none({ whose: billing.whose }) });
  };

/** The bill of the month that was said: the newest when none was. Undefined when there is none of that month. */
export function billIn<B extends Pick<Bill, 'issued'>>(
  all: readonly B[],
  month: string | undefined,
  { now, country }: Pick<Basics, 'now' | 'country'>,
): B | undefined {
  if (month === undefined) return all[0];
  const wanted = readMonth(month, now, country);
  return wanted === undefined ? all[0] : all.find(({ issued }) => dayOf(issued, country).startsWith(wanted));
}

/** "noviembre", and of another year "noviembre de 2025". */
export function monthOf({ issued }: Pick<Bill, 'issued'>, { now, country, language }: Pick<Basics, 'now' | 'country' | 'language'>): string {
  const [year, name] = [dayOf(issued, country).slice(0, 4), monthName(issued, country, language)];
  if (year === dayOf(now, country).slice(0, 4)) return name;
  return language === 'es' ? `${name} de ${year}` : `${name} ${year}`;
}

/** "el domingo 29 de noviembre" */
export const sayDay = (at: number, { now, country, language }: Pick<Basics, 'now' | 'country' | 'language'>): string =>
  spokenDay(at, now, country, language);

/** The bill that the sentence named, or the newest; one of no bill's month ends here, and says which there are. */
export function chosenBill(told: Billed & { readonly all: readonly KeptBill[] }): KeptBill | Control {
  const { all, said, language, form } = told;
  const bill = billIn(all, said.month, told);
  if (bill) return bill;
  const t = textsFor(texts, language, form);
  const months = all.map((each) => monthOf(each, told)).join(', ');
  const wanted = readMonth(said.month ?? '', told.now, told.country) ?? '';
  const month = monthName(Date.parse(`${wanted}-15T12:00:00Z`), told.country, language);
  return leave({ text: t.noSuch({ month, months }), choices: [{ id: 'go:invoice-lines', label: t.lines }] });
}
