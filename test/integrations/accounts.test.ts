import nock from 'nock';
import { countryOf } from '../../src/domain/countries';
import type { CountryCode } from '../../src/domain/countries/codes';
import { accountsClient } from '../../src/integrations/accounts/client';
import { mailsClient, suspensionsClient } from '../../src/integrations/accounts/suspensions';
import type { Caller } from '../../src/integrations/http/caller';
import { lendingClient } from '../../src/integrations/lending/client';
import { meansClient } from '../../src/integrations/payments/client';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { sandboxCaller } from '../support/sandbox-caller';
import { BASE, failureOf, testCaller } from './parts';

let sandbox: TestSandbox;
beforeAll(async () => void (sandbox = await startSandbox()));
afterAll(() => sandbox.close());

/** The operator of a country, and what was asked of it. */
function operator(country: CountryCode = 'GT') {
  const asked: string[] = [];
  const caller = sandboxCaller(sandbox, 'accounts');
  const list: Caller['list'] = (question) => (asked.push(question.operation), caller.list(question));
  return { asked, accounts: accountsClient({ caller: { ...caller, list }, country: countryOf(country) }) };
}

test.each([
  ['GT', '10002040', '2083771580108', '10002040', 1],
  ['GT', '10002040', '20837712', '10002040', 1],
  ['GT', '10009003', '2134990882001', '10009003', 13],
  ['HN', '300418', '0801199504417', '300418', 1],
  ['SV', '20881734', '044172637', '4410023971', 1],
  ['CO', '55018822', '43871205', '55018822', 1],
  ['PY', '8810234', '4218907', '8810234', 1],
] as const)('in %s the contract %s and the document %s are of %s, one of %d', async (country, contract, document, found, count) => {
  const matched = await operator(country).accounts.match(contract, document);
  expect(matched?.contract).toBe(found);
  expect(matched?.contracts).toHaveLength(count);
});

test('whatever is wrong, nothing is found, and as much is asked', async () => {
  const tries = [
    ['10002040', '1773094661601'],
    ['10009999', '2083771580108'],
    ['10009999', '1580352240101'],
  ] as const;
  for (const [contract, document] of tries) {
    const { accounts, asked } = operator();
    expect(await accounts.match(contract, document)).toBeUndefined();
    expect(asked.toSorted()).toEqual(['accounts', 'party']);
  }
});

test('the phone on file, and all the contracts that its code proves', async () => {
  const { accounts } = operator();
  expect(await accounts.phoneOnFile('10002040')).toBe('50255550104');
  expect((await accounts.codesGoTo('10009001'))?.contracts).toHaveLength(13);
  expect(await accounts.codesGoTo('10009999')).toBeUndefined();
});

test('what a contract is: plan and state; a name and an e-mail as they may be shown', async () => {
  const { accounts } = operator();
  const home = { contract: '10002040', kind: 'home', status: 'active', plan: 'Internet 200 + TV', holder: 'Ana', email: 'a•••@correo.example' };
  expect(await accounts.read('10002040')).toEqual({ ...home, plan: expect.stringContaining('Internet') });
  expect(await accounts.read('70055620')).toMatchObject({ kind: 'mobile', status: 'suspended', msisdn: '50255550109' });
  expect(await accounts.read('10009014')).toMatchObject({ status: 'cancelled', label: 'Bodega vieja' });
  expect(await accounts.ofLine('50255550104')).toBe('70041183');
  expect(await accounts.ofLine('50255550101')).toBeUndefined();
});

test('whose line it is, by document or contract, asked alike', async () => {
  const tries: readonly [msisdn: string, by: { document: string } | { contract: string }, holds: boolean][] = [
    ['50255550101', { document: '2451803700101' }, true],
    ['50255550104', { contract: '10002040' }, true],
    ['50255550101', { contract: '10002040' }, false],
    ['50255550198', { document: '2451803700101' }, false],
    ['50255550199', { document: '1580352240101' }, false],
  ];
  for (const [msisdn, by, holds] of tries) {
    const { accounts, asked } = operator();
    expect([msisdn, await accounts.holds(msisdn, by)]).toEqual([msisdn, holds]);
    expect(asked).toHaveLength(2);
  }
  expect(await operator().accounts.emailOf('50255550101')).toBe('maria.lopez@correo.example');
});

test('a line is suspended once, with its wallet and loans; a mail is sent once', async () => {
  const suspensions = suspensionsClient(sandboxCaller(sandbox, 'suspensions'));
  const first = await suspensions.suspend('50255550101', 'stolen');
  expect(first).toEqual({ reference: expect.stringMatching(/^B-\d+$/), wallet: 'frozen', lending: 'frozen' });
  expect(await suspensions.suspend('50255550101', 'stolen')).toEqual(first);
  expect(await suspensions.suspend('50255550198', 'stolen')).toBeUndefined();
  const caller = sandboxCaller(sandbox, 'money');
  const means = await meansClient({ caller, wallet: undefined, clock: Date.now }).of('50255550101');
  expect(new Set(means.map(({ barred }) => barred))).toEqual(new Set(['blocked']));
  expect((await lendingClient(caller).profile('50255550101'))?.refusal?.reason).toBe('down');
  const mails = mailsClient(sandboxCaller(sandbox, 'mails'), 'Alba');
  for (const _ of ['once', 'again']) await mails.send('theft-0001', { to: 'a@correo.example', subject: 'Aviso', text: 'Texto' });
  expect(await (await fetch(`${sandbox.url}/sandbox/mails`)).json()).toMatchObject({ mails: [{ to: 'a@correo.example' }] });
});

test('a phone on file that was reported stolen is known as that; one that is cut off for a bill is not', async () => {
  const { accounts } = operator();
  expect(await accounts.codesGoTo('10003311')).toEqual({ msisdn: '50255550108', contracts: ['10003311'] });
  await suspensionsClient(sandboxCaller(sandbox, 'suspensions')).suspend('50255550104', 'stolen');
  expect(await accounts.codesGoTo('10002040')).toEqual({ msisdn: '50255550104', contracts: ['10002040'], stolen: true });
  const billing = await accounts.ofLine('50255550109');
  expect(await accounts.codesGoTo(billing ?? '')).not.toHaveProperty('stolen');
});

describe('an operator that answers strangely', () => {
  beforeAll(() => nock.isActive() || nock.activate());
  afterEach(() => nock.cleanAll());
  afterAll(() => nock.restore());
  const accounts = () => accountsClient({ caller: testCaller(), country: countryOf('GT') });

  test('a filter that it ignores lets nobody in', async () => {
    const owner = { relatedParty: [{ id: 'P1', role: 'owner' }] };
    nock(BASE)
      .get(/billingAccount/)
      .reply(200, [{ name: '10000001', ...owner }])
      .persist();
    nock(BASE).get(/individual/).reply(200, [{ id: 'P1', individualIdentification: [{ identificationId: '1580352240101' }] }]).persist(); // prettier-ignore
    expect(await accounts().match('10000002', '1580352240101')).toBeUndefined();
    expect(await accounts().match('10000001', '2083771580108')).toBeUndefined();
    expect(await accounts().match('10000001', '1580352240101')).toEqual({ contract: '10000001', contracts: ['10000001'] });
  });

  test('what is not the contract of the interface is a failure, not a stranger', async () => {
    nock(BASE).get(/billingAccount/).reply(200, [{ nothing: true }]); // prettier-ignore
    nock(BASE)
      .get(/individual/)
      .reply(200, []);
    expect((await failureOf(accounts().match('10000001', '1580352240101'))).kind).toBe('contract');
  });
});
