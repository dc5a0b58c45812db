import nock from 'nock';
import { changeOf } from '../../src/domain/bills';
import { countryOf } from '../../src/domain/countries';
import { formatMoney } from '../../src/domain/money';
import { billDelivery } from '../../src/integrations/bills/delivery';
import { billsClient } from '../../src/integrations/bills/client';
import { receiptsClient } from '../../src/integrations/receipts/client';
import { reconnectionClient } from '../../src/integrations/reconnection/client';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { sandboxCaller } from '../support/sandbox-caller';

/** Friday, 20 November 2026, 14:20 in Guatemala. */
const NOW = '2026-11-20T20:20:00Z';
let sandbox: TestSandbox;
beforeAll(async () => {
  nock.restore();
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset(NOW));
afterAll(() => sandbox.close());

const bills = () => billsClient(sandboxCaller(sandbox, 'bills'));
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const RISES = [
  ['GT', '70041183', 'Q224.00', 'Q367.35', 'Q143.35', ['purchase Q75.00', 'new Q45.00', 'usage Q16.65', 'late-fee Q15.00', 'credit −Q8.30']],
  ['GT', '10002040', 'Q334.00', 'Q438.00', 'Q104.00', ['promotion-ended Q80.00', 'pro-rata Q24.00']],
  ['GT', '70055620', 'Q149.00', 'Q159.00', 'Q10.00', ['late-fee Q10.00']],
  ['GT', '10003311', 'Q249.00', 'Q249.00', 'Q0.00', []],
  ['HN', '300418', 'L 900.89', 'L 1,200.43', 'L 299.54', ['purchase L 250.00', 'tax L 37.50', 'exchange L 10.47', 'tax L 1.57']],
  ['SV', '4410023971', '$25.96', '$30.68', '$4.72', ['purchase $4.00', 'tax $0.52', 'tax $0.20']],
  ['CO', '55018801', '$49.900', '$86.800', '$36.900', ['new $16.900', 'plan $15.000', 'pro-rata $5.000']],
  ['CO', '55018822', '$104.900', '$105.168', '$268', ['price $5.000', 'credit −$4.732']],
  ['PY', '8810234', 'Gs. 289.000', 'Gs. 337.280', 'Gs. 48.280', ['purchase Gs. 30.000', 'usage Gs. 12.500', 'late-fee Gs. 5.780']],
] as const;

test.each(RISES)('%s %s: %s became %s, and its causes add up', async (code, account, from, to, difference, causes) => {
  const country = countryOf(code);
  const shown = (amount: Parameters<typeof formatMoney>[0]): string => plain(formatMoney(amount, country));
  const [after, before] = await bills().list(account);
  if (!after || !before) throw new Error('two bills');
  const [now, then] = await Promise.all([bills().lines(after.id), bills().lines(before.id)]);
  const change = changeOf({ total: before.total, lines: then }, { total: after.total, lines: now });
  expect([change && shown(change.from), change && shown(change.to), change && shown(change.difference)]).toEqual([from, to, difference]);
  expect(change?.causes.map(({ kind, amount }) => `${kind} ${shown(amount)}`)).toEqual(causes);
  expect(change?.causes.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(change?.difference.minor);
});

test('a bill has its month, its dates and its state; a disputed line says how much of it, and that it waits', async () => {
  const [first, second] = await bills().list('70055620');
  expect([first?.issued, first?.due, first?.state].map((each) => (typeof each === 'number' ? new Date(each).toISOString() : each))).toEqual([
    '2026-10-01T06:00:00.000Z',
    '2026-10-31T05:59:59.000Z',
    'new',
  ]);
  expect(second?.issued).toBe(Date.parse('2026-09-01T06:00:00Z'));
  const [disputed] = await bills().lines('55018822-M');
  expect([disputed?.disputed?.minor, disputed?.waits]).toEqual([500_000, true]);
  expect((await bills().list('55018822'))[0]?.least?.minor).toBe(10_516_800 - 500_000);
  expect((await bills().list('9999')).length).toBe(0);
});

test('its PDF is one that reads like a bill, and nobody else’s server is asked for it', async () => {
  const pdf = (await bills().pdf('70041183-M'))?.toString('latin1') ?? '';
  expect(pdf.startsWith('%PDF-1.4')).toBe(true);
  for (const words of ['Factura de noviembre', 'Roaming Centroam\u00e9rica, 3 d\u00edas', '-Q8.30', 'Q367.35', 'Vence el 29 de noviembre'])
    expect(pdf).toContain(words);
  const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
  expect(pdf.slice(start, start + 4)).toBe('xref');
  for (const [, at, object] of [...pdf.slice(start).matchAll(/(\d{10}) 00000 n/g)].map((found, index) => [...found, index + 1] as const))
    expect(pdf.slice(Number(at), Number(at) + 8)).toMatch(new RegExp(`^${object} 0 obj`));
  expect(await bills().pdf('nobody-M')).toBeUndefined();
});

test('a copy goes to the e-mail on file once, and the address is shown masked', async () => {
  const delivery = billDelivery(sandboxCaller(sandbox, 'bills'));
  expect(await delivery.of('70041183')).toEqual({ electronic: true, email: 'a•••@correo.example' });
  const key = 'chat:1:mail';
  expect(await delivery.send(key, { id: '70041183-M', account: '70041183' })).toBe('sent');
  expect(await delivery.send(key, { id: '70041183-M', account: '70041183' })).toBe('sent');
  expect(await delivery.send('chat:2:mail', { id: '70041183-M', account: '10002040' })).toBe('refused');
  const { mails } = (await (await fetch(`${sandbox.url}/sandbox/mails`)).json()) as { mails: { to: string; text: string }[] };
  expect(mails.map(({ to, text }) => [to, plain(text)])).toEqual([
    ['ana.morales@correo.example', 'Adjuntamos su factura de noviembre: Q367.35. Archivo: 70041183-M.pdf'],
  ]);
});

test('electronic bills are switched on and off', async () => {
  const delivery = billDelivery(sandboxCaller(sandbox, 'bills'));
  expect((await delivery.of('10003311')).electronic).toBe(false);
  expect(await delivery.setElectronic('chat:1:on', '10003311', true)).toBe('done');
  expect((await delivery.of('10003311')).electronic).toBe(true);
  expect(await delivery.setElectronic('chat:2:off', '10003311', false)).toBe('done');
  expect((await delivery.of('10003311')).electronic).toBe(false);
  expect(await delivery.setElectronic('chat:3:on', '99999999', true)).toBe('refused');
});

test('payments of an account are found, also one that is not applied; a cut-off line is not reconnected before it is', async () => {
  const receipts = receiptsClient(sandboxCaller(sandbox, 'payments'), '/tmf-api/paymentManagement/v4');
  const [paid] = await receipts.ofAccount('10003311', 0);
  expect([paid?.what, paid?.state, paid?.amount.minor]).toEqual(['invoice', 'applied', 24_900]);
  const [held] = await receipts.ofAccount('70055620', 0);
  expect([held?.reference, held?.state, held?.amount.minor]).toEqual(['BI-884201', 'received', 30_800]);
  const reconnection = reconnectionClient(sandboxCaller(sandbox, 'reconnection'));
  const hector = { kind: 'mobile', id: '50255550109', account: '70055620' } as const;
  expect(await reconnection.standing(hector)).toEqual({ cut: true, why: 'Falta de pago: solo recibe llamadas' });
  expect(await reconnection.ask('chat:1:again', hector)).toEqual({ status: 'refused', reason: 'not-applied' });
  expect(await reconnection.standing({ kind: 'home', id: '10002040' })).toEqual({ cut: false });
});

test('more time is given for one open bill, once', async () => {
  const reconnection = reconnectionClient(sandboxCaller(sandbox, 'reconnection'));
  const granted = await reconnection.moreTime('chat:1:time', '4410023971');
  expect(granted).toEqual({ status: 'granted', until: expect.any(Number) });
  expect(await reconnection.moreTime('chat:1:time', '4410023971')).toEqual(granted);
  expect(await reconnection.moreTime('chat:2:time', '4410023971')).toEqual({ status: 'refused', reason: 'used' });
  expect(await reconnection.moreTime('chat:3:time', '70055620')).toEqual({ status: 'refused', reason: 'not-eligible' });
  expect(await reconnection.moreTime('chat:4:time', '12345')).toEqual({ status: 'refused', reason: 'not-eligible' });
});
