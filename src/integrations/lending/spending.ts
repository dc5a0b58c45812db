import { z } from 'zod';
import { ABSENT, PENDING, type Settled, type SpendKey, type SpendKind } from '../../domain/spending';
import type { Caller } from '../http/caller';
import { anyDetails } from '../kinds';
import { ONE_LEG_MS, refusedBy } from '../refusals';
import { instant, moneyIn, moneyOut } from '../tmf';
import { loansOf } from './client';
import { AdvanceDetails, RepayDetails } from '../../domain/spending/details';

const Status = z.object({
  ...{ transactionId: z.string(), status: z.string() },
  ...{ amount: moneyIn.nullish(), total: moneyIn.nullish(), balanceAfter: moneyIn.nullish(), dueDate: instant.nullish() },
});

/** Advances and packs on credit, and paying them back. */
export const lendingKinds = (caller: Caller): readonly SpendKind[] => [anyDetails(advanceKind(caller)), anyDetails(repayKind(caller))];

function advanceKind(caller: Caller): SpendKind<AdvanceDetails> {
  return {
    ...{ kind: 'advance', details: AdvanceDetails, label: 'keyed', deadlineMs: ONE_LEG_MS },
    async send(key, { offer, lent, fee }, order) {
      const body = { offerId: offer, total: moneyOut({ minor: lent + fee, currency: order.amount.currency }) };
      const answer = await caller.write({ operation: 'advance', path: `${loansOf(order.line)}/advance`, body, headers: keyed(key), schema: Status });
      return answer.ok ? outcomeOf(answer.value) : refusedBy('lending', answer, order);
    },
    async find(key, _, { line }) {
      const headers = { transactionid: key.id };
      const found = await caller.find({ operation: 'advance-status', path: `${loansOf(line)}/advance/status`, headers, schema: Status });
      return found === undefined ? ABSENT : outcomeOf(found);
    },
  };
}

/** The amount of the order is what is owed: should something else be owed by then, it is refused as `price-changed`. */
function repayKind(caller: Caller): SpendKind<RepayDetails> {
  return {
    ...{ kind: 'repay', details: RepayDetails, label: 'keyed', deadlineMs: ONE_LEG_MS },
    async send(key, { means }, order) {
      const body = { means, amount: moneyOut(order.amount) };
      const answer = await caller.write({ operation: 'repay', path: `${loansOf(order.line)}/repayment`, body, headers: keyed(key), schema: Status });
      if (answer.ok) return outcomeOf(answer.value);
      const refused = refusedBy('lending', answer, order);
      return refused.reason === 'insufficient' && means === 'wallet' ? { ...refused, reason: 'wallet-insufficient' } : refused;
    },
    async find(key, _, { line }) {
      const headers = { transactionid: key.id };
      const found = await caller.find({ operation: 'repay-status', path: `${loansOf(line)}/repayment/status`, headers, schema: Status });
      return found === undefined ? ABSENT : outcomeOf(found);
    },
  };
}

const keyed = ({ id }: SpendKey) => ({ 'idempotency-key': id });

/** Facts in minor units; `due` in epoch ms. */
function outcomeOf({ status, amount, total, balanceAfter, dueDate }: z.infer<typeof Status>): Settled | typeof PENDING {
  const said = status.toLowerCase();
  if (said === 'failed' || said === 'rejected') return { status: 'refused', reason: 'other' };
  if (said !== 'completed') return PENDING;
  return {
    status: 'done',
    facts: {
      ...(amount && { amount: amount.minor }),
      ...(total && { total: total.minor }),
      ...(balanceAfter && { balanceAfter: balanceAfter.minor }),
      ...(typeof dueDate === 'number' && { due: dueDate }),
    },
  };
}
