import nock from 'nock';
import { money } from '../../src/domain/money';
import type { SpendKey } from '../../src/domain/spending';
import { mint } from '../../src/domain/spending/key';
import { pageOf } from '../../src/integrations/gateway/page';
import type { PaymentGateway } from '../../src/integrations/gateway/port';
import { orderingClient } from '../../src/integrations/orders/client';
import { fundsOf } from '../../src/integrations/payments/funds';
import { spendingKinds } from '../../src/integrations/payments/spending';
import { testCaller } from './parts';

type State = Awaited<ReturnType<PaymentGateway['payment']>>;
const URL = 'https://bss.example';
const caller = testCaller({ baseUrl: URL });

/** A gateway whose payment is in the state that it is told. */
function world(state: { now: State }) {
  const checkouts: SpendKey[] = [];
  const refunds: SpendKey[] = [];
  const gateway: PaymentGateway = {
    checkout: async (key) => {
      checkouts.push(key);
      return { url: `https://pay.example/${key.id}`, validUntil: 1_000 };
    },
    payment: async () => state.now,
    refund: async (key) => {
      refunds.push(key);
      return 'done';
    },
  };
  const funds = fundsOf({ caller, path: '/pay', wallet: undefined, page: pageOf(gateway, 'GT', 'Alba') });
  const [topUp] = spendingKinds({ prepaid: caller, funds, ordering: orderingClient(caller) });
  if (!topUp) throw new Error('no top-up');
  const means = { id: 'page', kind: 'page' as const, name: 'Tarjeta' };
  const send = () =>
    topUp.send(
      mint('order-0123456789', 'R-7K2M9'),
      { to: '50255550101', means, channel: 'web' },
      { line: '50255550101', amount: money(2_000, 'GTQ') },
    );
  return { send, checkouts, refunds };
}
const credits = (status: number, body: object) => nock(URL).post('/tmf-api/prepayBalanceManagement/v4/topupBalance').reply(status, body);
const credited = { id: 't1', externalId: 'order-0123456789', status: 'completed', amount: { amount: 20, units: 'GTQ' } };

beforeAll(() => nock.disableNetConnect());
afterAll(() => nock.enableNetConnect());
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

test('the customer gets a page, and nothing is credited before the gateway itself says paid', async () => {
  const state: { now: State } = { now: 'absent' };
  const { send, checkouts } = world(state);
  expect(await send()).toEqual({ status: 'pending', page: { url: 'https://pay.example/order-0123456789', validUntil: 1_000 } });
  state.now = 'pending';
  expect(await send()).toMatchObject({ status: 'pending' });
  expect(checkouts.map(({ id }) => id)).toEqual(['order-0123456789', 'order-0123456789']); // the same key: the same page
  state.now = 'paid';
  credits(201, credited);
  expect(await send()).toMatchObject({ status: 'done', facts: { amount: 2_000 } });
});

test.each(['rejected', 'expired'] as const)('%s: nothing is credited', async (now) => {
  const { send, checkouts } = world({ now });
  expect(await send()).toMatchObject({ status: 'refused' });
  expect(checkouts).toEqual([]);
});

test('paid, and refused by the operator: it is given back', async () => {
  const { send, refunds } = world({ now: 'paid' });
  credits(409, { code: 'not-eligible', reason: 'not-eligible' });
  expect(await send()).toMatchObject({ status: 'refused', reason: 'not-eligible' });
  expect(refunds).toHaveLength(1);
});
