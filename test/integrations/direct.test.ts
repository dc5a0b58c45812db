import nock from 'nock';
import { once } from 'node:events';
import { createServer, type OutgoingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as tcp, type Server } from 'node:net';
import { direct, type DirectParts } from '../../src/integrations/http/direct';
import { until } from '../support/until';
import { PATIENT_MS, failureOf } from './parts';

beforeAll(() => nock.restore()); // it would stand between, with connections of its own
afterAll(() => nock.activate());
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function') server.closeAllConnections();
    server.close();
  }
});

async function at(server: Server, scheme: 'http' | 'https' = 'http'): Promise<string> {
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `${scheme}://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
}
/** restify, once it was loaded anywhere in this process, makes `writeHead` of all servers return nothing. */
function ending(response: ServerResponse, status: number, body: string, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, headers);
  response.end(body);
}
const answering = (listener: RequestListener): Promise<string> => at(createServer(listener));
/** Takes connections, and never says anything. */
const silent = (scheme?: 'https'): Promise<string> =>
  at(
    tcp((socket) => socket.unref()),
    scheme,
  );

const asking = (origin: string, more: Partial<DirectParts> = {}) => direct({ backend: 'thing', origin, deadlineMs: PATIENT_MS, ...more });
const POST = { method: 'POST', path: '/thing?proof=1', headers: { 'content-type': 'application/json' }, body: '{"text":"¿sí?"}' } as const;

test('a request with its body and an answer of any status, over one connection', async () => {
  const seen: unknown[] = [];
  const origin = await answering((request, response) => {
    const { method, url, headers, socket } = request;
    request.setEncoding('utf8').once('data', (body) => seen.push([method, url, headers['content-type'], body, socket.remotePort]));
    request.once('end', () => ending(response, 404, '{"no":"¡aquí!"}', { 'Content-Type': 'application/json' }));
  });
  const ask = asking(origin);
  expect(await ask(POST)).toEqual({ status: 404, body: '{"no":"¡aquí!"}' });
  await ask(POST);
  expect(seen[0]).toEqual(['POST', '/thing?proof=1', 'application/json', '{"text":"¿sí?"}', expect.any(Number)]);
  expect(seen[1]).toEqual(seen[0]);
});

test('a body of any method is said how long it is: the next request on that connection is read as one', async () => {
  const seen: unknown[][] = [];
  const origin = await answering(({ method, socket }, response) => {
    seen.push([method, socket.remotePort]);
    response.end('{}');
  });
  const ask = asking(origin);
  expect([await ask({ ...POST, method: 'DELETE' }), await ask(POST)]).toEqual([
    { status: 200, body: '{}' },
    { status: 200, body: '{}' },
  ]);
  expect(seen).toEqual([
    ['DELETE', expect.any(Number)],
    ['POST', seen[0]?.[1]],
  ]);
});

test('the step that it belongs to adds its headers, and is told how it ended', async () => {
  const origin = await answering(({ headers }, response) => ending(response, 201, String(headers['traceparent'])));
  const told: unknown[] = [];
  const ask = asking(origin, {
    step: async (to, made) => {
      const answer = await made({ traceparent: '00-1' });
      told.push([to, answer.status]);
      return answer;
    },
  });
  expect(await ask(POST)).toEqual({ status: 201, body: '00-1' });
  expect(told).toEqual([[{ method: 'POST', host: '127.0.0.1' }, 201]]);
});

test.each([
  ['nothing', ''],
  ['what is no answer to it', 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: else\r\n\r\n'],
])('what was written and answered by %s is late, and nobody knows what became of it', async (_, answer) => {
  const origin = await at(
    tcp((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
        socket.on('data', () => void socket.write(answer));
      });
    }),
  );
  const get = { method: 'GET', path: '/thing', headers: {} } as const;
  const ask = asking(origin, { deadlineMs: 100 });
  await until(() => ask(get).catch(() => false)); // from here on there is a connection, however slow the machine is
  expect(await failureOf(ask(get))).toMatchObject({ backend: 'thing', kind: 'timeout', untouched: false });
});

test('where no connection came to be within the deadline, nothing was asked', async () => {
  const failure = await failureOf(asking(await silent('https'), { deadlineMs: 50 })(POST));
  expect(failure).toMatchObject({ kind: 'timeout', untouched: true });
});

test('a connection that breaks before it is one: nothing was asked, whatever the error is called', async () => {
  const breaking = await at(
    tcp((socket) => void socket.once('data', () => socket.destroy())),
    'https',
  );
  expect(await failureOf(asking(breaking)(POST))).toMatchObject({ kind: 'unavailable', untouched: true });
});

test('nobody there: nothing was asked', async () => {
  const origin = await silent();
  servers.splice(0).forEach((server) => server.close());
  expect(await failureOf(asking(origin)(POST))).toMatchObject({ kind: 'unavailable', untouched: true });
});

test('a connection that breaks after the request, and one that breaks within the answer', async () => {
  const gone = await answering(({ socket }) => void socket.destroy());
  expect(await failureOf(asking(gone)(POST))).toMatchObject({ kind: 'unavailable', untouched: false });
  const half = await answering(({ socket }) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"half'));
  expect(await failureOf(asking(half)(POST))).toMatchObject({ kind: 'unavailable', untouched: false });
});

test('a redirect is not followed, and an answer without end is not read', async () => {
  const away = await answering((_, response) => ending(response, 302, '', { Location: 'http://127.0.0.1:1/' }));
  expect(await failureOf(asking(away)(POST))).toMatchObject({ kind: 'contract', untouched: false });
  const long = await answering((_, response) => {
    const more = (): void => void (response.write('x'.repeat(65_536)) ? setImmediate(more) : response.once('drain', more));
    more();
  });
  const failure = await failureOf(asking(long)(POST));
  expect(failure).toMatchObject({ kind: 'contract' });
  expect(String(failure.cause)).toContain('longer than');
});

test('a failure names no address, no token and no body', async () => {
  const gone = await answering(({ socket }) => void socket.destroy());
  const failure = await failureOf(asking(gone)({ ...POST, headers: { authorization: 'Bearer secret-token' } }));
  expect(`${failure.stack ?? ''} ${String(failure.cause)}`).not.toMatch(/127\.0\.0\.1|secret-token|proof|¿sí/);
});
