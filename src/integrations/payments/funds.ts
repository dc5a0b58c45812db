import { z } from 'zod';
import { ABSENT, PENDING, type Pending, type Sent, type Settled, type SpendKey } from '../../domain/spending';
import type { Caller } from '../http/caller';
import { failed } from '../http/exchange';
import { refusedBy, touched, type Refused } from '../refusals';
import { moneyIn, moneyOut } from '../tmf';
import type { Wallet } from '../wallet/client';
import type { ChosenMeans } from '../../domain/spending/details';
import type { OnPage, Page } from '../gateway/page';
import type { KeptCard } from '../gateway/port';

/** Money that was taken and is to buy something. `facts` are for the receipt. */
type Taken = { readonly status: 'paid'; readonly id: string; readonly card?: KeptCard; readonly facts?: Readonly<Record<string, number>> };
type Means = Pick<ChosenMeans, 'id' | 'kind'>;

/** Takes money from balance, card, bill (TMF676) or wallet (GSMA), and gives it back. The order's key takes once, however often it is asked. */
export interface Funds {
  take(key: SpendKey, means: Means, order: OnPage): Promise<Taken | Refused | Pending>;
  find(key: SpendKey, means: Means, order: OnPage): Promise<Taken | Refused | typeof PENDING | typeof ABSENT>;
  /** @throws BackendFailure when it is not certain that it is back */
  giveBack(key: SpendKey, means: Means, id: string, order: Sent): Promise<void>;
}

const Payment = z.object({ id: z.string(), status: z.string().optional(), balanceAfter: moneyIn.optional() });
type Payment = z.infer<typeof Payment>;

export interface FundsParts {
  readonly caller: Caller;
  readonly path: string;
  readonly wallet: Wallet | undefined;
  /** Where no gateway is, nobody is offered its page. */
  readonly page?: Page | undefined;
}

/** @param path of TMF676: its published specification and its conformance kit name two */
export function fundsOf({ caller, path, wallet, page }: FundsParts): Funds {
  return {
    async take(key, means, order) {
      if (means.kind === 'page') return page ? page.take(key, order) : { status: 'refused', reason: 'not-eligible' };
      if (means.kind === 'wallet') return wallet ? wallet.pay(key, order) : { status: 'refused', reason: 'not-eligible' };
      const body = {
        account: { id: order.line },
        payer: { id: order.line },
        correlatorId: key.id,
        totalAmount: moneyOut(order.amount),
        paymentMethod: methodOf(means),
      };
      const answer = await caller.write({ operation: 'pay', path: `${path}/payment`, body, schema: Payment });
      return answer.ok ? outcomeOf(answer.value) : refusedBy('payments', answer, order);
    },
    async find(key, means, order) {
      if (means.kind === 'page') return page ? page.find(key, order) : ABSENT;
      if (means.kind === 'wallet') return wallet ? wallet.find(key) : ABSENT;
      const [payment] = await caller.list({ operation: 'find-payment', path: `${path}/payment`, query: { correlatorId: key.id }, schema: Payment });
      return payment === undefined ? ABSENT : outcomeOf(payment);
    },
    async giveBack(key, means, id, { line, amount }) {
      if (means.kind === 'page') return page?.giveBack(key);
      if (means.kind === 'wallet') return wallet?.giveBack(key, id);
      const body = { account: { id: line }, paymentMethod: methodOf(means), totalAmount: moneyOut(amount), correlatorId: key.id, payment: { id } };
      const answer = await caller.write({ operation: 'refund', path: `${path}/refund`, body, schema: z.object({ id: z.string() }) });
      if (!answer.ok) throw failed('payments', 'contract', 'it was not given back');
    },
  };
}

const TYPES = {
  balance: 'bucketPaymentMethod',
  card: 'tokenizedCard',
  bill: 'accountPaymentMethod',
  wallet: 'digitalWallet',
  page: 'bankCard',
} as const;
const methodOf = ({ id, kind }: Means) => ({ '@type': TYPES[kind], id });

const NO = ['rejected', 'failed', 'cancelled', 'reversed', 'refunded'];
const YES = ['applied', 'done', 'completed', 'success', 'accepted'];

/** A payment without a status is there; one that was given back bought nothing. */
function outcomeOf({ id, status, balanceAfter }: Payment): Taken | Refused | typeof PENDING {
  const said = status?.toLowerCase() ?? 'done';
  if (NO.includes(said)) return { status: 'refused', reason: 'other' };
  if (!YES.includes(said)) return PENDING;
  return { status: 'paid', id, ...(balanceAfter && { facts: { balanceAfter: balanceAfter.minor } }) };
}

/**
 * Takes the money, buys, and gives the money back when the answer is no. Sent again under the same key it goes on where it stood: every step
 * is known to the other side by that key.
 */
export async function bought(
  funds: Funds,
  key: SpendKey,
  { means, order, buy }: { readonly means: Means; readonly order: OnPage; readonly buy: (payment: string) => Promise<Settled | Pending> },
): Promise<Settled | Pending> {
  const taken = await funds.take(key, means, order);
  if (taken.status !== 'paid') return taken;
  return touched(async () => {
    const end = await buy(taken.id);
    if (end.status === 'done') return { ...end, facts: { ...taken.facts, ...end.facts } };
    if (end.status === 'refused') await funds.giveBack(key, means, taken.id, order);
    return end;
  });
}

/** What is known of a purchase that is not bought: still to be paid, paid and open, or given back. */
export async function unbought(funds: Funds, key: SpendKey, means: Means, order: OnPage): Promise<Settled | typeof PENDING | typeof ABSENT> {
  const found = await funds.find(key, means, order);
  return found.status === 'paid' ? PENDING : found;
}
