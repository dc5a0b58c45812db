import { createHmac } from 'node:crypto';
import { DUE } from '../../src/state/cases-queue';
import { startWorld, type World } from '../support/app';
import { agentDesk, DIEGO, MARTA, type AgentDesk } from '../support/agents';
import { openChat, type Chat, type Said } from '../support/chat';
import { openHosted, payLinkIn } from '../support/hosted-page';
import { freePort } from '../support/redis';
import { WEBHOOK_SECRET } from '../support/sandbox';
import { stillness } from '../support/scripted';
import { until } from '../support/until';

/** As a picture begins: more nobody looks at. */
const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

let world: World;
let desk: AgentDesk;
beforeAll(async () => {
  const port = await freePort();
  const zendeskHook = { url: `http://127.0.0.1:${port}/webhooks/zendesk`, secret: WEBHOOK_SECRET };
  world = await startWorld({ PORT: String(port), CARE_HOURS: 'mo-su 00:00-24:00; holidays 00:00-24:00' }, {}, { zendeskHook, reportRetryMs: 50 });
  desk = agentDesk(world.sandbox);
});
afterAll(() => world.close());

/** What was said, with who says it where it is a person. */
const spoken = (said: readonly Said[]): string[] =>
  said.map(({ text = '', channelData, attachments = [] }) => {
    const name = channelData?.['speaker'];
    const card = attachments[0]?.content;
    return typeof name === 'string' ? (card?.speak ?? `${name}: ?`) : text;
  });
const macro = async (title: string): Promise<number | undefined> => {
  const { macros } = (await (await fetch(`${world.sandbox.url}/sandbox/tickets`)).json()) as { macros: { id: number; title: string }[] };
  return macros.find((each) => each.title === title)?.id;
};
const noteOn = (ticket: string, begins: string): Promise<string> =>
  until(async () => (await desk.comments(ticket)).find(({ by, isPublic, body }) => by === 'bot' && !isPublic && body.startsWith(begins))?.body);
/** A new ticket is looked at once more some seconds after its number is known. From now on only a call of the webhook makes the bot look. */
const nothingIsDue = async (): Promise<void> => {
  const redis = await world.redis.client();
  await until(async () => (await redis.zcard(DUE)) === 0, 'all cases are filed');
  await until(stillness(world), 'all that was said has had its turn');
};
/** What the customer wrote on it, line by line: what comes close together is one comment, on a slow machine several. */
const wordsOn = async (ticket: string): Promise<string[]> =>
  (await desk.comments(ticket)).filter(({ by, isPublic }) => by === 'customer' && isPublic).flatMap(({ body }) => body.split('\n'));
/** Asks for a person and says why, in words that no other test says: by them the ticket is found. */
const chatWithPerson = async (story: string): Promise<{ chat: Chat; ticket: string }> => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.send('quiero hablar con una persona');
  await chat.hear(1);
  return { chat, ticket: await inLine(chat, story) };
};
/** Says why; the ticket, whose number was heard: on a slow machine it is told a moment later. */
const inLine = async (chat: Chat, story: string): Promise<string> => {
  await chat.send(story);
  const [taken] = await chat.hear(1);
  expect(taken?.text).toMatch(/^Te paso con una persona/);
  const ticket = await desk.ticketOf(story.slice(1)); // a subject begins with a capital
  if (!taken?.text?.includes(ticket)) expect((await chat.hear(1))[0]?.text).toContain(ticket);
  return ticket;
};

test('a person answers on the desk, the customer reads it and answers back; solved, the bot returns', async () => {
  const { chat, ticket } = await chatWithPerson('mi internet no funciona desde ayer');
  await chat.rest();
  await desk.work(ticket, { agent: MARTA, text: 'Hola, soy Marta. ¿Qué luces ves en el módem?' });
  const [first] = spoken(await chat.hear(1));
  expect(first).toBe('Marta Solís: Hola, soy Marta. ¿Qué luces ves en el módem?');
  await chat.send('una roja');
  await chat.send('que parpadea');
  await until(async () => (await wordsOn(ticket)).includes('que parpadea'));
  expect(await wordsOn(ticket)).toEqual(['una roja', 'que parpadea']);
  await desk.work(ticket, { agent: DIEGO, text: 'Es la fibra; va un técnico hoy.', status: 'solved' });
  expect(spoken(await chat.hear(2))).toEqual([
    'Diego Paz: Es la fibra; va un técnico hoy.',
    `Diego Paz cerró el caso ${ticket}. Sigo aquí si necesitas algo más.`,
  ]);
  await chat.send('gracias');
  expect(spoken(await chat.hear(1))[0]).toContain('Con gusto');
  expect(await chat.rest()).toEqual([]);
});

test('two agents and the customer write at once: everybody reads everything, once, each in their own order', async () => {
  const { chat, ticket } = await chatWithPerson('la tele se congela cada noche');
  await desk.work(ticket, { agent: MARTA, text: 'Ya lo veo.' });
  await chat.hear(1);
  const numbers = [1, 2, 3, 4];
  const each = async (act: (number: number) => Promise<unknown>): Promise<void> => {
    for (const number of numbers) await act(number);
  };
  await Promise.all([
    each((number) => desk.work(ticket, { agent: MARTA, text: `línea ${number}` })),
    each((number) => desk.work(ticket, { agent: DIEGO, text: `equipo ${number}` })),
    each((number) => chat.send(`luz ${number}`)),
  ]);
  const heard = spoken(await chat.hear(2 * numbers.length));
  expect(heard.filter((words) => words.startsWith('Marta'))).toEqual(numbers.map((number) => `Marta Solís: línea ${number}`));
  expect(heard.filter((words) => words.startsWith('Diego'))).toEqual(numbers.map((number) => `Diego Paz: equipo ${number}`));
  await until(async () => (await wordsOn(ticket)).includes('luz 4'));
  expect(await wordsOn(ticket)).toEqual(numbers.map((number) => `luz ${number}`));
  expect(await chat.rest()).toEqual([]);
});

test('the webhook takes nothing that is not signed, too old, or not ours; the same call twice changes nothing', async () => {
  const { chat, ticket } = await chatWithPerson('el módem no enciende desde el lunes');
  await nothingIsDue();
  await chat.rest();
  await world.sandbox.fault({ counterpart: 'zendesk-hooks', kind: 'drop' });
  await desk.work(ticket, { text: 'Una vez' });
  await world.sandbox.clearFaults();
  const send = async (body: string, { at = Date.now(), secret = WEBHOOK_SECRET } = {}): Promise<[number, string | undefined]> => {
    const timestamp = new Date(at).toISOString();
    const headers = {
      'content-type': 'application/json',
      'x-zendesk-webhook-signature': createHmac('sha256', secret)
        .update(timestamp + body)
        .digest('base64'),
      'x-zendesk-webhook-signature-timestamp': timestamp,
    };
    const answer = await fetch(`${world.url}/webhooks/zendesk`, { method: 'POST', headers, body });
    return [answer.status, ((await answer.json()) as { status?: string }).status];
  };
  const body = JSON.stringify({ ticket_id: ticket });
  expect((await send(body, { secret: 'another secret of somebody' }))[0]).toBe(401);
  expect((await send(body, { at: Date.now() - 301_000 }))[0]).toBe(401);
  expect((await send('{"ticket_id":"x"}'))[0]).toBe(400);
  expect(await send(JSON.stringify({ ticket_id: '999' }))).toEqual([200, 'unknown']);
  expect(await chat.rest()).toEqual([]);
  const at = Date.now();
  expect(await send(body, { at })).toEqual([200, 'kept']);
  expect(await send(body, { at })).toEqual([200, 'kept']);
  expect(spoken(await chat.hear(1))).toEqual(['Marta Solís: Una vez']);
  expect(await send(body)).toEqual([200, 'kept']);
  expect(await chat.rest()).toEqual([]);
});

test('"mis casos" shows it and adds to it', async () => {
  const { chat, ticket } = await chatWithPerson('mi internet va lento desde el martes');
  await chat.send('menú');
  await chat.hear(1);
  await until(stillness(world), 'the menu is whole');
  await chat.rest();
  await chat.send('mis casos');
  const [card] = await chat.hear(1);
  expect(card?.attachments?.[0]?.content?.speak).toBe(`Caso ${ticket}: recibido, en la fila. Todavía sin respuesta.`);
  await chat.tap('Agregar algo');
  await chat.hear(1);
  await chat.send('también la tele');
  expect(spoken(await chat.hear(1))).toEqual([`Lo agregué al caso ${ticket}. La respuesta te llega aquí.`]);
  await until(async () => (await desk.comments(ticket)).find(({ by, body }) => by === 'customer' && body === 'también la tele'));
});

test('the modem restarts at the push of a macro: she reads who begins it, confirms, and the agent reads how it ended', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > reiniciar mi modem
    < …
    > 10002040
    < …
    > 2083 77158 0108
    < Gracias. Encontré la cuenta que termina en 2040.
    < …
    > [Enviar código]
    < …
    > {code 5555-0104}
    < Listo, ya puedo mostrarte tu cuenta.
    < Reinicio tu módem desde aquí: te quedas sin internet unos 3 minutos. ¿Sigo?
    > cancelar
    < …
    > quiero hablar con una persona
    < …Cuéntame en una frase qué pasó…
  `);
  const ticket = await inLine(chat, 'mi internet falla a ratos desde el lunes en toda la casa');
  await desk.work(ticket, { agent: MARTA, text: 'Vamos a reiniciar tu módem desde aquí, toma 3 minutos.', tags: ['push_modem'] });
  expect(spoken(await chat.hear(2))).toEqual([
    'Marta Solís: Vamos a reiniciar tu módem desde aquí, toma 3 minutos.',
    'Reinicio tu módem desde aquí: te quedas sin internet unos 3 minutos. ¿Sigo?',
  ]);
  await chat.tap('Reiniciar');
  expect(spoken(await chat.hear(1))).toEqual(['Listo, tu módem se está reiniciando. Te cuento aquí cuando vuelva.']);
  const note = await until(async () => (await desk.comments(ticket)).find(({ body }) => body.startsWith('Flujo «modem» terminado')));
  expect(note).toMatchObject({ isPublic: false, body: expect.stringContaining('tu módem se está reiniciando') });
  expect(await desk.tags(ticket)).not.toContain('push_modem');
});

test('a macro lets her pay the bill in the chat; solved meanwhile, the end of the payment is on the ticket all the same', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > quiero pagar mi factura
    < …
    > [De mi celular]
    < …
    > 5555-0104
    < …
    > {code 5555-0104}
    < …
    < Pagas Q367.35…
    > cancelar
    < …
    > quiero hablar con una persona
    < …Cuéntame en una frase qué pasó…
  `);
  const ticket = await inLine(chat, 'el enlace para pagar no me abre desde ayer');
  await desk.work(ticket, { agent: MARTA, macro: await macro('Paga esta factura') });
  const [words, bill] = spoken(await chat.hear(2));
  expect(words).toBe('Marta Solís: Te dejo el botón para pagar en la página segura.');
  expect(bill?.replaceAll('\u00a0', ' ')).toMatch(/^Pagas Q367\.35/);
  await chat.tap('Sí, mandar enlace');
  expect(spoken(await chat.hear(1))[0]).toMatch(/^Este es el enlace de pago/);
  expect(await noteOn(ticket, 'Flujo «pay-invoice»')).toMatch(/en curso: el resultado llega en otra nota.*\nEste es el enlace de pago/);
  await desk.work(ticket, { agent: MARTA, status: 'solved' });
  expect(spoken(await chat.hear(1))).toEqual([`Marta Solís cerró el caso ${ticket}. Sigo aquí si necesitas algo más.`]);
  await (await openHosted(await payLinkIn(world.url, chat))).pay();
  expect(spoken(await chat.hear(1))[0]).toMatch(/^Recibimos tu pago/);
  expect(await noteOn(ticket, 'Novedad de una operación con dinero')).toContain('Recibimos tu pago de Q367.35');
  expect([await desk.status(ticket), (await desk.tags(ticket)).filter((tag) => tag.startsWith('push_'))]).toEqual(['solved', []]);
});

test('a macro asks for the reconnection from the chat: he reads what was found, the agent reads it in a note', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > mi plan
    < …
    > 5555-0109
    < …
    > {code 5555-0109}
    < …
    < …
  `);
  const ticket = await inLine(chat, 'pásame con un asesor, pagué y sigo sin servicio desde el lunes');
  await desk.work(ticket, { agent: DIEGO, macro: await macro('Aplicar pago y reconectar') });
  const [words, found, done] = spoken(await chat.hear(3));
  expect(words).toBe('Diego Paz: Su pago ya está aplicado. Su línea vuelve en unos minutos.');
  expect(found).toMatch(/^Lo revisé: /);
  const note = await noteOn(ticket, 'Flujo «reconnect» terminado');
  expect([note.includes(String(found)), note.includes(String(done))]).toEqual([true, true]);
});

test('a case that the bot has just opened is the one that a person takes up, and a photo goes to it', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.send('abrir un caso: la recarga de Q10 de ayer en la tienda no entró, comprobante PV-55120');
  const [opened] = await chat.hear(1);
  const ticket = /Caso (\d+) abierto/.exec(opened?.text ?? '')?.[1] ?? 'none';
  await chat.send('quiero hablar con una persona');
  expect((await chat.hear(1))[0]?.text).toContain(`Caso ${ticket}`);
  const note = await until(async () =>
    (await desk.comments(ticket)).find(({ body, isPublic }) => !isPublic && body.startsWith('El cliente pidió una persona')),
  );
  expect(note.body).toMatch(/ Se le dijo: respuesta antes del \d{1,2} \w{3}, [^.]*[ap]\.\sm\.$/); // sooner than the case itself was promised
  expect(await desk.priority(ticket)).toBe('high');
  const by = Date.parse((await desk.fields(ticket))['promised_by'] ?? '');
  expect((by - Date.now()) / 60_000).toBeCloseTo(120, -2); // two open hours, rounded up to ten minutes
  const { status } = await fetch(`${world.url}/v3/directline/conversations/${chat.conversationId}/upload?userId=${chat.userId}`, {
    method: 'POST',
    headers: {
      ...{
        authorization: `Bearer ${chat.token}`,
        'content-type': 'image/png',
        'content-disposition': 'form-data; name="file"; filename="recibo.png"',
      },
    },
    body: PICTURE,
  });
  expect(status).toBe(200);
  await until(async () => (await desk.comments(ticket)).find(({ by, isPublic, body }) => by === 'customer' && isPublic && body.includes('recibo')));
  expect(spoken(await chat.hear(1))).toEqual([`Queda en tu caso ${ticket}: lo lee la persona que te atienda, y te contesta aquí.`]);
  expect(await chat.rest()).toEqual([]);
});
