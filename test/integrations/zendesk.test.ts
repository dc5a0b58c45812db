import { readFileSync } from 'node:fs';
import nock from 'nock';
import { z } from 'zod';
import type { CaseRecord } from '../../src/domain/cases/record';
import { packetOf } from '../../src/integrations/zendesk/packet';
import { countryOf } from '../../src/domain/countries';
import type { Operation } from '../../src/domain/spending';
import { operationsOf } from '../../src/wiring/account-now';
import { ticketDesk } from '../../src/integrations/zendesk/tickets';
import type { Zendesk } from '../../src/integrations/zendesk/client';
import { accountSetup, AccountManifest, signingSecret } from '../../src/integrations/zendesk/setup';
import { startSandbox, ZENDESK, type TestSandbox } from '../support/sandbox';
import { BASE, failureOf, onlyNock, said, testZendesk } from './parts';

const access = { user: 'bot@operator.example', token: 'very-secret-token' };
const account = (parts: object = {}): Zendesk => testZendesk({ access, ...parts });
const Ticket = z.object({ ticket: z.object({ id: z.number() }) });
const show = (zendesk: Zendesk) => zendesk.ask({ operation: 'ticket', schema: Ticket, call: (client) => client.tickets.show(7) });
const create = (zendesk: Zendesk) =>
  zendesk.ask({
    ...{ operation: 'create', schema: Ticket, idempotencyKey: 'case-1' },
    call: (client) => client.tickets.create({ ticket: { subject: 'x', comment: { body: 'y' } } }),
  });

describe('what node-zendesk takes for an answer', () => {
  onlyNock();

  test.each<[string, number, Record<string, string>, unknown, string]>([
    ['429 with Retry-After resolves there', 429, { 'retry-after': '7' }, {}, 'unavailable'],
    ['502 resolves there', 502, {}, '<html>bad gateway</html>', 'unavailable'],
    ['504 resolves there', 504, {}, {}, 'unavailable'],
    ['500', 500, {}, {}, 'unavailable'],
    ['503', 503, {}, {}, 'unavailable'],
    ['200 that is no JSON', 200, { 'content-type': 'text/html' }, '<html>login</html>', 'contract'],
    ['200 of another shape', 200, {}, { ticket: { id: 'seven' } }, 'contract'],
    ['200 without a body', 200, {}, '', 'contract'],
    ['401 is about us', 401, {}, { error: 'Couldn’t authenticate you' }, 'contract'],
    ['403 is about us', 403, {}, {}, 'contract'],
    ['a redirect is not followed with a token', 302, { location: 'https://elsewhere.test/' }, '', 'contract'],
  ])('%s: a failure, without a secret in it', async (_, status, headers, body, kind) => {
    nock(BASE)
      .post('/api/v2/tickets.json')
      .reply(status, body as nock.Body, headers);
    const failure = await failureOf(create(account()));
    expect(failure.kind).toBe(kind);
    expect(said(failure)).not.toContain(access.token);
  });

  test('200 with Retry-After is an answer', async () => {
    nock(BASE)
      .post('/api/v2/tickets.json')
      .reply(200, { ticket: { id: 5 } }, { 'retry-after': '3' });
    expect(await create(account())).toEqual({ ok: true, value: { ticket: { id: 5 } } });
  });

  test('422 and 404 are values, with what was wrong by name', async () => {
    nock(BASE)
      .post('/api/v2/tickets.json')
      .reply(422, { error: 'RecordInvalid', details: { requester: [{ description: 'Ana' }] } });
    expect(await create(account())).toEqual({ ok: false, status: 422, fields: ['requester'] });
    nock(BASE).get('/api/v2/tickets/7.json').reply(404, { error: 'RecordNotFound' });
    expect(await show(account())).toEqual({ ok: false, status: 404, fields: [] });
  });

  test('a write is sent once, with its key; a read is tried again', async () => {
    nock(BASE, { reqheaders: { 'idempotency-key': 'case-1', authorization: /^Basic / } })
      .post('/api/v2/tickets.json')
      .reply(503);
    expect((await failureOf(create(account()))).kind).toBe('unavailable');
    nock(BASE)
      .get('/api/v2/tickets/7.json')
      .reply(503)
      .get('/api/v2/tickets/7.json')
      .reply(200, { ticket: { id: 7 } });
    expect(await show(account())).toEqual({ ok: true, value: { ticket: { id: 7 } } });
  });

  test('what never answers ends with the deadline', async () => {
    nock(BASE)
      .post('/api/v2/tickets.json')
      .delay(5_000)
      .reply(201, { ticket: { id: 1 } });
    expect((await failureOf(create(account({ deadlineMs: 100 })))).kind).toBe('timeout');
    nock.abortPendingRequests();
  });

  test('pages are followed at our account only, whatever the answer names', async () => {
    const Page = z.object({ users: z.array(z.object({ id: z.number() })) });
    nock(BASE)
      .get('/api/v2/users/search.json?query=a')
      .reply(200, { users: [{ id: 1 }], next_page: 'https://evil.test/api/v2/users/search.json?query=a&page=2' });
    nock(BASE)
      .get('/api/v2/users/search.json?query=a&page=2')
      .reply(200, { users: [{ id: 2 }], next_page: null });
    const pages = await account().pages({ operation: 'users', schema: Page, call: (client) => client.users.search({ query: 'a' }) });
    expect(pages.flatMap(({ users }) => users.map(({ id }) => id))).toEqual([1, 2]);
  });

  test('a file goes with its own type', async () => {
    nock(BASE, { reqheaders: { 'content-type': 'image/png' } })
      .post('/api/v2/uploads.json', 'PNG')
      .query({ filename: 'foto de Ana.png' })
      .reply(201, { upload: { token: 'tok' } });
    const file = { name: 'foto de Ana.png', contentType: 'image/png', bytes: Buffer.from('PNG') };
    expect(await account().upload(file)).toEqual({ ok: true, value: 'tok' });
  });

  test('after a creation whose answer was lost, the requester’s tickets tell it', async () => {
    const desk = ticketDesk({ zendesk: account(), groups: {}, nameOf: () => 'n', clock: () => 0 });
    nock(BASE)
      .get('/api/v2/users/search.json')
      .query({ external_id: 'line:50255550103' })
      .reply(200, { users: [{ id: 9 }] });
    nock(BASE)
      .get('/api/v2/users/9/tickets/requested.json')
      .reply(200, {
        tickets: [
          { id: 3, external_id: null },
          { id: 4, external_id: 'C-4TT8M' },
        ],
      });
    expect(await desk.find(stored)).toBe('4');
  });

  test('whoever proved nothing is only this conversation', async () => {
    const desk = ticketDesk({ zendesk: account(), groups: {}, nameOf: (conversation) => `h(${conversation})`, clock: () => 0 });
    nock(BASE).get('/api/v2/users/search.json').query({ external_id: 'chat:h(web:1)' }).reply(200, { users: [] });
    expect(await desk.find({ ...stored, origin: { ...origin, level: 0, lines: [] } })).toBeUndefined();
  });
});

const origin: NonNullable<CaseRecord['origin']> = {
  ...{ conversation: 'web:1', channel: 'web', country: 'GT', language: 'es', form: 'tu', level: 2, provedAt: Date.parse('2026-11-20T20:02:00Z') },
  ...{ lines: ['50255550103'], contracts: [], mood: 'angry', asked: 1, marks: ['angry', 'text-only'], contactMode: 'text_only' },
  ...{ tried: ['Buscó «recarga»; mostró A02: no sirvió'], articles: ['A02'] },
  turns: [{ at: 1, said: 'mi recarga no entró, llámenme al 5555-0103', replied: 'Lo busco.' }],
  account: { Línea: 'activa', Titular: 'Carlos', Saldo: 'Q0.85' },
  operations: [],
};
const stored: CaseRecord = {
  ...{ id: 'abc', reference: 'C-4TT8M', at: Date.parse('2026-11-20T20:30:00Z'), topic: 'find-payment', reason: 'not_found', line: '50255550103' },
  ...{ summary: 'Pagó Q10.00 en tienda el 20 nov 18:05 (ref. PV-55120). DPI 1990 44120 0901.', facts: { 'monto y día': 'Q10, ayer' }, promised: '' },
  ...{ promisedBy: Date.parse('2026-11-21T20:30:00Z'), expects: 'que se aplique o se devuelva', macro: 'Recarga de tienda no aplicada', origin },
};

test('an agent reads on one screen, in order, what happened and what not to do', () => {
  const packet = packetOf(stored);
  expect(packet.note.split('\n')).toEqual([
    'QUÉ PASÓ   Pagó Q10.00 en tienda el 20 nov 18:05 (ref. PV-55120). DPI …0901.',
    'ESPERA     Que se aplique o se devuelva. Se le dijo: respuesta antes del 21 nov, 2:30 p. m.',
    'QUIÉN      Carlos · nivel 2 (código 20 nov, 2:02 p. m.) · …0103 · GT · es · tú · SOLO TEXTO: no llamar',
    'CUENTA     Línea: activa · Saldo: Q0.85',
    'BOT PROBÓ  Monto y día: Q10, ayer',
    '           Buscó «recarga»; mostró A02: no sirvió',
    'ÁNIMO      Molesto. Pidió una persona 1 vez.',
    'SUGERIDO   Macro «Recarga de tienda no aplicada»',
    'ÚLTIMO     > mi recarga no entró, llámenme al …0103',
    '           < Lo busco.',
  ]);
  expect(packet).toMatchObject({
    ...{ subject: 'Pagó Q10.00 en tienda el 20 nov 18:05 (ref. PV-55120). DPI …0901.', priority: 'normal', groups: ['GT.prepaid', 'prepaid'] },
    tags: ['bot', 'bot_find-payment', 'bot_not_found', 'solo_texto', 'pais_gt', 'canal_web'],
    fields: {
      bot_reference: 'C-4TT8M',
      id_level: 2,
      line_last4: '0103',
      mood: 'angry',
      contact_mode: 'text_only',
      promised_by: '2026-11-21T20:30:00.000Z',
    },
  });
});

test.each<[string, Partial<CaseRecord>, object]>([
  ['theft is urgent', { origin: { ...origin, marks: ['theft'] } }, { priority: 'urgent', groups: ['GT.fraud', 'fraud', 'GT.prepaid', 'prepaid'] }],
  [
    'money in doubt is high, and says what not to do',
    { money: { state: 'unknown', amount: 4_500, currency: 'GTQ', reference: 'R-8H4T6', warning: 'no cobrar ni devolver' } },
    {
      priority: 'high',
      note: expect.stringContaining('DINERO     R-8H4T6 Q45.00 · SIN CONFIRMAR · NO COBRAR NI DEVOLVER'),
      fields: { money_amount_minor: 4_500 },
    },
  ],
  [
    'a formal complaint keeps its number whole',
    { legal: 'complaint', law: { number: '4433-26-0000001', due: Date.parse('2026-12-15T05:00:00Z') } },
    {
      priority: 'high',
      note: expect.stringMatching(/Reclamo formal 4433-26-0000001: .* m\. No cerrar antes\./),
      tags: expect.arrayContaining(['reclamo_formal']),
    },
  ],
  [
    'a detractor is found by it, and is high with a reason',
    { priority: 'low', origin: { ...origin, survey: { score: 3, why: 'nadie me contesta\nnunca' } } },
    {
      priority: 'high',
      tags: expect.arrayContaining(['detractor']),
      note: expect.stringContaining('ÁNIMO      Molesto. Pidió una persona 1 vez. En la encuesta nos puso 3 de 10: «nadie me contesta nunca».'),
    },
  ],
  [
    'of a home account the agent reads what can be begun in the chat',
    { contract: '770021', topic: 'modem', macro: 'Reinicia el módem conmigo' },
    {
      note: expect.stringContaining(
        'SUGERIDO   Macro «Reinicia el módem conmigo»\n           Se inicia en su chat con: [Reinicia el módem conmigo] [Paga esta factura]',
      ),
    },
  ],
  [
    'a number that was only said stands whole, and all others masked',
    { claimed: '50255550199', summary: 'La recarga al 5555-0199 no entró' },
    {
      subject: 'La recarga al …0199 no entró',
      note: expect.stringMatching(/^QUÉ PASÓ {3}La recarga al …0199 no entró\n[^]*…0103 · número que dio, sin comprobar: 5555-0199 · GT/),
    },
  ],
  ['a number that was proved is not told again', { claimed: '50255550103' }, { note: expect.not.stringContaining('5555-0103') }],
  [
    'who has paid is shown no way to pay again, and who is cut off the way back',
    { contract: '770021', topic: 'reconnect', reason: 'not_applied' },
    { note: expect.stringContaining('Se inicia en su chat con: [Reinicia el módem conmigo] [Aplicar pago y reconectar]') },
  ],
  [
    'a contract that is cut off may be paid and reconnected',
    { contract: '770021', topic: 'invoices', origin: { ...origin, account: { Cuenta: 'SUSPENDIDA' } } },
    { note: expect.stringContaining('[Paga esta factura] [Aplicar pago y reconectar]') },
  ],
  ['part of a known outage: nothing is restarted', { contract: '770021', incident: '90' }, { note: expect.not.stringContaining('Se inicia') }],
  [
    'a score without a reason is no hurry',
    { origin: { ...origin, survey: { score: 6 } } },
    { priority: 'normal', tags: expect.arrayContaining(['detractor']) },
  ],
  [
    'who is content is no detractor',
    { origin: { ...origin, survey: { score: 7, why: 'bien' } } },
    { priority: 'normal', tags: expect.not.arrayContaining(['detractor']) },
  ],
  [
    'an id of the other side that names the line is told by its end',
    { money: { state: 'not_moved', amount: 1_000, currency: 'GTQ', reference: 'PV-1', backend: 'before-50255550103-4' } },
    { fields: { backend_ref: 'before-…0103-4' } },
  ],
])('%s', (_, more, packet) => expect(packetOf({ ...stored, ...more })).toMatchObject(packet));

test('who has proved nothing goes to the people whom their words name', () => {
  const { line: _, ...unproved } = stored;
  const packet = (summary: string) => packetOf({ ...unproved, summary, origin: { ...origin, level: 0, lines: [] } });
  expect(packet('Mi internet de la casa va lento')).toMatchObject({
    ...{ groups: ['GT.home', 'home'], fields: { product: 'home' } },
    note: expect.stringContaining('Se inicia en su chat con: [Reinicia el módem conmigo]'),
  });
  expect(packet('No tengo señal en mi casa')).toMatchObject({ groups: ['GT.prepaid', 'prepaid'] });
});

test('what was paid lately is told in Spanish', async () => {
  const at = Date.parse('2026-11-20T20:20:00Z');
  const operation: Operation = {
    ...{ order: '1', reference: 'P-1', kind: 'invoice', line: '50255550103', amount: { minor: 30_800, currency: 'GTQ' }, details: {} },
    ...{ state: 'unknown', at, teller: { conversation: 'web:1', skill: 'pay-invoice', language: 'es', form: 'tu' } },
    evidence: { words: 'Pagar Q308.00', shownAt: at, agreedAt: at, release: 'test' },
  };
  const desk = { now: at, country: countryOf('GT'), ledger: { operations: async () => [operation] } };
  const [told] = await operationsOf(desk, '50255550103', { TURN_BUDGET_MS: 60_000 });
  expect(told?.replaceAll('\u00a0', ' ')).toBe(
    'P-1 Q308.00 (factura, 20 nov, 2:20 p. m.): SIN CONFIRMAR: no repetir ni devolver, conciliación en curso',
  );
});

/** Of what Zendesk documents for these creations, as much as the bot sends; what it does not name is not sent. */
const Action = z.strictObject({ field: z.string().min(1), value: z.union([z.string(), z.array(z.string())]) });
const CREATIONS: Readonly<Record<string, z.ZodType>> = {
  '/api/v2/ticket_fields.json': z.strictObject({
    ticket_field: z.strictObject({ type: z.literal('text'), title: z.string().min(1), description: z.string() }),
  }),
  '/api/v2/groups.json': z.strictObject({ group: z.strictObject({ name: z.string().min(1) }) }),
  '/api/v2/macros.json': z.strictObject({ macro: z.strictObject({ title: z.string().min(1), actions: z.array(Action).min(1) }) }),
  '/api/v2/webhooks.json': z.strictObject({
    webhook: z.strictObject({
      ...{ name: z.string(), status: z.literal('active'), endpoint: z.url({ protocol: /^https$/ }), http_method: z.literal('POST') },
      ...{ request_format: z.literal('json'), subscriptions: z.tuple([z.literal('conditional_ticket_events')]) },
    }),
  }),
  '/api/v2/triggers.json': z.strictObject({
    trigger: z.strictObject({
      title: z.string(),
      conditions: z.strictObject({ all: z.array(z.looseObject({ field: z.string(), operator: z.string() })).min(1), any: z.array(z.unknown()) }),
      actions: z.tuple([z.strictObject({ field: z.literal('notification_webhook'), value: z.tuple([z.literal('hook-1'), z.string()]) })]),
    }),
  }),
};

describe('an empty account', () => {
  onlyNock();

  test('every field, group, macro, webhook and trigger is sent as Zendesk takes it', async () => {
    const manifest = AccountManifest.parse(JSON.parse(readFileSync('manifests/zendesk/account.json', 'utf8')));
    const sent = new Map<string, number>();
    const hook = { id: 'hook-1', name: manifest.webhook.name, endpoint: 'https://chat.operator.example/webhooks/zendesk' };
    const lists = { ticket_fields: [], groups: [], macros: [], triggers: [] };
    const made = (): boolean => sent.has('/api/v2/webhooks.json');
    nock(BASE)
      .persist()
      .get(/^\/api\/v2\//)
      .reply(200, () => ({ ...lists, webhooks: made() ? [hook] : [] }))
      .post(/^\/api\/v2\//)
      .reply(201, (uri, body) => {
        const path = uri.replace(/(?:\.json)?$/, '.json');
        sent.set(path, (sent.get(path) ?? 0) + 1);
        expect([path, CREATIONS[path]?.safeParse(body).error?.issues ?? (CREATIONS[path] ? [] : 'not known')]).toEqual([path, []]);
        return {};
      });
    for (const { apply } of await accountSetup(account(), manifest, 'https://chat.operator.example/')) await apply();
    nock.cleanAll();
    expect(Object.fromEntries(sent)).toEqual({
      ...{ '/api/v2/ticket_fields.json': manifest.fields.length, '/api/v2/groups.json': manifest.groups.length },
      ...{ '/api/v2/macros.json': manifest.macros.length, '/api/v2/webhooks.json': 1, '/api/v2/triggers.json': 1 },
    });
  });
});

describe('an account is made ready', () => {
  const manifest = AccountManifest.parse(JSON.parse(readFileSync('manifests/zendesk/account.json', 'utf8')));
  let sandbox: TestSandbox;
  beforeAll(async () => {
    if (!nock.isActive()) nock.activate();
    nock.enableNetConnect();
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  test('what is missing is made once; a second look finds all', async () => {
    const zendesk = testZendesk({ baseUrl: sandbox.url, access: { user: ZENDESK.zendeskUser, token: ZENDESK.zendeskToken } });
    const look = () => accountSetup(zendesk, manifest, 'https://chat.operator.example/');
    const open = (await look()).filter(({ state }) => state !== 'there');
    expect(open.map(({ what }) => what)).toContain('trigger');
    for (const { apply } of open) await apply();
    expect((await look()).filter(({ state }) => state !== 'there')).toEqual([]);
    expect(await signingSecret(zendesk, manifest)).toEqual(expect.stringMatching(/.{16,}/));
    const moved = await accountSetup(zendesk, manifest, 'https://new.operator.example');
    expect(moved.filter(({ state }) => state === 'differs').map(({ what }) => what)).toEqual(['webhook']);
  });
});
