import fc from 'fast-check';
import nock from 'nock';
import { prepaidClient } from '../../src/integrations/prepaid/client';
import type { Buckets } from '../../src/integrations/prepaid/port';
import { BASE, failureOf, memory, onlyNock, said, testCaller } from './parts';

const MSISDN = '50255550101';
const GB = 1024 ** 3;

onlyNock();

const prepaid = (remembering = memory()) => prepaidClient({ caller: testCaller(), ...remembering });

/** The backend answers with these buckets, all of the line unless they say otherwise. */
function backend(...buckets: object[]): void {
  const all = buckets.map((bucket) => ({ status: 'active', logicalResource: [{ id: MSISDN }], ...bucket }));
  nock(BASE)
    .get('/tmf-api/prepayBalanceManagement/v4/bucket')
    .query({ 'logicalResource.id': MSISDN, status: 'active', limit: '100' })
    .reply(200, all, { 'x-total-count': String(all.length) });
}

async function read(...buckets: object[]): Promise<Buckets> {
  backend(...buckets);
  return (await prepaid().buckets(MSISDN)).value;
}

const money = (amount: number | string, more: object = {}): object => ({
  usageType: 'monetary',
  name: 'Saldo',
  remainingValue: { amount, units: 'GTQ' },
  ...more,
});
const GTQ = (minor: number) => ({ minor, currency: 'GTQ' });

test('money, promotional money, and what is left of each allowance', async () => {
  const buckets = await read(
    money(37.5, { '@type': 'MainBalance', validFor: { endDateTime: '2026-12-12T23:59:59-06:00' } }),
    money(5, { '@type': 'Bonus', name: 'Saldo promocional', description: 'Solo llamadas a la misma red' }),
    { usageType: 'data', name: 'Datos', remainingValue: { amount: 1.5, units: 'GB' }, initialValue: { amount: 3, units: 'GB' } },
    { usageType: 'voice', name: 'Minutos', remainingValue: { amount: 45, units: 'min' } },
    { usageType: 'sms', name: 'Mensajes', remainingValue: { amount: 20, units: 'SMS' }, validFor: {} },
    {
      usageType: 'other',
      name: 'WhatsApp para chatear',
      remainingValue: { units: 'unlimited' },
      validFor: { endDateTime: '2026-11-24T05:59:59.000Z' },
    },
  );
  expect(buckets).toEqual({
    balances: [
      { name: 'Saldo', main: true, amount: GTQ(3750), until: Date.parse('2026-12-13T05:59:59Z') },
      { name: 'Saldo promocional', main: false, amount: GTQ(500), only: 'Solo llamadas a la misma red' },
    ],
    allowances: [
      { kind: 'data', name: 'Datos', left: 1.5 * GB, of: 3 * GB },
      { kind: 'voice', name: 'Minutos', left: 2700 },
      { kind: 'sms', name: 'Mensajes', left: 20 },
      { kind: 'social', name: 'WhatsApp para chatear', until: Date.parse('2026-11-24T05:59:59Z') },
    ],
  });
});

test('no buckets is an answer', async () => {
  await expect(read()).resolves.toEqual({ balances: [], allowances: [] });
});

test('which balance is the main one', async () => {
  const main = async (...buckets: object[]): Promise<(string | boolean)[][]> =>
    (await read(...buckets)).balances.map((balance) => [balance.name, balance.main]);
  expect(await main(money(1, { name: 'A' }), money(2, { name: 'B', '@type': 'MainBalance' }))).toEqual([
    ['A', false],
    ['B', true],
  ]);
  expect(await main(money(1, { name: 'A' }), money(2, { name: 'saldo' }))).toEqual([
    ['A', false],
    ['saldo', true],
  ]);
  expect(await main(money(1, { name: 'X', '@type': 'Bonus' }), money(2, { name: 'A' }), money(3, { name: 'B' }))).toEqual([
    ['X', false],
    ['A', true],
    ['B', false],
  ]);
  expect(await main(money(1, { '@type': 'Bonus' }))).toEqual([['Saldo', false]]);
});

test('what is suspended or expired, or of a kind we do not know, is left out', async () => {
  const buckets = await read(
    money(1, { status: 'suspended' }),
    money(2, { status: 'expired' }),
    { usageType: 'points', remainingValue: { amount: 10, units: 'points' } },
    { usageType: 'other', remainingValue: { amount: 10, units: 'points' } },
    money(3, { status: 'Active' }),
  );
  expect(buckets).toEqual({ balances: [{ name: 'Saldo', main: true, amount: GTQ(300) }], allowances: [] });
});

test('nulls and blanks are nothing, and unlimited data is not counted', async () => {
  const nothing = { description: null, initialValue: null, validFor: null };
  await expect(read({ ...nothing, usageType: 'data', name: '  ', remainingValue: { amount: null, units: 'unlimited' } })).resolves.toEqual({
    balances: [],
    allowances: [{ kind: 'data', name: 'data' }],
  });
  await expect(read({ ...money(1), ...nothing, status: null, validFor: { endDateTime: null } })).resolves.toMatchObject({
    balances: [{ amount: GTQ(100) }],
  });
});

test('cents are exact, whatever floats think of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -99_999_999, max: 99_999_999 }), async (minor) => {
      const { balances } = await read(money(minor / 100));
      expect(balances[0]?.amount).toEqual(GTQ(minor));
    }),
    { numRuns: 50 },
  );
  expect((await read(money('19.99'))).balances[0]?.amount).toEqual(GTQ(1999));
  expect((await read(money(86_800, { remainingValue: { amount: 337_280, units: 'PYG' } }))).balances[0]?.amount).toEqual({
    minor: 337_280,
    currency: 'PYG',
  });
});

test.each([
  ['money without an amount', money(1, { remainingValue: { units: 'GTQ' } })],
  ['money without a value', { usageType: 'monetary' }],
  ['money of another country', money(1, { remainingValue: { amount: 1, units: 'EUR' } })],
  ['half a cent', money(1.005)],
  ['an amount in words', money('mucho')],
  ['an amount of another type', money(1, { remainingValue: { amount: true, units: 'GTQ' } })],
  ['data in minutes', { usageType: 'data', remainingValue: { amount: 1, units: 'min' } }],
  ['data without an amount', { usageType: 'data', remainingValue: { units: 'GB' } }],
  ['less than nothing', { usageType: 'data', remainingValue: { amount: -1, units: 'GB' } }],
  ['an hour of nowhere', money(1, { validFor: { endDateTime: '2026-12-12T23:59:59' } })],
  ['no usage type', { remainingValue: { amount: 1, units: 'GTQ' } }],
  ["somebody else's bucket", money(1, { logicalResource: [{ id: '50255559999' }] })],
])('%s is the contract broken', async (_, bucket) => {
  backend(money(2), bucket);
  const error = await failureOf(prepaid().buckets(MSISDN));
  expect([error.backend, error.kind]).toEqual(['thing', 'contract']);
  expect(said(error)).not.toContain('50255559999');
});

test('a line may be named with its plus, by one reference, or not at all', async () => {
  const named = [{ logicalResource: { id: `+${MSISDN}` } }, { logicalResource: undefined }, { logicalResource: null }];
  for (const names of named) expect((await read(money(1, names))).balances).toHaveLength(1);
});

test('the backend away: what was read before, with its age', async () => {
  const remembering = memory(() => 7);
  backend(money(37.5, { '@type': 'MainBalance' }), { usageType: 'data', name: 'Datos', remainingValue: { amount: 1, units: 'GB' } });
  const client = prepaid(remembering);
  const fresh = await client.buckets(MSISDN);
  expect(fresh).toMatchObject({ at: 7, stale: false });
  nock(BASE).get('/tmf-api/prepayBalanceManagement/v4/bucket').query(true).reply(500);
  await expect(client.buckets(MSISDN)).resolves.toEqual({ ...fresh, stale: true });
});
