import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Point } from './points';

/** TCP between the bot and another process, which sees what passes and can be cut. */
export interface Link {
  readonly port: number;
  /** Everything that is connected is cut; nothing new comes through for `ms`. */
  cut(ms: number): void;
  close(): void;
}

/** What to wait for next; `reached` is called once, and says whether what was seen may pass after all. */
export interface Trap {
  readonly point: Point;
  readonly reached: () => Promise<'pass' | 'gone'>;
}

/** @param trap the one that is armed now */
export async function link(kind: Point['link'], target: number, trap: () => Trap | undefined): Promise<Link> {
  const sockets = new Set<Socket>();
  let downUntil = 0;
  const server: Server = createServer((client) => {
    if (Date.now() < downUntil) return void client.destroy();
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => {}).setNoDelay());
    const end = (): void => {
      [client, upstream].forEach((socket) => (sockets.delete(socket), socket.destroy()));
    };
    client.on('close', end);
    upstream.on('close', end);
    carry({ kind, client, upstream, trap, end });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: (ms) => {
      downUntil = Date.now() + ms;
      sockets.forEach((socket) => socket.destroy());
    },
    close: () => {
      server.close();
      sockets.forEach((socket) => socket.destroy());
    },
  };
}

interface Wire {
  readonly kind: Point['link'];
  readonly client: Socket;
  readonly upstream: Socket;
  readonly trap: () => Trap | undefined;
  readonly end: () => void;
}

function carry({ kind, client, upstream, trap, end }: Wire): void {
  let awaited: Trap | undefined; // its question went through: the answer is next
  const pass = (socket: Socket, data: Buffer): void => void (socket.writable && socket.write(data));
  const reach = async ({ reached }: Trap, then: () => void): Promise<void> => {
    if ((await reached()) === 'pass') then();
    else end();
  };
  const isAt = (data: Buffer): Trap | undefined => {
    const armed = trap();
    if (armed?.point.link !== kind) return undefined;
    const text = data.toString('latin1');
    const isWrite = kind === 'redis' || text.startsWith('POST ');
    return isWrite && armed.point.marks.some((mark) => text.includes(mark)) ? armed : undefined;
  };
  client.on('data', (data) => {
    const at = isAt(data);
    if (at?.point.when === 'asked') return void reach(at, () => pass(upstream, data));
    pass(upstream, data);
    if (at?.point.when === 'left') return void setImmediate(() => void reach(at, () => undefined));
    awaited = at ?? awaited;
  });
  upstream.on('data', (data) => {
    const at = awaited;
    awaited = undefined;
    if (at?.point.when === 'answered') return void reach(at, () => pass(client, data));
    pass(client, data);
    if (at !== undefined) setTimeout(() => void reach(at, () => undefined), 2);
  });
}
