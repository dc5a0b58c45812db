import nock from 'nock';
import { z } from 'zod';
import { homeNetworkClient } from '../../src/integrations/home-network/client';
import { outagesClient } from '../../src/integrations/outages/client';
import { breaker } from '../../src/integrations/http/breaker';
import { caller } from '../../src/integrations/http/caller';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { sandboxCaller } from '../support/sandbox-caller';
import { PATIENT_MS } from './parts';

const HOST = 'https://operator.example';
const SERVICES = '/tmf-api/ServiceActivationAndConfiguration/v4/service';
const PROBLEMS = '/tmf-api/serviceProblemManagement/v4/serviceProblem';
const to = (deadlineMs = PATIENT_MS) =>
  caller({ backend: 'b', deadlineMs, clock: Date.now, breaker: breaker(Date.now), baseUrl: HOST, random: () => 0 });
const service = (more: object[] = []) => [
  { id: 'internet-10002040', place: { id: 'GT-mixco' }, serviceCharacteristic: [{ name: 'contract', value: '10002040' }, { name: 'ssid', value: 'Casa' }, ...more] },
]; // prettier-ignore

describe('against the sandbox', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    nock.restore();
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());
  const network = () => homeNetworkClient(sandboxCaller(sandbox, 'home-network'));
  const turn = async (path: string, body: object) => {
    const answer = await fetch(sandbox.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(answer.status).toBe(200);
  };

  test('a home is found with its Wi-Fi, and renamed once however often the key comes; no password is ever read back', async () => {
    expect(await network().find('10002040')).toEqual({
      ...{ contract: '10002040', area: 'GT-mixco', wifi: 'Casa_Morales' },
      modem: { state: 'online', signal: 'good' },
    });
    const change = { name: 'Casa Azul', password: 'tres tristes tigres 7' };
    expect(await network().setWifi('10002040', change, 'turn-0001')).toBe('done');
    expect(await network().setWifi('10002040', change, 'turn-0001')).toBe('done');
    expect((await network().find('10002040'))?.wifi).toBe('Casa Azul');
    const all = await sandboxCaller(sandbox, 'x').list({ operation: 'all', path: SERVICES, schema: z.unknown() });
    expect(JSON.stringify(all)).not.toContain('tigres');
    expect(await network().find('10009999')).toBeUndefined();
    expect(await network().setWifi('10009999', change, 'turn-0002')).toBe('refused');
  });

  test('a restart is begun once, seen to run and to come back; a second one meanwhile is refused', async () => {
    const begun = await network().restart('10002040', 'turn-0010');
    expect(begun).toEqual({ status: 'started', job: 'turn-0010' });
    expect(await network().restart('10002040', 'turn-0010')).toEqual(begun);
    expect(await network().restart('10002040', 'turn-0011')).toEqual({ status: 'busy' });
    expect(await network().look('10002040', 'turn-0010')).toEqual({ status: 'running', signal: 'unknown' });
    await sandbox.clock({ advanceMs: 60_000 });
    expect(await network().look('10002040', 'turn-0010')).toEqual({ status: 'back', signal: 'good' });
    expect((await network().find('10002040'))?.modem.restartedAt).toBeGreaterThan(0);
  });

  test('one that never comes back goes on running', async () => {
    await turn('/sandbox/modems', { contract: '300418', verdict: 'never' });
    expect((await network().restart('300418', 'turn-0020')).status).toBe('started');
    await sandbox.clock({ advanceMs: 3_600_000 });
    expect((await network().look('300418', 'turn-0020')).status).toBe('running');
  });

  test('the outage of Cobán is known by its contract, and over when it is ended', async () => {
    const outages = outagesClient({
      ...{ caller: sandboxCaller(sandbox, 'outages'), clock: Date.now, freshMs: 0 },
      areaOf: async (contract) => (await network().find(contract))?.area,
    });
    const open = await outages.at('10003311');
    expect(open).toMatchObject({ id: 'SP-10500', area: 'Cobán, zonas 2 a 4', state: 'open', cause: 'fibre-cut', homes: 1240, ticket: '10500' });
    expect((await network().find('10003311'))?.modem).toEqual({ state: 'offline', signal: 'none' });
    expect(await outages.at('10002040')).toBeUndefined();
    await turn('/sandbox/outages', { area: 'GT-coban-2-4', status: 'resolved' });
    expect(await outages.at('10003311')).toBeUndefined();
    expect(await outages.look('SP-10500')).toMatchObject({ state: 'over' });
    await turn('/sandbox/outages', { area: 'GT-mixco', status: 'inProgress', expectedInMs: 3_600_000 });
    expect(await outages.perhapsAt('10002040')).toMatchObject({ state: 'open', area: 'Mixco' });
    await turn('/sandbox/outages', { area: 'GT-mixco', status: 'cancelled' });
    expect(await outages.at('10002040')).toBeUndefined();
  });
});

describe('what must be survived', () => {
  beforeEach(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => nock.cleanAll());
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore(); // else it stays in front of `node:http` for the files that come after this one
  });

  test('no answer to an order is unsure, since it may have been carried out; it is sent once', async () => {
    nock(HOST).get(SERVICES).query(true).reply(200, service()).persist();
    const sent = nock(HOST).patch(`${SERVICES}/internet-10002040`).reply(502, 'bad gateway');
    const network = homeNetworkClient(to());
    expect(await network.restart('10002040', 'turn-0001')).toEqual({ status: 'unsure' });
    expect(sent.isDone()).toBe(true);
    nock(HOST).patch(`${SERVICES}/internet-10002040`).delay(5_000).reply(200, {});
    expect(await homeNetworkClient(to(1_500)).setWifi('10002040', { password: 'una-clave-larga-1' }, 'turn-0002')).toBe('unsure');
  });

  test('nothing was sent while the read before it fails: that is a failure, and no doubt', async () => {
    nock(HOST).get(SERVICES).query(true).reply(500).persist();
    await expect(homeNetworkClient(to(400)).restart('10002040', 'turn-0001')).rejects.toMatchObject({ name: 'BackendFailure' });
  });

  test('a refusal is a value, and who looks never throws', async () => {
    nock(HOST).get(SERVICES).query(true).reply(200, service()).persist();
    nock(HOST).patch(`${SERVICES}/internet-10002040`).reply(422, { code: 'unsupported' });
    const network = homeNetworkClient(to());
    expect(await network.restart('10002040', 'turn-0001')).toEqual({ status: 'refused' });
    nock.cleanAll();
    nock(HOST)
      .get(/monitor|service/)
      .query(true)
      .reply(503)
      .persist();
    expect(await network.look('10002040', 'job')).toEqual({ status: 'unknown', signal: 'unknown' });
  });

  test('a modem that says other words than ours is unknown; a monitor in error has failed', async () => {
    nock(HOST).get(SERVICES).query(true).reply(200, service([{ name: 'modemState', value: 'DEGRADED' }, { name: 'lastReboot', value: 'yesterday' }])); // prettier-ignore
    const network = homeNetworkClient(to());
    expect((await network.find('10002040'))?.modem).toEqual({ state: 'unknown', signal: 'unknown' });
    nock(HOST)
      .get(/monitor/)
      .reply(200, { id: 'job', state: 'InError' });
    expect((await network.look('10002040', 'job')).status).toBe('failed');
  });

  test('outages: a thousand who wait ask once in half a minute; a slow answer does not hold up who asked about something else', async () => {
    let asked = 0;
    nock(HOST).get(`${PROBLEMS}/SP-1`).reply(200, () => (asked++, { id: 'SP-1', status: 'InProgress', creationDate: '2026-11-20T13:15:00Z' })).persist(); // prettier-ignore
    let now = 1_000_000;
    const outages = outagesClient({ caller: to(), clock: () => now, freshMs: 30_000, areaOf: async () => 'a' });
    for (let each = 0; each < 50; each++) expect(await outages.look('SP-1')).toMatchObject({ state: 'open', cause: 'unknown', area: '' });
    expect(asked).toBe(1);
    now += 31_000;
    await outages.look('SP-1');
    expect(asked).toBe(2);
    nock(HOST).get(PROBLEMS).query(true).delay(3_500).reply(200, []);
    const slow = outagesClient({ caller: to(3_000), clock: () => now, freshMs: 30_000, areaOf: async () => 'a' });
    expect(await slow.perhapsAt('10003311')).toBeUndefined();
    nock(HOST).get(`${PROBLEMS}/SP-2`).reply(404);
    expect(await outages.look('SP-2')).toBeUndefined();
    nock(HOST).get(`${PROBLEMS}/SP-3`).reply(200, { id: 'SP-3', status: 'resolved' });
    expect(await outages.look('SP-3')).toBe('unknown');
    nock.abortPendingRequests();
  });
});
