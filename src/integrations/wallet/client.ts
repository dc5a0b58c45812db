import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MINOR_DIGITS, type Money } from '../../domain/money';
import { ABSENT, PENDING, type Sent, type SpendKey } from '../../domain/spending';
import type { BookRow } from '../../domain/spending/book';
import type { Caller } from '../http/caller';
import { failed } from '../http/exchange';
import { refusedBy, type Refused } from '../refusals';
import { exactMoney } from '../tmf';

/** Paid, and waiting to be used, under the wallet's own reference. */
interface Paid {
  readonly status: 'paid';
  readonly id: string;
}

/** Mobile money (GSMA 1.2.0): the customer approves on the phone. */
export interface Wallet {
  /** What a line's wallet holds; undefined when it has none. @throws BackendFailure */
  balance(msisdn: string): Promise<Money | undefined>;
  /** Asks the customer to approve, or reads what became of it: the same key asks once. @throws BackendFailure */
  pay(key: SpendKey, order: Sent): Promise<Paid | Refused | typeof PENDING>;
  /** Looks it up and asks for nothing. @throws BackendFailure */
  find(key: SpendKey): Promise<Paid | Refused | typeof PENDING | typeof ABSENT>;
  /** The same as its book has it, for a comparison: with the amount. @throws BackendFailure */
  row(key: SpendKey): Promise<Omit<BookRow, 'key' | 'at'> | undefined>;
  /** Gives it back, whole, once. @throws BackendFailure when it is not certain that it is back */
  giveBack(key: SpendKey, id: string): Promise<void>;
}

interface WalletParts {
  /** Of the base URL: paths begin with `/mm`. */
  readonly caller: Caller;
  /** Where the wallet says that something has been decided, for an order of a line; unset: it is asked from time to time. */
  readonly callbackFor?: (key: SpendKey, line: string) => string;
}

const REASONS = {
  ...({ insufficientFunds: 'wallet-insufficient', requestDeclined: 'wallet-declined', identifierError: 'not-eligible' } as const),
  ...({ amountLimitExceeded: 'limit', accountBarred: 'blocked' } as const),
};
const DECLINED = { status: 'refused', reason: 'wallet-declined' } as const;

const Request = z.object({
  serverCorrelationId: z.string(),
  status: z.enum(['pending', 'completed', 'failed']),
  objectReference: z.string().optional(),
  error: z.object({ errorCode: z.string() }).optional(),
});
const Link = z.object({ link: z.string().regex(/^\/transactions\/[\w.~-]+$/) });
const Transaction = z.object({ transactionReference: z.string(), transactionStatus: z.string() });
const WithAmount = z
  .object({ transactionStatus: z.string(), amount: z.string(), currency: z.string() })
  .transform(({ transactionStatus, amount, currency }, context) => ({ transactionStatus, amount: exactMoney(amount, currency, context) }));
const NO: readonly string[] = ['failed', 'reversed'];
const Balance = z
  .object({ availableBalance: z.string().optional(), currentBalance: z.string(), currency: z.string() })
  .transform(({ availableBalance, currentBalance, currency }, context) => exactMoney(availableBalance ?? currentBalance, currency, context));

export function walletClient({ caller, callbackFor }: WalletParts): Wallet {
  const requested = async (id: string) =>
    caller.get({ operation: 'wallet-state', path: `/mm/requeststates/${encodeURIComponent(id)}`, schema: Request });
  const transaction = async <T>(key: SpendKey, schema: z.ZodType<T>): Promise<T | undefined> => {
    const found = await caller.find({ operation: 'wallet-find', path: `/mm/responses/${paymentIdOf(key.id)}`, schema: Link });
    return found && caller.get({ operation: 'wallet-read', path: `/mm${found.link}`, schema });
  };
  return {
    balance: (msisdn) =>
      caller.find({ operation: 'wallet-balance', path: `/mm/accounts/msisdn/${encodeURIComponent(`+${msisdn}`)}/balance`, schema: Balance }),
    async pay(key, order) {
      const answer = await caller.write({
        ...{ operation: 'wallet-pay', path: '/mm/transactions/type/merchantpay', schema: Request, body: bodyOf(key, order) },
        headers: { 'x-correlationid': paymentIdOf(key.id), ...(callbackFor && { 'x-callback-url': callbackFor(key, order.line) }) },
      });
      if (!answer.ok) return refusedBy('wallet', answer, order, REASONS);
      const { value } = answer;
      return outcomeOf(value.status === 'pending' ? await known(() => requested(value.serverCorrelationId), value) : value);
    },
    async find(key) {
      const found = await transaction(key, Transaction);
      if (found === undefined) return ABSENT;
      if (found.transactionStatus === 'completed') return { status: 'paid', id: found.transactionReference };
      return NO.includes(found.transactionStatus) ? DECLINED : PENDING;
    },
    async row(key) {
      const found = await transaction(key, WithAmount);
      if (found === undefined) return undefined;
      const { transactionStatus: said, amount } = found;
      return { list: 'merchantpay', state: said === 'completed' ? 'done' : NO.includes(said) ? 'refused' : 'pending', amount };
    },
    async giveBack(key, id) {
      const path = `/mm/transactions/${encodeURIComponent(id)}/reversals`;
      const headers = { 'x-correlationid': uuidOf(`back:${key.id}`) };
      const answer = await caller.write({
        operation: 'wallet-back',
        path,
        body: { type: 'reversal' },
        headers,
        schema: z.object({ status: z.string() }),
      });
      if (!answer.ok || answer.value.status === 'failed') throw failed('wallet', 'contract', 'it was not given back');
    },
  };
}

function outcomeOf({ status, objectReference, error }: z.infer<typeof Request>): Paid | Refused | typeof PENDING {
  if (status === 'failed') return error?.errorCode === 'insufficientFunds' ? { status: 'refused', reason: 'wallet-insufficient' } : DECLINED;
  if (status === 'pending') return PENDING;
  if (objectReference === undefined) throw failed('wallet', 'contract', 'completed without a reference');
  return { status: 'paid', id: objectReference };
}

/** It was asked for: a state that cannot be read now is read later. */
const known = async <T>(read: () => Promise<T>, asked: T): Promise<T> => read().catch(() => asked);

function bodyOf({ reference }: SpendKey, { line, amount }: Sent): object {
  return {
    amount: plainOf(amount),
    currency: amount.currency,
    debitParty: [{ key: 'msisdn', value: `+${line}` }],
    requestingOrganisationTransactionReference: reference,
  };
}

/** Without zeros at the end: 25.50 is not an amount there, 25.5 is. */
const plainOf = ({ minor, currency }: Money): string => String(minor / 10 ** MINOR_DIGITS[currency]);

/** What the wallet knows a payment by: of one order always the same. */
export const paymentIdOf = (order: string): string => uuidOf(`pay:${order}`);

/** A UUID that is always the same for the same name (shaped like version 5). */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, variant + hex.slice(18, 20), hex.slice(20, 32)].join('-');
}
