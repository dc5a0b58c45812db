import type { IncomingMessage } from 'node:http';
import { sameText } from './secrets';

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const NEAR_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
/** What proxies add: a request with one of these came from somewhere else. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** From this machine, to this machine: a page whose name was pointed at 127.0.0.1 (DNS rebinding) still carries its own Host. */
export function isNear({ socket, headers }: IncomingMessage): boolean {
  return LOOPBACK.test(socket.remoteAddress ?? '') && NEAR_HOST.test(headers.host ?? '') && FORWARDED.every((name) => headers[name] === undefined);
}

/** Who may see how the bot does: with a token whoever has it, without one this machine alone, and in production nobody. */
export interface Watchers {
  readonly token: string | undefined;
  readonly production: boolean;
}

/** Whether a request may see more than that the bot lives: what fails, and how many customers write, is nobody else's business. */
export const mayWatch = (request: IncomingMessage, { token, production }: Watchers): boolean =>
  token === undefined ? !production && isNear(request) : sameText(`Bearer ${token}`, request.headers.authorization ?? '');
