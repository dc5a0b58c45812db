import nock from 'nock';
import { z } from 'zod';
import { BackendFailure } from '../../src/domain/failure';
import { ABSENT, type PENDING, type Sent, type Settled, type SpendKey, type SpendKind } from '../../src/domain/spending';
import { mint } from '../../src/domain/spending/key';
import { startSandbox, type Fault, type TestSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { moneyClients, type MoneyClients } from './money';
import { PATIENT_MS } from './parts';

const MARIA = '50255550101';
const MOTHER = '50255550102';
const quetzales = (amount: number) => ({ minor: Math.round(amount * 100), currency: 'GTQ' as const });
const CARD = { id: 'card-P01-1', kind: 'card', name: 'Visa ••4242' } as const;
const WALLET = { id: 'wallet-P01', kind: 'wallet', name: 'Billetera' } as const;
const BALANCE = { id: `balance-${MARIA}`, kind: 'balance', name: 'Saldo' } as const;

interface Scenario {
  readonly name: string;
  readonly kind: string;
  readonly details: unknown;
  readonly amount: number;
  readonly secret?: string;
  /** Whom it asks, in this order. */
  readonly legs: readonly Fault['counterpart'][];
  readonly before?: () => Promise<unknown>;
}

const pack = (means: object) => ({ to: MARIA, offer: 'GT-M3', name: 'Todo en uno', price: 2000, means, channel: 'webchat' });
const SCENARIOS: readonly Scenario[] = [
  { name: 'a top-up by card', kind: 'top-up', details: { to: MOTHER, means: CARD, channel: 'webchat' }, amount: 20, legs: ['prepaid'] },
  {
    name: 'a top-up from the wallet',
    kind: 'top-up',
    details: { to: MARIA, means: WALLET, channel: 'webchat' },
    amount: 25,
    legs: ['wallet', 'prepaid'],
  },
  { name: 'a scratch card', kind: 'voucher', details: { to: MARIA, channel: 'webchat' }, amount: 0, secret: '5012 7781 0042', legs: ['prepaid'] },
  { name: 'a pack from the balance', kind: 'pack', details: pack(BALANCE), amount: 20, legs: ['payments', 'orders'] },
  { name: 'a pack from the wallet', kind: 'pack', details: pack(WALLET), amount: 20, legs: ['wallet', 'orders'] },
  { name: 'an advance', kind: 'advance', details: { offer: 'advance-1000', name: 'Adelanto', lent: 1000, fee: 200 }, amount: 12, legs: ['lending'] },
  {
    ...{ name: 'paying back', kind: 'repay', details: { means: 'balance' }, amount: 12, legs: ['lending'] },
    before: () => settled(kindOf('advance'), keyOf(), { details: { offer: 'advance-1000', name: 'A', lent: 1000, fee: 200 }, amount: 12 }),
  },
  {
    name: 'a subscription from the wallet',
    kind: 'subscribe',
    details: { offer: 'GT-A4', name: 'Nube', price: 1500, means: 'wallet' },
    amount: 15,
    legs: ['wallet', 'orders'],
  },
  {
    name: 'a subscription from the balance',
    kind: 'subscribe',
    details: { offer: 'GT-A4', name: 'Nube', price: 1500, means: 'balance' },
    amount: 15,
    legs: ['orders'],
  },
  {
    name: 'a free first month',
    kind: 'subscribe',
    details: { offer: 'GT-A2', name: 'Video+', price: 4500, means: 'balance' },
    amount: 0,
    legs: ['orders'],
  },
  {
    name: 'the end of a subscription',
    kind: 'unsubscribe',
    details: { product: `subscription-A1-${MARIA}`, name: 'Música' },
    amount: 0,
    legs: ['orders'],
  },
];
const FAULTS = ['refuse', 'timeout', 'drop', 'error', 'apply-then-hang', 'error-after'] as const;

const HANGING: ReadonlySet<string> = new Set(['timeout', 'apply-then-hang']);
/** It only ends a doubt that would never end, ms. */
const MOST_MS = 120_000;

let sandbox: TestSandbox;
let money: MoneyClients;
beforeAll(async () => {
  nock.restore();
  sandbox = await startSandbox();
});
beforeEach(async () => {
  await sandbox.reset();
  money = moneyClients(sandbox, PATIENT_MS);
});
afterAll(() => sandbox.close());

/** Clients that soon give up what they wait for. Without a token, which a slow machine does not get in time, nothing would be sent at all. */
async function hasty(): Promise<MoneyClients> {
  const clients = moneyClients(sandbox, 300);
  const isLetIn = (): Promise<boolean> =>
    clients.simSwap.changedAt(MARIA).then(
      () => true,
      () => false,
    );
  await until(isLetIn, 'a token');
  return clients;
}

/** Whoever gives up soon may do so, where the machine is slow, before the fault is come to. */
const isLeft = async (): Promise<boolean> => z.object({ faults: z.array(z.unknown()) }).parse(await (await fetch(`${sandbox.url}/sandbox/faults`)).json()).faults.length > 0; // prettier-ignore

let orders = 0;
const keyOf = (): SpendKey => mint(`order-of-the-test-${(orders += 1)}`, 'R-TEST2');
const kindOf = (name: string): SpendKind => money.kinds.find(({ kind }) => kind === name) as SpendKind;

type Outcome = Settled | typeof PENDING | typeof ABSENT | 'doubt';
const orDoubt = async (work: () => Promise<Exclude<Outcome, 'doubt'>>): Promise<Outcome> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackendFailure) return error.untouched ? { status: 'refused', reason: 'unreached' } : 'doubt';
    throw error;
  }
};

/** As the ledger does it: sent once, then, while in doubt, looked up or sent again under the same key. */
async function settled(
  kind: SpendKind,
  key: SpendKey,
  { details, amount, secret }: Pick<Scenario, 'details' | 'amount' | 'secret'>,
): Promise<Settled> {
  const order: Sent = { line: MARIA, amount: quetzales(amount) };
  let outcome = await orDoubt(() => kind.send(key, details, { ...order, first: true, ...(secret !== undefined && { secret }) }));
  for (const end = Date.now() + MOST_MS; Date.now() < end;) {
    if (outcome !== 'doubt' && (outcome.status === 'done' || outcome.status === 'refused')) return outcome;
    await sandbox.clock({ advanceMs: 2_000 });
    outcome = await orDoubt(() => (kind.label === 'queryable' && kind.find ? kind.find(key, details, order) : kind.send(key, details, order)));
    // The ledger waits until the request cannot arrive any more; here nothing is on its way.
    if (outcome !== 'doubt' && outcome.status === 'absent') return { status: 'refused', reason: 'not-found' };
  }
  throw new Error('in doubt for ever');
}

/** What everybody has and owes: an account's credits less its debits. */
async function position(): Promise<ReadonlyMap<string, number>> {
  const { trial, balanced } = (await (await fetch(`${sandbox.url}/sandbox/books`)).json()) as Books;
  expect(balanced).toBe(true);
  const rows = trial.map(({ account, debit, credit }) => [account.replace(/^transit:.*/, 'transit'), credit - debit] as const);
  return new Map(rows.filter(([, net]) => net !== 0));
}
interface Books {
  readonly trial: readonly { readonly account: string; readonly debit: number; readonly credit: number }[];
  readonly balanced: boolean;
}

describe.each(SCENARIOS)('$name', ({ legs, before, ...scenario }) => {
  const run = () => settled(kindOf(scenario.kind), keyOf(), scenario);

  test('is done once, however often it is sent', async () => {
    await before?.();
    const kind = kindOf(scenario.kind);
    const key = keyOf();
    const sent: Sent = { line: MARIA, amount: quetzales(scenario.amount) };
    if (kind.find) expect(await kind.find(key, scenario.details, sent)).toEqual(ABSENT);
    const first = await settled(kind, key, scenario);
    expect(first.status).toBe('done');
    if (kind.find) expect(await kind.find(key, scenario.details, sent)).toMatchObject({ status: 'done' });
    const after = await position();
    const order = { line: MARIA, amount: quetzales(scenario.amount) };
    const again = kind.label === 'queryable' ? await kind.find?.(key, scenario.details, order) : await kind.send(key, scenario.details, order);
    expect(again).toEqual(first);
    if (kind.find) expect(await kind.find(key, scenario.details, order)).toMatchObject({ status: 'done' });
    expect(await position()).toEqual(after);
  });

  const cases = legs.flatMap((leg) => FAULTS.map((fault) => [fault, leg] as const));
  test.each(cases)('%s at %s: charged once or not at all, and the end is the truth', async (kind, counterpart) => {
    await before?.();
    const start = await position();
    await run();
    const done = await position();
    const failing = async (): Promise<Settled> => {
      await sandbox.reset();
      money = moneyClients(sandbox, PATIENT_MS);
      await before?.();
      if (HANGING.has(kind)) money = await hasty(); // it is waited for, each time
      await sandbox.fault({ counterpart, kind, times: 1 });
      const end = await run();
      return (await isLeft()) ? failing() : end;
    };
    const outcome = await failing();
    expect(await position()).toEqual(outcome.status === 'done' ? done : start);
    if (kind === 'refuse' && counterpart === legs[0]) expect(outcome).toMatchObject({ status: 'refused' });
    if (kind === 'apply-then-hang' || kind === 'error-after') expect(outcome.status).toBe('done');
  });
});

describe('what is refused', () => {
  const order = { line: MARIA, first: true } as const;
  test.each([
    ['insufficient', 'pack', { ...pack(BALANCE), offer: 'GT-M30', price: 14000 }, 140],
    ['sold-out', 'pack', { ...pack(BALANCE), offer: 'GT-D15', price: 6500 }, 30],
    ['price-changed', 'pack', { ...pack(BALANCE), price: 1900 }, 19],
    ['not-eligible', 'pack', { ...pack(BALANCE), offer: 'GT-RO1', price: 2500 }, 25],
    ['not-eligible', 'pack', { ...pack(BALANCE), to: '50255550122' }, 20],
    ['not-eligible', 'subscribe', { offer: 'GT-A1', name: 'Música', price: 3900, means: 'wallet' }, 39],
    ['price-changed', 'advance', { offer: 'advance-1000', name: 'A', lent: 1000, fee: 100 }, 11],
    ['not-found', 'repay', { means: 'balance' }, 12],
    ['not-found', 'unsubscribe', { product: 'subscription-A9', name: 'X' }, 0],
    ['limit', 'top-up', { to: MARIA, means: CARD, channel: 'webchat' }, 501],
  ])('%s: %s', async (reason, kind, details, amount) => {
    const start = await position();
    const outcome = await settled(kindOf(kind), keyOf(), { details, amount });
    expect(outcome).toEqual({ status: 'refused', reason });
    expect(await position()).toEqual(start);
  });

  test.each([
    ['0043', 'voucher-used'],
    ['0044', 'voucher-expired'],
    ['9999', 'voucher-unknown'],
  ])('a voucher that ends in %s: %s', async (end, reason) => {
    const send = kindOf('voucher').send(keyOf(), { to: MARIA, channel: 'webchat' }, { ...order, amount: quetzales(0), secret: `5012 7781 ${end}` });
    expect(await send).toEqual({ status: 'refused', reason });
  });

  test('a wallet whose owner says no, has too little, or never answers', async () => {
    const kind = kindOf('top-up');
    const details = { to: MARIA, means: WALLET, channel: 'webchat' };
    await sandbox.wallet(MARIA, 'decline');
    expect(await settled(kind, keyOf(), { details, amount: 20 })).toEqual({ status: 'refused', reason: 'wallet-declined' });
    expect(await settled(kind, keyOf(), { details, amount: 200 })).toEqual({ status: 'refused', reason: 'wallet-insufficient' });
    await sandbox.wallet(MARIA, 'silent');
    const key = keyOf();
    expect(await kind.send(key, details, { ...order, amount: quetzales(20) })).toEqual({ status: 'pending' });
    await sandbox.clock({ advanceMs: 60_000 });
    expect(await kind.find?.(key, details, { ...order, amount: quetzales(20) })).toEqual({ status: 'pending' });
  });

  test('a price that changes after it was shown, and a wallet gets its money back', async () => {
    await sandbox.price('GT-M3', '21.00');
    const start = await position();
    expect(await settled(kindOf('pack'), keyOf(), { details: pack(WALLET), amount: 20 })).toEqual({ status: 'refused', reason: 'price-changed' });
    expect(await position()).toEqual(start);
  });

  test('after money was taken a backend that cannot be reached is never "nothing was asked"', async () => {
    const away = moneyClients(sandbox, PATIENT_MS, { orders: 'http://127.0.0.1:9' });
    const kind = away.kinds.find((each) => each.kind === 'pack') as SpendKind;
    await expect(kind.send(keyOf(), pack(BALANCE), { ...order, amount: quetzales(20) })).rejects.toMatchObject({ untouched: false });
  });

  test('a key that was used for something else stays in doubt', async () => {
    const key = keyOf();
    const details = { to: MARIA, means: CARD, channel: 'webchat' };
    await kindOf('top-up').send(key, details, { ...order, amount: quetzales(20) });
    await expect(kindOf('top-up').send(key, details, { ...order, amount: quetzales(21) })).rejects.toThrow(BackendFailure);
  });
});
