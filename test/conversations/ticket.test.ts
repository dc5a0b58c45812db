import { readServiceHours } from '../../src/domain/cases/hours';
import { agent } from '../../src/dialogs/care/agent';
import { faq } from '../../src/dialogs/care/faq';
import { photo } from '../../src/dialogs/care/photo';
import { ticket } from '../../src/dialogs/care/ticket';
import type { Desk } from '../../src/dialogs/engine/desk';
import { newRecord, type ConversationRecord } from '../../src/dialogs/engine/record';
import { noTrail } from '../../src/dialogs/engine/trail';
import { countryOf, type CountryCode } from '../../src/domain/countries';
import type { CaseDesk, Cases, KnownCase, NewCase, OpenCase } from '../../src/integrations/cases/port';
import type { HelpCenter } from '../../src/integrations/help/port';
import type { Case, CaseBook } from '../../src/state/cases';
import { nobody, signIn } from '../../src/state/session';
import { caseDeskOf } from '../../src/wiring/case-desk';
import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';
import { ZENDESK } from '../support/sandbox';
import { talk, type Talk } from '../support/talk';
import { until } from '../support/until';

const hours = readServiceHours('mo-su 07:00-22:00') ?? { days: [], holiday: undefined };
const article = {
  id: 'A02',
  title: 'Mi recarga no llegó',
  excerpt: 'Espera 10 minutos.',
  text: 'Espera 10 minutos.',
  updated: Date.parse('2026-10-01'),
  skills: [],
};
const help: HelpCenter = {
  search: async (text) => (/xyz/.test(text) ? { status: 'nothing' } : { status: 'found', articles: [article] }),
  article: async () => undefined,
};

interface Office {
  readonly chat: Talk;
  readonly opened: NewCase[];
  readonly added: { reference: string; text: string; files: number }[];
}
function office({
  country = 'GT',
  mine = [],
  answer = { reference: 'C-4TT8M', number: '10551' },
  fault,
}: { country?: CountryCode; mine?: KnownCase[]; answer?: OpenCase; fault?: { incident: string; until: number } } = {}): Office {
  const opened: NewCase[] = [];
  const added: Office['added'] = [];
  const cases: Cases = { open: async (_, what) => (opened.push(what), answer) };
  const caseDesk: CaseDesk = {
    mine: async () => mine,
    fault: async () => fault,
    add: async (_, reference, { text, files }) => (added.push({ reference, text, files: files.length }), true),
  };
  const door = (skill: string): string | undefined => (skill === 'ticket' ? 'Abrir un caso' : undefined);
  const skills = [
    agent({ contact: {}, staff: { cases, hours } }),
    ticket({ cases, caseDesk, hours, door }),
    photo({ caseDesk }),
    faq({ help, door }),
  ];
  return { chat: talk(skills, { country: countryOf(country), menu: ['ticket'], person: 'agent' }), opened, added };
}
const plain = (lines: string[]): string[] => lines.map((line) => line.replaceAll('\u00a0', ' '));

test('what was said is the case; only what is missing is asked', async () => {
  const { chat, opened } = office();
  expect(
    plain(
      await chat.play(`
      > quiero abrir un caso, mi recarga en la tienda no entró
      > 10 quetzales ayer a las 6
      > PV-55120
    `),
    ),
  ).toEqual([
    '> quiero abrir un caso, mi recarga en la tienda no entró',
    '< ¿De cuánto fue, y qué día?',
    '> 10 quetzales ayer a las 6',
    '< ¿Tienes el número del comprobante? También puedes mandar una foto.',
    '> PV-55120',
    '< Caso 10551 abierto: “Quiero abrir un caso, mi recarga en la tienda no entró”. Respuesta antes de mañana a las 2:20 p. m. ¿Agregas una foto del comprobante? Mándala por aquí.',
  ]);
  expect(opened[0]).toMatchObject({
    ...{ topic: 'find-payment', reason: 'not_found', macro: 'Recarga de tienda no aplicada', priority: 'normal' },
    facts: { 'monto y día': '10 quetzales ayer a las 6', comprobante: 'PV-55120' },
  });
});

test('what is said already is not asked', async () => {
  const { chat, opened } = office();
  const lines = await chat.play('> abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-55120');
  expect(lines).toHaveLength(2);
  expect(opened).toHaveLength(1);
});

test.each([
  ['abrir un caso: la recarga de Q10 al 5555-0103 de ayer no entró, comprobante PV-55120', '50255550103'],
  ['abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-55120', undefined],
])('a line that was only said goes along whole: nobody can look for its last digits (%s)', async (said, claimed) => {
  const { chat, opened } = office();
  await chat.say(said);
  expect(opened.map((each) => each.claimed)).toEqual([claimed]);
});

test('the wish alone is asked what about; nobody is kept for an answer they do not have', async () => {
  const { chat, opened } = office();
  expect(
    plain(
      await chat.play(`
      > abrir un caso
      > no tengo internet en la casa
      > [No sé]
      > [No sé]
    `),
    ).filter((line) => line.startsWith('<')),
  ).toEqual([
    '< Cuéntame en una frase qué pasó. Se lo paso a una persona, y no tendrás que repetirlo.',
    '< ¿Desde cuándo?',
    '< ¿Pasa en todos los aparatos, o solo en uno?',
    '< Caso 10551 abierto: “No tengo internet en la casa”. Respuesta antes de mañana a las 2:20 p. m.',
  ]);
  expect(opened[0]).toMatchObject({ topic: 'no-service', facts: {} });
});

test('an article that did not help becomes a case, with what was asked', async () => {
  const { chat, opened } = office();
  const heard = plain(
    await chat.play(`
    > tengo una duda
    > mi recarga de 10 de ayer no llegó y tengo el comprobante
    > no
    > sí
  `),
  );
  expect(heard.slice(-3)).toEqual([
    '< Entiendo. ¿Abro un caso con lo que me contaste?',
    '> sí',
    '< Caso 10551 abierto: “Mi recarga de 10 de ayer no llegó y tengo el comprobante”. Respuesta antes de mañana a las 2:20 p. m. ¿Agregas una foto del comprobante? Mándala por aquí.',
  ]);
  expect(opened).toHaveLength(1);
  expect(chat.state).toContain('no sirvió');
});

test('Zendesk is away: a reference at once, and the number by itself, once', async () => {
  const { chat } = office({ answer: { reference: 'C-4TT8M' } });
  const [, said] = plain(await chat.play('> abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-1'));
  expect(said).toBe(
    '< Guardé tu caso con la referencia C-4TT8M. Respuesta antes de mañana a las 2:20 p. m. En cuanto tenga número te lo escribo; no hace falta que hagas nada.',
  );
  const event = { kind: 'event', name: 'ticket:numbered', value: { reference: 'C-4TT8M', number: '10551' } } as const;
  expect((await chat.arrive(event)).map(({ text }) => text)).toEqual(['Tu caso C-4TT8M ya tiene número: 10551.']);
  expect(await chat.arrive(event)).toEqual([]);
});

test('an open case on the same matter is offered instead of a second one', async () => {
  const mine = [
    { reference: 'C-AAAAA', number: '10482', topic: 'invoices', summary: 'Roaming de noviembre', at: Date.parse('2026-11-18T16:00:00Z') },
  ];
  const { chat, opened, added } = office({ mine });
  expect(
    plain(
      await chat.play(`
      > quiero reclamar el cobro de roaming de Q75
      > sí
    `),
    ),
  ).toEqual([
    '> quiero reclamar el cobro de roaming de Q75',
    '< Ya hay un caso abierto, 10482, desde el miércoles 18 de noviembre: “roaming de noviembre”. ¿Agrego esto a ese caso?',
    '> sí',
    '< Lo agregué al caso 10482. Ya está con lo demás.',
  ]);
  expect([opened, added]).toEqual([[], [{ reference: 'C-AAAAA', text: 'quiero reclamar el cobro de roaming de Q75', files: 0 }]]);
});

test('a known fault: nothing is asked, and the case is one of its own', async () => {
  const { chat, opened } = office({ fault: { incident: '10500', until: Date.parse('2026-11-21T00:30:00Z') } });
  const [, said] = plain(await chat.play('> abrir un caso, no hay internet'));
  expect(said).toContain('Es parte de una falla que ya conocemos; estiman que se arregla hoy a las 6:30 p. m.');
  expect(opened[0]).toMatchObject({ incident: '10500', macro: 'Falla masiva', priority: 'low' });
});

test('Colombia: a PQR has a number and a date by law', async () => {
  const { chat, opened } = office({
    country: 'CO',
    answer: { reference: 'C-1', number: '7', legal: { number: '4433-26-0000007', due: Date.parse('2026-12-14T04:59:00Z') } },
  });
  const heard = plain(await chat.play('> quiero radicar una pqr por el mal servicio, exijo que me devuelvan el dinero'));
  expect(heard[1]).toContain('Es un reclamo formal, con el número 4433-26-0000007. La ley pide respuesta a más tardar el domingo 13 de diciembre.');
  expect(opened[0]).toMatchObject({ legal: 'complaint', priority: 'high' });
});

test.each(['quiero poner una pqr', 'necesito radicar una pqr'])('Colombia: "%s", and then the story: the law counts that too', async (wish) => {
  const { chat, opened } = office({ country: 'CO', answer: { reference: 'C-1', number: '7', legal: { number: '4433-26-0000007', due: Date.parse('2026-12-14T04:59:00Z') } } }); // prettier-ignore
  await chat.say(wish);
  await chat.say('me suspendieron el servicio sin avisar');
  expect(plain(await chat.play('> [No sé]'))[1]).toContain('Es un reclamo formal, con el número 4433-26-0000007.');
  expect(opened[0]).toMatchObject({ legal: 'complaint', priority: 'high', reason: 'complaint', macro: 'Reclamo formal' });
});

const LAW = { reference: 'C-1', number: '7', legal: { number: '4433-26-0000007', due: Date.parse('2026-12-14T04:59:00Z') } };
test.each([
  ['> asesor\n> quiero radicar una petición por los cobros que no pedí'],
  ['> quiero poner una pqr\n> asesor\n> me suspendieron el servicio sin avisar'],
  ['> pásame con un asesor, es un derecho de petición por los cobros que no pedí'],
])('Colombia: a PQR that is made by way of a person has its number and date all the same: %j', async (script) => {
  const { chat, opened } = office({ country: 'CO', answer: LAW });
  const last = plain(await chat.play(script)).at(-1);
  expect(last).toContain('Caso 7.');
  expect(last).toContain('Es un reclamo formal, con el número 4433-26-0000007. La ley pide respuesta a más tardar el domingo 13 de diciembre.');
  expect(opened).toMatchObject([{ topic: 'agent', legal: 'complaint', reason: 'complaint', priority: 'high', macro: 'Reclamo formal' }]);
});

test('Colombia: a PQR is a case of its own, also where one on the same matter is open; elsewhere there is no such law', async () => {
  const mine = [{ reference: 'C-AAAAA', number: '10482', topic: 'ticket', summary: 'Mala atención', at: Date.parse('2026-11-18T17:00:00Z') }];
  const { chat, opened, added } = office({ country: 'CO', answer: LAW, mine });
  await chat.play('> quiero radicar una pqr por el mal servicio, exijo que me devuelvan el dinero');
  expect([opened.length, added.length]).toEqual([1, 0]);
  const person = office({ country: 'CO', answer: LAW });
  await person.chat.play(
    '> abrir un caso: la recarga de $10.000 de ayer no entró, comprobante PV-1\n> pásame con un asesor, es una petición formal por esa recarga',
  );
  expect(person.opened.map(({ legal }) => legal)).toEqual([undefined, 'complaint']);
  const here = office();
  await here.chat.play('> asesor\n> quiero radicar una petición por los cobros que no pedí');
  expect(here.opened[0]?.legal).toBeUndefined();
});

test('who asks for a person and says why in the same breath is not asked why', async () => {
  const { chat, opened } = office();
  expect(plain(await chat.play('> buenas tardes, quiero hablar con un asesor porque la tele se congela cada noche')).at(-1)).toContain(
    'Te paso con una persona',
  );
  expect(opened[0]?.summary).toBe('Buenas tardes, quiero hablar con un asesor porque la tele se congela cada noche');
  const other = office();
  expect(plain(await other.chat.play('> hola, quiero hablar con un asesor por favor')).at(-1)).toContain('Cuéntame en una frase qué pasó');
});

test('a photo that answers what happened goes with the case that a person gets', async () => {
  const { chat, opened } = office();
  await chat.say('asesor');
  const file = { id: 'f1', name: 'image', contentType: 'image/*', bytes: 0 };
  await chat.arrive({ kind: 'said', text: '', attachments: [file] });
  expect(opened).toMatchObject([{ topic: 'agent', summary: 'Pidió hablar con una persona; mandó lo que va adjunto', attachments: [file] }]);
});

test('a thumb up, which a sticker is, tells a person nothing: the sentence is asked for again', async () => {
  const { chat, opened } = office();
  await chat.play('> asesor\n> 👍');
  expect(opened).toEqual([]);
  await chat.say('el internet se cae cada noche');
  expect(opened).toMatchObject([{ summary: 'El internet se cae cada noche' }]);
  const other = office();
  await other.chat.play('> abrir un caso: no puedo llamar a otras redes desde ayer\n> 👍');
  expect(other.opened).toEqual([]);
  await other.chat.say('Mixco, zona 4');
  expect(other.opened).toMatchObject([{ facts: { dónde: 'Mixco, zona 4' } }]);
});

test('a photo without a word waits for the case, or goes to the one just opened', async () => {
  const { chat, opened, added } = office();
  const file = { id: 'f1', name: 'recibo.jpg', contentType: 'image/jpeg', bytes: 10 };
  const sends = () => chat.arrive({ kind: 'said', text: '', attachments: [file] });
  expect((await sends())[0]?.text).toBe('Gracias. No leo fotos todavía, pero la guardo para tu caso. ¿Qué pasó?');
  await chat.play('> abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-1');
  expect(opened[0]?.attachments).toEqual([file]);
  expect((await sends())[0]?.text).toBe('Gracias. La agregué al caso 10551.');
  expect(added).toEqual([{ reference: 'C-4TT8M', text: '', files: 1 }]);
});

test('a photo or a place in the middle answers nothing that it cannot: the place is still asked for, and the case is complete', async () => {
  const { chat, opened } = office();
  const file = { id: 'f1', name: 'image', contentType: 'image/jpeg', bytes: 10 };
  await chat.say('abrir un caso: no puedo llamar a otras redes desde ayer');
  const hears = async (more: object): Promise<string[]> => (await chat.arrive({ kind: 'said', text: '', ...more })).map(({ text }) => text);
  const where = '¿En qué lugar pasa? Municipio y zona bastan.';
  expect(await hears({ attachments: [file] })).toEqual([`La foto va con el caso. ${where}`]);
  expect(await hears({ place: { lat: 14.6, lon: -90.5 } })).toEqual([`Las ubicaciones no las guardo. ${where}`]);
  expect((await hears({ attachments: [{ ...file, name: 'video', contentType: 'video/*', unkept: true }] })).at(-1)).toBe(where);
  expect(opened).toEqual([]);
  await chat.say('Mixco, zona 4');
  expect(opened).toMatchObject([{ facts: { dónde: 'Mixco, zona 4' }, attachments: [file] }]);
});

test('what is not kept is promised to no case: a film, or what a channel only names', async () => {
  const { chat, opened } = office();
  const file = { id: 'f1', name: 'video', contentType: 'video/*', bytes: 0, unkept: true } as const;
  const sends = () => chat.arrive({ kind: 'said', text: '', attachments: [file] });
  const unread = 'Gracias. Todavía no leo fotos ni archivos, ni escucho audios. Cuéntamelo con una palabra: *saldo*, *plan* o *ayuda*.';
  expect((await sends())[0]?.text).toBe(unread);
  await chat.say('asesor');
  expect((await sends()).map(({ text }) => text)).toEqual([unread, expect.stringContaining('Cuéntame en una frase qué pasó')]);
  await chat.say('el internet se cae cada noche');
  expect(opened[0]?.attachments ?? []).toEqual([]);
});

test('a person: one sentence, then in line; nobody is asked twice', async () => {
  const { chat, opened } = office();
  expect(
    plain(
      await chat.play(`
      > quiero un asesor
      > no me aplicaron el pago de la luz del 20831580108
    `),
    ),
  ).toEqual([
    '> quiero un asesor',
    '< Claro que sí. Cuéntame en una frase qué pasó y se la paso completa; no tendrás que repetirla.',
    '> no me aplicaron el pago de la luz del 20831580108',
    '< Te paso con una persona, con todo lo que hablamos. La respuesta te llega aquí antes de las 4:20 p. m. Caso 10551. Si quieres volver conmigo, escribe *menú*.',
  ]);
  expect(opened[0]).toMatchObject({
    topic: 'agent',
    reason: 'asked_person',
    priority: 'high',
    summary: expect.stringMatching(/^No me aplicaron el pago/),
  });
  const other = office();
  await other.chat.play('> quiero hablar con una persona\n> mi internet falla a ratos');
  expect(other.opened[0]).toMatchObject({ summary: 'Mi internet falla a ratos', macro: 'Reinicia el módem conmigo' });
  const again = office();
  await again.chat.play('> asesor\n> asesor');
  expect(again.opened).toHaveLength(1);
});

test('out of hours it is said, with the hours', async () => {
  const { chat } = office();
  chat.now = Date.parse('2026-11-21T04:30:00Z'); // 10:30 p. m.
  const heard = plain(await chat.play('> quiero un asesor\n> me cobraron dos veces el internet'));
  expect(heard.at(-1)).toBe(
    '< Ahora no hay nadie en este chat: por aquí atendemos de 7:00 a. m. a 10:00 p. m. Dejé su caso 10551 con todo. Le escriben antes de mañana a las 9:00 a. m.',
  );
});

test('in English', async () => {
  const { chat } = office();
  await chat.arrive({ kind: 'language', language: 'en' });
  const heard = plain(await chat.play('> open a case\n> my internet is very slow on all devices since monday'));
  expect(heard.slice(-1)).toEqual([
    '< Case 10551 is open: “My internet is very slow on all devices since monday”. You get an answer before tomorrow, 2:20 p.m.',
  ]);
});

test('a turn that runs again does not offer the case that it opened itself', async () => {
  const { conversation, number, record } = { conversation: 'web:1', number: 8, record: newRecord('es', 'tu') };
  const kept = (turn: number) => ({ reference: `C-${turn}`, topic: 'ticket', summary: '', at: 1, origin: { conversation, turn } }) as unknown as Case;
  const desk = { conversation, number, record, now: 2, country: countryOf('GT') } as unknown as Desk;
  const book = { of: async () => [kept(8), kept(7)] } as unknown as CaseBook;
  const mine = await caseDeskOf({ book, desk: () => desk, hurry: () => undefined, outages: () => ({}) as never }).mine();
  expect(mine.map(({ reference }) => reference)).toEqual(['C-7']);
});

test('a case of somebody who was signed in is theirs: without them a chat shows it only while it remembers it', async () => {
  const origin = { conversation: 'web:1', turn: 7, level: 2, lines: ['50255550104'], contracts: [] };
  const book = { of: async () => [{ reference: 'C-7', topic: 'ticket', summary: '', at: 1, origin }] } as unknown as CaseBook;
  const shown = async (more: Partial<ConversationRecord>): Promise<number> => {
    const desk = {
      conversation: 'web:1',
      number: 8,
      record: { ...newRecord('es', 'tu'), ...more },
      now: 2,
      country: countryOf('GT'),
    } as unknown as Desk;
    return (await caseDeskOf({ book, desk: () => desk, hurry: () => undefined, outages: () => ({}) as never }).mine()).length;
  };
  expect(await shown({})).toBe(0);
  expect(await shown({ trail: { ...noTrail, opened: { at: 1, reference: 'C-7' } } })).toBe(1);
  expect(await shown({ session: signIn(nobody, '50255550104', 1, 'session') })).toBe(1);
  expect(await shown({ session: signIn(nobody, '50255550101', 1, 'session') })).toBe(0);
});

test('after "salir" whoever writes next gets a case of their own, with nothing of what was said before', async () => {
  const { chat, opened } = office();
  for (const words of ['abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-55120', 'salir']) await chat.say(words);
  for (const words of ['quiero hablar con una persona', 'mi módem no prende']) await chat.say(words);
  expect(opened.map(({ topic }) => topic)).toEqual(['find-payment', 'agent']);
  expect(chat.state).not.toContain('recarga de Q10');
});

describe('the whole product, with the agents’ desk', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.close());

  interface Told {
    readonly id: number;
    readonly subject: string;
    readonly external_id: string;
    readonly tags: string[];
    readonly priority: string;
    readonly comments: { readonly body: string; readonly public: boolean; readonly attachments: { readonly file_name: string }[] }[];
  }
  const tickets = async (): Promise<Told[]> => {
    const authorization = `Basic ${Buffer.from(`${ZENDESK.zendeskUser}/token:${ZENDESK.zendeskToken}`).toString('base64')}`;
    const get = async (path: string) => (await fetch(`${world.sandbox.url}/api/v2/${path}`, { headers: { authorization } })).json() as Promise<never>;
    const { tickets: all } = (await get('tickets.json')) as { tickets: Told[] };
    return Promise.all(
      all
        .filter(({ tags }) => tags.includes('bot_find-payment'))
        .map(async (each) => ({ ...each, ...((await get(`tickets/${each.id}/comments.json`)) as object) })),
    );
  };

  test('a case becomes a ticket that needs no second question, with the conversation and the photo', async () => {
    const chat = await openChat(world.url, world.codeOf);
    await chat.send('abrir un caso: la recarga de Q10 de ayer en la tienda no entró, comprobante PV-55120. Mi DPI es 1990 44120 0901');
    const [said] = await chat.hear(1);
    expect(said?.text).toMatch(/^Caso \d+ abierto: “[^]*DPI es …0901”\. Respuesta antes/);
    const [ticket, ...others] = await tickets();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      external_id: expect.stringMatching(/^C-/),
      priority: 'normal',
      tags: expect.arrayContaining(['bot', 'pais_gt', 'canal_web']),
    });
    expect(ticket?.comments[0]).toMatchObject({ public: false, attachments: [{ file_name: 'conversacion.txt' }] });
    expect(ticket?.comments[0]?.body).toMatch(/^QUÉ PASÓ {3}[^]*ESPERA[^]*QUIÉN {6}nivel 0 \(solo chat\)[^]*ÁNIMO[^]*SUGERIDO/);
    expect(JSON.stringify(ticket)).not.toContain('44120');
  });

  test('while Zendesk is away there is a reference at once, and the number comes by itself', async () => {
    await world.sandbox.fault({ counterpart: 'zendesk', kind: 'error-after', times: 3 });
    const chat = await openChat(world.url, world.codeOf);
    await chat.send('abrir un caso: mi recarga de Q20 de hoy no entró, comprobante PV-9');
    const [said] = await chat.hear(1);
    expect(said?.text).toMatch(/^Guardé tu caso con la referencia C-/);
    await world.sandbox.clearFaults();
    // The first try may still be under way: the pause after it begins when it ends.
    const told = await until(async () => ((world.ahead += 60_000), (await chat.rest())[0]), 'the number', { everyMs: 2_000 });
    expect(told.text).toMatch(/^Tu caso C-\w{5} ya tiene número: \d+\.$/);
    expect((await tickets()).filter(({ subject }) => subject.includes('Q20'))).toHaveLength(1);
  });
});
