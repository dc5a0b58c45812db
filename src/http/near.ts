import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const NEAR_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
/** What proxies add: a request with one of these came from somewhere else. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** From this machine, to this machine: a page whose name was pointed at 127.0.0.1 (DNS rebinding) still carries its own Host. */
export function isNear({ socket, headers }: IncomingMessage): boolean {
  return LOOPBACK.test(socket.remoteAddress ?? '') && NEAR_HOST.test(headers.host ?? '') && FORWARDED.every((name) => headers[name] === undefined);
}
