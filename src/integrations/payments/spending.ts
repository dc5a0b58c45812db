import { z } from 'zod';
import { ABSENT, PENDING, type Sent, type Settled, type SpendKey, type SpendKind } from '../../domain/spending';
import type { Caller } from '../http/caller';
import { anyDetails } from '../kinds';
import { ALL_LEGS_MS, ONE_LEG_MS, refusedBy } from '../refusals';
import { instant, quantityIn, quantityOut } from '../tmf';
import type { Ordering } from '../orders/client';
import { bought, unbought, type Funds } from './funds';
import { PackDetails, TopUpDetails, VoucherDetails } from '../../domain/spending/details';

interface SpendingParts {
  /** Of the TM Forum base URL: top-ups are TMF654's. */
  readonly prepaid: Caller;
  readonly funds: Funds;
  readonly ordering: Ordering;
}

const PATH = '/tmf-api/prepayBalanceManagement/v4/topupBalance';
/** What is paid before anything is credited; a saved card is charged by the top-up itself. */
const PAYS_FIRST: ReadonlySet<string> = new Set(['wallet', 'page']);
const TopUp = z.object({
  ...{ id: z.string(), externalId: z.string().nullish(), status: z.enum(['created', 'completed', 'failed', 'cancelled']) },
  ...{ amount: quantityIn.nullish(), balanceAfter: quantityIn.nullish(), bonus: quantityIn.nullish(), recovered: quantityIn.nullish() },
  validFor: z.object({ endDateTime: instant.nullish() }).nullish(),
});

/** Top-ups, scratch cards and packs. */
export const spendingKinds = (parts: SpendingParts): readonly SpendKind[] => [
  anyDetails(topUpKind(parts)),
  anyDetails(voucherKind(parts)),
  anyDetails(packKind(parts)),
];

/** A wallet or a hosted page pays first, and gets it back when the top-up is refused. */
function topUpKind({ prepaid, funds }: SpendingParts): SpendKind<TopUpDetails> {
  return {
    ...{ kind: 'top-up', details: TopUpDetails, label: 'keyed', deadlineMs: ALL_LEGS_MS },
    send: (key, { to, means, channel }, order) => {
      const credit = (payment?: string) =>
        posted(prepaid, key, order, {
          ...frame({ to, channel }, order),
          amount: quantityOut(order.amount),
          paymentMethod: { id: means.id, '@referredType': TYPES[means.kind] },
          ...(payment !== undefined && { payment: [{ id: payment }] }),
        });
      return PAYS_FIRST.has(means.kind) ? bought(funds, key, { means, order: { ...order, what: 'Recarga' }, buy: credit }) : credit();
    },
    find: async (key, { means }, order) => {
      const found = await foundIn(prepaid, key);
      return found === ABSENT && PAYS_FIRST.has(means.kind) ? unbought(funds, key, means, order) : found;
    },
  };
}

/** Its PIN is sent once and kept nowhere: what became of it is looked up. */
function voucherKind({ prepaid }: SpendingParts): SpendKind<VoucherDetails> {
  return {
    ...{ kind: 'voucher', details: VoucherDetails, label: 'queryable', deadlineMs: ONE_LEG_MS },
    send: async (key, details, order) =>
      order.secret === undefined ? PENDING : posted(prepaid, key, order, { ...frame(details, order), voucher: order.secret }),
    find: (key) => foundIn(prepaid, key),
  };
}

function packKind({ funds, ordering }: SpendingParts): SpendKind<PackDetails> {
  return {
    ...{ kind: 'pack', details: PackDetails, label: 'keyed', deadlineMs: ALL_LEGS_MS },
    send: (key, { to, offer, price, means }, order) => {
      const { currency } = order.amount;
      const buy = (payment: string) => ordering.order(key, { action: 'add', offer, price: { minor: price, currency }, to, payment }, order);
      return bought(funds, key, { means, order, buy });
    },
    find: async (key, { means }, order) => {
      const found = await ordering.find(key);
      return found === ABSENT ? unbought(funds, key, means, order) : found;
    },
  };
}

const TYPES = {
  balance: 'bucketPaymentMethod',
  wallet: 'digitalWallet',
  card: 'tokenizedCard',
  bill: 'accountPaymentMethod',
  page: 'bankCard',
} as const;

/** The main balance of a prepaid line is known by its number. */
const frame = ({ to, channel }: VoucherDetails, { line }: Sent): object => ({
  usageType: 'monetary',
  bucket: { id: `${to}-balance` },
  partyAccount: { id: `prepaid-${to}` },
  logicalResource: { id: to, name: 'msisdn' },
  requestor: { id: line, '@referredType': 'Individual' },
  channel: { id: 'bot', name: channel },
});

async function posted(prepaid: Caller, key: SpendKey, order: Sent, body: object): Promise<Settled | typeof PENDING> {
  const answer = await prepaid.write({ operation: 'top-up', path: PATH, body, headers: { 'idempotency-key': key.id }, schema: TopUp });
  return answer.ok ? outcomeOf(answer.value) : refusedBy('prepaid', answer, order);
}

async function foundIn(prepaid: Caller, key: SpendKey): Promise<Settled | typeof PENDING | typeof ABSENT> {
  const all = await prepaid.list({ operation: 'find-top-up', path: PATH, query: { externalId: key.id }, schema: TopUp });
  const topUp = all.find(({ externalId }) => externalId === key.id);
  return topUp === undefined ? ABSENT : outcomeOf(topUp);
}

/** Facts in minor units of the order's currency; `until` in epoch ms. */
function outcomeOf({ status, amount, balanceAfter, bonus, recovered, validFor }: z.infer<typeof TopUp>): Settled | typeof PENDING {
  if (status === 'created') return PENDING;
  if (status !== 'completed') return { status: 'refused', reason: 'other' };
  const until = validFor?.endDateTime;
  return {
    status: 'done',
    facts: {
      ...(amount && { amount: amount.minor }),
      ...(balanceAfter && { balanceAfter: balanceAfter.minor }),
      ...(bonus && { bonus: bonus.minor }),
      ...(recovered && { kept: recovered.minor }),
      ...(typeof until === 'number' && { until }),
    },
  };
}
