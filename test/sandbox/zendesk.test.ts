import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from '../../src/sandbox/zendesk/hooks';
import { WEBHOOK_SECRET, ZENDESK } from '../support/sandbox';
import { until } from '../support/until';
import { startClient, type Answer, type Client } from './client';

const BASIC = `Basic ${Buffer.from(`${ZENDESK.zendeskUser}/token:${ZENDESK.zendeskToken}`).toString('base64')}`;

interface Hook {
  readonly body: string;
  readonly signature: string;
  readonly timestamp: string;
}

describe('the sandbox as Zendesk', () => {
  let sandbox: Client;
  let receiver: Server;
  let hooks: Hook[] = [];

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const header = (name: string): string => String(request.headers[name]);
        hooks.push({
          body: Buffer.concat(chunks).toString('utf8'),
          signature: header('x-zendesk-webhook-signature'),
          timestamp: header('x-zendesk-webhook-signature-timestamp'),
        });
        response.writeHead(200); // not chained: restify, in the same process, gives it no value
        response.end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;
    sandbox = await startClient({ zendeskHook: { url: `http://127.0.0.1:${port}/webhooks/zendesk`, secret: WEBHOOK_SECRET }, reportRetryMs: 20 });
  });
  afterAll(async () => {
    await sandbox.close();
    receiver.close();
  });
  beforeEach(async () => {
    await sandbox.reset();
    hooks = [];
  });

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    sandbox.get(`/api/v2${path}`, {
      method,
      headers: { authorization: BASIC, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const ticket = (more: object = {}) => ({
    ticket: {
      subject: 'Sin internet',
      comment: { body: 'QUÉ PASÓ  Sin internet', public: false },
      requester: { name: 'Carlos T.', external_id: 'line:1', phone: '+50255550103' },
      external_id: 'C-4TT8M',
      tags: ['bot', 'home'],
      ...more,
    },
  });
  const opened = async (more: object = {}, headers = {}): Promise<number> =>
    (await call('POST', '/tickets.json', ticket(more), headers)).body.ticket.id;
  const work = (id: number, body: object): Promise<Answer> => sandbox.post(`/sandbox/tickets/${id}`, body);

  it('answers nobody without the token', async () => {
    const answer = await sandbox.get('/api/v2/tickets.json');
    expect([answer.status, answer.body]).toEqual([401, { error: "Couldn't authenticate you" }]);
  });

  it('makes one ticket for one idempotency key, and refuses the key for another', async () => {
    const key = { 'idempotency-key': 'k1' };
    const first = await call('POST', '/tickets.json', ticket(), key);
    const again = await call('POST', '/tickets.json', ticket(), key);
    const other = await call('POST', '/tickets.json', ticket({ subject: 'Otra' }), key);
    expect([first.status, first.headers.get('x-idempotency-lookup')]).toEqual([201, 'miss']);
    expect([again.body.ticket.id, again.headers.get('x-idempotency-lookup')]).toEqual([first.body.ticket.id, 'hit']);
    expect(other.status).toBe(400);
  });

  it('finds a ticket by its external id, in the list and by search, and its requester by external id and phone', async () => {
    const id = await opened();
    await opened({ external_id: 'C-OTHER', requester: { name: 'Marta', external_id: 'line:2' } });
    const list = await call('GET', '/tickets.json?external_id=C-4TT8M');
    const search = await call('GET', `/search.json?query=${encodeURIComponent('type:ticket external_id:C-4TT8M')}`);
    const byId = await call('GET', '/users/search.json?external_id=line:1');
    const byPhone = await call('GET', `/users/search.json?query=${encodeURIComponent('phone:+50255550103')}`);
    expect(list.body.tickets.map((each: { id: number }) => each.id)).toEqual([id]);
    expect(search.body.results.map((each: { id: number }) => each.id)).toEqual([id]);
    expect(byPhone.body.users).toEqual(byId.body.users);
    expect(byId.body.users).toMatchObject([{ name: 'Carlos T.', role: 'end-user' }]);
  });

  it('keeps comments in order, public and internal, with files', async () => {
    const id = await opened();
    const upload = await sandbox.get('/api/v2/uploads.json?filename=foto.png', {
      method: 'POST',
      headers: { authorization: BASIC, 'content-type': 'image/png' },
      body: Buffer.from('not really'),
    });
    const comment = { body: 'Aquí la foto', uploads: [upload.body.upload.token] };
    await call('PUT', `/tickets/${id}.json`, { ticket: { comment } });
    await work(id, { text: 'Nota', public: false });
    const { comments } = (await call('GET', `/tickets/${id}/comments.json`)).body;
    expect(comments.map((each: { body: string; public: boolean }) => [each.body, each.public])).toEqual([
      ['QUÉ PASÓ  Sin internet', false],
      ['Aquí la foto', true],
      ['Nota', false],
    ]);
    expect(comments[1].attachments).toMatchObject([{ file_name: 'foto.png', content_type: 'image/png' }]);
    const file = await fetch(comments[1].attachments[0].content_url);
    expect(await file.text()).toBe('not really');
  });

  it('refuses with 422 what Zendesk would, and says the field', async () => {
    const blank = await call('POST', '/tickets.json', ticket({ comment: { body: ' ' } }));
    const token = await call('POST', '/tickets.json', ticket({ comment: { body: 'x', uploads: ['nope'] } }));
    const misspelt = await call('POST', '/tickets.json', ticket({ externalId: 'x' }));
    const id = await opened();
    await work(id, { status: 'closed' });
    const closed = await call('PUT', `/tickets/${id}.json`, { ticket: { comment: { body: 'tarde' } } });
    expect([blank, token, misspelt, closed].map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(Object.keys(closed.body.details)).toEqual(['status']);
    expect((await call('GET', '/tickets.json')).body.count).toBe(1);
  });

  it('lets one ticket be updated 30 times in ten minutes', async () => {
    const id = await opened();
    const statuses = [];
    for (let n = 1; n <= 31; n += 1) statuses.push((await call('PUT', `/tickets/${id}.json`, { ticket: { comment: { body: `${n}` } } })).status);
    const last = await call('PUT', `/tickets/${id}.json`, { ticket: { comment: { body: 'again' } } });
    expect(statuses.slice(29)).toEqual([200, 429]);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(500);
  });

  it('tells the bot of what an agent does, signed, and of nothing at creation', async () => {
    const id = await opened();
    await work(id, { text: 'Hola', status: 'solved' });
    await until(() => hooks.length === 1);
    const [hook] = hooks;
    expect(JSON.parse(hook?.body ?? '')).toEqual({ ticket_id: String(id), external_id: 'C-4TT8M', status: 'solved' });
    expect(hook?.signature).toBe(signatureOf(WEBHOOK_SECRET, hook?.timestamp ?? '', hook?.body ?? ''));
  });

  it('loses, repeats and delays webhooks when told to', async () => {
    const id = await opened();
    await sandbox.fault({ counterpart: 'zendesk-hooks', kind: 'drop', times: 1 });
    await work(id, { text: 'lost' });
    await sandbox.fault({ counterpart: 'zendesk-hooks', kind: 'apply-then-hang', times: 1 });
    await work(id, { text: 'twice' });
    await until(() => hooks.length === 2);
    expect(hooks[0]?.body).toBe(hooks[1]?.body);
  });

  it('fails as it is told: limits, nonsense, and a ticket that was made though the answer was an error', async () => {
    await sandbox.fault({ counterpart: 'zendesk', kind: 'limit', times: 1 });
    const limited = await call('GET', '/tickets.json');
    await sandbox.fault({ counterpart: 'zendesk', kind: 'wrong', times: 1 });
    const wrong = await call('GET', '/tickets.json');
    await sandbox.fault({ counterpart: 'zendesk', kind: 'error-after', times: 1 });
    const failed = await call('POST', '/tickets.json', ticket());
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1']);
    expect([wrong.status, wrong.body.tickets]).toEqual([200, undefined]);
    expect(failed.status).toBe(500);
    expect((await call('GET', '/tickets.json?external_id=C-4TT8M')).body.count).toBe(1);
  });

  it('has macros that say something to the customer and ask the bot for a flow', async () => {
    const id = await opened();
    const { macros } = (await sandbox.get('/sandbox/tickets')).body;
    const macro = macros.find(({ title }: { title: string }) => title === 'Reinicia el módem conmigo');
    const { ticket: after } = (await work(id, { macro: macro.id })).body;
    expect(after.tags).toContain('push_modem');
    expect(after.comments.at(-1)).toMatchObject({ by: 'agent', author: 'Marta Solís', isPublic: true, body: macro.text });
    await call('DELETE', `/tickets/${id}/tags.json`, { tags: ['push_modem'] });
    expect((await call('GET', `/tickets/${id}.json`)).body.ticket.tags).toEqual(['bot', 'home']);
  });

  it('lets an administrator set fields, triggers and webhooks, and tells a webhook its secret', async () => {
    const field = await call('POST', '/ticket_fields.json', { ticket_field: { type: 'text', title: 'x_test' } });
    const hook = await call('POST', '/webhooks', {
      webhook: { name: 'w', status: 'active', endpoint: 'http://127.0.0.1:9/', http_method: 'POST', request_format: 'json' },
    });
    const secret = await call('GET', `/webhooks/${hook.body.webhook.id}/signing_secret`);
    const titles = (await call('GET', '/ticket_fields.json')).body.ticket_fields.map(({ title }: { title: string }) => title);
    expect([field.status, hook.status, secret.status]).toEqual([201, 201, 200]);
    expect(secret.body.signing_secret.algorithm).toBe('SHA256');
    expect(titles).toEqual(expect.arrayContaining(['bot_reference', 'x_test']));
  });
});
