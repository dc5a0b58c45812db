import type { Request } from 'restify';
import { memoryLimits } from '../../src/http/limits';
import { paymentPages } from '../../src/http/payments';
import { httpServer } from '../../src/http/server';
import { signatureOf, zendeskWebhook } from '../../src/http/zendesk';
import { logger } from '../../src/observability/log';

describe('a link to a payment', () => {
  const [ONE, OTHER] = ['0123456789abcdef01234567', '89abcdef0123456789abcdef'];
  let now = 0;
  let read: string[] = [];
  const opened = () => {
    now = 0;
    read = [];
    const limits = memoryLimits({ page: { burst: 2, perMinute: 6 } }, () => now);
    const pages = paymentPages(async (token) => void read.push(token), Date.now, limits);
    return async (path: '/pagar/:token' | '/payments/return', token: string): Promise<number | string | undefined> => {
      const url = path === '/pagar/:token' ? `/pagar/${token}?from=chat` : `/payments/return?of=${token}`;
      const page = pages[path]?.({ url } as Request);
      return page?.then(() => 200).catch(({ status, headers }) => `${status} ${headers['Retry-After']}`);
    };
  };

  test.each(['/pagar/:token', '/payments/return'] as const)(
    '%s is read so often and no more; another link is not, nor the same one later',
    async (path) => {
      const open = opened();
      expect([await open(path, ONE), await open(path, ONE), await open(path, ONE)]).toEqual([200, 200, '429 10']);
      expect(await open(path, OTHER)).toBe(200);
      now += 10_000;
      expect(await open(path, ONE)).toBe(200);
      expect(read).toEqual([ONE, ONE, OTHER, ONE]);
    },
  );

  test('a page that waits for its payment may ask again every six seconds', async () => {
    const limits = memoryLimits({}, () => now);
    for (let asked = 0; asked < 200; asked++, now += 6_000) expect(limits.take('page', ONE)).toBe(0);
  });
});

test('calls of a help desk are refused when there are too many, before they are read', async () => {
  const http = httpServer({ log: logger('silent'), hsts: false });
  const limits = memoryLimits({ unproved: { burst: 2, perMinute: 1 } });
  const kept: string[] = [];
  const changed = async (ticket: string) => (kept.push(ticket), 'kept' as const);
  zendeskWebhook(http.server, { secret: 's', changed, clock: Date.now, proxies: 0, limits });
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}/webhooks/zendesk`;
  const call = async (secret: string): Promise<number> => {
    const [body, at] = ['{"ticket_id":"7"}', new Date().toISOString()];
    const signature = signatureOf(secret, at, Buffer.from(body));
    const headers = { 'x-zendesk-webhook-signature': signature, 'x-zendesk-webhook-signature-timestamp': at };
    return (await fetch(url, { method: 'POST', headers, body })).status;
  };
  expect([await call('s'), await call('forged'), await call('forged'), await call('s')]).toEqual([200, 401, 429, 429]);
  expect(kept).toEqual(['7']);
  await http.close(100);
});
