import nock from 'nock';
import { agentsInZendesk } from '../../src/integrations/agents/client';
import { breaker } from '../../src/integrations/http/breaker';
import { sunshineClient } from '../../src/integrations/sunshine/client';
import { zendesk } from '../../src/integrations/zendesk/client';
import { PATIENT_MS } from './parts';

const HOST = 'https://operator.example';
const reach = { backend: 'zendesk', deadlineMs: PATIENT_MS, clock: Date.now, random: () => 0, observe: () => undefined };
const desk = () =>
  agentsInZendesk(zendesk({ ...reach, breaker: breaker(Date.now), baseUrl: HOST, access: { user: 'bot@operator.example', token: 't' } }), () =>
    Date.parse('2026-11-20T20:20:00Z'),
  );
const sunshine = (deadlineMs = reach.deadlineMs) => {
  const at = { ...reach, deadlineMs, breaker: breaker(Date.now), baseUrl: `${HOST}/sc` };
  return sunshineClient({ ...at, appId: 'a1', key: { id: 'k', secret: 's' }, agents: 'next' });
};

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.restore());

const ticket = { id: 7, status: 'open', tags: ['bot'], subject: 's', requester_id: 1, updated_at: '2026-11-20T20:20:00Z' };
const comment = (id: number, author: number, more: object = {}) => ({
  ...{
    id,
    author_id: author,
    public: true,
    created_at: '2026-11-20T20:20:00Z',
    via: { channel: 'web' },
    body: `c${id}`,
    plain_body: `c${id}`,
    attachments: [],
  },
  ...more,
});
const api = () => nock(HOST).defaultReplyHeaders({ 'content-type': 'application/json' });

/** Who wrote what: 1 the requester, 2 our own user, 3 and 4 agents, 5 somebody in copy. */
const conversation = (comments: readonly object[]): void => {
  api().get('/api/v2/tickets/7.json').reply(200, { ticket });
  api().get('/api/v2/tickets/7/comments.json').query(true).reply(200, { comments });
  api()
    .get('/api/v2/users/me.json')
    .reply(200, { user: { id: 2 } });
  const users = [2, 3, 4, 5].map((id) => ({ id, name: `U${id}`, role: id === 5 ? 'end-user' : 'agent' }));
  api().get('/api/v2/users/show_many.json').query(true).reply(200, { users });
};

test('only what agents wrote for the customer is told: not notes, not our own, not other customers', async () => {
  conversation([
    comment(10, 1),
    comment(11, 2, { via: { channel: 'api' } }),
    comment(12, 3, { public: false }),
    comment(13, 5),
    comment(14, 4, { plain_body: 'a&nbsp;b' }),
    comment(15, 3),
    comment(16, 2), // a person who uses our user at the desk
  ]);
  const read = await desk().read('7');
  expect(read?.replies.map(({ id, name, text }) => [id, name, text])).toEqual([
    ['14', 'U4', 'a b'],
    ['15', 'U3', 'c15'],
    ['16', 'U2', 'c16'],
  ]);
  expect(read?.ours.map(({ text }) => text)).toEqual(['c10', 'c11']);
});

test('pages of comments are all read, and what is written late in the list is there', async () => {
  api().get('/api/v2/tickets/7.json').reply(200, { ticket });
  api()
    .get('/api/v2/tickets/7/comments.json')
    .query((query) => query['page'] === undefined)
    .reply(200, { comments: [comment(10, 3)], next_page: `${HOST}/api/v2/tickets/7/comments.json?page=2`, count: 2 });
  api()
    .get('/api/v2/tickets/7/comments.json')
    .query({ page: '2' })
    .reply(200, { comments: [comment(11, 3)], next_page: null, count: 2 });
  api()
    .get('/api/v2/users/me.json')
    .reply(200, { user: { id: 2 } });
  api()
    .get('/api/v2/users/show_many.json')
    .query(true)
    .reply(200, { users: [{ id: 3, name: 'U3', role: 'agent' }] });
  expect((await desk().read('7'))?.replies.map(({ id }) => id)).toEqual(['10', '11']);
});

test('a ticket that is gone is no failure; whatever else goes wrong is', async () => {
  api().get('/api/v2/tickets/7.json').reply(404, { error: 'RecordNotFound' });
  expect(await desk().read('7')).toBeUndefined();
  for (const status of [401, 422, 502]) {
    api().get('/api/v2/tickets/7.json').times(5).reply(status, {});
    await expect(desk().read('7')).rejects.toMatchObject({ name: 'BackendFailure' });
    nock.cleanAll();
  }
  api().get('/api/v2/tickets/7.json').times(5).reply(429, {}, { 'retry-after': '60' });
  await expect(desk().write('7', { text: 'x', as: 'customer' })).rejects.toMatchObject({ name: 'BackendFailure' });
});

test('the customer’s words are the customer’s, and open what waited for them; a closed ticket takes none', async () => {
  const bodies: unknown[] = [];
  const keep = (body: unknown): boolean => bodies.push(body) > 0;
  api()
    .get('/api/v2/tickets/7.json')
    .reply(200, { ticket: { ...ticket, status: 'pending' } });
  api().put('/api/v2/tickets/7.json', keep).reply(200, { ticket });
  expect(await desk().write('7', { text: 'hola', as: 'customer' })).toBe('done');
  api().get('/api/v2/tickets/7.json').reply(200, { ticket });
  api().put('/api/v2/tickets/7.json', keep).reply(200, { ticket });
  expect(await desk().write('7', { text: 'nota', as: 'note' })).toBe('done');
  expect(bodies).toEqual([
    { ticket: { comment: { body: 'hola', public: true, author_id: 1 }, status: 'open' } },
    { ticket: { comment: { body: 'nota', public: false } } },
  ]);
  api()
    .get('/api/v2/tickets/7.json')
    .reply(200, { ticket: { ...ticket, status: 'closed' } });
  expect(await desk().write('7', { text: 'tarde', as: 'customer' })).toBe('refused');
});

test.each([
  ['normal', { priority: 'high' }],
  ['urgent', {}],
])('a note may mark its ticket: tags beside those that are there, and no less than high (%s)', async (priority, raised) => {
  api()
    .get('/api/v2/tickets/7.json')
    .times(2)
    .reply(200, { ticket: { ...ticket, priority } });
  const update = {
    comment: { body: 'nota', public: false },
    tags: ['bot', 'detractor'],
    ...raised,
    safe_update: true,
    updated_stamp: ticket.updated_at,
  };
  api().put('/api/v2/tickets/7.json', { ticket: update }).reply(409, { error: 'Conflict' });
  api().put('/api/v2/tickets/7.json', { ticket: update }).reply(200, { ticket });
  const note = { text: 'nota', as: 'note', tags: ['detractor'], atLeast: 'high' } as const;
  await expect(desk().write('7', note)).rejects.toMatchObject({ kind: 'unavailable' }); // somebody was faster: it is read again
  expect(await desk().write('7', note)).toBe('done');
});

test.each([
  ['no promise stands there', null, [{ id: 31, value: '2026-11-20T22:20:00.000Z' }]],
  ['a later one', '2026-11-21T15:00:00.000Z', [{ id: 31, value: '2026-11-20T22:20:00.000Z' }]],
  ['one that is over', '2026-11-20T19:00:00.000Z', [{ id: 31, value: '2026-11-20T22:20:00.000Z' }]],
  ['a sooner one stays', '2026-11-20T21:00:00.000Z', undefined],
])('what the customer was told stands in the field of the promise: %s', async (_, value, written) => {
  api()
    .get('/api/v2/tickets/7.json')
    .reply(200, { ticket: { ...ticket, custom_fields: [{ id: 31, value }] } });
  api()
    .get('/api/v2/ticket_fields.json')
    .query(true)
    .reply(200, { ticket_fields: [{ id: 31, title: 'promised_by' }] });
  const update = { comment: { body: 'espera', public: false }, ...(written && { custom_fields: written }) };
  api().put('/api/v2/tickets/7.json', { ticket: update }).reply(200, { ticket });
  expect(await desk().write('7', { text: 'espera', as: 'note', promisedBy: Date.parse('2026-11-20T22:20:00Z') })).toBe('done');
});

test('a file that is refused is named, and holds up nothing', async () => {
  api().get('/api/v2/tickets/7.json').reply(200, { ticket });
  api().post('/api/v2/uploads.json').query({ filename: 'foto.jfif.jpg' }).reply(422, { error: 'RecordInvalid' });
  const body = 'mira\n(archivo foto.jfif: no se pudo adjuntar)';
  api()
    .put('/api/v2/tickets/7.json', { ticket: { comment: { body, public: true, author_id: 1 } } })
    .reply(200, { ticket });
  const photo = { name: 'foto.jfif', contentType: 'image/jpeg', bytes: Buffer.from('x') };
  expect(await desk().write('7', { text: 'mira', as: 'customer', files: [photo] })).toBe('done');
});

test('a tag goes only from the ticket as it was read', async () => {
  api()
    .get('/api/v2/tickets/7.json')
    .reply(200, { ticket: { ...ticket, tags: ['bot', 'push_modem'] } });
  api()
    .put('/api/v2/tickets/7.json', { ticket: { tags: ['bot'], safe_update: true, updated_stamp: ticket.updated_at } })
    .reply(409, { error: 'Conflict' });
  expect(await desk().untag('7', ['push_modem'])).toBe(false);
});

test.each([
  [201, {}, { status: 'done' }],
  [429, { 'retry-after': '7' }, { status: 'later', afterMs: 7_000 }],
  [401, {}, { status: 'later' }],
  [400, {}, { status: 'refused', why: 'status 400' }],
  [423, {}, { status: 'refused', why: 'status 423' }],
  [503, {}, { status: 'unsure' }],
])('Sunshine answers %s', async (status, headers, expected) => {
  api().post('/sc/v2/apps/a1/conversations/c1/messages').times(4).basicAuth({ user: 'k', pass: 's' }).reply(status, {}, headers);
  expect(await sunshine().say('c1', 'Alba', { type: 'text', text: 'hola' })).toEqual(expected);
});

test('nobody there is later, an answer that does not come is unsure', async () => {
  api()
    .post('/sc/v2/apps/a1/conversations/c1/messages')
    .replyWithError(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
  expect(await sunshine().say('c1', 'Alba', { type: 'text', text: 'hola' })).toEqual({ status: 'later' });
  api().post('/sc/v2/apps/a1/conversations/c1/messages').delay(2_000).reply(201, {});
  expect(await sunshine(300).say('c1', 'Alba', { type: 'text', text: 'hola' })).toEqual({ status: 'unsure' });
});
