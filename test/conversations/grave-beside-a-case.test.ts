import { agent } from '../../src/dialogs/care/agent';
import { faq } from '../../src/dialogs/care/faq';
import { ticket } from '../../src/dialogs/care/ticket';
import { readServiceHours } from '../../src/domain/cases/hours';
import type { CaseDesk, NewCase } from '../../src/integrations/cases/port';
import type { HelpCenter } from '../../src/integrations/help/port';
import { talk, type Talk } from '../support/talk';

const hours = readServiceHours('mo-su 07:00-22:00') ?? { days: [], holiday: undefined };
const article = {
  id: 'A09',
  title: 'Configurar el APN',
  excerpt: 'Abre ajustes.',
  text: 'Abre ajustes.',
  updated: Date.parse('2026-10-01'),
  skills: [],
};
const help: HelpCenter = { search: async () => ({ status: 'found', articles: [article] }), article: async () => undefined };

interface Office {
  readonly chat: Talk;
  readonly opened: NewCase[];
  readonly added: { readonly reference: string; readonly text: string }[];
}
function office(): Office {
  const [opened, added]: [NewCase[], { reference: string; text: string }[]] = [[], []];
  const cases = {
    open: async (_: string, what: NewCase) => (opened.push(what), { reference: `C-${opened.length}`, number: `1055${opened.length}` }),
  };
  const caseDesk: CaseDesk = { mine: async () => [], add: async (_, reference, { text }) => (added.push({ reference, text }), true) };
  const door = (): undefined => undefined;
  const skills = [agent({ contact: {}, staff: { cases, caseDesk, hours } }), ticket({ cases, caseDesk, hours, door }), faq({ help, door })];
  return { chat: talk(skills, { menu: ['ticket'], person: 'agent' }), opened, added };
}
const CASE = 'abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-1';

test.each([
  'se murió mi mamá y quiero cerrar su línea',
  'me están extorsionando, piden dinero o matan a mi hijo',
  'un hombre me llamó y le di los datos de mi tarjeta, creo que me estafaron',
])('"%s" is a case of its own, in these words, whatever else is open', async (said) => {
  const { chat, opened } = office();
  await chat.say(CASE);
  await chat.say(said);
  expect(opened).toHaveLength(2);
  expect(opened[1]).toMatchObject({ topic: 'agent', priority: 'urgent' });
  expect(opened[1]?.summary.toLowerCase()).toContain(said.slice(0, 20));
  expect(opened[1]).not.toHaveProperty('macro');
});

test.each(['me quiero morir', 'quiero quitarme la vida'])('"%s" is, too, once who said it wants a person', async (said) => {
  const { chat, opened, added } = office();
  await chat.say(CASE);
  await chat.say(said);
  await chat.say('sí');
  expect(added).toEqual([]);
  expect(opened).toHaveLength(2);
  expect(opened[1]).toMatchObject({ topic: 'agent', priority: 'urgent' });
  expect(opened[1]?.summary.toLowerCase()).toBe(said);
});

test('who wants no person then gets no case that tells of it, when another one is opened', async () => {
  const { chat, opened } = office();
  await chat.say('me quiero morir');
  await chat.say('no, gracias');
  expect((await chat.say('abrir un caso'))[0]?.text).toContain('en una frase qué pasó');
  expect(opened).toEqual([]);
});

test.each(['me extorsionan', 'mi papá murió'])('"%s" is, in however few words', async (said) => {
  const { chat, opened } = office();
  await chat.say(CASE);
  await chat.say(said);
  expect(opened.map(({ summary }) => summary.toLowerCase()).slice(1)).toEqual([said]);
});

test('so it is where nothing else is open', async () => {
  const { chat, opened } = office();
  await chat.say('se murió mi mamá y quiero cerrar su línea');
  expect(opened.map(({ summary }) => summary)).toEqual(['Se murió mi mamá y quiero cerrar su línea']);
});

test('what is said of it afterwards is added to that case, and a bare wish for a person opens no other', async () => {
  const { chat, opened, added } = office();
  await chat.say('se murió mi mamá y quiero cerrar su línea');
  await chat.say('mi mamá falleció ayer en el hospital');
  await chat.say('asesor');
  expect(opened).toHaveLength(1);
  expect(added).toEqual([{ reference: 'C-1', text: 'mi mamá falleció ayer en el hospital' }]);
});

test('what was said with the wish for a person stands on the case that is taken up', async () => {
  const { chat, opened, added } = office();
  await chat.say(CASE);
  await chat.say('quiero hablar con una persona, me cobraron doble el paquete');
  expect(opened).toHaveLength(1);
  expect(added).toEqual([{ reference: 'C-1', text: 'quiero hablar con una persona, me cobraron doble el paquete' }]);
});

test('whose question was answered well is asked what else it is, before a person is', async () => {
  const { chat, opened } = office();
  const heard = await chat.play(`
    > tengo una duda
    > cómo configuro el APN de mi celular
    > sí
    > quiero hablar con una persona
    > me cobraron dos veces el internet
  `);
  expect(heard.find((line) => line.includes('en una frase'))).toBeDefined();
  expect(opened.map(({ summary }) => summary)).toEqual(['Me cobraron dos veces el internet']);
});

test('who will not say gets a case that does not tell of what was answered', async () => {
  const { chat, opened } = office();
  await chat.play(`
    > tengo una duda
    > cómo configuro el APN de mi celular
    > sí
    > quiero hablar con una persona
    > [Prefiero no decirlo]
  `);
  expect(opened.map(({ summary }) => summary)).toEqual(['Pidió hablar con una persona; no dijo por qué']);
});

test('whose question was not answered says nothing again', async () => {
  const { chat, opened } = office();
  await chat.play(`
    > tengo una duda
    > cómo configuro el APN de mi celular
    > no
    > quiero hablar con una persona
  `);
  expect(opened.map(({ summary }) => summary)).toEqual(['Cómo configuro el APN de mi celular']);
});
