import { blockLine } from '../../src/dialogs/skills/block-line';
import { agent } from '../../src/dialogs/care/agent';
import { OPEN_HOURS } from '../support/open-hours';
import { talk } from '../support/talk';
import type { NewCase } from '../../src/integrations/cases/port';

const MINUTE = 60_000;
const LINE = '50255550101';
const suspended: string[] = [];
const cases: NewCase[] = [];
const robbed = blockLine({
  accounts: {
    ...{ match: async () => undefined, list: async () => [], codesGoTo: async () => undefined },
    ...{ phoneOnFile: async () => undefined, read: async () => undefined, ofLine: async () => undefined },
    holds: async (_, by) => 'document' in by && by.document === '2451803700101',
    emailOf: async () => undefined,
  },
  claims: { admit: async () => ({ status: 'free' }), proved: async () => undefined },
  suspensions: {
    suspend: async (msisdn) => {
      suspended.push(msisdn);
      return { reference: 'S-1', wallet: 'none', lending: 'frozen' };
    },
  },
  mails: { send: async () => undefined },
  cases: {
    open: async (_, opened) => {
      cases.push(opened);
      return { reference: 'C-1' };
    },
  },
  hours: OPEN_HOURS,
});
const open = () => talk([robbed, agent({ contact: {} })], { person: 'agent', mobile: LINE });

beforeEach(() => void [suspended.splice(0), cases.splice(0)]);

test('who is signed in taps the line', async () => {
  const chat = open();
  await chat.say('me robaron el celular');
  await chat.tap('Bloquear 5555-0101');
  expect(suspended).toEqual([LINE]);
});

test('the hour that the customer is told is the one by which agents must answer', async () => {
  const chat = open();
  await chat.say('me robaron el celular');
  const replies = await chat.tap('Bloquear 5555-0101');
  expect(replies.at(-1)?.text.replaceAll('\u00a0', ' ')).toMatch(/^Abrí el caso urgente C-1, con respuesta antes de las 3:20 p\. m\. El IMEI/);
  expect(cases.map(({ promisedBy }) => promisedBy)).toEqual([chat.now + 60 * MINUTE]);
  expect(cases[0]?.summary.replaceAll('\u00a0', ' ')).toBe(
    'Robo o pérdida reportado por chat el 20 nov, 2:20 p. m.: línea …0101 SUSPENDIDA a pedido (ref. S-1).',
  );
});

test('a question left open is no proof once its session is over: whoever taps it then says whose line it is', async () => {
  const chat = open();
  await chat.say('me robaron el celular');
  chat.now += 31 * MINUTE;
  const [asked] = await chat.tap('Bloquear 5555-0101');
  expect(asked?.text).toBe('Escriba el número de la línea que suspendo ahora, y su DPI o el número de contrato.');
  expect(suspended).toEqual([]);
  await chat.say('5555-0101 2451 80370 0101');
  expect(suspended).toEqual([LINE]);
});

test.each([
  ['ya lo encontre no lo bloquee', true],
  ['apareció en la cocina', true],
  ['no lo bloquees', true],
  ['no lo encontré', false],
  ['todavía no aparece', false],
  ['bloquéelo hasta que lo recupere', false],
  ['para que yo recupere mi número', false],
  ['apareció un cobro que no hice', false],
  ['someone found my phone and uses it', false],
  ['ya lo recuperé', true],
])('"%s", asked whose line it is: %s that it was found', async (words, isFound) => {
  const chat = open();
  chat.state = undefined;
  await chat.say('me robaron el celular');
  await chat.say('5555-0101');
  const [said] = await chat.say(words);
  expect(said?.text.startsWith('Qué bueno. No suspendí nada')).toBe(isFound);
  expect(suspended).toEqual([]);
});

test('a line that the sentence says was stolen is suspended; one that is to be called is not', async () => {
  for (const sentence of ['me robaron el celular, llámenme al 5555-0101', 'me robaron el celular pueden avisarme al 5555-0101']) {
    const chat = open();
    const [, asked] = await chat.say(sentence);
    expect(asked?.text).toContain('¿Qué línea suspendo ahora?');
  }
  expect(suspended).toEqual([]);
  await open().say('me robaron el celular 5555-0101');
  expect(suspended).toEqual([LINE]);
});

test('a line that is signed in is suspended at once where nothing else is said; else it is asked about', async () => {
  const plain = ['me robaron el celular, mi número es 5555-0101', 'me robaron el celular y quiero bloquear la línea 5555-0101 por favor'];
  const more = [
    'perdi mi celular y por que me bloquearon la linea 5555-0101',
    'me robaron el celular y 20 quetzales de saldo 5555-0101',
    'me robaron el celular, este es mi otro número 5555-0101',
    'se perdió, yo soy 5555-0101, me robaron el celular de mi hijo',
    'me robaron el celular y lo recuperé, desbloqueen el 5555-0101',
    `me robaron el celular 5555-0101 ${'robo '.repeat(60)}y 20 quetzales`,
  ];
  for (const sentence of more) expect([sentence, (await open().say(sentence)).at(-1)?.text]).toEqual([sentence, '¿Qué línea suspendo ahora?']);
  expect(suspended).toEqual([]);
  for (const sentence of plain) await open().say(sentence);
  expect(suspended).toEqual([LINE, LINE]);
});

test('line and document in the first sentence: nothing is asked; the line alone: whose it is, by its number', async () => {
  const chat = talk([robbed, agent({ contact: {} })], { person: 'agent' });
  const [, proof] = await chat.say('me robaron el celular 5555-0101');
  expect(proof?.text).toBe('Para suspender la línea 5555-0101 necesito el DPI del titular, o el número de contrato. No hace falta ningún código.');
  await talk([robbed, agent({ contact: {} })], { person: 'agent' }).say('me robaron el celular 5555-0101, mi dpi es 2451 80370 0101');
  expect(suspended).toEqual([LINE]);
});
