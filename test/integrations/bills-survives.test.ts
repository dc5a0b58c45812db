import nock from 'nock';
import { billsClient } from '../../src/integrations/bills/client';
import { breaker } from '../../src/integrations/http/breaker';
import { caller } from '../../src/integrations/http/caller';
import { reconnectionClient } from '../../src/integrations/reconnection/client';
import { PATIENT_MS } from './parts';

const BASE = 'https://api.operator.example';
const BILLS = '/tmf-api/customerBillManagement/v4';
const PDF = Buffer.from([...Buffer.from('%PDF-1.4\n'), 0xff, 0x00, 0x80, 0xe9]);
const operator = () =>
  caller({ backend: 'bills', deadlineMs: PATIENT_MS, clock: Date.now, breaker: breaker(Date.now), baseUrl: BASE, random: () => 0 });
const bills = () => billsClient(operator());
const documentOf = (document: object): void =>
  void nock(BASE)
    .get(`${BILLS}/customerBill/b1`)
    .query({ fields: 'billDocument' })
    .reply(200, { id: 'b1', billDocument: [document] });

beforeAll(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});
afterAll(() => nock.restore());

test('a PDF comes whole, byte by byte: from a link of the same server, or in the answer', async () => {
  documentOf({ mimeType: 'application/pdf', url: '/files/b1' });
  nock(BASE).get('/files/b1').reply(200, PDF, { 'content-type': 'application/pdf' });
  expect(await bills().pdf('b1')).toEqual(PDF);
  documentOf({ url: `${BASE}/files/b1` });
  nock(BASE).get('/files/b1').reply(200, PDF);
  expect(await bills().pdf('b1')).toEqual(PDF);
  documentOf({ content: PDF.toString('base64') });
  expect(await bills().pdf('b1')).toEqual(PDF);
});

test('another server is never asked, what is no PDF never passed on, and none is none', async () => {
  for (const url of [
    'https://elsewhere.example/b1',
    'http://api.operator.example/b1',
    'http://169.254.169.254/latest',
    '@elsewhere.example/b1',
    'https://user:x@api.operator.example/b1',
  ]) {
    documentOf({ url });
    await expect(bills().pdf('b1')).rejects.toMatchObject({ kind: 'contract' });
  }
  documentOf({ url: '/files/b1' });
  nock(BASE).get('/files/b1').reply(200, '<html>sign in</html>');
  await expect(bills().pdf('b1')).rejects.toMatchObject({ kind: 'contract' });
  documentOf({ url: '/files/b1' });
  nock(BASE).get('/files/b1').reply(302, '', { location: 'https://elsewhere.example' });
  await expect(bills().pdf('b1')).rejects.toMatchObject({ kind: 'contract' });
  documentOf({ mimeType: 'text/html', url: '/files/b1' });
  expect(await bills().pdf('b1')).toBeUndefined();
  documentOf({ url: '/files/b1' });
  nock(BASE).get('/files/b1').reply(404);
  expect(await bills().pdf('b1')).toBeUndefined();
});

const RAW = {
  ...{ id: 'b1', billDate: '2026-11-01T06:00:00Z', paymentDueDate: '2026-11-16T05:59:59Z', state: 'sent', billingAccount: { id: 'A1', extra: true } },
  ...{ taxIncludedAmount: { unit: 'PYG', value: 337280 }, remainingAmount: { unit: 'PYG', value: 0 }, taxItem: [], surprise: { any: 1 } },
};

test('additions are tolerated; an inexact amount, or somebody else’s bill, is no answer', async () => {
  const list = (...all: object[]) => nock(BASE).get(`${BILLS}/customerBill`).query(true).reply(200, all);
  list({ ...RAW, billNo: null, minimumPayment: null });
  expect(await bills().list('A1')).toEqual([
    {
      id: 'b1',
      number: 'b1',
      account: 'A1',
      issued: Date.parse(RAW.billDate),
      due: Date.parse(RAW.paymentDueDate),
      state: 'new',
      total: { minor: 337_280, currency: 'PYG' },
      remaining: { minor: 0, currency: 'PYG' },
    },
  ]);
  for (const wrong of [
    { ...RAW, taxIncludedAmount: { unit: 'PYG', value: 1.5 } },
    { ...RAW, billingAccount: { id: 'A2' } },
    { ...RAW, paymentDueDate: 'soon' },
  ]) {
    list(wrong);
    await expect(bills().list('A1')).rejects.toMatchObject({ kind: 'contract' });
  }
});

test('kinds of lines: as the operator says, else by its words, else by its type', async () => {
  const rate = (name: string, more: object = {}) => ({ id: name, name, taxIncludedAmount: { unit: 'USD', value: -1.25 }, ...more });
  nock(BASE)
    .get(`${BILLS}/appliedCustomerBillingRate`)
    .query(true)
    .reply(200, [
      rate('Cosa', { characteristic: [{ name: 'chargeType', value: 'instalment' }, { name: 'disputedAmount', value: { unit: 'USD', value: 1 } }, { name: 'collectedInDispute', value: false }], product: { id: 'p1' } }),
      rate('IVA 13 %', { type: 'appliedBillingCharge' }),
      rate('Cosa', { type: 'appliedBillingCredit' }),
      rate('Cosa', { type: 'appliedPenaltyCharge' }),
      { id: 'x', description: 'Cosa', taxIncludedAmount: { unit: 'USD', value: 0.1 } },
    ]); // prettier-ignore
  const lines = await bills().lines('b1');
  expect(lines.map(({ kind }) => kind)).toEqual(['instalment', 'tax', 'credit', 'late-fee', 'other']);
  expect(lines[0]).toMatchObject({ item: 'p1', disputed: { minor: 100, currency: 'USD' }, waits: true });
  expect(lines[1]).not.toHaveProperty('waits');
});

test('a reconnection: granted, under way, refused for a reason; an outage is no refusal', async () => {
  const asked = (status: number, body: object) => nock(BASE).post('/tmf-api/ServiceActivationAndConfiguration/v4/service').reply(status, body);
  const ask = () => reconnectionClient(operator()).ask('chat:1:reconnect', { kind: 'home', id: '10002040', account: '10002040' });
  asked(201, { id: 's', state: 'active' });
  expect(await ask()).toEqual({ status: 'active' });
  asked(202, { id: 'm', state: 'InProgress' });
  expect(await ask()).toEqual({ status: 'asked' });
  asked(409, { code: 'debt-open', reason: 'debt-open' });
  expect(await ask()).toEqual({ status: 'refused', reason: 'debt' });
  asked(409, { code: 'E-77' });
  expect(await ask()).toEqual({ status: 'refused', reason: 'other' });
  asked(503, {});
  await expect(ask()).rejects.toMatchObject({ kind: 'unavailable' });
});
