import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy that can cut the line after the server has done its work and before the client hears of it. */
export interface CuttingProxy {
  readonly port: number;
  /** Swallows the next answer, and closes its connection. */
  cutNext(): void;
  /** How many answers were swallowed. */
  cuts(): number;
  close(): void;
}

export async function cuttingProxy(target: number): Promise<CuttingProxy> {
  let isArmed = false;
  let cuts = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => {}));
    client.on('data', (data) => upstream.write(data)).on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.on('data', (data) => {
      if (!isArmed) return client.write(data);
      isArmed = false;
      cuts++;
      return client.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    cutNext: () => void (isArmed = true),
    cuts: () => cuts,
    close: () => {
      server.close();
      sockets.forEach((socket) => socket.destroy());
    },
  };
}
