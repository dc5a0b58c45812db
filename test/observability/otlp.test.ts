import { otlp, type Span } from '../../src/observability/otlp';
import { carrying, correlationOf, traceOfMessage, traceOfRequest } from '../../src/observability/trace';

const span = (attributes: Span['attributes'] = {}, name = 'turn balances'): Span => ({
  ...{ name, kind: 'internal', began: 1_000, ended: 1_250, attributes, failed: false },
  trace: { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), parentId: undefined, at: 1_000 },
});

test('a span says only what is listed, and only words', async () => {
  const sent: string[] = [];
  const to = {
    endpoint: 'http://collector/',
    headers: {},
    resource: {},
    fetch: async (_: unknown, init?: RequestInit) => (sent.push(typeof init?.body === 'string' ? init.body : ''), new Response('{}')),
  };
  const exporter = otlp(to);
  exporter.send(span({ skill: 'balances', msisdn: '50255550101', outcome: '50255550101', operation: 'Juan Pérez', tries: 2 }, 'turn 50255550101'));
  await exporter.close();
  expect(sent).toHaveLength(1);
  const keys = sent[0]?.match(/"key":"[\w.]+"/g);
  expect(keys).toEqual(['"key":"skill"', '"key":"tries"']);
  expect(sent[0]).not.toMatch(/5555|Juan/);
  expect(sent[0]).toContain('"startTimeUnixNano":"1000000000","endTimeUnixNano":"1250000000"');
});

test('the queue is bounded while a collector hangs, and closing does not wait for it', async () => {
  let calls = 0;
  const hangs = () => ((calls += 1), new Promise<Response>(() => {}));
  const exporter = otlp({ endpoint: 'http://collector', headers: {}, resource: {}, fetch: hangs });
  for (let count = 0; count < 10_000; count += 1) exporter.send(span());
  expect(calls).toBe(1);
  expect(exporter.dropped()).toBeGreaterThan(7_000);
  await exporter.close();
});

describe('the trace of a message', () => {
  const mail = { conversation: 'web:abc', delivery: 'd1', now: 5_000 };
  const trace = traceOfRequest({ traceparent: undefined, correlation: '0b9a2f0e-7a51-4a4e-9c3e-2f6b1f1c7d10' }, 1_000);

  test('travels with it, and readers of the message do not see it', () => {
    const message = carrying('{"kind":"said","text":"hola"}', trace);
    expect(JSON.parse(message)).toMatchObject({ kind: 'said', text: 'hola' });
    expect(traceOfMessage({ ...mail, message })).toMatchObject({ traceId: trace.traceId, parentId: trace.spanId, at: 1_000 });
    expect(correlationOf(trace)).toBe('0b9a2f0e-7a51-4a4e-9c3e-2f6b1f1c7d10');
  });

  test('is the same at every run where it carries none', () => {
    const [once, again] = [traceOfMessage({ ...mail, message: '{}' }), traceOfMessage({ ...mail, message: '{}' })];
    expect(once.traceId).toBe(again.traceId);
    expect(traceOfMessage({ ...mail, delivery: 'd2', message: '{}' }).traceId).not.toBe(once.traceId);
  });

  test('cannot be written into it by a customer', () => {
    const text = `","trace":"00-${'a'.repeat(32)}-${'b'.repeat(16)}-01 1"}`;
    const message = JSON.stringify({ kind: 'said', text });
    expect(traceOfMessage({ ...mail, message }).traceId).not.toBe('a'.repeat(32));
  });

  test.each([
    ['zeros', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
    ['capitals', `00-${'A'.repeat(32)}-b7ad6b7169203331-01`],
    ['more', `00-${'a'.repeat(32)}-b7ad6b7169203331-01-x`],
    ['a number of somebody', '50255550101'],
  ])('is not taken from %s', (_, traceparent) => {
    expect(traceOfRequest({ traceparent, correlation: '50255550101' }, 1).parentId).toBeUndefined();
  });
});
