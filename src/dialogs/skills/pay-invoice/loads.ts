import { z } from 'zod';
import { monthName } from '../../../domain/dates';
import { add } from '../../../domain/money';
import type { Accounts } from '../../../integrations/accounts/port';
import type { Bills } from '../../../integrations/bills/port';
import type { Means, PaymentMethods } from '../../../integrations/payments/port';
import type { Receipts } from '../../../integrations/receipts/port';
import type { SimSwap } from '../../../integrations/sim-swap/port';
import { StoredMoney } from '../../engine/amounts';
import { billingOf, payerGate, type Billing } from '../../engine/billing';
import { leave, type Control } from '../../engine/control';
import type { Known, Signed } from '../../engine/skill';
import type { texts } from './texts';

/** A bill to pay, as a flow keeps it. `month` as it is called. */
export const StoredBill = z.object({
  ...{ id: z.string(), month: z.string(), issued: z.number(), remaining: StoredMoney, least: z.exactOptional(StoredMoney) },
});
export type StoredBill = z.infer<typeof StoredBill>;

type Told = Known<typeof texts.es, { readonly account: Signed }>;

/** Whose bills; a prepaid line has none. */
export const billedOr =
  (accounts: Pick<Accounts, 'ofLine' | 'phoneOnFile'>) =>
  async (told: Told): Promise<Billing | Control> => {
    const { t } = told;
    const none = { text: t.noBills, choices: [{ id: 'go:top-up', label: t.topUp }, { id: 'go:balances', label: t.balance }] }; // prettier-ignore
    return (await billingOf(accounts)(told)) ?? leave(none);
  };

/** What is owed, the oldest first; a slow customer pays that one. */
export const dueOf =
  (bills: Bills) =>
  async ({ billing, t, country, language }: Told & { readonly billing: Billing }): Promise<StoredBill[] | Control> => {
    const open = (await bills.list(billing.account)).filter(({ remaining }) => remaining.minor > 0).toReversed();
    if (open.length === 0) return leave({ text: t.nothingDue({ whose: billing.whose }) });
    return open.map(({ id, issued, remaining, least }) => ({
      ...{ id, issued, remaining, month: monthName(issued, country, language) },
      ...(least && { least }),
    }));
  };

const ORDER: readonly Means['kind'][] = ['card', 'page', 'wallet'];

/** A usable saved card, else the page; then the wallet, and a link for somebody else. A SIM that was changed lately leaves the page. */
export const meansFor =
  ({ payments, simSwap, hasPage }: { readonly payments: PaymentMethods; readonly simSwap: SimSwap | undefined; readonly hasPage: boolean }) =>
  async (known: Told & { readonly billing: Billing }): Promise<Means[] | Control> => {
    const { billing, t } = known;
    const { payer } = billing;
    const all = payer === undefined ? [] : await payments.of(payer);
    const { gate } = await payerGate(simSwap)(known, payer);
    const saved = gate === 'open' ? all.filter(({ kind, barred }) => barred === undefined && (kind === 'card' || kind === 'wallet')) : [];
    const page = { id: 'page', kind: 'page', name: saved.some(({ kind }) => kind === 'card') ? t.anotherCard : t.newCard } as const;
    const hosted: Means[] = hasPage ? [page] : [];
    const means = [...saved, ...hosted].toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    if (means.length === 0) return leave({ text: t.noPage, choices: [{ id: 'go:agent', label: t.person }] });
    return hasPage ? [...means, { id: 'share', kind: 'page', name: t.share }] : means;
  };

/** Money that the operator has and has not yet put where it belongs: whoever pays now pays twice. */
export const Held = z.object({ amount: StoredMoney, at: z.number() }).nullable();
type Held = z.infer<typeof Held>;
/** So long ago a payment is still looked for, ms. */
const HELD_MS = 35 * 24 * 3_600_000;

/** What was received for this account and is not applied; told only after a code was sent, because it says what somebody paid. */
export const heldOf =
  (receipts: Pick<Receipts, 'ofAccount'> | undefined) =>
  async ({ billing: { account, payer }, now }: Told & { readonly billing: Billing }): Promise<Held> => {
    if (receipts === undefined || payer === undefined) return null;
    const all = await receipts.ofAccount(account, now - HELD_MS);
    const [last, ...more] = all.filter(({ what, state }) => what === 'invoice' && state === 'received');
    return last === undefined ? null : { amount: more.reduce((sum, { amount }) => add(sum, amount), last.amount), at: last.at };
  };
