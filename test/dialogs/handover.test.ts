import nock from 'nock';
import { z } from 'zod';
import type { Message } from '../../src/domain/message';
import { attending, EVENTS } from '../../src/dialogs/attending';
import { skill } from '../../src/dialogs/engine/skill';
import { BackendFailure } from '../../src/domain/failure';
import { catalog } from '../../src/domain/texts';
import { agentDesk, DIEGO, MARTA, toldInMemory, type AgentDesk } from '../support/agents';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { talk, type Talk } from '../support/talk';

const REFERENCE = 'C-4TT8M';
const MINUTE = 60_000;
let sandbox: TestSandbox;
let desk: AgentDesk;
beforeAll(async () => {
  nock.restore();
  sandbox = await startSandbox();
  desk = agentDesk(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.clearFaults();
});

const named = catalog({ title: 'esto', button: 'Esto' }, { title: 'this', button: 'This' });
/** Hands over as the skill for a person does. */
const person = (number?: string) =>
  skill('agent', named)
    .hears({ es: ['una persona'], en: ['a person please'] })
    .does(async ({ say, handOver }) => {
      handOver({ reference: REFERENCE, ...(number !== undefined && { number }) });
      say('Te paso con una persona.');
    });
const modem = skill('modem', named)
  .hears({ es: ['reiniciar modem'], en: ['restart the modem'] })
  .asks('sure', { keeps: z.string(), ask: () => '¿Reinicio tu módem ahora?', read: ({ folded }) => (folded === 'si' ? 'si' : { control: 'again' }) })
  .does(async ({ say }) => say('Listo: el módem volvió con señal.'));
const balance = skill('balances', named)
  .hears({ es: ['saldo'], en: ['balance'] })
  .settles((_, { reference }) => `Listo: ${reference}.`)
  .does(async ({ say }) => say('Tienes Q5.00.'));

interface Scene {
  readonly chat: Talk;
  readonly ticket: string;
  /** Something changed on the ticket: the webhook's signal. */
  signal(): Promise<readonly Message[]>;
  /** Lets time pass: timers ring in their order. */
  pass(ms: number): Promise<readonly Message[]>;
  open: boolean;
}

async function scene({ known = true, told = toldInMemory() } = {}): Promise<Scene> {
  const ticket = await desk.open(REFERENCE);
  let open = true;
  const hub = attending({
    agents: desk.agents,
    links: {
      byTicket: async () => ({ reference: REFERENCE, ticket, conversation: 'test:1' }),
      byReference: async () => ({ reference: REFERENCE, ticket }),
      ofOperation: async (operation) => (operation === 'R-1' ? { reference: REFERENCE, ticket } : undefined),
    },
    told,
    isOpen: () => open,
    quietMs: 5 * MINUTE,
    report: () => undefined,
  });
  const chat = talk([person(known ? ticket : undefined), modem, balance], { menu: ['balances'], attending: hub });
  chat.now = Date.now();
  const rung = new Set<string>();
  const pass = async (ms: number): Promise<readonly Message[]> => {
    const until = chat.now + ms;
    const heard: Message[] = [];
    for (;;) {
      const timers = chat.outcomes.flatMap((outcome) => outcome.timers ?? []).filter(({ id, at }) => !rung.has(id) && at <= until);
      const next = timers.sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      rung.add(next.id);
      chat.now = Math.max(chat.now, next.at);
      heard.push(...(await chat.arrive(JSON.parse(next.message))));
    }
    chat.now = until;
    return heard;
  };
  return {
    ...{ chat, ticket, pass },
    signal: () => chat.arrive({ kind: 'event', name: EVENTS.changed, value: { ticket, reference: REFERENCE } }),
    get open() {
      return open;
    },
    set open(value) {
      open = value;
    },
  };
}

const texts = (messages: readonly Message[]): string[] => messages.map(({ speaker, text }) => (speaker === undefined ? text : `${speaker}: ${text}`));
const labels = (messages: readonly Message[]): string[] => messages.flatMap(({ choices = [] }) => choices.map(({ label }) => label));
const customer = async (ticket: string): Promise<string[]> =>
  (await desk.comments(ticket)).filter(({ by, isPublic }) => by === 'customer' && isPublic).map(({ body }) => body);

test('a customer and two agents talk through the bot, which is silent and shows who speaks', async () => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  expect(texts(await chat.say('desde ayer no tengo internet'))).toEqual([
    `Queda en tu caso ${ticket}: lo lee la persona que te atienda, y te contesta aquí.`, // once, while nobody has answered
  ]);
  expect(await chat.say('saldo')).toEqual([]); // not the bot's any more
  await pass(5_000);
  expect(await customer(ticket)).toEqual(['desde ayer no tengo internet\nsaldo']);
  await desk.work(ticket, { agent: MARTA, text: 'Hola, ya lo veo.' });
  await desk.work(ticket, { agent: DIEGO, text: 'Soy Diego, del turno técnico.' });
  await desk.work(ticket, { agent: MARTA, text: 'Entre nosotros', public: false });
  expect(texts(await signal())).toEqual(['Marta Solís: Hola, ya lo veo.', 'Diego Paz: Soy Diego, del turno técnico.']);
  expect(await chat.say('gracias')).toEqual([]);
  await pass(60_000);
  expect(await customer(ticket)).toEqual(['desde ayer no tengo internet\nsaldo', 'gracias']);
});

test('signals may come twice, late, or not at all: every comment is told once, and none of ours', async () => {
  const told = toldInMemory();
  const { chat, ticket, signal, pass } = await scene({ told });
  await chat.say('una persona');
  await chat.say('hola');
  await pass(5_000);
  expect(await signal()).toEqual([]); // our own comment
  await desk.work(ticket, { text: 'Uno' });
  await desk.work(ticket, { text: 'Dos' });
  expect(texts(await signal())).toEqual(['Marta Solís: Uno', 'Marta Solís: Dos']);
  expect(await signal()).toEqual([]);
  await desk.work(ticket, { text: 'Tres' });
  expect(texts(await signal())).toEqual(['Marta Solís: Tres']);
});

test('solved: the bot is back and says so once; opened again and answered, the person has it again', async () => {
  const { chat, ticket, signal } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { text: 'Ya quedó.', status: 'solved' });
  expect(texts(await signal())).toEqual(['Marta Solís: Ya quedó.', `Marta Solís cerró el caso ${ticket}. Sigo aquí si necesitas algo más.`]);
  expect(await signal()).toEqual([]);
  expect(texts(await chat.tap('Ver el menú'))).toEqual(['¿Qué necesitas?']);
  expect(texts(await chat.say('saldo'))).toEqual(['Tienes Q5.00.']);
  await desk.work(ticket, { agent: DIEGO, text: 'Una cosa más.', status: 'open' });
  const again = await signal();
  expect(texts(again)).toEqual(['Diego Paz: Una cosa más.']);
  expect(labels(again)).toEqual(['Volver al asistente']);
  expect(await chat.say('dime')).toEqual([]);
  await desk.work(ticket, { agent: DIEGO, status: 'solved' });
  expect(await signal()).toEqual([]); // "dime" is not on the ticket yet: it is not lost
});

test.each(['menú', 'volver al bot', 'quiero volver con el asistente', 'cancelar'])(
  '"%s" leads back to the bot; what was written still arrives',
  async (words) => {
    const { chat, ticket, pass } = await scene();
    await chat.say('una persona');
    await chat.say('no tengo señal');
    expect(texts(await chat.say(words))[0]).toContain(`El caso ${ticket} sigue abierto`);
    expect(texts(await chat.say('saldo'))).toEqual(['Tienes Q5.00.']);
    expect(texts(await chat.say('soy sordo no me llamen'))[0]).toMatch(/^Anotado: solo por escrito/); // the bot's again, though words are still on their way
    await pass(2 * MINUTE);
    expect(await customer(ticket)).toEqual(['no tengo señal']);
    expect((await desk.comments(ticket)).at(-1)).toMatchObject({ isPublic: false, body: expect.stringContaining('volvió con el asistente') });
  },
);

test('nobody answers: told after five minutes with a way back, later once more; out of hours the bot is back', async () => {
  const { chat, ticket, pass } = await scene();
  await chat.say('una persona');
  const first = await pass(5 * MINUTE + 1);
  expect(texts(first)).toEqual([
    `Todavía no te contestan. El caso ${ticket} sigue en la fila con lo que escribiste. Puedes esperar o volver conmigo: la respuesta te llega aquí igual.`,
  ]);
  expect(labels(first)).toEqual(['Sigo esperando', 'Volver al asistente']);
  expect(texts(await chat.tap('Sigo esperando'))).toEqual(['De acuerdo. Te aviso aquí.']);
  expect(await pass(10 * MINUTE)).toEqual([]);
  expect(await pass(11 * MINUTE)).toHaveLength(1);
  expect(await pass(120 * MINUTE)).toEqual([]);
  const evening = await scene();
  await evening.chat.say('una persona');
  await evening.pass(1_000);
  evening.open = false;
  expect(texts(await evening.pass(6 * MINUTE))[0]).toContain('Ahora no hay nadie atendiendo');
  expect(texts(await evening.chat.say('saldo'))).toEqual(['Tienes Q5.00.']);
  const night = await scene();
  night.open = false;
  await night.chat.say('una persona');
  expect(JSON.parse(night.chat.state ?? '')).toMatchObject({ attended: { leaves: true } }); // the bot's again from the first moment
  expect(await night.pass(30 * MINUTE)).toEqual([]); // it was said when an answer comes
  expect(texts(await night.chat.say('saldo'))).toEqual(['Tienes Q5.00.']);
});

test('an answer ends the waiting: nobody is told that there is none', async () => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { text: 'Aquí estoy.' });
  await signal();
  expect(await pass(30 * MINUTE)).toEqual([]);
});

test('a macro begins a flow in the chat; the agent reads the end of it in a note', async () => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { text: 'Vamos a reiniciarlo desde aquí.', tags: ['push_modem'] });
  expect(texts(await signal())).toEqual(['Marta Solís: Vamos a reiniciarlo desde aquí.', '¿Reinicio tu módem ahora?']);
  expect(await desk.tags(ticket)).toEqual(['bot']);
  expect(await chat.say('¿y si mejor no?')).toEqual([]); // for Marta
  expect(texts(await chat.say('si'))).toEqual(['Listo: el módem volvió con señal.']);
  expect(await chat.say('mil gracias')).toEqual([]);
  await pass(3 * MINUTE);
  const comments = await desk.comments(ticket);
  expect(comments.slice(2).map(({ isPublic, body }) => [isPublic, body])).toEqual([
    [true, '¿y si mejor no?'],
    [false, 'Flujo «modem» terminado en el chat. Al cliente se le dijo:\nListo: el módem volvió con señal.'],
    [true, 'mil gracias'],
  ]);
  expect(await signal()).toEqual([]);
});

const notes = async (ticket: string): Promise<string[]> =>
  (await desk.comments(ticket)).filter(({ by, isPublic }) => by === 'bot' && !isPublic).map(({ body }) => body);

test('a macro sent with "solve" begins its flow all the same, and its end is a note', async () => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { text: 'Lo reiniciamos desde aquí.', tags: ['push_modem'], status: 'solved' });
  expect(texts(await signal())).toEqual([
    'Marta Solís: Lo reiniciamos desde aquí.',
    `Marta Solís cerró el caso ${ticket}. Sigo aquí si necesitas algo más.`,
    '¿Reinicio tu módem ahora?',
  ]);
  await pass(2 * MINUTE);
  expect(texts(await chat.say('si'))).toEqual(['Listo: el módem volvió con señal.']);
  await pass(2 * MINUTE);
  expect((await notes(ticket)).at(-1)).toBe('Flujo «modem» terminado en el chat. Al cliente se le dijo:\nListo: el módem volvió con señal.');
  expect(await desk.status(ticket)).toBe('solved');
  expect(texts(await chat.say('saldo'))).toEqual(['Tienes Q5.00.']);
});

test('a tag alone: the customer sees who has the ticket; what there is no flow for is told to agents only', async () => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { agent: DIEGO, tags: ['push_modem'] });
  expect(texts(await signal())).toEqual(['Diego Paz pidió que lo hagamos desde aquí.', '¿Reinicio tu módem ahora?']);
  expect(texts(await chat.say('menú'))[0]).toContain(`El caso ${ticket} sigue abierto`);
  await pass(2 * MINUTE);
  await desk.work(ticket, { agent: DIEGO, tags: ['push_teleport'] });
  expect(await signal()).toEqual([]);
  await pass(2 * MINUTE);
  const written = await notes(ticket);
  expect(written.join('\n\n')).toContain('Flujo «modem» sin terminar: el cliente lo dejó.');
  expect(written.at(-1)).toBe('No hay un flujo «teleport». Al cliente no se le dijo nada.');
  expect(await desk.tags(ticket)).toEqual(['bot']);
});

test('somebody else changes the ticket in the same moment: the words are told at once, the flow begins a little later', async () => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { text: 'Vamos a reiniciarlo.', tags: ['push_modem'] });
  const conflict = jest.spyOn(desk.agents, 'untag').mockResolvedValueOnce(false);
  expect(texts(await signal())).toEqual(['Marta Solís: Vamos a reiniciarlo.']);
  expect(texts(await pass(10_000))).toEqual(['Marta Solís pidió que lo hagamos desde aquí.', '¿Reinicio tu módem ahora?']);
  conflict.mockRestore();
  expect(await desk.tags(ticket)).toEqual(['bot']);
});

test('Zendesk away: nothing is lost or written twice, and the customer is told when it takes long', async () => {
  const { chat, ticket, pass } = await scene();
  await chat.say('una persona');
  await sandbox.fault({ counterpart: 'zendesk', kind: 'error' });
  await chat.say('se cayó todo');
  expect(texts(await pass(MINUTE))).toEqual([
    'Lo que escribiste todavía no le llega a la persona. Lo sigo intentando; no hace falta que lo repitas.',
  ]);
  await sandbox.clearFaults();
  await pass(2 * MINUTE);
  expect(await customer(ticket)).toEqual(['se cayó todo']);
});

test('an update that was made though its answer was an error is not made again', async () => {
  const { chat, ticket, pass } = await scene();
  await chat.say('una persona');
  await chat.say('una sola vez');
  const real = desk.agents.write;
  let calls = 0;
  const write = jest.spyOn(desk.agents, 'write').mockImplementation(async (...given) => {
    calls += 1;
    if (calls === 1) await sandbox.fault({ counterpart: 'zendesk', kind: 'slow:10', times: 1 });
    const written = await real(...given);
    if (calls === 1) throw new BackendFailure('zendesk', 'timeout');
    return written;
  });
  await pass(2 * MINUTE);
  write.mockRestore();
  expect(calls).toBe(1);
  expect(await customer(ticket)).toEqual(['una sola vez']);
});

test('what is said before the ticket has a number waits for it', async () => {
  const { chat, ticket, pass } = await scene({ known: false });
  await chat.say('una persona');
  await chat.say('esto primero');
  await pass(30_000);
  expect(await customer(ticket)).toEqual(['esto primero']);
});

test('a closed ticket takes no more: said, with a way on', async () => {
  const { chat, ticket, pass } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { status: 'closed' });
  await chat.say('¿hola?');
  const said = await pass(MINUTE);
  expect(texts(said)).toEqual([`El caso ${ticket} ya está cerrado y no recibió lo último que escribiste. ¿Abro otro?`]);
  expect(texts(await chat.say('saldo'))).toEqual(['Tienes Q5.00.']);
});

test('commands still work: help, language; opening the page again says where one stands', async () => {
  const { chat, ticket } = await scene();
  await chat.say('una persona');
  expect(texts(await chat.arrive({ kind: 'joined' }))).toEqual([
    `Sigues en la fila con el caso ${ticket}. Escribe aquí lo que quieras agregar; si quieres salir de la fila, escribe *menú*.`,
  ]);
  expect(await chat.say('ayuda')).toHaveLength(1);
  expect(texts(await chat.say('english'))).toHaveLength(1);
  expect(texts(await chat.say('agent'))).toEqual([
    `You are still in line with case ${ticket}. Write here what you want to add; to leave the line, write *menu*.`,
  ]);
});

test('handed back: the bot goes on, the case stays open', async () => {
  const { chat, ticket, signal } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { text: 'Sigue con el asistente, yo lo miro.', tags: ['push_bot'] });
  expect(texts(await signal())).toEqual([
    'Marta Solís: Sigue con el asistente, yo lo miro.',
    `Marta Solís te dejó conmigo. El caso ${ticket} sigue abierto y la respuesta te llega aquí.`,
  ]);
  expect(texts(await chat.say('saldo'))).toEqual(['Tienes Q5.00.']);
  expect(await desk.status(ticket)).toBe('open');
});

test('the end of an operation goes to chat and ticket, also when nobody has the conversation', async () => {
  const settled = (reference: string) => {
    const teller = { conversation: 'test:1', skill: 'balances', language: 'es', form: 'tu' };
    const evidence = { words: '', shownAt: 1, agreedAt: 1, release: 'test' };
    const amount = { minor: 1_000, currency: 'GTQ' };
    const operation = {
      order: `o-${reference}`,
      reference,
      kind: 'top-up',
      line: '50255550101',
      amount,
      details: {},
      state: 'done',
      at: 1,
      teller,
      evidence,
    };
    return { kind: 'event', name: 'balances:settled', value: { operation, what: 'done' } } as const;
  };
  const { chat, ticket, pass } = await scene();
  await chat.arrive(settled('R-1'));
  await chat.arrive(settled('R-2'));
  await pass(MINUTE);
  expect((await desk.comments(ticket)).slice(1)).toEqual([
    {
      by: 'bot',
      isPublic: false,
      body: 'Novedad de una operación con dinero. Al cliente se le dijo:\nTienes una respuesta sobre tu operación R-1. Entra con tu línea para verla.',
    },
  ]);
  expect(texts(await chat.say('saldo'))).toEqual(['Tienes Q5.00.']);
});
