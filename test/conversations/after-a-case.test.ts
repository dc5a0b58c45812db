import { caseWords } from '../../src/dialogs/care/case-words';
import { ticket } from '../../src/dialogs/care/ticket';
import { skill } from '../../src/dialogs/engine/skill';
import { readServiceHours } from '../../src/domain/cases/hours';
import { catalog } from '../../src/domain/texts';
import type { CaseDesk } from '../../src/integrations/cases/port';
import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';
import { talk } from '../support/talk';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

const OPENED = `
  > abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-1
  < Caso … abierto…
`;
const ADDED = '< Lo agregué al caso …. La respuesta … llega aquí.';

describe('right after a case was opened', () => {
  test('what was still to be said goes to it, one message after the other, and thanks go nowhere', async () => {
    const chat = await openChat(world.url, world.codeOf);
    await chat.play(`
      ${OPENED}
      > el martes como a las 3
      ${ADDED}
      > ah y mi número alterno es 5555-0103
      ${ADDED}
      > fue en la zona 10
      ${ADDED}
      > ok, espero
      < De acuerdo. Aquí sigo.
      > gracias
      < Con gusto…
    `);
  });

  test('nobody pays again, or looks for what else there is to do', async () => {
    const chat = await openChat(world.url, world.codeOf);
    await chat.play(`
      ${OPENED}
      > tengo que pagar otra vez?
      < Por ahora nada: lo revisan en el caso …, y la respuesta te llega aquí. No pagues otra vez.
      > que hago entonces
      < Por ahora nada: lo revisan en el caso …, y la respuesta te llega aquí.
      > should I pay again
      < Nothing for now: … Do not pay again.
    `);
  });

  test('more that went wrong goes to it too, and can be looked at at once', async () => {
    const chat = await openChat(world.url, world.codeOf);
    await chat.play(`
      ${OPENED}
      > y también se fue el internet
      < Lo agregué al caso …. Si además quieres verlo ahora, toca el botón.
      > [No tengo servicio]
      < …
    `);
  });

  test('what may be meant otherwise is asked about, and kept for the answer', async () => {
    const chat = await openChat(world.url, world.codeOf);
    await chat.play(`
      ${OPENED}
      > me urge mucho por favor
      < No me quedó claro. ¿Es por agregar algo a tu caso, …?
      > [Agregar al caso]
      ${ADDED}
    `);
  });

  test.each([
    ['y también quiero recargar 50', '< Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?'],
    ['cuál es mi saldo', '< Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?'],
    ['debo pagar algo?', '< …tu factura…'],
    ['y mis megas', '< Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?'],
    ['no tengo internet desde ayer', '< ¿De tu celular o de tu casa?'],
  ])('"%s" is still that wish', async (said, heard) => {
    const chat = await openChat(world.url, world.codeOf);
    await chat.play(`
      ${OPENED}
      > ${said}
      ${heard}
    `);
  });
});

test('where no case was opened the same words are heard as before', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > el martes como a las 3
    < No encontré nada sobre eso en la ayuda…
  `);
});

describe('without a model', () => {
  const hours = readServiceHours('mo-su 00:00-24:00') ?? { days: [], holiday: undefined };
  const balances = skill('balances', catalog({ title: 'tu saldo', button: 'Ver mi saldo' }, { title: 'your balance', button: 'See my balance' }))
    .hears({ es: ['saldo'], en: [] })
    .does(async ({ say }) => say('Tienes Q10.'));
  const office = (isTaken = true) => {
    const added: string[] = [];
    const caseDesk: CaseDesk = { mine: async () => [], add: async (_, __, { text }) => isTaken && (added.push(text), true) };
    const cases = { open: async () => ({ reference: 'C-4TT8M', number: '10551' }) };
    const door = (id: string): string | undefined => (id === 'ticket' ? 'Abrir un caso' : undefined);
    const chat = talk([ticket({ cases, caseDesk, hours, door }), caseWords({ caseDesk, door }), balances], { menu: ['balances'], person: 'ticket' });
    return { chat, added };
  };
  const CASE = 'abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-1';

  test('they are for that case as long as it is the matter', async () => {
    const { chat, added } = office();
    await chat.play(`
      > ${CASE}
      > fue en la zona 10
    `);
    chat.now += 29 * 60_000;
    await chat.say('el martes como a las 3');
    expect(added).toEqual(['fue en la zona 10', 'el martes como a las 3']);
  });

  test('half an hour later they are about something else', async () => {
    const { chat, added } = office();
    await chat.say(CASE);
    chat.now += 31 * 60_000;
    await chat.say('fue en la zona 10');
    expect(added).toEqual([]);
  });

  test('so they are when something else was done since', async () => {
    const { chat, added } = office();
    await chat.say(CASE);
    chat.now += 1_000;
    expect((await chat.say('saldo'))[0]?.text).toBe('Tienes Q10.');
    chat.now += 1_000;
    await chat.say('fue en la zona 10');
    expect(added).toEqual([]);
  });

  test('its button takes no words twice, and asks for them where there are none', async () => {
    const { chat, added } = office();
    const button = { tap: { choice: 'go:case-words', question: '' } };
    await chat.say(CASE);
    expect((await chat.say(button))[0]?.text).toBe('Escribe lo que falta, y lo agrego a tu caso.');
    expect(added).toEqual([]);
    await chat.say('fue en la zona 10');
    expect(added).toEqual(['fue en la zona 10']);
  });

  test('a case that takes no more says so, and another one is opened with what was said', async () => {
    const { chat } = office(false);
    expect(
      await chat.play(`
        > ${CASE}
        > fue en la tienda de doña Marta
        > [Abrir un caso]
      `),
    ).toEqual(expect.arrayContaining(['< El caso de hace un momento ya no recibe más. ¿Abro otro con esto?', '< ¿Qué te gustaría que hagamos?']));
  });
});
