import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A request that left the bot. */
export interface Outgoing {
  readonly method: string;
  /** Path and query, percent-decoded. */
  readonly url: string;
  readonly headers: string;
  readonly body: string;
}

/** What is sent there goes no further: a collector of traces takes it, a model gives its opinion. */
const ENDS: Readonly<Record<string, object>> = { '/otlp/': {}, '/opinion/': { choices: [{ message: { content: 'none' } }] } };

/** Stands in front of whoever the bot calls, passes everything on, and remembers what left the bot. */
export interface Recorder {
  readonly url: string;
  readonly sent: readonly Outgoing[];
  /** Where requests go on to. */
  target: string;
  close(): Promise<void>;
}

export async function recorder(): Promise<Recorder> {
  const sent: Outgoing[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const { method = '', url = '', headers } = request;
      sent.push({ method, url: decoded(url), headers: JSON.stringify(headers), body: decoded(body.toString('utf8')) });
      const [, end] = Object.entries(ENDS).find(([path]) => url.startsWith(path)) ?? [];
      if (end) {
        response.writeHead(200, { 'content-type': 'application/json' }); // of which restify takes the way to chain
        return void response.end(JSON.stringify(end));
      }
      const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...passed } = headers;
      const answer = await fetch(self.target + url, {
        method,
        headers: Object.entries(passed).map(([name, value]): [string, string] => [name, String(value)]),
        ...(method !== 'GET' && { body: new Uint8Array(body) }),
      });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    })().catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const self: Recorder = {
    url: `http://127.0.0.1:${port}`,
    sent,
    target: '',
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return self;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
