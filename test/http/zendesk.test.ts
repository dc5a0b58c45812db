import { httpServer } from '../../src/http/server';
import { signatureOf, zendeskWebhook } from '../../src/http/zendesk';
import { logger } from '../../src/observability/log';

test('two changes of one ticket within one second are two signals, and a call that is repeated is the same one', async () => {
  const http = httpServer({ log: logger('silent'), hsts: false });
  const deliveries: string[] = [];
  const changed = async (_ticket: string, delivery: string) => (deliveries.push(delivery), 'kept' as const);
  zendeskWebhook(http.server, { secret: 's', changed, clock: Date.now, proxies: 0 });
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}/webhooks/zendesk`;
  const [body, at] = ['{"ticket_id":"7"}', `${new Date().toISOString().slice(0, 19)}Z`]; // seconds, as the help desk has them
  const call = async (invocation: string): Promise<number> => {
    const headers = {
      ...{ 'x-zendesk-webhook-signature': signatureOf('s', at, Buffer.from(body)), 'x-zendesk-webhook-signature-timestamp': at },
      'x-zendesk-webhook-invocation-id': invocation,
    };
    return (await fetch(url, { method: 'POST', headers, body })).status;
  };
  expect([await call('one'), await call('two'), await call('one')]).toEqual([200, 200, 200]);
  const [one, two, again] = deliveries;
  expect(two).not.toBe(one);
  expect(again).toBe(one);
  await http.close(100);
});
