import { agent } from '../../src/dialogs/care/agent';
import { npsSkill } from '../../src/dialogs/care/nps';
import { leave } from '../../src/dialogs/engine/control';
import { skill } from '../../src/dialogs/engine/skill';
import { travelled, type Survey } from '../../src/dialogs/survey';
import { readServiceHours } from '../../src/domain/cases/hours';
import { catalog } from '../../src/domain/texts';
import type { NewCase } from '../../src/integrations/cases/port';
import { talk, type Talk } from '../support/talk';

const texts = catalog({ title: 'tu plan', button: 'Mi plan' }, { title: 'your plan', button: 'My plan' });
const answers = (id: string, words: string) =>
  skill(id, texts)
    .hears({ es: [words], en: [words] })
    .does(async ({ say }) => say(`Hecho: ${words}.`));
const refuses = skill('loans', texts)
  .hears({ es: ['prestame'], en: [] })
  .acts('asked', { parse: (value: unknown) => value, safeParse: () => ({ success: false }) } as never, async () => leave('No se puede.'))
  .does(async () => undefined);

const asked: string[] = [];
const surveys: Survey = { share: 1, first: async (person) => (asked.push(person), true), inDoubt: async () => false };
const open = (more: Partial<Survey> = {}): Talk =>
  talk([answers('plan', 'mi plan'), answers('outage', 'fallas'), answers('agent', 'asesor'), refuses, npsSkill()], {
    person: 'agent',
    menu: ['plan'],
    surveys: { ...surveys, ...more },
  });
const QUESTION = 'Del 0 al 10, ¿qué tan probable es que nos recomiendes? Puedes no responder.';
const textsOf = async (said: Promise<readonly { text: string }[]>): Promise<string[]> => (await said).map(({ text }) => text);

test('who thanks after something went well is asked; a detractor is asked why and offered a person', async () => {
  const chat = open();
  await chat.say('mi plan');
  expect(await textsOf(chat.say('gracias'))).toEqual([expect.stringMatching(/^Con gusto/), QUESTION]);
  const [why] = await chat.say('3');
  expect(why).toMatchObject({ text: 'Gracias por decirlo. ¿Qué fue lo peor? Si quieres, una persona lo revisa y te escribe.' });
  expect(why?.choices?.map(({ label }) => label)).toEqual(['Que me escriban', 'Nada más']);
  const [noted] = await chat.say('tardaron mucho y mi número es 5555-0101');
  expect(noted?.text).toMatch(/^Anotado, gracias\./);
  expect(noted?.choices?.map(({ id }) => id)).toEqual(['go:agent']);
});

test('a detractor who said why is put through with that; one who said little is asked what happened', async () => {
  const opened: NewCase[] = [];
  const cases = { open: async (_: string, what: NewCase) => (opened.push(what), { reference: 'C-4TT8M', number: '10551' }) };
  const hours = readServiceHours('mo-su 00:00-24:00; holidays 00:00-24:00') ?? { days: [], holiday: undefined };
  const scored = async (why: string): Promise<string> => {
    const chat = talk([answers('plan', 'mi plan'), agent({ contact: {}, staff: { cases, hours } }), npsSkill()], { person: 'agent', surveys });
    for (const words of ['mi plan', 'gracias', '2', why]) await chat.say(words);
    return (await chat.tap('Que me escriban')).map(({ text }) => text).join();
  };
  expect(await scored('tardaron tres semanas en cambiarme el módem')).toContain('Caso 10551');
  expect(opened).toMatchObject([{ summary: 'Tardaron tres semanas en cambiarme el módem' }]);
  expect(await scored('muy lento')).toContain('Cuéntame en una frase qué pasó');
});

test.each([
  ['10', 'Gracias. ¿Qué fue lo que más te sirvió?'],
  ['un 9', 'Gracias. ¿Qué fue lo que más te sirvió?'],
  ['8/10', 'Gracias. ¿Qué te faltó?'],
  ['cero', 'Gracias por decirlo. ¿Qué fue lo peor? Si quieres, una persona lo revisa y te escribe.'],
])('"%s" is a score', async (score, answer) => {
  const chat = open();
  await chat.say('mi plan');
  await chat.say('gracias');
  expect(await textsOf(chat.say(score))).toEqual([answer]);
  expect(await textsOf(chat.say('nada'))).toEqual(['Anotado, gracias.']);
});

test('"100" is told the scale, once; who does not know is let be', async () => {
  const chat = open();
  await chat.say('mi plan');
  await chat.say('gracias');
  expect(await textsOf(chat.say('100'))).toEqual(['Gracias. La nota va del 0 al 10. ¿Cuál sería?']);
  expect(await textsOf(chat.say('10'))).toEqual(['Gracias. ¿Qué fue lo que más te sirvió?']);
  const other = open();
  await other.say('mi plan');
  await other.say('gracias');
  await other.say('100');
  expect(await textsOf(other.say('1000'))).toEqual(['De acuerdo. Aquí sigo.']);
  const third = open();
  await third.say('mi plan');
  await third.say('gracias');
  expect(await textsOf(third.say('no sé'))).toEqual(['De acuerdo. Aquí sigo.']);
});

test('any other message is heard as if nothing had been asked, and it is not asked again', async () => {
  const chat = open();
  await chat.say('mi plan');
  await chat.say('gracias');
  expect(await textsOf(chat.say('mi plan'))).toEqual(['Hecho: mi plan.']);
  expect(await textsOf(chat.say('11'))).not.toContainEqual(expect.stringMatching(/faltó|peor|sirvió/));
});

test.each([
  ['without anything done', []],
  ['after an outage', ['mi plan', 'fallas']],
  ['after a refusal', ['mi plan', 'prestame']],
  ['after words of crisis', ['mi plan', 'ya no quiero vivir']],
])('nobody is asked %s', async (_, before) => {
  const chat = open();
  for (const text of before) await chat.say(text);
  expect((await textsOf(chat.say('gracias'))).join(' ')).not.toContain('Del 0 al 10');
});

test('nobody is asked outside the sample, within 90 days of the last time, or while money is in doubt', async () => {
  for (const more of [{ share: 0 }, { first: async () => false }]) {
    const chat = open(more);
    await chat.say('mi plan');
    expect((await textsOf(chat.say('gracias'))).join(' ')).not.toContain('Del 0 al 10');
  }
  const looked: string[] = [];
  const inDoubt = async (owner: string): Promise<boolean> => looked.push(owner) > 0;
  const chat = talk([answers('plan', 'mi plan'), npsSkill()], { mobile: '50255550101', surveys: { ...surveys, inDoubt } });
  await chat.say('mi plan');
  expect((await textsOf(chat.say('gracias'))).join(' ')).not.toContain('Del 0 al 10');
  expect(looked).toEqual(['50255550101']);
});

test('nobody is asked after money was refused, nor after money in doubt turned out not to have moved', async () => {
  const chat = open();
  await chat.say('mi plan');
  await chat.arrive({ kind: 'event', name: 'top-up:settled', value: { what: 'refused' } });
  expect((await textsOf(chat.say('gracias'))).join(' ')).not.toContain('Del 0 al 10');
  const round = (spent: 'done' | 'refused' | 'unknown') => ({ desk: { finished: 'top-up', spent, now: 1, record: {} }, flows: { ids: () => [] } });
  for (const [spent, journey] of [
    ['done', { skill: 'top-up', at: 1 }],
    ['refused', undefined],
    ['unknown', undefined],
  ] as const) {
    const now = round(spent);
    travelled(now as never, false, false);
    expect(now.desk.record).toEqual(journey ? { journey } : {});
  }
});

test('in English', async () => {
  const chat = open();
  await chat.arrive({ kind: 'language', language: 'en' });
  await chat.say('mi plan');
  expect(await textsOf(chat.say('thanks'))).toContainEqual('From 0 to 10, how likely are you to recommend us? You need not answer.');
});
