import { catalogueClient } from '../../src/integrations/catalogue/client';
import { breaker } from '../../src/integrations/http/breaker';
import { caller, type Caller } from '../../src/integrations/http/caller';
import { clientCredentials } from '../../src/integrations/http/oauth';
import { lendingClient } from '../../src/integrations/lending/client';
import { lendingKinds } from '../../src/integrations/lending/spending';
import { movementsClient } from '../../src/integrations/movements/client';
import { orderingClient } from '../../src/integrations/orders/client';
import { invoiceKinds } from '../../src/integrations/payments/invoices';
import { meansClient } from '../../src/integrations/payments/client';
import { fundsOf } from '../../src/integrations/payments/funds';
import { spendingKinds } from '../../src/integrations/payments/spending';
import { receiptsClient } from '../../src/integrations/receipts/client';
import { simSwapClient } from '../../src/integrations/sim-swap/client';
import { subscriptionsClient } from '../../src/integrations/subscriptions/client';
import { subscriptionKinds } from '../../src/integrations/subscriptions/spending';
import { walletClient } from '../../src/integrations/wallet/client';
import type { TestSandbox } from '../support/sandbox';
import { PATIENT_MS } from './parts';

const PAYMENTS = '/tmf-api/paymentManagement/v4';
export type MoneyClients = ReturnType<typeof moneyClients>;

/** Clients and kinds as the product makes them, against the stand-in operator. @param urls of backends that are elsewhere */
export function moneyClients({ url, access }: Pick<TestSandbox, 'url' | 'access'>, deadlineMs: number, urls: Readonly<Record<string, string>> = {}) {
  const clock = Date.now;
  const reach = (backend: string) => ({ backend, deadlineMs, clock, breaker: breaker(clock, { failures: 1_000 }) });
  const { clientId, clientSecret } = access;
  const authorize = clientCredentials({ ...reach('oauth'), deadlineMs: PATIENT_MS, tokenUrl: `${url}/oauth/token`, clientId, clientSecret });
  const to = (backend: string): Caller => caller({ ...reach(backend), baseUrl: urls[backend] ?? url, authorize, random: () => 0.01 });
  const wallet = walletClient({ caller: to('wallet') });
  const payments = to('payments');
  const funds = fundsOf({ caller: payments, path: PAYMENTS, wallet });
  const ordering = orderingClient(to('orders'));
  const means = meansClient({ caller: payments, wallet, clock });
  const lending = to('lending');
  return {
    ...{ means, wallet, catalogue: catalogueClient(to('catalogue')), lending: lendingClient(lending), simSwap: simSwapClient(to('sim-swap')) },
    ...{
      subscriptions: subscriptionsClient(to('inventory')),
      movements: movementsClient(to('prepaid')),
      receipts: receiptsClient(payments, PAYMENTS),
    },
    kinds: [
      ...spendingKinds({ prepaid: to('prepaid'), funds, ordering }),
      ...invoiceKinds({ caller: payments, path: PAYMENTS, funds }),
      ...subscriptionKinds({ funds, ordering, means }),
      ...lendingKinds(lending),
    ],
  };
}
