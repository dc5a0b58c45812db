import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** How much one sender may do. */
export interface Limits {
  /** Takes one of what `who` may do; resolves to 0, or to the seconds until there is one again. */
  take(what: keyof typeof RATES, who: string): number;
}

/** A token bucket: `burst` at once, then `perMinute`. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/**
 * Fast typing is two messages a second for a moment; a page is opened a few times a minute, but a whole office may share one address.
 * `unproved`: requests of machines (`/api/messages`, webhooks) before their signature is looked at, by address. A channel sends all its
 * customers' messages from few addresses, so it only keeps a flood of forged ones from being verified.
 * `page`: a link somebody was given, by its token, because carriers share addresses. A page that was left open asks again ten times a minute.
 */
export const RATES = {
  message: { burst: 20, perMinute: 60 },
  upload: { burst: 6, perMinute: 6 },
  token: { burst: 60, perMinute: 60 },
  page: { burst: 30, perMinute: 30 },
  unproved: { burst: 2_000, perMinute: 12_000 },
} satisfies Readonly<Record<string, Rate>>;
/** Senders kept in mind, about 10 MB; who was quiet longest is forgotten first. */
const SENDERS = 50_000;

/** Limits of this process alone. With several processes behind a balancer a sender may do that many times as much. */
export function memoryLimits(changed: Partial<Readonly<Record<keyof typeof RATES, Rate>>> = {}, now: () => number = Date.now): Limits {
  const rates = { ...RATES, ...changed };
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(what, who) {
      const { burst, perMinute } = rates[what];
      const key = `${what} ${who}`;
      const { left, at } = buckets.get(key) ?? { left: burst, at: now() };
      const refilled = Math.min(burst, left + (Math.max(0, now() - at) * perMinute) / 60_000);
      const isAllowed = refilled >= 1;
      buckets.delete(key);
      buckets.set(key, { left: isAllowed ? refilled - 1 : refilled, at: now() });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= SENDERS) break;
        buckets.delete(oldest);
      }
      return isAllowed ? 0 : Math.ceil(((1 - refilled) * 60) / perMinute);
    },
  };
}

/**
 * Who sends, for {@link Limits}: the address seen by the outermost of our own proxies. IPv6 counts by /64, which is what one household has.
 *
 * @param proxies how many proxies of ours are in front; their `X-Forwarded-For` entries are the last ones, all before may be invented
 */
export function senderOf(req: IncomingMessage, proxies: number): string {
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  const hops = [...(proxies > 0 ? forwarded : []), req.socket.remoteAddress ?? ''];
  const address = (hops[Math.max(0, hops.length - 1 - proxies)] ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(address) ? network64(address) : address.slice(0, 45);
}

function network64(address: string): string {
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
