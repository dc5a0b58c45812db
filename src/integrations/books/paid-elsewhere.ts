import { z } from 'zod';
import type { Operation } from '../../domain/spending';
import type { Witness } from '../../domain/spending/book';
import type { PaymentGateway } from '../gateway/port';
import type { Wallet } from '../wallet/client';

/** What the details of an order say of who was paid: `page` is the gateway's. A debt that is paid from a wallet is the lender's affair. */
const Means = z.object({ means: z.object({ kind: z.string() }) });
const WalletWord = z.object({ means: z.literal('wallet') });

const means = ({ details }: Operation): string | undefined => Means.safeParse(details).data?.means.kind;

/** The card gateway: every order that was to be paid on its page, cards that were only kept included. */
export const gatewayWitness = (gateway: PaymentGateway): Witness => ({
  name: 'gateway',
  concerns: (operation) => means(operation) === 'page' || operation.kind === 'save-card',
  async row(key) {
    const payment = await gateway.payment(key);
    if (payment === undefined) return undefined;
    const { state, amount } = payment;
    if (state === 'rejected' || state === 'expired') return { list: 'payment', state: 'refused', amount };
    if (state !== 'paid') return { list: 'payment', state: 'pending', amount };
    return { list: 'payment', state: (await gateway.isGivenBack(key)) ? 'refused' : 'done', amount };
  },
});

/** The wallet: every order that it paid. */
export const walletWitness = (wallet: Wallet): Witness => ({
  name: 'wallet',
  concerns: (operation) =>
    means(operation) === 'wallet' ||
    (operation.kind === 'subscribe' && operation.amount.minor > 0 && WalletWord.safeParse(operation.details).success),
  row: (key) => wallet.row(key),
});
