import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { signatureOf } from '../../src/http/zendesk';
import { agentDesk, MARTA } from '../support/agents';
import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';
import { WEBHOOK_SECRET } from '../support/sandbox';
import { closed, listening } from '../support/tokens';

let world: World;
/** Between the bot and Zendesk: a ticket is made, and its number is held back until it is let go. */
const between = createServer((request, response) => void passOn(request, response).catch(() => response.destroy()));
let letGo = (): void => undefined;
const isLetGo = new Promise<void>((resolve) => (letGo = resolve));

beforeAll(async () => {
  world = await startWorld({ ZENDESK_URL: await listening(between), CARE_HOURS: 'mo-su 00:00-24:00; holidays 00:00-24:00' });
});
afterAll(async () => {
  letGo();
  await world.close();
  await closed(between);
});

async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...rest } = headers as Record<string, string>;
  const answer = await fetch(world.sandbox.url + url, { method, headers: rest, ...(parts.length > 0 && { body: Buffer.concat(parts) }) });
  const body = Buffer.from(await answer.arrayBuffer());
  if (method === 'POST' && url.startsWith('/api/v2/tickets')) await isLetGo;
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' }); // restify's own returns nothing
  response.end(body);
}

/** What the account's trigger sends after a change. */
async function tellBot(ticket: string): Promise<unknown> {
  const [body, at] = [JSON.stringify({ ticket_id: ticket }), new Date().toISOString()];
  const signature = signatureOf(WEBHOOK_SECRET, at, Buffer.from(body));
  const headers = { 'x-zendesk-webhook-signature': signature, 'x-zendesk-webhook-signature-timestamp': at };
  return (await fetch(`${world.url}/webhooks/zendesk`, { method: 'POST', headers, body })).json();
}

test('an agent who answers before the bot knows the number of the ticket is heard all the same, once', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.send('quiero hablar con una persona porque mi factura viene doble este mes');
  const desk = agentDesk(world.sandbox);
  const ticket = await desk.ticketOf('mi factura viene doble este mes');
  await desk.work(ticket, { agent: MARTA, text: 'Soy Marta, ya lo veo.' });
  expect(await tellBot(ticket)).toEqual({ status: 'unknown' });
  expect((await chat.hear(1))[0]?.text).toMatch(/^Te paso con una persona/);
  letGo();
  world.ahead += 31_000; // whoever files tickets looks again: at what was not heard within its deadline, and whether the number is told
  const said: string[] = [];
  const next = async (): Promise<string> => JSON.stringify(await chat.hear(1));
  while (!said.at(-1)?.includes('Soy Marta') && said.length < 3) said.push(await next()); // before it the number of the case may be told
  expect(said.at(-1)).toContain('Soy Marta, ya lo veo.');
  expect(await tellBot(ticket)).toEqual({ status: 'kept' }); // a look that finds nothing new
  await chat.send('menú');
  expect(await next()).not.toContain('Soy Marta');
});
