import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import { z } from 'zod';
import { createApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import { formatters } from '../../src/observability/log';
import { carryByPromises } from '../../src/observability/trace';
import { openChat } from '../support/chat';
import { freePort, startRedis, type TestRedis } from '../support/redis';
import { environmentOf } from '../support/app';
import { withoutChance } from '../support/kept';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { until } from '../support/until';

const Attribute = z.object({ key: z.string(), value: z.record(z.string(), z.string()) });
const Span = z.object({
  traceId: z.string().regex(/^[\da-f]{32}$/),
  spanId: z.string().regex(/^[\da-f]{16}$/),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes: z.array(Attribute),
});
const Export = z.object({
  resourceSpans: z.array(
    z.object({ resource: z.object({ attributes: z.array(Attribute) }), scopeSpans: z.array(z.object({ spans: z.array(Span) })) }),
  ),
});

interface Listener {
  readonly url: string;
  readonly got: { readonly headers: IncomingMessage['headers']; readonly url: string; readonly body: string }[];
  close(): void;
}

/** Something that takes requests and keeps them; as `to`, it passes them on. */
async function listener(to?: string): Promise<Listener> {
  const got: Listener['got'] = [];
  const take = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString();
    got.push({ headers: req.headers, url: req.url ?? '', body });
    if (to === undefined) return void res.end('{}');
    const headers = Object.entries(req.headers).flatMap(([name, value]) =>
      /^(host|connection|content-length)$/.test(name) ? [] : [[name, String(value)] as [string, string]],
    );
    const answer = await fetch(to + req.url, { method: req.method ?? 'GET', headers, ...(body && { body }) });
    const text = await answer.text();
    res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }); // restify's own returns nothing
    res.end(text);
  };
  const server: Server = createServer((req, res) => void take(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => (server.close(), server.closeAllConnections()) };
}

let redis: TestRedis;
let sandbox: TestSandbox;
let operator: Listener;
let collector: Listener;
/** One secret for all processes on one Redis, as in production. */
let environment: Record<string, string>;
const running: App[] = [];
let ahead = 0;
const lines: Record<string, unknown>[] = [];

async function start(more: Record<string, string>): Promise<string> {
  const port = String(await freePort());
  const settings = { ...environment, TMF_BASE_URL: operator.url, SMS_URL: `${operator.url}/cgi-bin/sendsms`, ...more };
  const stream = new Writable({
    write: (chunk, _, done) => (
      lines.push(
        ...String(chunk)
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
      ),
      done()
    ),
  });
  const log = pino({ level: 'debug', base: null, formatters }, stream);
  const own = { PORT: port, SMS_REPORT_URL: `http://127.0.0.1:${port}/webhooks/sms/report` };
  const app = await createApp(readConfig({ ...settings, ...own }), log, () => Date.now() + ahead);
  running.push(app);
  await app.listen();
  return `http://127.0.0.1:${port}`;
}
const spansOf = ({ got }: Listener): z.infer<typeof Span>[] =>
  got
    .map(({ body }) => Export.parse(JSON.parse(body)))
    .flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
const codeOf = async (line: string): Promise<string> => /\d{6}/.exec(await sandbox.waitForSms(`502${line.replace('-', '')}`))?.[0] ?? '';
const SIGN_IN = `
  > saldo
  < Claro que sí. …
  > 5555-0101
  < Te mando un código por SMS…
  > {code 5555-0101}
  < Listo, la línea 5555-0101 es tuya.
  < Línea 5555-0101. …
`;

/** As the process does where Node is older than 24; all other tests have Node's own storage. */
let carryAsBefore: () => void;

beforeAll(async () => {
  carryAsBefore = carryByPromises();
  redis = await startRedis();
  sandbox = await startSandbox();
  environment = environmentOf(redis.url, sandbox);
  operator = await listener(sandbox.url);
  collector = await listener();
});
afterAll(async () => {
  await Promise.all(running.map((app) => app.close(1_000)));
  operator.close();
  collector.close();
  await sandbox.close();
  await redis.close();
  carryAsBefore();
});

test('one id from the request over the turn to the backends, in log and traces, and nothing of the customer', async () => {
  const url = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_HEADERS: 'api-key=key%2D1', OTEL_SERVICE_NAME: 'care' });
  const chat = await openChat(url, codeOf);
  await chat.play(SIGN_IN);
  operator.got.length = 0;
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const headers = { authorization: `Bearer ${chat.token}`, 'content-type': 'application/json', traceparent: `00-${traceId}-b7ad6b7169203331-01` };
  const activity = { type: 'message', text: 'saldo', channelData: { clientActivityID: 'canary-7731' } };
  await fetch(`${url}/v3/directline/conversations/${chat.conversationId}/activities`, { method: 'POST', headers, body: JSON.stringify(activity) });
  await until(() => operator.got.length > 0, 'the backend is asked');
  const correlation = '0af76519-16cd-43dd-8448-eb211c80319c';
  await until(() => lines.some((line) => line['event'] === 'turn' && line['correlation'] === correlation), 'the turn is told');
  const asked = operator.got.map(({ headers: sent }) => ({ id: sent['x-correlation-id'], trace: String(sent['traceparent']).split('-')[1] }));
  expect(asked.length).toBeGreaterThan(0);
  for (const each of asked) expect(each).toEqual({ id: correlation, trace: traceId });
  await until(() => lines.some((line) => line['event'] === 'http' && line['correlation'] === correlation), 'the request is told');
  const told = lines.filter((line) => line['correlation'] === correlation).map(({ event }) => event);
  expect(new Set(told)).toEqual(new Set(['http', 'turn', 'backend']));

  await running.pop()?.close(1_000);
  const spans = spansOf(collector);
  const mine = spans.filter((span) => span.traceId === traceId);
  const named = (name: RegExp) => mine.find((span) => name.test(span.name));
  expect(named(/^POST \/v3\/directline/)).toMatchObject({ kind: 2, parentSpanId: 'b7ad6b7169203331' });
  expect(named(/^turn balances/)).toMatchObject({ kind: 5, parentSpanId: named(/^POST/)?.spanId });
  expect(named(/^GET prepaid/)).toMatchObject({ kind: 3, parentSpanId: named(/^turn/)?.spanId });
  expect(named(/^prepaid /)?.attributes).toContainEqual({ key: 'outcome', value: { stringValue: 'ok' } });
  // The SMS of a code is sent apart from the turn that promised it, under its id.
  const sms = spans.find(({ name }) => name === 'GET sms');
  expect(spans.filter(({ traceId: id }) => id === sms?.traceId).map(({ name }) => name)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^POST /)]),
  );

  expect(collector.got[0]).toMatchObject({ url: '/v1/traces', headers: { 'api-key': 'key-1', 'content-type': 'application/json' } });
  const everything = collector.got.map(({ body }) => body).join('') + lines.map((line) => JSON.stringify(line)).join('');
  expect(everything).not.toContain(chat.token);
  for (const canary of ['55550101', '5555-0101', 'canary-7731', 'saldo', 'Q37.50', 'María']) expect(withoutChance(everything)).not.toContain(canary);
});

test('a collector that is away costs nobody an answer; what is lost is counted', async () => {
  const url = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await freePort()}` });
  const chat = await openChat(url, codeOf);
  await chat.play(`
    > hola
    < …
  `);
  const read = async (): Promise<string> => (await fetch(`${url}/metrics`)).text();
  await until(async () => Number(/^trace_spans_dropped (\d+)$/m.exec(await read())?.[1]) > 0, 'spans are counted as lost');
  const greeted = 'turns_total{channel="web",skill="none",outcome="talk"} 2'; // it was greeted, and said "hola"
  await until(async () => (await read()).includes(greeted), 'both turns are counted');
});

test('a ticket that is made after its turn, because Zendesk was away, and the number that is told, belong to the trace of that turn', async () => {
  await Promise.all(running.splice(0).map((app) => app.close(1_000))); // they would make the ticket too, and tell their own collectors
  collector.got.length = 0;
  const url = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  await sandbox.fault({ counterpart: 'zendesk', kind: 'error', times: 3 });
  const chat = await openChat(url, codeOf);
  await chat.play(`
    > abrir un caso
    < Cuéntame en una frase qué pasó. …
    > la recarga de Q10 de ayer en la tienda no entró, comprobante PV-55120
    < Guardé tu caso con la referencia C-…
  `);
  await sandbox.clearFaults();
  let told: readonly { text?: string | undefined }[] = [];
  for (let tries = 0; told.length === 0 && tries < 20; tries++) {
    ahead += 60_000;
    told = await chat.hear(1, 5_000);
  }
  expect(lines.filter(({ event }) => event === 'case.failed')).toEqual([]);
  expect(told[0]?.text).toMatch(/^Tu caso C-\w{5} ya tiene número: \d+\.$/);
  await running.pop()?.close(1_000);
  ahead = 0;
  const spans = spansOf(collector);
  const later = spans.filter(({ name }) => name === 'case');
  const turn = spans.find(({ spanId }) => spanId === later[0]?.parentSpanId);
  expect(turn?.name).toMatch(/^turn /);
  expect(later.map(({ traceId, parentSpanId }) => [traceId, parentSpanId])).toEqual(later.map(() => [turn?.traceId, turn?.spanId]));
  const under = spans.filter(({ parentSpanId }) => later.some(({ spanId }) => spanId === parentSpanId)).map(({ name }) => name);
  expect(under).toEqual(expect.arrayContaining(['POST zendesk', expect.stringMatching(/^turn /)]));
});
