import { cases } from '../../src/dialogs/care/cases';
import { ticket } from '../../src/dialogs/care/ticket';
import { claimedIn } from '../../src/domain/cases/claimed';
import { readServiceHours } from '../../src/domain/cases/hours';
import { countryOf } from '../../src/domain/countries';
import type { CaseDesk, KnownCase, NewCase } from '../../src/integrations/cases/port';
import { talk, type Talk } from '../support/talk';

const hours = readServiceHours('mo-su 00:00-24:00') ?? { days: [], holiday: undefined };
const RECHARGE = 'abrir un caso: mi recarga en la tienda no entró, tengo el comprobante';

interface Office {
  readonly chat: Talk;
  readonly opened: NewCase[];
  readonly added: string[];
}
function office(mine: readonly KnownCase[] = []): Office {
  const opened: NewCase[] = [];
  const added: string[] = [];
  const caseDesk: CaseDesk = { mine: async () => mine, add: async (_, __, { text }) => (added.push(text), true) };
  const desk = { open: async (_: string, what: NewCase) => (opened.push(what), { reference: 'C-4TT8M', number: '10551' }) };
  return { chat: talk([ticket({ cases: desk, caseDesk, hours, door: () => undefined }), cases({ caseDesk })], { menu: ['ticket'] }), opened, added };
}

describe('"how much was it, and on which day?"', () => {
  test.each([
    '10 quetzales ayer a las 6',
    'como cincuenta',
    'doce quetzales',
    'veintiuno',
    'fue el martes',
    'Q10',
    'ayer',
    'en la mañana',
    'en diciembre',
    'this morning',
  ])('"%s" is amount and day', async (answer) => {
    const { chat, opened } = office();
    await chat.say(RECHARGE);
    await chat.say(answer);
    expect(opened[0]?.facts).toEqual({ 'monto y día': answer });
  });
  test.each(['fue donde don Beto', 'la muchacha de la tienda me dijo que ya estaba'])('"%s" is kept as what it is: said besides', async (answer) => {
    const { chat, opened } = office();
    await chat.say(RECHARGE);
    await chat.say(answer);
    expect(opened[0]?.facts).toEqual({ 'además dijo': answer });
  });
  test.each([
    'no sé',
    'no me acuerdo',
    'ni idea',
    'fíjese que no lo recuerdo',
    "I don't know",
    'nose',
    'ps no sé',
    'no sé señorita',
    'no sabría decirle',
    'no estoy segura',
    'dont know',
    'not sure',
    'idk',
  ])('"%s" is nothing', async (answer) => {
    const { chat, opened } = office();
    await chat.say(RECHARGE);
    await chat.say(answer);
    expect(opened[0]?.facts).toEqual({});
  });
});

test('two answers of which none is what was asked are both read', async () => {
  const { chat, opened } = office();
  await chat.say('abrir un caso: mi recarga en la tienda no entró');
  await chat.say('fue donde don Beto');
  await chat.say('el papel se me perdió en el bus');
  expect(Object.values(opened[0]?.facts ?? {}).join()).toMatch(/don Beto.*bus/);
});

test('a contract is no line that somebody claims', () => {
  const gt = countryOf('GT');
  expect(claimedIn(['no entra mi pago del contrato 55550101'], gt)).toBeUndefined();
  expect(claimedIn(['contrato 10002040, llámenme al 5555-0103'], gt)).toBe('50255550103');
});

describe('one case', () => {
  const one = { reference: 'C-1', topic: 'ticket', summary: 'Cobro de roaming', at: Date.parse('2026-11-20T10:00:00Z') };

  test.each(['gracias, adiós', 'bye', 'thanks bye', 'hasta luego', 'ya no, graciasss', 'chau', 'nos vemos', 'gracias, feliz noche', 'goodbye'])(
    '"%s" is the end, and not the card once more',
    async (said) => {
      const { chat } = office([one]);
      await chat.say('mis casos');
      expect((await chat.say(said)).flatMap(({ cards = [] }) => cards)).toEqual([]);
    },
  );

  test('the label typed once more is no news for the case', async () => {
    const { chat, added } = office([one]);
    await chat.play('> mis casos\n> agregar algo\n> agregar algo\n> Fue el martes');
    expect(added).toEqual(['Fue el martes']);
  });

  const two = { ...one, reference: 'C-2', summary: 'Recarga que no entró' };
  const NEW = 'caso nuevo, me cobraron Q50 de más ayer en roaming';

  test('what the new case is about is not asked again of whoever said it with the wish', async () => {
    const { chat, opened } = office([one]);
    await chat.play(`> mis casos\n> ${NEW}`);
    expect(opened).toMatchObject([{ summary: expect.stringContaining('me cobraron Q50 de más') }]);
  });

  test.each([
    'quiero abrir otro caso',
    'abre otro caso porfa',
    'necesito un caso nuevo',
    'open another case',
    'otro caso nuevo',
    'ábranme otro caso',
  ])('of two cases "%s" opens a third, and lists none', async (said) => {
    const { chat } = office([one, two]);
    await chat.play('> mis casos\n> 1');
    expect((await chat.say(said))[0]?.text).toContain('en una frase qué pasó');
  });

  test.each(['ver otro caso', 'el otro caso', 'muestrame otro caso', 'el otro caso que abri ayer'])(
    'of two cases "%s" is the other one',
    async (said) => {
      const { chat } = office([one, two]);
      await chat.play('> mis casos\n> 1');
      expect((await chat.say(said))[0]?.text).toContain('¿Cuál de estos?');
    },
  );

  test.each(['no quiero otro caso', 'no quiero abrir un caso', 'ya no necesito un caso nuevo', "I don't want another case"])(
    '"%s" opens none',
    async (said) => {
      const { chat } = office([one]);
      await chat.say('mis casos');
      expect((await chat.say(said)).map(({ text }) => text).join()).not.toContain('en una frase qué pasó');
    },
  );

  test('another case is asked about, and told to a person', async () => {
    const { chat } = office([one]);
    await chat.say('mis casos');
    expect((await chat.say('tengo otro problema, quiero otro caso'))[0]?.text).toContain('en una frase qué pasó');
  });
});
