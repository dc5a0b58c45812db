import nock from 'nock';
import { mint } from '../../src/domain/spending/key';
import { catalogueClient } from '../../src/integrations/catalogue/client';
import { lendingClient } from '../../src/integrations/lending/client';
import { movementsClient } from '../../src/integrations/movements/client';
import { orderingClient } from '../../src/integrations/orders/client';
import { fundsOf } from '../../src/integrations/payments/funds';
import { spendingKinds } from '../../src/integrations/payments/spending';
import { receiptsClient } from '../../src/integrations/receipts/client';
import { subscriptionsClient } from '../../src/integrations/subscriptions/client';
import { walletClient } from '../../src/integrations/wallet/client';
import type { SpendKind } from '../../src/domain/spending';
import { BASE, failureOf, onlyNock, testCaller } from './parts';

onlyNock();

const LINE = '50255550101';
const TOP_UP = '/tmf-api/prepayBalanceManagement/v4/topupBalance';
const caller = testCaller();
const wallet = walletClient({ caller, callbackFor: ({ id }) => `https://bot.test/hook/${id}` });
const kinds = spendingKinds({
  prepaid: caller,
  funds: fundsOf({ caller, path: '/tmf-api/payment/v4', wallet }),
  ordering: orderingClient(caller),
});
const kindOf = (name: string): SpendKind => kinds.find(({ kind }) => kind === name) as SpendKind;
const key = mint('order-of-this-test-1', 'R-TEST2');
const card = { to: LINE, means: { id: 'c1', kind: 'card', name: 'Visa ••4242' }, channel: 'webchat' };
const amount = { minor: 1999, currency: 'GTQ' } as const;
const first = { line: LINE, amount, first: true } as const;
const again = { line: LINE, amount } as const;

test('19.99 goes out as 19.99, under the key of the order, and comes back as 1999', async () => {
  const answer = { id: 't', status: 'completed', amount: { amount: 19.99, units: 'GTQ' }, balanceAfter: { amount: '57.49', units: 'GTQ' } };
  nock(BASE, { reqheaders: { 'idempotency-key': key.id } })
    .post(TOP_UP, (body) => JSON.stringify(body.amount) === '{"amount":19.99,"units":"GTQ"}')
    .reply(201, answer);
  expect(await kindOf('top-up').send(key, card, first)).toEqual({ status: 'done', facts: { amount: 1999, balanceAfter: 5749 } });
});

test.each([
  ['money of another country', 201, { id: 't', status: 'completed', balanceAfter: { amount: 5, units: 'EUR' } }],
  ['a third of a cent', 201, { id: 't', status: 'completed', balanceAfter: { amount: 5.333, units: 'GTQ' } }],
  ['an unknown state', 201, { id: 't', status: 'perhaps' }],
  ['no JSON', 201, '<html>'],
  ['a server that failed', 500, {}],
  ['a server that is busy', 429, {}],
  ['a conflict without a reason', 409, {}],
  ['a key that was used for something else', 422, { code: 'key-reused' }],
])('%s leaves a top-up in doubt', async (_, status, body) => {
  nock(BASE).post(TOP_UP).reply(status, body);
  expect((await failureOf(kindOf('top-up').send(key, card, first))).untouched).toBe(false);
});

test('a bare no is a no to what was never sent before, and says nothing about what was', async () => {
  nock(BASE).post(TOP_UP).times(2).reply(403, { code: '50', reason: 'Access denied' });
  expect(await kindOf('top-up').send(key, card, first)).toEqual({ status: 'refused', reason: 'other' });
  await failureOf(kindOf('top-up').send(key, card, again));
  nock(BASE).post(TOP_UP).reply(409, { code: 'card-declined' });
  expect(await kindOf('top-up').send(key, card, again)).toEqual({ status: 'refused', reason: 'card-declined' });
});

test('a look-up whose filter was ignored finds nothing that is not ours', async () => {
  nock(BASE)
    .get(TOP_UP)
    .query(true)
    .reply(200, [{ id: 'x', externalId: 'somebody-else', status: 'completed' }]);
  expect(await kindOf('voucher').find?.(key, { to: LINE, channel: 'webchat' }, again)).toEqual({ status: 'absent' });
});

test('a scratch card is not sent again without its PIN', async () => {
  expect(await kindOf('voucher').send(key, { to: LINE, channel: 'webchat' }, again)).toEqual({ status: 'pending' });
});

test('the wallet gets an amount without zeros at the end, the same UUID each time, and where to call', async () => {
  const seen: unknown[] = [];
  nock(BASE)
    .post('/mm/transactions/type/merchantpay')
    .times(2)
    .reply(202, function (_uri, body) {
      seen.push([this.req.headers['x-correlationid'], this.req.headers['x-callback-url'], body]);
      return { serverCorrelationId: 's1', status: 'pending' };
    });
  nock(BASE).get('/mm/requeststates/s1').times(2).reply(200, { serverCorrelationId: 's1', status: 'pending' });
  const order = { line: LINE, amount: { minor: 2550, currency: 'GTQ' } } as const;
  await wallet.pay(key, { ...order, first: true });
  await wallet.pay(key, order);
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]).toMatchObject([expect.anything(), expect.anything(), { amount: '25.5', currency: 'GTQ' }]);
  expect(String((seen[0] as unknown[])[0])).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('a wallet that paid and has no reference, or cannot give back, is no end', async () => {
  nock(BASE).post('/mm/transactions/type/merchantpay').reply(202, { serverCorrelationId: 's1', status: 'completed' });
  await failureOf(wallet.pay(key, first));
  nock(BASE).post('/mm/transactions/MM1/reversals').reply(409, { errorCode: 'requestDeclined' });
  await failureOf(wallet.giveBack(key, 'MM1'));
});

test('half a catalogue, a total that does not add up, and somebody else’s movements are failures', async () => {
  const offering = { id: 'GT-M1', category: [{ id: 'all-in-one' }], productOfferingPrice: [{ id: 'only-a-reference' }] };
  nock(BASE)
    .get(/productOffering/)
    .times(2)
    .query(true)
    .reply(200, [offering]);
  await failureOf(catalogueClient(caller).packs(LINE));
  await failureOf(catalogueClient(caller).topUps(LINE));
  const money = (value: number) => ({ unit: 'GTQ', value });
  nock(BASE)
    .get(/eligibleBundle/)
    .reply(200, [{ id: 'a', type: 'advance', name: 'A', amount: money(10), fee: money(2), total: money(13) }]);
  await failureOf(lendingClient(caller).offers(LINE));
  const other = { id: 'm', confirmationDate: '2026-11-20T10:00:00Z', amount: { amount: 1, units: 'GTQ' }, logicalResource: [{ id: '50255550102' }] };
  nock(BASE)
    .get(/adjustBalance/)
    .query(true)
    .reply(200, [other]);
  nock(BASE).get(/usage/).query(true).reply(200, []);
  await failureOf(movementsClient(caller).of(LINE, 0));
  nock(BASE)
    .get(/payment$/)
    .query(true)
    .reply(200, [{ id: 'p', status: 'applied', totalAmount: money(1), paymentDate: 'yesterday', payer: { id: LINE } }]);
  await failureOf(receiptsClient(caller, '/p').of(LINE, 0));
  const product = { id: 's', status: 'active', productCharacteristic: [{ name: 'msisdn', value: LINE }], productOffering: { id: 'GT-A1' } };
  nock(BASE)
    .get(/product$/)
    .query(true)
    .reply(200, [product]);
  await failureOf(subscriptionsClient(caller).of(LINE));
});
