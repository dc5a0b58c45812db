import nock from 'nock';
import { linesClient } from '../../src/integrations/lines/client';
import type { Line } from '../../src/integrations/lines/port';
import { BASE, failureOf, memory, onlyNock, testCaller } from './parts';

const MSISDN = '50255550104';

onlyNock();

const lines = (remembering = memory()) => linesClient({ caller: testCaller(), ...remembering });

function backend(...products: object[]): void {
  nock(BASE)
    .get('/tmf-api/productInventory/v4/product')
    .query({ 'productCharacteristic.value': MSISDN, limit: '100' })
    .reply(200, products, { 'x-total-count': String(products.length) });
}

async function find(...products: object[]): Promise<Line | undefined> {
  backend(...products);
  return lines().find(MSISDN);
}

type Characteristics = readonly (readonly [name: string, value: unknown])[];
const product = (more: object = {}, characteristics: Characteristics = [], kind: unknown = 'postpaid'): object => ({
  id: 'p',
  status: 'active',
  name: 'Plan Pospago 199',
  productCharacteristic: [['msisdn', MSISDN] as const, ['lineType', kind] as const, ...characteristics].map(([name, value]) => ({
    name,
    value,
  })),
  ...more,
});
const recurring = (value: unknown, period = 'month', unit = 'GTQ'): object => ({
  priceType: 'recurring',
  recurringChargePeriod: period,
  price: { taxIncludedAmount: { unit, value } },
});
const party = (name: string | null, more: object = {}): object => ({ relatedParty: [{ id: 'c', name, role: 'owner', ...more }] });

test('a line, its plan and its holder', async () => {
  const line = await find(
    product(
      {
        startDate: '2024-11-21T06:00:00Z',
        productPrice: [{ priceType: 'usage', price: {} }, recurring(199)],
        relatedParty: [
          { id: 'a', name: 'Agente Uno', role: 'seller' },
          { id: 'b', name: 'Ana Lucía Morales Estrada', role: 'owner', '@referredType': 'Individual' },
        ],
      },
      [
        ['included', '20 GB'],
        ['included', '500 minutos'],
        ['nextRenewalDate', '2026-12-03T06:00:00.000Z'],
        ['anything', { of: ['any', 'type'] }],
      ],
    ),
  );
  expect(line).toEqual({
    msisdn: MSISDN,
    status: 'active',
    holder: 'Ana',
    plan: {
      name: 'Plan Pospago 199',
      kind: 'postpaid',
      price: { amount: { minor: 19_900, currency: 'GTQ' }, every: 'month' },
      includes: ['20 GB', '500 minutos'],
      since: Date.parse('2024-11-21T06:00:00Z'),
      renews: Date.parse('2026-12-03T06:00:00Z'),
    },
  });
});

test('a line that pays as it goes has little to say', async () => {
  const plain = product(
    { name: 'Prepago Diario', productPrice: [{ priceType: 'usage', price: { taxIncludedAmount: { unit: 'GTQ', value: 0 } } }] },
    [],
    'Prepaid',
  );
  await expect(find(plain)).resolves.toEqual({
    msisdn: MSISDN,
    status: 'active',
    plan: { name: 'Prepago Diario', kind: 'prepaid', includes: [] },
  });
});

test('a number that is not of this operator', async () => {
  await expect(find()).resolves.toBeUndefined();
});

test('subscriptions and homes are no lines, nor are the lines of others', async () => {
  const of = (...characteristics: Characteristics): object =>
    product({ productCharacteristic: characteristics.map(([name, value]) => ({ name, value })) });
  await expect(
    find(of(['msisdn', MSISDN], ['paidFrom', 'bill']), of(['contract', MSISDN]), of(['msisdn', '50255559999'], ['lineType', 'prepaid'])),
  ).resolves.toBeUndefined();
});

test.each([
  ['active', 'active'],
  ['Active', 'active'],
  ['pendingTerminate', 'active'],
  ['suspended', 'suspended'],
  ['terminated', 'terminated'],
  ['cancelled', 'terminated'],
  ['aborted ', 'terminated'],
  ['aborted', 'terminated'],
  ['created', undefined],
  ['pendingActive', undefined],
])('status %j is %s', async (status, expected) => {
  expect((await find(product({ status })))?.status).toBe(expected);
});

test.each([
  ['suspended', 'stolen', true],
  ['suspended', 'Reporte de robo', true],
  ['suspended', 'Falta de pago', undefined],
  ['suspended', undefined, undefined],
  ['active', 'stolen', undefined],
])('%s for %j: reported stolen is %s', async (status, statusReason, stolen) => {
  expect((await find(product({ status, statusReason })))?.stolen).toBe(stolen);
});

test('of a number given out again, the line in use; of two ends, the last', async () => {
  const old = product({ status: 'terminated', name: 'older', startDate: '2019-01-01T00:00:00Z' });
  const later = product({ status: 'terminated', name: 'later', startDate: '2022-01-01T00:00:00Z' });
  expect((await find(old, later, product({ name: 'in use', startDate: '2018-01-01T00:00:00Z' })))?.plan.name).toBe('in use');
  expect((await find(old, later))?.plan.name).toBe('later');
});

test.each([
  ['María Fernanda López Ajú', 'María'],
  ['JOSÉ ANTONIO PÉREZ', 'José'],
  ['óscar rivas', 'Óscar'],
  ['  Luz Adriana', 'Luz'],
  ['Comercial La Ceiba, S. A.', undefined],
  ['López, María', undefined],
  ['Inversiones SA', undefined],
  ['Ma. Fernanda', undefined],
  ['Cliente 4431', undefined],
  ['', undefined],
  [null, undefined],
])('the holder %j is greeted as %s', async (name, expected) => {
  expect((await find(product(party(name))))?.holder).toBe(expected);
});

test('an organisation has no given name', async () => {
  expect((await find(product(party('Transportes El Quetzal', { '@referredType': 'Organization' }))))?.holder).toBeUndefined();
});

test.each([
  ['day', 'day'],
  ['1 week', 'week'],
  ['Months', 'month'],
  ['year', undefined],
])('a price each %s is each %s', async (period, every) => {
  expect((await find(product({ productPrice: recurring(1, period) })))?.plan.price?.every).toBe(every);
});

test('values may come as one list; a date that cannot be read is left out', async () => {
  const line = await find(
    product({}, [
      ['included', ['1 GB', 30, '']],
      ['nextRenewalDate', 'soon'],
    ]),
  );
  expect(line?.plan).toEqual({ name: 'Plan Pospago 199', kind: 'postpaid', includes: ['1 GB', '30'] });
});

test.each([
  ['an unknown status', product({ status: 'sleeping' })],
  ['no status', product({ status: undefined })],
  ['an unknown kind of line', product({}, [], 'satellite')],
  ['money that is none', product({ productPrice: [recurring('many')] })],
  ['half a cent', product({ productPrice: [recurring(1.005)] })],
  ['an hour of nowhere', product({ startDate: '2024-11-21' })],
  ['characteristics of another type', product({ productCharacteristic: 'none' })],
])('%s is the contract broken', async (_, broken) => {
  backend(broken);
  expect((await failureOf(lines().find(MSISDN))).kind).toBe('contract');
});

test('read answers with the last-known line when the backend is away; find never does', async () => {
  const client = lines(memory(() => 9));
  backend(product({ productPrice: [recurring(199)], ...party('Ana Lucía') }, [['included', '20 GB']]));
  const fresh = await client.read(MSISDN);
  expect(fresh).toMatchObject({ at: 9, stale: false, value: { holder: 'Ana' } });
  nock(BASE).get('/tmf-api/productInventory/v4/product').query(true).times(2).reply(500);
  await expect(client.read(MSISDN)).resolves.toEqual({ ...fresh, stale: true });
  expect((await failureOf(client.find(MSISDN))).kind).toBe('unavailable');
});
