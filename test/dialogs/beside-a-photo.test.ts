import { catalog } from '../../src/domain/texts';
import { photo } from '../../src/dialogs/care/photo';
import { ticket } from '../../src/dialogs/care/ticket';
import { skill } from '../../src/dialogs/engine/skill';
import { readServiceHours } from '../../src/domain/cases/hours';
import type { CaseDesk, NewCase } from '../../src/integrations/cases/port';
import { talk, type Talk } from '../support/talk';

const hours = readServiceHours('mo-su 00:00-24:00') ?? { days: [], holiday: undefined };
const OPENED = 'abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-1';
const FILE = { id: 'f1', name: 'recibo.jpg', contentType: 'image/jpeg', bytes: 10 };

const does = (id: string, title: string, says: string, es: string[], en: string[] = []) =>
  skill(id, catalog({ title, button: title }, { title, button: title }))
    .hears({ es, en })
    .does(async ({ say }) => say(says));
const agent = does('agent', 'una persona', 'Te paso con una persona.', ['asesor', 'necesito un asesor'], ['an agent']);
const topUp = does('top-up', 'recargar', '¿Cuánto?', ['quiero recargar', 'recargar', 'quiero mi recarga']);
const invoices = does('invoices', 'tu factura', 'Tu factura.', ['recibo', 'factura', 'quiero mi factura'], ['receipt']);
const block = does('block-line', 'bloquear', '¿Qué línea?', ['se me perdio el celular', 'perdi mi telefono']);

interface Office {
  readonly chat: Talk;
  readonly added: string[];
  readonly opened: NewCase[];
  readonly sends: (text: string) => Promise<string>;
}
function office(): Office {
  const added: string[] = [];
  const opened: NewCase[] = [];
  const caseDesk: CaseDesk = { mine: async () => [], add: async (_, __, { text }) => (added.push(text), true) };
  const cases = { open: async (_: string, what: NewCase) => (opened.push(what), { reference: 'C-4TT8M', number: '10551' }) };
  const chat = talk([ticket({ cases, caseDesk, hours, door: () => undefined }), photo({ caseDesk }), agent, topUp, invoices, block], {
    menu: ['ticket'],
    person: 'agent',
  });
  const sends = async (text: string): Promise<string> =>
    (await chat.arrive({ kind: 'said', text, attachments: [FILE] })).map((message) => message.text).join(' / ');
  return { chat, added, opened, sends };
}

describe('beside a photo, where a case was just opened', () => {
  test.each([
    ['necesito un asesor', 'Te paso con una persona.'],
    ['quisiera hablar con una persona, mire', 'Te paso con una persona.'],
    ['i want to talk to a human', 'Te paso con una persona.'],
    ['quiero recargar 50', '¿Cuánto?'],
    ['se me perdio el celular en el bus', '¿Qué línea?'],
  ])('"%s" is a wish, and heard as one', async (words, heard) => {
    const { chat, added, sends } = office();
    await chat.say(OPENED);
    expect(await sends(words)).toContain(heard);
    expect(added).toEqual([]);
  });

  test.each([
    'aquí está el recibo',
    'factura',
    'quiero mi recarga',
    'un asesor de la tienda me escribió esto',
    'este recibo me dieron al recargar',
    'here is the receipt',
  ])('"%s" speaks of the photo', async (words) => {
    const { chat, added, sends } = office();
    await chat.say(OPENED);
    await sends(words);
    expect(added).toEqual([words]);
  });

  test.each([
    ['soy sorda, aquí está el recibo', 'text-only'],
    ['tengo 15 años, este es el recibo', 'minor'],
  ])('"%s" goes to the case, and what they say of themselves is not lost', async (words, mark) => {
    const { chat, added, sends } = office();
    await chat.say(OPENED);
    await sends(words);
    expect(added).toEqual([words]);
    expect(chat.state).toContain(`"${mark}"`);
  });
});

describe('beside a photo, where no case is open', () => {
  test('what happened is not asked again of whoever told it: it is the case', async () => {
    const { chat, opened, sends } = office();
    expect(await sends('al aparato le sale humo y huele a quemado')).toBe(
      'Gracias. No leo fotos todavía, pero la guardo. ¿Abro un caso con la foto y lo que me cuentas?',
    );
    await chat.play('> sí\n> no sé');
    expect(opened).toMatchObject([{ summary: 'Al aparato le sale humo y huele a quemado', attachments: [FILE] }]);
  });

  test('words that only point at it are no case', async () => {
    const { chat, sends } = office();
    expect(await sends('mire usted esta foto que le mando aquí')).toContain('¿Qué pasó?');
    expect((await chat.tap('Abrir un caso'))[0]?.text).toContain('en una frase qué pasó');
  });

  test.each(['un momento', 'gracias'])('"%s" is answered as ever', async (words) => {
    const { sends } = office();
    expect(await sends(words)).not.toContain('¿Qué pasó?');
  });

  test.each(['mira lo que me hizo', ''])('who said something grave is asked for no case: "%s"', async (words) => {
    const { chat, sends } = office();
    await chat.say('me quiero morir');
    await chat.say('no');
    expect(await sends(words)).toBe('Aquí sigo. Puedes hablar con una persona de nuestro equipo cuando quieras.');
  });
});
