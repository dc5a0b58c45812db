import { httpServer } from '../../src/http/server';
import { signatureOf, zendeskWebhook } from '../../src/http/zendesk';
import { chance } from '../../src/understanding/training/chance';
import { logger } from '../../src/observability/log';

/** A call as the help desk makes it. */
interface Call {
  readonly at: string;
  readonly body: Buffer;
  readonly signature: string;
}

test('of a thousand calls that were changed on their way, or made up, none is believed', async () => {
  const http = httpServer({ log: logger('silent'), hsts: false });
  let believed = 0;
  const now = Date.parse('2026-11-20T20:20:00Z');
  zendeskWebhook(http.server, { secret: 's', changed: async () => (believed++, 'kept'), clock: () => now, proxies: 0 });
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}/webhooks/zendesk`;
  const call = async ({ at, body, signature }: Call): Promise<number> => {
    const headers = { 'x-zendesk-webhook-signature': signature, 'x-zendesk-webhook-signature-timestamp': at };
    return (await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) })).status;
  };
  const made = (ms: number, text = '{"ticket_id":"7"}', secret = 's'): Call => {
    const [at, body] = [new Date(now + ms).toISOString(), Buffer.from(text)];
    return { at, body, signature: signatureOf(secret, at, body) };
  };
  const good = made(0);
  const random = chance(20261121);
  const bent = (text: string): string => {
    const at = Math.floor(random() * text.length);
    const other = String.fromCharCode(33 + ((text.charCodeAt(at) - 33 + 1 + Math.floor(random() * 92)) % 93));
    return text.slice(0, at) + other + text.slice(at + 1);
  };
  const mutants: Call[] = Array.from({ length: 330 }, () => [
    { ...good, body: Buffer.from(bent(good.body.toString())) },
    { ...good, signature: bent(good.signature) },
    { ...good, at: bent(good.at) },
  ]).flat();
  mutants.push(
    made(-300_001),
    made(300_001),
    made(0, '{"ticket_id":"7"}', ''),
    { ...good, signature: '' },
    { ...good, body: Buffer.from('{ "ticket_id": "7" }') },
  );
  mutants.push(
    { ...good, at: '' },
    { ...good, at: good.at.slice(0, -1), body: Buffer.concat([Buffer.from('Z'), good.body]) },
    { ...good, signature: good.signature.toLowerCase() },
  );
  mutants.push({ ...good, signature: `${good.signature}=` }, { ...good, at: String(now) });
  expect(mutants.length).toBeGreaterThanOrEqual(1_000);
  const heard = new Set<number>();
  while (mutants.length > 0) for (const status of await Promise.all(mutants.splice(0, 50).map(call))) heard.add(status);
  expect([[...heard], believed]).toEqual([[401], 0]);
  expect([await call(good), believed]).toEqual([200, 1]);
  await http.close(100);
});

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
