import fc from 'fast-check';
import { startClient, type Client } from './client';

const LINES = ['50255550101', '50255550102', '50255550103', '50255550105'];
const PERSONA: Readonly<Record<string, string>> = { '50255550101': 'P01', '50255550102': 'P01', '50255550103': 'P02', '50255550105': 'P04' };
const TMF = '/tmf-api';

let sandbox: Client;
let token: string;
beforeAll(async () => {
  sandbox = await startClient();
});
afterAll(() => sandbox.close());

const send = async (path: string, body: object, headers: Record<string, string> = {}) =>
  sandbox.post(path, body, { authorization: `Bearer ${token}`, ...headers });

const line = fc.constantFrom(...LINES);
const key = fc.integer({ min: 1, max: 6 }).map((each) => `key-of-the-run-${each}`);
const means = fc.constantFrom('balance', 'card', 'wallet');
const money = (value: number) => ({ unit: 'GTQ', value });
const methodOf = (kind: string, msisdn: string): string =>
  kind === 'balance' ? `balance-${msisdn}` : kind === 'card' ? `card-${PERSONA[msisdn]}-1` : `wallet-${PERSONA[msisdn]}`;
const uuidOf = (name: string): string =>
  `${Buffer.from(name)
    .toString('hex')
    .padEnd(32, '0')
    .slice(-32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;

/** Anything that a client may ask, in any order, with keys that come again with the same and with other bodies. */
const step = fc.oneof(
  fc.record({ line, key, means, amount: fc.constantFrom(5, 20, 25) }).map((of) => () => topUp(of)),
  fc.record({ line, key, means, amount: fc.constantFrom(10, 20) }).map((of) => () => pay(of)),
  fc.record({ line, key, payment: key, offer: fc.constantFrom('GT-M1', 'GT-M3', 'GT-A4') }).map((of) => () => order(of)),
  fc.record({ payment: key }).map(
    ({ payment }) =>
      () =>
        send(`${TMF}/paymentManagement/v4/refund`, { correlatorId: payment, payment: { id: payment } }),
  ),
  fc.record({ line, key, amount: fc.constantFrom(5, 10) }).map((of) => () => advance(of)),
  fc
    .record({ line, key })
    .map(
      (of) => () => send(`/lending/v2/customers/${of.line}/loans/repayment`, { means: 'balance', amount: money(12) }, { 'idempotency-key': of.key }),
    ),
  fc.record({ line, key, amount: fc.constantFrom(20, 25) }).map((of) => () => wallet(of)),
  fc.record({ key }).map((of) => () => reverse(of.key)),
  fc.constant(() => sandbox.clock({ advanceMs: 2_000 })),
);

interface Of {
  readonly line: string;
  readonly key: string;
  readonly amount: number;
  readonly means?: string;
}
const referenceOf = async (id: string): Promise<string> =>
  (await sandbox.get(`/mm/requeststates/${uuidOf(id)}`, { headers: { authorization: `Bearer ${token}` } })).body.objectReference ?? 'MM0';
const topUp = async ({ line: to, key: id, amount, means: kind = 'card' }: Of) =>
  send(
    `${TMF}/prepayBalanceManagement/v4/topupBalance`,
    {
      ...{ amount: { amount, units: 'GTQ' }, usageType: 'monetary', bucket: { id: 'b' }, partyAccount: { id: 'a' }, logicalResource: { id: to } },
      ...{ requestor: { id: LINES[0] }, paymentMethod: { id: methodOf(kind, '50255550101') } },
      ...(kind === 'wallet' && { payment: [{ id: await referenceOf(id) }] }),
    },
    { 'idempotency-key': id },
  );
const pay = ({ line: payer, key: id, amount, means: kind = 'balance' }: Of) =>
  send(`${TMF}/paymentManagement/v4/payment`, {
    account: { id: payer },
    payer: { id: payer },
    paymentMethod: { id: methodOf(kind, payer) },
    totalAmount: money(amount),
    correlatorId: id,
  });
const PRICES: Readonly<Record<string, number>> = { 'GT-M1': 10, 'GT-M3': 20, 'GT-A4': 15 };
const order = ({ line: to, key: id, payment, offer }: { line: string; key: string; payment: string; offer: string }) =>
  send(`${TMF}/productOrderingManagement/v4/productOrder`, {
    externalId: id,
    productOrderItem: [
      { id: '1', action: 'add', productOffering: { id: offer }, itemPrice: [{ price: { taxIncludedAmount: money(PRICES[offer] ?? 0) } }] },
    ],
    ...{ relatedParty: [{ id: to, role: 'customer' }], payment: [{ id: payment }] },
  });
const advance = ({ line: to, key: id, amount }: Of) =>
  send(`/lending/v2/customers/${to}/loans/advance`, { offerId: `advance-${amount * 100}`, total: money(amount * 1.2) }, { 'idempotency-key': id });
const wallet = ({ line: payer, key: id, amount }: Of) =>
  send(
    '/mm/transactions/type/merchantpay',
    { amount: String(amount), currency: 'GTQ', debitParty: [{ key: 'msisdn', value: `+${payer}` }] },
    { 'x-correlationid': uuidOf(id) },
  );
const reverse = async (id: string) => send(`/mm/transactions/${await referenceOf(id)}/reversals`, { type: 'reversal' });

const freshToken = async (): Promise<string> => {
  const { clientId, clientSecret } = sandbox.access;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
  return (await sandbox.get('/oauth/token', { method: 'POST', body })).body.access_token;
};

test('whatever is asked, money is neither made nor lost, nobody goes below zero, and a key counts once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), async (steps) => {
      await sandbox.reset();
      token = await freshToken();
      for (const each of steps) expect((await each())?.status ?? 0).toBeLessThan(500);
      const { body } = await sandbox.get('/sandbox/books?limit=1000');
      expect(body.balanced).toBe(true);
      const held = body.trial.filter(({ account }: Row) => /:balance$|:promotion$|^wallet:|^transit:/.test(account));
      for (const { credit, debit, account } of held) expect([account, credit - debit >= 0]).toEqual([account, true]);
      const refs = body.entries.map(({ ref }: { ref: string }) => ref);
      expect(new Set(refs).size).toBe(refs.length);
    }),
    { numRuns: 200 },
  );
});

interface Row {
  readonly account: string;
  readonly credit: number;
  readonly debit: number;
}
