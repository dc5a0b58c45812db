import { createHmac } from 'node:crypto';
import nock from 'nock';
import { money } from '../../src/domain/money';
import { mint } from '../../src/domain/spending/key';
import { dlocalGateway } from '../../src/integrations/dlocal/client';
import { isTheirs, signing } from '../../src/integrations/dlocal/signature';
import { DLOCAL, startSandbox, type TestSandbox } from '../support/sandbox';
import { eventually } from '../support/until';
import { failureOf, testCaller } from './parts';

const KEYS = { login: DLOCAL.dlocalLogin, transKey: DLOCAL.dlocalTransKey, secretKey: DLOCAL.dlocalSecretKey };
const RETURN = 'http://bot.example/payments/return?of=abc';
const checkout = { amount: money(36_735, 'GTQ'), description: 'Alba · Factura de noviembre · P-94F2L', country: 'GT', line: '50255550104' };

const gatewayAt = (baseUrl: string, keys = KEYS) =>
  dlocalGateway({
    caller: testCaller({ backend: 'gateway', baseUrl, fetch: signing(keys) }),
    notifyAt: () => 'http://127.0.0.1:9/webhooks/payments',
    returnTo: () => RETURN,
  });

describe('the stand-in gateway', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => void (sandbox = await startSandbox()));
  afterAll(() => sandbox.close());
  afterEach(() => sandbox.clearFaults());

  const type = async (url: string, no: string): Promise<Response> =>
    fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ no, ex: '08/39', cv: '123', na: 'Ana' }) });
  const books = async () => (await (await fetch(`${sandbox.url}/sandbox/books`)).json()) as { balanced: boolean; entries: { ref: string }[] };

  test('a page is opened once, paid once, looked up, and given back once; the books agree', async () => {
    const gateway = gatewayAt(`${sandbox.url}/dlocal`);
    const key = mint('order-of-a-good-card-01', 'P-94F2L');
    expect(await gateway.payment(key)).toBeUndefined();
    const { url } = await gateway.checkout(key, checkout);
    expect(await gateway.checkout(key, checkout)).toEqual({ url }); // another process was faster
    expect(await gateway.payment(key)).toEqual({ state: 'open', amount: checkout.amount, url });
    const page = await (await fetch(url)).text();
    expect(page).toContain('Vas a pagar a Alba');
    expect(page).toContain('Q367.35');
    const paid = await type(url, '4111 1111 1111 1111');
    expect([paid.status, paid.headers.get('location')]).toEqual([303, RETURN]);
    expect(await gateway.payment(key)).toEqual({ state: 'paid', amount: checkout.amount });
    expect((await type(url, '4111 1111 1111 1111')).headers.get('location')).toBe(RETURN); // again: nothing more
    expect([await gateway.refund(key), await gateway.refund(key)]).toEqual(['done', 'done']);
    const { balanced, entries } = await books();
    expect(balanced).toBe(true);
    expect(entries.map(({ ref }) => ref).filter((ref) => ref.endsWith(key.id))).toEqual([`gateway-back:${key.id}`, `gateway:${key.id}`]);
  });

  test('the page writes a sum as its country does', async () => {
    const gateway = gatewayAt(`${sandbox.url}/dlocal`);
    const bill = { ...checkout, amount: money(337_280, 'PYG'), country: 'PY', line: '595981000104' };
    const { url } = await gateway.checkout(mint('order-in-guaranies-0001', 'P-94F2M'), bill);
    expect((await (await fetch(url)).text()).replaceAll('\u00a0', ' ')).toContain('Gs. 337.280');
  });

  test.each([
    ['4000 0000 0000 0002', 'rejected'],
    ['4000 0000 0000 0259', 'pending'],
  ])('%s: %s', async (no, state) => {
    const gateway = gatewayAt(`${sandbox.url}/dlocal`);
    const key = mint(`order-of-${state}-card-0001`, 'P-94F2L');
    const { url } = await gateway.checkout(key, checkout);
    await type(url, no);
    expect(await gateway.payment(key)).toMatchObject({ state });
    expect(await gateway.refund(key)).toBe('refused');
    await sandbox.clock({ advanceMs: 60_000 });
    if (state === 'pending') await eventually(async () => expect(await gateway.payment(key)).toMatchObject({ state: 'paid' }));
  });

  test('the page says what would be right, and takes no money for a card that cannot be one', async () => {
    const gateway = gatewayAt(`${sandbox.url}/dlocal`);
    const key = mint('order-of-a-typing-error', 'P-94F2L');
    const { url } = await gateway.checkout(key, checkout);
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ no: '4111 1111 1111 1112', ex: '13/27', cv: '1', na: '' }) });
    const text = await answer.text();
    for (const words of ['El mes va de 01 a 12.', 'revisa que estén todos', 'Son 3 o 4 dígitos', 'Como está impreso']) expect(text).toContain(words);
    expect(text).not.toMatch(/4111.?1111.?1111.?1112/);
    expect(await gateway.payment(key)).toMatchObject({ state: 'open' });
  });

  test('nobody is a merchant without the secret', async () => {
    const failure = await failureOf(
      gatewayAt(`${sandbox.url}/dlocal`, { ...KEYS, secretKey: 'a-guessed-secret-key' }).payment(mint('order-of-a-stranger-01', 'P-1')),
    );
    expect(failure.kind).toBe('contract');
  });

  test('an answer that got lost: the payment is found again, and nothing is opened twice', async () => {
    const gateway = gatewayAt(`${sandbox.url}/dlocal`);
    const key = mint('order-of-a-lost-answer', 'P-94F2L');
    await sandbox.fault({ counterpart: 'gateway', kind: 'error-after', times: 1 });
    await failureOf(gateway.checkout(key, checkout));
    expect(await gateway.payment(key)).toMatchObject({ state: 'open', url: expect.stringContaining('/checkout/') });
  });
});

describe('what goes over the wire', () => {
  const HOST = 'https://api.dlocal.example';
  beforeAll(() => nock.disableNetConnect());
  afterAll(() => nock.enableNetConnect());
  afterEach(() => nock.cleanAll());

  test('each request is signed over login, date and body as it is sent', async () => {
    let seen: { headers: Record<string, string | string[]>; body: string } | undefined;
    nock(HOST)
      .post('/payments', (body) => Boolean(body))
      .reply(function (_uri, body) {
        seen = { headers: this.req.headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
        return [200, { id: 'D-1', order_id: 'order-1', status: 'PENDING', amount: 367.35, currency: 'GTQ', redirect_url: `${HOST}/p/1` }];
      });
    await gatewayAt(HOST).checkout(mint('order-1', 'P-94F2L'), checkout);
    const { headers = {}, body = '' } = seen ?? {};
    const expected = createHmac('sha256', KEYS.secretKey)
      .update(`${KEYS.login}${String(headers['x-date'])}${body}`)
      .digest('hex');
    expect(headers['authorization']).toBe(`V2-HMAC-SHA256, Signature: ${expected}`);
    expect(headers).toMatchObject({ 'x-login': KEYS.login, 'x-trans-key': KEYS.transKey, 'x-version': '2.1' });
    expect(JSON.parse(body)).toMatchObject({
      ...{ amount: 367.35, currency: 'GTQ', country: 'GT', payment_method_flow: 'REDIRECT', order_id: 'order-1' },
      ...{ payer: { user_reference: 'P-94F2L' }, callback_url: RETURN },
    });
    expect(body).not.toContain('5555'); // nobody's number
  });

  test('a payment of another order, in another currency or without a page is no answer', async () => {
    const good = { id: 'D-1', order_id: 'order-1', status: 'PENDING', amount: 1, currency: 'GTQ' };
    const at = '/payments/merchant_order_id/order-1';
    const key = mint('order-1', 'P-94F2L');
    for (const body of [
      { ...good, order_id: 'order-2' },
      { ...good, currency: 'EUR' },
      { ...good, status: 'DONE' },
      { ...good, amount: 0.001 },
    ]) {
      nock(HOST).get(at).reply(200, body);
      expect((await failureOf(gatewayAt(HOST).payment(key))).kind).toBe('contract');
    }
    nock(HOST).post('/payments').reply(200, good);
    expect((await failureOf(gatewayAt(HOST).checkout(key, checkout))).kind).toBe('contract');
  });

  test('a notification is theirs byte by byte, or not at all', () => {
    const date = '2026-11-20T20:20:00.000Z';
    const body = Buffer.from('{"id":"D-1","order_id":"order-1","status":"PAID","amount":367.35}');
    const sign = (text: Buffer, secret = KEYS.secretKey): string =>
      `V2-HMAC-SHA256, Signature: ${createHmac('sha256', secret).update(KEYS.login + date).update(text).digest('hex')}`; // prettier-ignore
    const authorization = sign(body);
    expect(isTheirs(KEYS, { date, authorization }, body)).toBe(true);
    for (let at = 0; at < body.length; at++) {
      const altered = Buffer.from(body);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(isTheirs(KEYS, { date, authorization }, altered)).toBe(false);
    }
    expect(isTheirs(KEYS, { date: '2026-11-20T20:20:00.001Z', authorization }, body)).toBe(false);
    expect(isTheirs(KEYS, { date: '', authorization: sign(body) }, body)).toBe(false);
    expect(isTheirs(KEYS, { date, authorization: '' }, body)).toBe(false);
    expect(isTheirs(KEYS, { date, authorization: sign(body, 'another') }, body)).toBe(false);
  });
});
