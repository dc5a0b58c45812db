import nock from 'nock';
import { money } from '../../src/domain/money';
import type { SpendKey } from '../../src/domain/spending';
import { mint } from '../../src/domain/spending/key';
import { pageOf } from '../../src/integrations/gateway/page';
import type { GatewayPayment, PaymentGateway } from '../../src/integrations/gateway/port';
import { orderingClient } from '../../src/integrations/orders/client';
import { fundsOf } from '../../src/integrations/payments/funds';
import { spendingKinds } from '../../src/integrations/payments/spending';
import { testCaller } from './parts';

type State = GatewayPayment['state'] | 'absent';
const URL = 'https://bss.example';
const MINUTE = 60_000;
const caller = testCaller({ baseUrl: URL });

/** A gateway whose payment is in the state that it is told. */
function world(state: { now: State; minor?: number; at?: number }) {
  const checkouts: SpendKey[] = [];
  const refunds: SpendKey[] = [];
  const gateway: PaymentGateway = {
    checkout: async (key) => {
      checkouts.push(key);
      state.now = 'open';
      return { url: `https://pay.example/${key.id}` };
    },
    byOrder: async () => undefined,
    payment: async ({ id }) =>
      state.now === 'absent'
        ? undefined
        : { state: state.now, amount: money(state.minor ?? 2_000, 'GTQ'), ...(state.now === 'open' && { url: `https://pay.example/${id}` }) },
    refund: async (key) => {
      refunds.push(key);
      return 'done';
    },
    isGivenBack: async () => refunds.length > 0,
  };
  const page = pageOf({ gateway, country: 'GT', brand: 'Alba', clock: () => state.at ?? 0 });
  const funds = fundsOf({ caller, path: '/pay', wallet: undefined, page });
  const [topUp] = spendingKinds({ prepaid: caller, funds, ordering: orderingClient(caller) });
  if (!topUp) throw new Error('no top-up');
  const means = { id: 'page', kind: 'page' as const, name: 'Tarjeta' };
  const send = () =>
    topUp.send(
      mint('order-0123456789', 'R-7K2M9'),
      { to: '50255550101', means, channel: 'web' },
      { line: '50255550101', amount: money(2_000, 'GTQ'), at: 0 },
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
  const page = { url: 'https://pay.example/order-0123456789', validUntil: 15 * MINUTE };
  expect(await send()).toEqual({ status: 'pending', page });
  expect(await send()).toEqual({ status: 'pending', page }); // looked up: opened once
  state.now = 'pending';
  expect(await send()).toEqual({ status: 'pending' });
  expect(checkouts.map(({ id }) => id)).toEqual(['order-0123456789']);
  state.now = 'paid';
  credits(201, credited);
  expect(await send()).toMatchObject({ status: 'done', facts: { amount: 2_000 } });
});

test('a page that nobody used ends by our own clock; one that somebody began does not', async () => {
  const state: { now: State; at?: number } = { now: 'open', at: 19 * MINUTE };
  const { send, checkouts } = world(state);
  expect(await send()).toMatchObject({ status: 'pending' });
  state.at = 21 * MINUTE;
  expect(await send()).toEqual({ status: 'refused', reason: 'not-paid' });
  state.now = 'pending';
  expect(await send()).toEqual({ status: 'pending' });
  state.now = 'absent';
  expect(await send()).toEqual({ status: 'refused', reason: 'not-paid' }); // too late to open one
  expect(checkouts).toEqual([]);
});

test('a payment of another amount settles nothing', async () => {
  await expect(world({ now: 'paid', minor: 1_999 }).send()).rejects.toMatchObject({ backend: 'gateway', kind: 'contract' });
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
