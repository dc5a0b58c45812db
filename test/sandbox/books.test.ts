import { startClient, type Client } from './client';

const MARIA = '50255550101';
const BUCKET = '/prepayBalanceManagement/v4/bucket';

let sandbox: Client;
beforeAll(async () => {
  sandbox = await startClient();
});
beforeEach(async () => void (await sandbox.reset()));
afterAll(() => sandbox.close());

describe('books', () => {
  const entry = {
    ref: 'T-1',
    what: 'Top-up',
    postings: [
      { account: 'cash:GTQ', currency: 'GTQ', debit: 1000, credit: 0 },
      { account: `line:${MARIA}:balance`, currency: 'GTQ', debit: 0, credit: 1000 },
    ],
  };
  const balance = async () => (await sandbox.tmf(`${BUCKET}/${MARIA}-balance`)).body.remainingValue.amount as number;

  test('begin balanced, in every currency', async () => {
    const { body } = await sandbox.get('/sandbox/books');
    expect(body.balanced).toBe(true);
    const sums = new Map<string, number>();
    for (const { currency, debit, credit } of body.trial) sums.set(currency, (sums.get(currency) ?? 0) + debit - credit);
    expect([...sums.keys()].sort()).toEqual(['COP', 'CRC', 'GTQ', 'HNL', 'NIO', 'BOB', 'PAB', 'PYG', 'USD'].sort());
    expect([...sums.values()].every((difference) => difference === 0)).toBe(true);
    expect(body.trial).toContainEqual({ account: 'bills:70041183', currency: 'GTQ', debit: 36735, credit: 0 });
    expect(body.trial).toContainEqual({ account: 'bills:8810234', currency: 'PYG', debit: 337280, credit: 0 });
  });

  test.each([
    ['10002040', 43800],
    ['70055620', 30800],
    ['300418', 120043],
    ['4410023971', 3068],
    ['55018801', 8680000],
    ['55018822', 10516800],
  ])('open with the bills of %s, %i minor units', async (contract, debit) => {
    const { body } = await sandbox.get('/sandbox/books');
    expect(body.trial).toContainEqual(expect.objectContaining({ account: `bills:${contract}`, debit }));
  });

  test('the company owes one month on each of its fourteen contracts', async () => {
    const { trial } = (await sandbox.get('/sandbox/books')).body as { trial: { account: string; debit: number }[] };
    const bills = trial.filter(({ account }) => /^bills:100090\d\d$/.test(account));
    expect([bills.length, bills.reduce((sum, { debit }) => sum + debit, 0)]).toEqual([14, 348600]);
  });

  test('one reference is posted once, and the balance follows', async () => {
    expect((await sandbox.post('/sandbox/books', entry)).status).toBe(201);
    expect(await sandbox.post('/sandbox/books', entry)).toMatchObject({ status: 200, body: { result: 'known' } });
    expect((await sandbox.post('/sandbox/books', { ...entry, what: 'Another' })).status).toBe(409);
    expect(await balance()).toBe(47.5);
    expect((await sandbox.get('/sandbox/books')).body.entries[0]).toMatchObject({ ref: 'T-1' });
  });

  test.each([
    ['unequal sides', [{ ...entry.postings[0], debit: 999 }, entry.postings[1]]],
    [
      'a part of a cent',
      [
        { ...entry.postings[0], debit: 0.5 },
        { ...entry.postings[1], credit: 0.5 },
      ],
    ],
    [
      'a negative amount',
      [
        { ...entry.postings[0], debit: -1000 },
        { ...entry.postings[1], credit: -1000 },
      ],
    ],
    ['both sides of one posting', [{ ...entry.postings[0], credit: 1000 }, entry.postings[1]]],
    ['two currencies that only look equal', [{ ...entry.postings[0], currency: 'HNL' }, entry.postings[1]]],
    ['one posting', [entry.postings[0]]],
  ])('refuse %s', async (_, postings) => {
    expect((await sandbox.post('/sandbox/books', { ...entry, postings })).status).toBe(400);
    expect(await balance()).toBe(37.5);
  });
});
