import { startClient, type Client } from './client';

const INVENTORY = '/productInventory/v4';
const CATALOGUE = '/productCatalogManagement/v4';
const MARIA = '50255550101';

let sandbox: Client;
beforeAll(async () => {
  sandbox = await startClient();
});
afterAll(() => sandbox.close());

describe('products (TMF637)', () => {
  const lines = async (msisdn: string) => (await sandbox.tmf(`${INVENTORY}/product?productCharacteristic.value=${msisdn}`)).body as Product[];
  const plan = async (msisdn: string) => (await lines(msisdn)).find((product) => value(product, 'lineType') !== undefined);

  test.each([
    [MARIA, 'prepaid', 'active', 'Prepago Diario'],
    ['50255550104', 'postpaid', 'active', 'Plan Pospago 199'],
    ['50255550109', 'postpaid', 'suspended', 'Plan Pospago 149'],
    ['50255550199', 'prepaid', 'terminated', 'Prepago Diario'],
    ['50255550123', 'prepaid', 'terminated', 'Prepago Diario'],
    ['50255550122', 'postpaid', 'active', 'Plan Empresas 15 GB'],
    ['50499990101', 'prepaid', 'active', 'Prepago'],
    ['50370700101', 'postpaid', 'active', 'Plan 20 GB'],
    ['573000000101', 'postpaid', 'active', 'Plan 40 GB'],
    ['59170000101', 'prepaid', 'active', 'Prepago'],
    ['595981000101', 'postpaid', 'active', 'Plan Familia 3 líneas, 60 GB'],
    ['50588880101', 'prepaid', 'active', 'Prepago'],
    ['50688880101', 'prepaid', 'active', 'Prepago'],
    ['50760000101', 'prepaid', 'active', 'Prepago'],
  ])('%s is a %s line, %s, on %s', async (msisdn, kind, status, name) => {
    const product = await plan(msisdn);
    expect(product).toMatchObject({ status, name });
    expect(value(product, 'lineType')).toBe(kind);
    expect(product?.relatedParty[0]).toMatchObject({ role: 'owner', name: expect.any(String) });
  });

  test.each(['50255550198', '50244440100', '50222220100', '50277550100', '13055550199'])('%s is none of its lines', async (msisdn) => {
    expect(await lines(msisdn)).toEqual([]);
  });

  test('a plan says its price and its next renewal, which is ahead even when the clock has passed it', async () => {
    expect((await plan('50255550104'))?.productPrice).toEqual([
      expect.objectContaining({
        priceType: 'recurring',
        recurringChargePeriod: 'month',
        price: { taxIncludedAmount: { unit: 'GTQ', value: 199 } },
      }),
    ]);
    await sandbox.clock({ advanceMs: 20 * 86_400_000 });
    expect(Date.parse(value(await plan('50255550104'), 'nextRenewalDate') ?? '')).toBeGreaterThan(Date.now() + 20 * 86_400_000);
    await sandbox.clock({ reset: true });
  });

  test('subscriptions and home contracts are products too, complete as the conformance kit demands', async () => {
    expect((await lines(MARIA)).map(({ name }) => name)).toEqual(['Prepago Diario', 'Música', 'Te llamé + tono de espera']);
    const company = await sandbox.tmf(`${INVENTORY}/product?relatedParty.id=P12&productCharacteristic.name=contract`);
    expect(company.body).toHaveLength(14);
    const { body } = await sandbox.tmf(`${INVENTORY}/product`);
    const demanded = ['id', 'href', 'status', 'billingAccount', 'productCharacteristic', 'productOffering', 'productPrice', 'relatedParty'];
    for (const product of body) for (const field of demanded) expect(product).toHaveProperty(field);
  });
});

describe('catalogue (TMF620)', () => {
  test.each(['GT', 'HN', 'SV', 'BO', 'PY', 'CO'])('%s sells 28 offers, and top-ups', async (country) => {
    const { body } = await sandbox.tmf(`${CATALOGUE}/productOffering?place.id=${country}`);
    expect(body).toHaveLength(29);
    for (const offer of body) for (const field of ['id', 'href', 'lastUpdate', 'lifecycleStatus', 'name']) expect(offer).toHaveProperty(field);
  });

  test.each(['NI', 'CR', 'PA'])('%s has nothing on sale yet', async (country) => {
    expect((await sandbox.tmf(`${CATALOGUE}/productOffering?place.id=${country}`)).body).toEqual([]);
  });

  test('an offer by its id, its price, and the free first month', async () => {
    const { body } = await sandbox.tmf(`${CATALOGUE}/productOffering/PY-M3`);
    expect(body).toMatchObject({ name: 'Pack Todo en uno 2.5 GB, 3 días', isSellable: true });
    const price = await sandbox.tmf(`${CATALOGUE}/productOfferingPrice/${body.productOfferingPrice[0].id}`);
    expect(price.body.price).toEqual({ unit: 'PYG', value: 10000 });
    expect((await sandbox.tmf(`${CATALOGUE}/productOffering/GT-A2`)).body.productOfferingPrice).toHaveLength(2);
    expect((await sandbox.tmf(`${CATALOGUE}/productOffering/GT-D15`)).body.isSellable).toBe(false);
    expect((await sandbox.tmf(`${CATALOGUE}/category`)).body).toHaveLength(9);
  });
});

interface Product {
  readonly name: string;
  readonly productCharacteristic: readonly { readonly name: string; readonly value: string }[];
  readonly productPrice: readonly unknown[];
  readonly relatedParty: readonly object[];
}

const value = (product: Product | undefined, name: string): string | undefined =>
  product?.productCharacteristic.find((characteristic) => characteristic.name === name)?.value;
