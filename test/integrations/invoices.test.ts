import { money } from '../../src/domain/money';
import { ABSENT, type Settled } from '../../src/domain/spending';
import { mint } from '../../src/domain/spending/key';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { moneyClients } from './money';

/** Her wallet holds Q120.00. The bill is somebody else's: who pays it is the payer's own business. */
const MARIA = '50255550101';
const ACCOUNT = '70041183';

let sandbox: TestSandbox;
beforeAll(async () => void (sandbox = await startSandbox()));
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

/** How long a backend may take that does answer, ms; one that hangs is not waited for that long. */
const [PATIENT_MS, HASTY_MS] = [10_000, 1_500] as const;
/** It only ends what would go on for ever, ms. */
const MOST_MS = 120_000;
const kindOf = (deadlineMs: number = PATIENT_MS) => {
  const kind = moneyClients(sandbox, deadlineMs).kinds.find((each) => each.kind === 'invoice');
  if (!kind?.find) throw new Error('no invoice');
  return { ...kind, find: kind.find };
};
const post = async (path: string, body: object): Promise<unknown> =>
  (await fetch(sandbox.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json();
const billed = async (minor: number): Promise<string> => ((await post('/sandbox/bills', { account: ACCOUNT, minor })) as { bill: string }).bill;
const order = (minor: number) => ({ line: MARIA, amount: money(minor, 'GTQ'), first: true as const });
const byWallet = (bill: string) => ({
  ...{ bill, account: ACCOUNT, what: 'factura de noviembre', whole: true, payer: MARIA },
  means: { id: 'wallet-P01', kind: 'wallet' as const, name: 'Billetera' },
});
const trial = async (account: string): Promise<number> => {
  const { trial: rows } = (await (await fetch(`${sandbox.url}/sandbox/books`)).json()) as {
    trial: { account: string; debit: number; credit: number }[];
  };
  const row = rows.find((each) => each.account === account);
  return (row?.credit ?? 0) - (row?.debit ?? 0);
};
/** Asks again, as the settler does, until it is over. */
async function settled(key: ReturnType<typeof mint>, details: object, minor: number): Promise<Settled> {
  return until(async () => {
    const answer = await kindOf().send(key, details, { line: MARIA, amount: money(minor, 'GTQ') });
    return (answer.status === 'done' || answer.status === 'refused') && answer;
  }, 'an end');
}

test('a wallet pays a bill once, however often it is sent; found by its key', async () => {
  const bill = await billed(5_000);
  const key = mint('invoice-by-wallet-0001', 'P-94F2L');
  const before = await trial('wallet:P01');
  expect(await kindOf().find(key, byWallet(bill), order(5_000))).toEqual(ABSENT);
  await kindOf().send(key, byWallet(bill), order(5_000));
  expect((await settled(key, byWallet(bill), 5_000)).status).toBe('done');
  expect((await settled(key, byWallet(bill), 5_000)).status).toBe('done');
  expect(await kindOf().find(key, byWallet(bill), order(5_000))).toMatchObject({ status: 'done' });
  expect(before - (await trial('wallet:P01'))).toBe(5_000);
});

test('a second payment of a paid bill is refused, and the wallet gets it back', async () => {
  const bill = await billed(1_000);
  expect((await settled(mint('invoice-paid-first-001', 'P-1'), byWallet(bill), 1_000)).status).toBe('done');
  const before = await trial('wallet:P01');
  expect(await settled(mint('invoice-paid-twice-001', 'P-2'), byWallet(bill), 1_000)).toEqual({ status: 'refused', reason: 'already-paid' });
  expect(await trial('wallet:P01')).toBe(before);
});

test.each(['apply-then-hang', 'error-after', 'drop', 'timeout'] as const)('%s while it is settled: once, and known in the end', async (kind) => {
  const bill = await billed(700);
  const key = mint(`invoice-${kind}-0000001`.slice(0, 22), 'P-3');
  const before = await trial(`bills:${ACCOUNT}`);
  await sandbox.fault({ counterpart: 'payments', kind, times: 1 });
  await kindOf(HASTY_MS)
    .send(key, byWallet(bill), order(700))
    .catch(() => undefined);
  for (const end = Date.now() + MOST_MS; ;) {
    const answer = await settled(key, byWallet(bill), 700).catch(() => undefined);
    if (answer?.status === 'done') break;
    if (Date.now() > end) throw new Error('never settled');
  }
  expect((await trial(`bills:${ACCOUNT}`)) - before).toBe(700);
});

test('more than is owed, less than may be paid, and a bill of somebody else: refused before anything is taken for good', async () => {
  const bill = await billed(1_000);
  const before = await trial('wallet:P01');
  expect(await settled(mint('invoice-too-much-00001', 'P-4'), byWallet(bill), 1_100)).toMatchObject({ reason: 'price-changed' });
  expect(await settled(mint('invoice-too-small-0001', 'P-5'), byWallet(bill), 900)).toMatchObject({ reason: 'limit' });
  expect(await settled(mint('invoice-of-another-001', 'P-6'), { ...byWallet(bill), account: '1' }, 1_000)).toMatchObject({ reason: 'not-found' });
  expect(await trial('wallet:P01')).toBe(before);
});
