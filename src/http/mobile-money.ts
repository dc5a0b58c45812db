import type { Server } from 'restify';
import { memoryLimits, senderOf, type Limits } from './limits';

/** `line:order`, as the ledger names an order. */
const MEMBER = /^[\w-]{22}:[\w-]{1,60}$/;

/**
 * `PUT /webhooks/mobile-money/:id`: a wallet says that something was decided. Nobody signs it, so nothing of it is read or believed: it only makes
 * the ledger ask sooner. Whoever sends it gets the same answer, whatever it says.
 */
export function mobileMoney(
  server: Server,
  {
    hurry,
    proxies,
    limits = memoryLimits(),
  }: { readonly hurry: (member: string) => Promise<void>; readonly proxies: number; readonly limits?: Limits },
): void {
  server.put('/webhooks/mobile-money/:id', async (request, response) => {
    const params: unknown = request.params;
    const id = typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : '';
    // Should it be lost, the ledger asks anyway, a little later.
    if (MEMBER.test(id) && limits.take('unproved', senderOf(request, proxies)) === 0) await hurry(id).catch(() => undefined);
    response.sendRaw(204, '');
  });
}
