import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { HostedPage } from '../domain/spending';
import type { Store } from './redis-mailbox';

/** A page of the gateway, as whoever has our link to it may know. */
const Link = z.object({
  /** The order, as the ledger's index names it. */
  member: z.string(),
  /** The gateway's own address. */
  url: z.string(),
  /** Epoch ms. */
  validUntil: z.number(),
  /** What it is for: "Factura de noviembre". */
  what: z.string(),
});
export type PayLink = z.infer<typeof Link>;

/** Links on our own domain to a gateway's pages. Nothing is used up by following one, however often. */
export interface PayLinks {
  keep(link: PayLink): Promise<void>;
  find(token: string): Promise<PayLink | undefined>;
}

/** After a link has ended it still says so, ms. */
const REMEMBERED_MS = 48 * 3_600_000;
const TOKEN = /^[\da-f]{24}$/;

/** The token of an order's link: always the same, 96 bits that tell nothing, in letters that every shortener of links takes. */
export const payToken = (pepper: string, member: string): string => createHmac('sha256', pepper).update(`pay|${member}`).digest('hex').slice(0, 24);

/** @param pepper makes tokens that nobody can guess from an order */
export function payLinks({
  redis,
  vault,
  pepper,
  clock,
}: Pick<Store, 'redis' | 'vault'> & { readonly pepper: string; readonly clock: () => number }): PayLinks {
  const keyOf = (token: string): string => `pay:${token}`;
  return {
    async keep(link) {
      const token = payToken(pepper, link.member);
      const lifeMs = Math.max(1, link.validUntil - clock()) + REMEMBERED_MS;
      await redis.client.set(keyOf(token), vault.seal(JSON.stringify(link), [token, 'pay']), 'PX', lifeMs);
    },
    async find(token) {
      const sealed = TOKEN.test(token) ? await redis.client.get(keyOf(token)) : null;
      return sealed === null ? undefined : opened(() => vault.open(sealed, [token, 'pay']));
    },
  };
}

/** One that cannot be read any more is none. */
function opened(open: () => string): PayLink | undefined {
  try {
    return Link.parse(JSON.parse(open()));
  } catch {
    return undefined;
  }
}

/** What a customer gets of it. */
export const hostedAt = (publicUrl: string, token: string, validUntil: number): HostedPage => ({
  url: `${publicUrl.replace(/\/+$/, '')}/pagar/${token}`,
  validUntil,
});
