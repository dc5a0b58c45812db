import nock from 'nock';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { PATIENT_MS, failureOf } from './parts';
import { moneyClients, type MoneyClients } from './money';

const MARIA = '50255550101';
const KEVIN = '50255550111';
const CARLOS = '50255550103';
const ANA = '50255550104';
const GB = 1024 ** 3;

let sandbox: TestSandbox;
let clients: MoneyClients;
beforeAll(async () => {
  nock.restore();
  sandbox = await startSandbox();
  clients = moneyClients(sandbox, PATIENT_MS);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const minors = (all: readonly { minor: number }[] | undefined): number[] | undefined => all?.map(({ minor }) => minor);

describe('the catalogue', () => {
  test('says what may be topped up, and the promotion only on its days', async () => {
    await sandbox.reset('2026-11-20T18:00:00Z'); // a Friday
    const rules = await clients.catalogue.topUps(MARIA);
    expect(minors(rules?.amounts)).toEqual([500, 1000, 2000, 5000, 10000]);
    expect(rules).toMatchObject({ min: { minor: 500 }, max: { minor: 50000 }, step: { minor: 100 } });
    expect(rules?.validity.map(({ from, days }) => [from.minor, days])).toEqual([[500, 7], [1000, 15], [2000, 30], [5000, 60]]); // prettier-ignore
    expect(rules?.promotions).toMatchObject([{ from: { minor: 2000, currency: 'GTQ' }, times: 2 }]);
    await sandbox.clock({ advanceMs: 86_400_000 });
    await sandbox.reset('2026-11-21T18:00:00Z');
    expect((await clients.catalogue.topUps(MARIA))?.promotions).toEqual([]);
    expect(await clients.catalogue.topUps('50588880101')).toBeUndefined();
  });

  test('has 20 packs, in exact units, with what is barred, what is fair and what is for one line alone', async () => {
    const packs = await clients.catalogue.packs(MARIA);
    const one = (code: string) => packs.find(({ id }) => id === `GT-${code}`);
    expect(packs).toHaveLength(20);
    expect(one('M7')).toMatchObject({
      price: { minor: 4500, currency: 'GTQ' },
      data: 6 * GB,
      voice: 9000,
      days: 7,
      personal: 'Todo en uno 7 días, con 1 GB de regalo',
    });
    expect(one('D15')).toMatchObject({ barred: 'sold-out' });
    expect(one('RO1')).toMatchObject({ barred: 'roaming-off' });
    expect(one('R7')?.limits).toMatch(/250 MB/);
    expect((await clients.catalogue.packs(KEVIN)).find(({ id }) => id === 'GT-N7')).toMatchObject({ barred: 'minor' });
    expect((await clients.catalogue.packs('50255550122')).every(({ barred }) => barred !== undefined)).toBe(true);
    const roaming = (await clients.catalogue.packs(ANA)).find(({ id }) => id === 'GT-RO1');
    expect(roaming?.barred).toBeUndefined();
    await sandbox.price('GT-M7', '48.50');
    expect((await clients.catalogue.packs(CARLOS)).find(({ id }) => id === 'GT-M7')).toMatchObject({ price: { minor: 4850 } });
  });

  test('has subscriptions, what they may be paid from, and until when they are free', async () => {
    const offers = await clients.catalogue.subscriptions(MARIA);
    const one = (code: string) => offers.find(({ id }) => id === `GT-${code}`);
    expect(one('A2')).toMatchObject({ price: { minor: 4500 }, every: 'month', freeUntil: expect.any(Number), payable: ['balance', 'wallet'] });
    expect(one('A6')).toMatchObject({ price: { minor: 99 }, every: 'day', barred: 'already', payable: ['balance'] });
    expect(one('A7')).toMatchObject({ barred: 'not-for-this-line', payable: [] });
    const ana = await clients.catalogue.subscriptions(ANA);
    expect(ana.find(({ id }) => id === 'GT-A2')).toMatchObject({ barred: 'already' });
    expect(ana.find(({ id }) => id === 'GT-A4')).toMatchObject({ payable: ['bill'] });
  });
});

test('means of payment: what there is, what is in it, and why it cannot be used', async () => {
  expect(await clients.means.of(MARIA)).toMatchObject([
    { kind: 'balance', available: { minor: 3750 } },
    { kind: 'wallet', available: { minor: 12000 } },
    { kind: 'card', name: 'Visa ••4242' },
  ]);
  expect((await clients.means.of(KEVIN)).map(({ kind, barred }) => [kind, barred])).toEqual([['balance', undefined], ['wallet', 'minor'], ['card', 'minor']]); // prettier-ignore
  expect(await clients.means.of(ANA)).toMatchObject([
    { kind: 'card', barred: 'expired' },
    { kind: 'bill', available: { minor: 15000 } },
  ]);
  expect(await clients.means.of('50255550109')).toMatchObject([{ kind: 'bill', barred: 'open-invoice' }]);
  await sandbox.fault({ counterpart: 'wallet', kind: 'error' });
  expect((await clients.means.of(MARIA))[1]).toEqual({ id: 'wallet-P01', kind: 'wallet', name: 'Billetera' });
});

test('lending: limits, debts, reasons, offers, and what a top-up would leave', async () => {
  expect(await clients.lending.profile(MARIA)).toMatchObject({
    limit: { minor: 2000 },
    available: { minor: 2000 },
    debts: [],
    recovery: { rule: 'all' },
  });
  expect((await clients.lending.offers(MARIA)).map(({ total }) => total.minor)).toEqual([600, 1200, 2400, 1200, 2400]);
  expect(await clients.lending.profile(CARLOS)).toMatchObject({
    available: { minor: 0 },
    debts: [{ owed: { minor: 1200 } }],
    refusal: { reason: 'debt-open' },
  });
  const twenty = { minor: 2000, currency: 'GTQ' } as const;
  expect(await clients.lending.recovery(CARLOS, twenty)).toMatchObject({ kept: { minor: 1200 }, left: { minor: 800 }, stillOwed: { minor: 0 } });
  expect(await clients.lending.recovery(MARIA, twenty)).toBeUndefined();
  expect((await clients.lending.profile(KEVIN))?.refusal).toEqual({ reason: 'minor' });
  expect((await clients.lending.profile('50255550105'))?.refusal).toMatchObject({ reason: 'sim-changed', from: expect.any(Number) });
  expect(await clients.lending.profile('50588880101')).toBeUndefined();
});

test('SIM changes: when, never, and no answer', async () => {
  const hours = (Date.now() - ((await clients.simSwap.changedAt('50255550105')) ?? 0)) / 3_600_000;
  expect(hours).toBeCloseTo(20, 1);
  expect(await clients.simSwap.changedAt(MARIA)).toBeUndefined();
  expect((await failureOf(clients.simSwap.changedAt('50255550107'))).backend).toBe('sim-swap');
  await failureOf(clients.simSwap.changedAt('50255550198'));
});

test('subscriptions, movements and receipts of a line', async () => {
  expect(await clients.subscriptions.of(MARIA)).toMatchObject([
    { offer: 'GT-A1', name: 'Música', price: { minor: 3900 }, every: 'month', paidFrom: 'balance' },
    { offer: 'GT-A6', price: { minor: 99 }, every: 'day' },
  ]);
  const movements = await clients.movements.of(MARIA, Date.now() - 30 * 86_400_000);
  const kinds = movements.map(({ kind }) => kind);
  for (const kind of ['top-up', 'pack', 'transfer', 'subscription', 'calls', 'data', 'sms']) expect(kinds).toContain(kind);
  expect(movements.map(({ at }) => at)).toEqual(movements.map(({ at }) => at).sort((a, b) => b - a));
  expect(movements.find(({ kind }) => kind === 'calls')).toMatchObject({ amount: { minor: -396, currency: 'GTQ' } });
  expect(await clients.receipts.of(CARLOS, 0)).toMatchObject([
    { reference: 'PV-55120', amount: { minor: 1000 }, place: 'tienda', what: 'top-up', state: 'received' },
  ]);
  expect(await clients.receipts.of('50255550109', 0)).toMatchObject([{ reference: 'BI-884201', place: 'banco', what: 'invoice', state: 'received' }]);
});
