import { connect, createServer } from 'node:net';

/** Delays every answer of Redis, as a network would; a process of its own, so that it delays nothing else. Arguments: its port, Redis' port, ms. */
const [port, target, delayMs] = process.argv.slice(2).map(Number);

createServer((client) => {
  const upstream = connect(target, '127.0.0.1').setNoDelay(true);
  client.setNoDelay(true);
  client.on('data', (data) => upstream.write(data)).on('close', () => upstream.destroy());
  // Timers of equal length keep their order.
  upstream.on('data', (data) => setTimeout(() => client.write(data), delayMs)).on('close', () => client.destroy());
  for (const socket of [client, upstream]) socket.on('error', () => {});
}).listen(port, '127.0.0.1');
