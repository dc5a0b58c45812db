import type { Config } from '../config';
import type { Ports } from '../dialogs/skills';
import type { SpendKind } from '../domain/spending';
import { catalogueClient } from '../integrations/catalogue/client';
import { pageOf } from '../integrations/gateway/page';
import type { PaymentGateway } from '../integrations/gateway/port';
import { caller, type Caller, type CallerParts } from '../integrations/http/caller';
import { lendingClient } from '../integrations/lending/client';
import { lendingKinds } from '../integrations/lending/spending';
import { movementsClient } from '../integrations/movements/client';
import { orderingClient } from '../integrations/orders/client';
import { meansClient } from '../integrations/payments/client';
import { fundsOf } from '../integrations/payments/funds';
import { spendingKinds } from '../integrations/payments/spending';
import { receiptsClient } from '../integrations/receipts/client';
import { simSwapClient } from '../integrations/sim-swap/client';
import { subscriptionsClient } from '../integrations/subscriptions/client';
import { subscriptionKinds } from '../integrations/subscriptions/spending';
import { walletClient, type Wallet } from '../integrations/wallet/client';
import { memberOf } from '../state/ledger-keys';

/** As the customer sees it among the means of payment. */
const PAGE = 'Tarjeta';

type MoneyPorts = Pick<Ports, 'catalogue' | 'means' | 'lending' | 'subscriptions' | 'simSwap' | 'movements' | 'receipts'>;
type Reached = Omit<CallerParts, 'baseUrl' | 'random'>;

interface MoneyReach {
  /** How a backend is reached under the operator's token. */
  readonly reach: (backend: string) => Reached;
  readonly clock: () => number;
  /** A card gateway with a hosted page, where there is one. */
  readonly gateway?: PaymentGateway;
}

/**
 * What money skills see of the operator, and its ways of moving money. Wallet, lending and SIM swap are there where they are configured, or where
 * the sandbox is the operator.
 */
export function moneyBackends(config: Config, { reach, clock, gateway }: MoneyReach): MoneyPorts & { readonly kinds: readonly SpendKind[] } {
  const at = (backend: string, baseUrl: string): Caller => caller({ ...reach(backend), baseUrl, random: Math.random });
  const tmf = (backend: string): Caller => at(backend, config.TMF_BASE_URL);
  const other = (backend: string, set: string | undefined): Caller | undefined => {
    const baseUrl = set ?? (config.SANDBOX_URL === undefined ? undefined : config.TMF_BASE_URL);
    return baseUrl === undefined ? undefined : at(backend, baseUrl);
  };
  const [wallets, loans, swaps] = [other('wallet', config.WALLET_URL), other('lending', config.LENDING_URL), other('sim-swap', config.SIM_SWAP_URL)];
  const wallet = wallets && walletOf(wallets, config);
  const [payments, path] = [tmf('payments'), config.PAYMENT_PATH];
  const funds = fundsOf({ caller: payments, path, wallet, page: gateway && pageOf(gateway, config.OPERATOR_COUNTRY, config.BRAND_NAME) });
  const [ordering, inventory] = [orderingClient(tmf('orders')), tmf('subscriptions')];
  const prepaid = tmf('top-up');
  const means = meansClient({ caller: payments, wallet, clock, page: gateway && PAGE });
  return {
    ...{ catalogue: catalogueClient(tmf('catalogue')), means, subscriptions: subscriptionsClient(inventory) },
    ...{ movements: movementsClient(tmf('movements')), receipts: receiptsClient(payments, path) },
    ...(loans && { lending: lendingClient(loans) }),
    ...(swaps && { simSwap: simSwapClient(swaps) }),
    kinds: [...spendingKinds({ prepaid, funds, ordering }), ...subscriptionKinds({ funds, ordering, means }), ...(loans ? lendingKinds(loans) : [])],
  };
}

/** A callback names an order as the ledger's index does: no number of anybody's is in it. */
function walletOf(wallets: Caller, { WALLET_CALLBACK_URL: base, OTP_PEPPER: pepper }: Config): Wallet {
  if (base === undefined) return walletClient({ caller: wallets });
  const callbackFor = ({ id }: { readonly id: string }, line: string): string => `${base.replace(/\/+$/, '')}/${memberOf(pepper, line, id)}`;
  return walletClient({ caller: wallets, callbackFor });
}
