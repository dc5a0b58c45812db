import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import nock from 'nock';
import { THING, failureOf, said, testCaller } from './parts';

beforeAll(() => nock.restore());

describe('over a real socket', () => {
  const open: Server[] = [];
  afterEach(() => Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.closeAllConnections() ?? server.close(resolve)))));

  /** A server that answers as told, and how often it was asked. */
  async function serve(listener: RequestListener): Promise<{ url: string; asked: () => number }> {
    let asked = 0;
    const server = createServer((request, response) => {
      asked += 1;
      listener(request, response);
    });
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
  }

  const kindOf = async (promise: Promise<unknown>): Promise<string> => (await failureOf(promise)).kind;

  test('no answer ends at the deadline', async () => {
    const { url, asked } = await serve(() => undefined);
    const began = performance.now();
    expect(await kindOf(testCaller({ baseUrl: url, deadlineMs: 2_000 }).get(THING))).toBe('timeout');
    expect(performance.now() - began).toBeGreaterThanOrEqual(1_990);
    expect(asked()).toBe(1);
  });

  test('a body that drips ends at the deadline too', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await kindOf(testCaller({ baseUrl: url, deadlineMs: 500 }).get(THING))).toBe('timeout');
  });

  test('the deadline holds for all tries together', async () => {
    const { url, asked } = await serve((_, response) => void setTimeout(() => ((response.statusCode = 503), response.end()), 1_200));
    await failureOf(testCaller({ baseUrl: url, deadlineMs: 2_000 }).get(THING));
    expect(asked()).toBeLessThan(3); // as many as there are tries: a deadline for each would let them all out
  });

  test('a body that never ends is not read to its end', async () => {
    let written = 0;
    const { url } = await serve((_, response) => {
      response.on('drain', more);
      function more(): void {
        while (written < 64 * 1_048_576 && response.write('x'.repeat(65_536))) written += 65_536;
      }
      more();
    });
    expect(await kindOf(testCaller({ baseUrl: url }).get(THING))).toBe('contract');
    expect(written).toBeLessThan(32 * 1_048_576);
  });

  test('a connection reset in the middle of the body is asked about again, a write is not', async () => {
    const cut = (socket: Socket | null): void => void setImmediate(() => socket?.resetAndDestroy());
    const { url, asked } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id":', () => cut(response.socket));
    });
    expect(await kindOf(testCaller({ baseUrl: url }).get(THING))).toBe('unavailable');
    expect(asked()).toBe(3);
    expect(await kindOf(testCaller({ baseUrl: url }).post({ ...THING, body: {} }))).toBe('unavailable');
    expect(asked()).toBe(4);
  });

  test('nobody there', async () => {
    const { url } = await serve(() => undefined);
    await new Promise((resolve) => open.splice(0)[0]?.close(resolve));
    const error = await failureOf(testCaller({ baseUrl: url }).get(THING));
    expect(error.kind).toBe('unavailable');
    expect(said(error)).toContain('ECONNREFUSED');
  });
});
