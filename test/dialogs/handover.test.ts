import nock from 'nock';
import { z } from 'zod';
import { countryOf } from '../../src/domain/countries';
import type { Message } from '../../src/domain/message';
import { attending, EVENTS, type AttendingParts } from '../../src/dialogs/attending';
import { npsSkill } from '../../src/dialogs/care/nps';
import { ConversationRecord } from '../../src/dialogs/engine/record';
import { originOf } from '../../src/dialogs/origin';
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
    .does(async ({ say, tried, handOver }) => {
      const opened = { reference: REFERENCE, ...(number !== undefined && { number }) };
      tried({ opened });
      handOver(opened);
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

const secrets = skill('wifi', named)
  .hears({ es: ['cambiar la clave'], en: ['change the password'] })
  .asks('code', {
    ...{ keeps: z.string(), ask: () => ({ text: '¿Código?', expects: 'code' }) },
    read: ({ text }) => (/^\d{6}$/.test(text) ? text : { control: 'again' }),
  })
  .asksSecret('password', {
    ...{ keeps: z.string(), ask: () => ({ text: '¿Clave nueva?', expects: 'secret' }) },
    read: ({ text }) => (text.length < 8 ? { control: 'again', because: 'Necesita 8 letras o números.' } : text),
  })
  .does(async ({ say }) => say('Lista.'));

interface Scene {
  readonly chat: Talk;
  readonly ticket: string;
  /** Something changed on the ticket: the webhook's signal. */
  signal(): Promise<readonly Message[]>;
  /** Lets time pass: timers ring in their order. */
  pass(ms: number): Promise<readonly Message[]>;
  open: boolean;
}

interface Setting {
  readonly known?: boolean;
  readonly told?: AttendingParts['told'];
  readonly surveys?: boolean;
  readonly passes?: boolean;
  readonly bytesOf?: AttendingParts['bytesOf'];
}

async function scene({ known = true, told = toldInMemory(), surveys = false, passes = false, bytesOf }: Setting = {}): Promise<Scene> {
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
    ...(passes && { passes: () => true }),
    ...(bytesOf && { bytesOf }),
    quietMs: 5 * MINUTE,
    report: () => undefined,
  });
  const asked = surveys ? { surveys: { share: 1, first: async () => true, inDoubt: async () => false } } : {};
  const chat = talk([person(known ? ticket : undefined), modem, balance, secrets, npsSkill()], { menu: ['balances'], attending: hub, ...asked });
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

test('what a person said is remembered for whoever takes over next: the note and the transcript tell it', async () => {
  const { chat, ticket, signal } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { agent: MARTA, text: 'Le llamo al 5555-0103 si quiere.' });
  await signal();
  const record = ConversationRecord.parse(JSON.parse(chat.state ?? ''));
  const { turns } = originOf({ conversation: 'fb:1', country: countryOf('GT'), now: chat.now, record });
  expect(turns.map(({ said, replied }) => [said, replied])).toEqual([
    ['una persona', 'Te paso con una persona.'],
    ['', expect.stringMatching(/^Marta .*: Le llamo al …0103 si quiere\.$/)],
  ]);
});

test('what a person answers to who left with "salir" is not remembered: the next one’s case does not tell it', async () => {
  const { chat, ticket, signal } = await scene();
  await chat.say('una persona');
  await chat.say('salir');
  await desk.work(ticket, { agent: MARTA, text: 'Doña Ana, su reclamo quedó resuelto.' });
  expect(texts(await signal())).toContain('Marta Solís: Doña Ana, su reclamo quedó resuelto.'); // the answer still reaches this chat
  await chat.say('menú');
  const record = ConversationRecord.parse(JSON.parse(chat.state ?? ''));
  expect(JSON.stringify(originOf({ conversation: 'fb:1', country: countryOf('GT'), now: chat.now, record }))).not.toContain('Ana');
});

test('what the chat does not keep reaches nobody: the customer hears so, and the person reads that there was something', async () => {
  const { chat, ticket, pass } = await scene();
  await chat.say('una persona');
  const audio = { id: 'f1', name: 'audio', contentType: 'audio/*', bytes: 0, unkept: true } as const;
  expect(texts(await chat.arrive({ kind: 'said', text: '', attachments: [audio] }))).toEqual([
    'El audio o archivo que mandaste no le llega a la persona. Cuéntaselo aquí con tus palabras.',
  ]);
  expect(texts(await chat.say('se corta cada noche'))).toEqual([expect.stringMatching(/^Queda en tu caso/)]);
  await pass(5_000);
  expect(await customer(ticket)).toEqual(['(mandó algo que este chat no guarda: audio)\nse corta cada noche']);
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

test('a low score after the case was solved is read on it, with a tag; with the reason it is no less than high', async () => {
  const { chat, ticket, signal, pass } = await scene({ surveys: true });
  await chat.say('una persona');
  await desk.work(ticket, { text: 'Ya quedó.', status: 'solved' });
  expect(texts(await signal()).at(-1)).toMatch(/^Del 0 al 10/);
  await chat.say('2');
  await pass(MINUTE);
  expect((await desk.comments(ticket)).at(-1)).toEqual({ by: 'bot', isPublic: false, body: 'El cliente nos puso 2 de 10 en la encuesta.' });
  expect(await desk.tags(ticket)).toEqual(['bot', 'detractor']);
  expect(await desk.priority(ticket)).toBeNull();
  await chat.say('tardaron tres semanas y mi número es 5555-0101');
  await pass(MINUTE);
  expect((await desk.comments(ticket)).at(-1)).toMatchObject({
    isPublic: false,
    body: 'El cliente nos puso 2 de 10 en la encuesta: «tardaron tres semanas y mi número es [número]»',
  });
  expect([await desk.priority(ticket), await desk.status(ticket)]).toEqual(['high', 'solved']);
  expect(texts(await chat.say('saldo'))).toEqual(['Tienes Q5.00.']);
});

test('a score and its reason in one breath are one note, also where the channel has people of its own', async () => {
  const { chat, ticket, pass } = await scene({ surveys: true, passes: true });
  await chat.say('una persona');
  expect(texts(await chat.arrive({ kind: 'event', name: EVENTS.returned })).at(-1)).toMatch(/^Del 0 al 10/);
  for (const words of ['2', 'tardaron tres semanas']) await chat.say(words);
  await pass(MINUTE);
  expect(await notes(ticket)).toEqual(['El cliente nos puso 2 de 10 en la encuesta: «tardaron tres semanas»']);
  expect([await desk.tags(ticket), await desk.priority(ticket)]).toEqual([['bot', 'detractor'], 'high']);
});

test('Zendesk away: who waits for nobody hears nothing of a note that waits', async () => {
  const { chat, ticket, signal, pass } = await scene({ surveys: true });
  await chat.say('una persona');
  await desk.work(ticket, { status: 'solved' });
  await signal();
  await chat.say('3');
  await sandbox.fault({ counterpart: 'zendesk', kind: 'error' });
  expect(await pass(MINUTE)).toEqual([]);
  await sandbox.clearFaults();
  await pass(2 * MINUTE);
  expect((await notes(ticket)).at(-1)).toBe('El cliente nos puso 3 de 10 en la encuesta.');
});

test('a high score leaves the ticket as it is', async () => {
  const { chat, ticket, signal, pass } = await scene({ surveys: true });
  await chat.say('una persona');
  await desk.work(ticket, { status: 'solved' });
  await signal();
  for (const words of ['9', 'todo muy rápido y amable']) await chat.say(words);
  await pass(MINUTE);
  expect(await desk.comments(ticket)).toHaveLength(1);
  expect(await desk.tags(ticket)).toEqual(['bot']);
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

test('a webhook that never came: the answer is looked for before anybody hears that there is none', async () => {
  const { chat, ticket, pass } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { agent: MARTA, text: 'Aquí estoy.' });
  expect(texts(await pass(30 * MINUTE))).toEqual(['Marta Solís: Aquí estoy.']);
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

test('a code in pieces and a password that is refused go to no person, are asked for again, and stay hidden whoever speaks', async () => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  expect(texts(await chat.say({ tap: { choice: 'go:wifi' } }))).toEqual(['¿Código?']);
  expect(texts(await chat.say('48 29'))).toEqual(['¿Código?']);
  await chat.say('no me llega el código');
  expect(chat.outcomes.at(-1)).toMatchObject({ secret: 'digits', asked: 'code' });
  expect(texts(await chat.say('482910'))).toEqual(['¿Clave nueva?']);
  await desk.work(ticket, { agent: MARTA, text: 'Hola, ya lo veo.' });
  expect(texts(await signal())).toEqual(['Marta Solís: Hola, ya lo veo.']);
  expect(chat.outcomes.at(-1)).toMatchObject({ secret: 'all', asked: 'secret' });
  expect(texts(await chat.say('Casita'))).toEqual(['Necesita 8 letras o números.']);
  expect(texts(await chat.say('Casita2026'))).toEqual(['Lista.']);
  await pass(MINUTE);
  expect(await customer(ticket)).toEqual(['no me llega el código']);
});

test.each([
  ['te mandé un código', 'me llegó 482910', 'me llegó ••••••'],
  ['te mandé un código', '482 910 dice el mensaje', '•••••• dice el mensaje'],
  ['te mandé un código', 'el caso 104 820 y pagué Q150000', 'el caso 104 820 y pagué Q150000'],
  ['te mandé un código', '$ 150000, 150000 pesos y luego 200.000', '$ 150000, 150000 pesos y luego 200.000'],
  ['te mandé un código', 'me descontaron 150000 y transferí 200000', 'me descontaron 150000 y transferí 200000'],
  ['te mandé un código', 'mi contrato es 300418, la factura 123456', 'mi contrato es 300418, la factura 123456'],
  ['te mandé un código', 'mi cuenta: 300418, y me llegó 482910', 'mi cuenta: 300418, y me llegó ••••••'],
  ['el PIN de la tarjeta', 'sale 1234 5678 9012 34 y no entra', 'sale •••••• y no entra'],
  ['el PIN de la tarjeta', 'mi número es 5555-0103, antes +502 5555 0104', 'mi número es 5555-0103, antes +502 5555 0104'],
  ['el PIN de la tarjeta', 'el imei es 356938035643809', 'el imei es 356938035643809'],
  ['el PIN de la tarjeta', 'comprobante PV-55120, pagué 150.00', 'comprobante PV-55120, pagué 150.00'],
  ['hola', 'raspé la tarjeta de recarga: 12345678901234', 'raspé la tarjeta de recarga: ••••••'],
  ['hola', 'mi dpi es 2987 65432 0101 y son 482910', 'mi dpi es 2987 65432 0101 y son 482910'],
])('what only the customer may know reaches nobody: after "%s", "%s"', async (before, said, read) => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { agent: MARTA, text: before });
  await signal();
  expect(texts(await chat.say(said))).toEqual(said === read ? [] : [expect.stringMatching(/^Oculté un código/)]);
  await pass(MINUTE);
  expect(await customer(ticket)).toEqual([read]);
});

test.each([
  ['¿Me da su número de contrato?', '300418', '300418'],
  ['What is your account number?', '300 418', '300 418'],
  ['¿Me cuenta qué pasó?', '482910', '••••••'],
  ['¿Su contrato, y el código que le llegó?', '482910', '••••••'],
  ['¿Su contrato, y los seis dígitos que le llegaron por mensaje?', '482910', '••••••'],
])('six digits alone are what a person asked for, or a code: after "%s", "%s"', async (asked, said, read) => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { agent: MARTA, text: asked });
  await signal();
  await chat.say(said);
  await pass(MINUTE);
  expect(await customer(ticket)).toEqual([read]);
});

test('a code that is out stays one, whatever a person asks for', async () => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  await desk.work(ticket, { agent: MARTA, text: 'Te mandé un código por SMS.' });
  await signal();
  await desk.work(ticket, { agent: MARTA, text: '¿Cuál es tu contrato?' });
  await signal();
  await chat.say('482910');
  await pass(MINUTE);
  expect(await customer(ticket)).toEqual(['••••••']);
});

test('a code that the customer spoke of stays one, whatever a person asks for', async () => {
  const { chat, ticket, signal, pass } = await scene();
  await chat.say('una persona');
  await chat.say('me llegó un código por SMS');
  await desk.work(ticket, { agent: MARTA, text: '¿Cuál es tu número de contrato?' });
  await signal();
  await chat.say('482910');
  await pass(MINUTE);
  expect((await customer(ticket)).join('\n')).toBe('me llegó un código por SMS\n••••••');
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

test('what is written while an update may have been made comes after it, and the update is not made again with it', async () => {
  const { chat, ticket, pass } = await scene();
  await chat.say('una persona');
  await chat.say('primero');
  const real = desk.agents.write;
  let calls = 0;
  const write = jest.spyOn(desk.agents, 'write').mockImplementation(async (...given) => {
    const written = await real(...given);
    calls += 1;
    if (calls === 1) throw new BackendFailure('zendesk', 'timeout');
    return written;
  });
  await pass(5_000);
  await chat.say('después');
  await pass(2 * MINUTE);
  write.mockRestore();
  expect(await customer(ticket)).toEqual(['primero', 'después']);
});

test('two photos of one name are two, also when the update with the second one failed', async () => {
  const photos = new Map([
    ['p1', Buffer.from('one')],
    ['p2', Buffer.from('another')],
  ]);
  const { chat, ticket, pass } = await scene({
    bytesOf: async ({ id, name, contentType }) => ({ name, contentType, bytes: photos.get(id) ?? Buffer.alloc(1) }),
  });
  await chat.say('una persona');
  const send = (id: string) => chat.arrive({ kind: 'said', text: '', attachments: [{ id, name: 'image.jpg', contentType: 'image/jpeg', bytes: 0 }] });
  await send('p1');
  await pass(30_000);
  const write = jest.spyOn(desk.agents, 'write').mockRejectedValueOnce(new BackendFailure('zendesk', 'timeout'));
  await send('p2');
  await pass(2 * MINUTE);
  write.mockRestore();
  expect(await customer(ticket)).toEqual(['image.jpg', 'image.jpg']);
});

test('a file that is refused is named once, also when the answer to that never came', async () => {
  const { chat, ticket, pass } = await scene({ bytesOf: async ({ name, contentType }) => ({ name, contentType, bytes: Buffer.alloc(0) }) });
  await chat.say('una persona');
  const real = desk.agents.write;
  const write = jest.spyOn(desk.agents, 'write').mockImplementationOnce(async (...given) => {
    await real(...given);
    throw new BackendFailure('zendesk', 'timeout');
  });
  await chat.arrive({ kind: 'said', text: 'mira', attachments: [{ id: 'p1', name: 'image.jpg', contentType: 'image/jpeg', bytes: 0 }] });
  await pass(2 * MINUTE);
  write.mockRestore();
  expect(await customer(ticket)).toEqual(['mira\n(archivo image.jpg: no se pudo adjuntar)']);
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
  const theirs = await scene({ passes: true }); // the channel's own people have it: whether the customer reads the bot is theirs to see
  await theirs.chat.say('una persona');
  await theirs.chat.arrive(settled('R-1'));
  await theirs.chat.arrive({ kind: 'event', name: EVENTS.returned });
  await theirs.pass(MINUTE);
  expect(await notes(theirs.ticket)).toEqual([expect.stringMatching(/^Novedad .* Si al cliente no le llegó .*\nTienes una respuesta sobre/)]);
});
