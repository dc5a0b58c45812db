import type { Config } from '../config';
import type { Ports } from '../dialogs/skills';
import type { SpendKind } from '../domain/spending';
import type { Witness } from '../domain/spending/book';
import { billsClient } from '../integrations/bills/client';
import { gatewayWitness, walletWitness } from '../integrations/books/paid-elsewhere';
import { catalogueClient } from '../integrations/catalogue/client';
import type { PaymentGateway } from '../integrations/gateway/port';
import { caller, type Caller, type CallerParts } from '../integrations/http/caller';
import { lendingClient } from '../integrations/lending/client';
import { lendingKinds } from '../integrations/lending/spending';
import { movementsClient } from '../integrations/movements/client';
import { orderingClient } from '../integrations/orders/client';
import { invoiceKinds } from '../integrations/payments/invoices';
import { cardKinds, savedCards } from '../integrations/payments/cards';
import { meansClient } from '../integrations/payments/client';
import { fundsOf } from '../integrations/payments/funds';
import { spendingKinds } from '../integrations/payments/spending';
import { receiptsClient } from '../integrations/receipts/client';
import { recurringClient, recurringKinds } from '../integrations/recurring/client';
import { simSwapClient } from '../integrations/sim-swap/client';
import { subscriptionsClient } from '../integrations/subscriptions/client';
import { subscriptionKinds } from '../integrations/subscriptions/spending';
import { walletClient, type Wallet } from '../integrations/wallet/client';
import { memberOf } from '../state/ledger-keys';
import type { PayLinks } from '../state/pay-links';
import { cardGateway, mandateNotice, openLinks } from './gateway';

/** As the customer sees it among the means of payment. */
const PAGE = 'Tarjeta';

type MoneyPorts = Pick<
  Ports,
  'bills' | 'openLinks' | 'savedCards' | 'recurring' | 'catalogue' | 'means' | 'lending' | 'subscriptions' | 'simSwap' | 'movements' | 'receipts'
>;
type Reached = Omit<CallerParts, 'baseUrl' | 'random'>;

interface MoneyReach {
  /** How a backend is reached under the operator's token. */
  readonly reach: (backend: string) => Reached;
  readonly clock: () => number;
  /** Where links to pages of the card gateway are kept. */
  readonly links?: PayLinks;
}

/**
 * What money skills see of the operator, and its ways of moving money. Wallet, lending and SIM swap are there where they are configured, or where
 * the sandbox is the operator.
 */
export function moneyBackends(
  config: Config,
  { reach, clock, links }: MoneyReach,
): MoneyPorts & { readonly kinds: readonly SpendKind[]; readonly gateway?: PaymentGateway; readonly witnesses: readonly Witness[] } {
  const at = (backend: string, baseUrl: string): Caller => caller({ ...reach(backend), baseUrl, random: Math.random });
  const tmf = (backend: string): Caller => at(backend, config.TMF_BASE_URL);
  const other = (backend: string, set: string | undefined): Caller | undefined => {
    const baseUrl = set ?? (config.SANDBOX_URL === undefined ? undefined : config.TMF_BASE_URL);
    return baseUrl === undefined ? undefined : at(backend, baseUrl);
  };
  const [wallets, loans, swaps] = [other('wallet', config.WALLET_URL), other('lending', config.LENDING_URL), other('sim-swap', config.SIM_SWAP_URL)];
  const [wallet, payments, path] = [wallets && walletOf(wallets, config), tmf('payments'), config.PAYMENT_PATH];
  const cards = cardGateway(config, { reach, clock, ...(links && { links }) });
  const funds = fundsOf({ caller: payments, path, wallet, page: cards?.page });
  const [ordering, prepaid] = [orderingClient(tmf('orders')), tmf('top-up')];
  const { recurring, kinds } = byItself(config, tmf('recurring'));
  const means = meansClient({ caller: payments, wallet, clock, page: cards && PAGE });
  return {
    ...{ ...seen(tmf, payments, path), means, recurring },
    ...(loans && { lending: lendingClient(loans) }),
    ...(swaps && { simSwap: simSwapClient(swaps) }),
    ...(cards && { gateway: cards.gateway, ...(links && { openLinks: openLinks(config, links, clock) }) }),
    witnesses: [...(cards ? [gatewayWitness(cards.gateway)] : []), ...(wallet ? [walletWitness(wallet)] : [])],
    kinds: [
      ...kinds,
      ...(cards ? cardKinds({ caller: payments, page: cards.page }) : []),
      ...spendingKinds({ prepaid, funds, ordering }),
      ...invoiceKinds({ caller: payments, path, funds }),
      ...subscriptionKinds({ funds, ordering, means }),
      ...(loans ? lendingKinds(loans) : []),
    ],
  };
}

/** What is only looked at, and cards. */
const seen = (tmf: (backend: string) => Caller, payments: Caller, path: string) => ({
  ...{ catalogue: catalogueClient(tmf('catalogue')), subscriptions: subscriptionsClient(tmf('subscriptions')) },
  ...{ movements: movementsClient(tmf('movements')), receipts: receiptsClient(payments, path) },
  ...{ bills: billsClient(tmf('bills')), savedCards: savedCards(payments) },
});

/** Bills that are charged by themselves. */
const byItself = (config: Config, plans: Caller) => ({
  recurring: recurringClient(plans),
  kinds: recurringKinds(plans, (mandate) => mandateNotice(config, mandate)),
});

/** A callback names an order as the ledger's index does: no number of anybody's is in it. */
function walletOf(wallets: Caller, { WALLET_CALLBACK_URL: base, OTP_PEPPER: pepper }: Config): Wallet {
  if (base === undefined) return walletClient({ caller: wallets });
  const callbackFor = ({ id }: { readonly id: string }, line: string): string => `${base.replace(/\/+$/, '')}/${memberOf(pepper, line, id)}`;
  return walletClient({ caller: wallets, callbackFor });
}
