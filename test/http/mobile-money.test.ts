import { mobileMoney } from '../../src/http/mobile-money';
import { memoryLimits } from '../../src/http/limits';
import { httpServer } from '../../src/http/server';
import { logger } from '../../src/observability/log';

const MEMBER = `${'a'.repeat(22)}:order-1`;

test('a call of the wallet makes the ledger look at that order, and is answered 204 whatever it says', async () => {
  const hurried: string[] = [];
  const http = httpServer({ log: logger('silent'), hsts: false });
  const limits = memoryLimits({ unproved: { burst: 2, perMinute: 1 } });
  mobileMoney(http.server, { proxies: 0, limits, hurry: async (member) => void hurried.push(member) });
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}/webhooks/mobile-money`;
  const put = async (id: string): Promise<number> =>
    (await fetch(`${url}/${id}`, { method: 'PUT', body: '{"transactionStatus":"completed"}' })).status;
  expect(await put(MEMBER)).toBe(204);
  expect(await put('../../etc')).toBe(404);
  expect(await put('not-an-order')).toBe(204);
  expect(await put(MEMBER)).toBe(204);
  expect(await put(MEMBER)).toBe(204); // over the limit
  expect(hurried).toEqual([MEMBER, MEMBER]);
  await http.close(100);
});
