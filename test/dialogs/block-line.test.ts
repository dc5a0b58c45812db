import { blockLine } from '../../src/dialogs/skills/block-line';
import { agent } from '../../src/dialogs/care/agent';
import { talk } from '../support/talk';

const MINUTE = 60_000;
const LINE = '50255550101';
const suspended: string[] = [];
const robbed = blockLine({
  accounts: {
    ...{ match: async () => undefined, list: async () => [], codesGoTo: async () => undefined },
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
  cases: { open: async () => ({ reference: 'C-1' }) },
});
const open = () => talk([robbed, agent({ contact: {} })], { person: 'agent', mobile: LINE });

beforeEach(() => void suspended.splice(0));

test('who is signed in taps the line', async () => {
  const chat = open();
  await chat.say('me robaron el celular');
  await chat.tap('Bloquear 5555-0101');
  expect(suspended).toEqual([LINE]);
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
