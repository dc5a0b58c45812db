import { namedIn } from '../../src/understanding/rules';
import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

const STORY = 'mija no puedo aser llamadas desde ayer y me sale un mensaje que no tengo saldo pero yo le eche 20 ayer en la tienda de don beto';

test('asked what it is about, the number of a line is none of these; it is kept for the one that is tapped', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > ${STORY}
    < No me quedó claro. ¿Es por …?
    > 5555 0103
    < Anoté la línea. ¿Qué reviso de ella? Toca un botón.
    > [Ver mi saldo]
    < Te mando un código por SMS al 5555-0103…
  `);
});

test('a bill that is to be paid or seen', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > mi factura pagar o ver
    < No me quedó claro. ¿Quieres pagar tu factura o verla?
  `);
});

test('a number that is no line of this country is not taken for one', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > ${STORY}
    < No me quedó claro. ¿Es por …?
  `);
  await chat.send('12345678901');
  const [answer] = await chat.hear(1);
  expect(answer?.text).toBeDefined();
  expect(answer?.text).not.toContain('Anoté la línea');
});

test('"sí" to which of several is asked in other words each time, and a person takes over before it goes round in circles', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > ${STORY}
    < No me quedó claro. ¿Es por …?
    > sí
    < ¿Cuál? Toca un botón, o escribe el número.
    > si
    < Escribe solo el número de lo que necesitas: 1 en qué se fue. 2 ver mi saldo. 3 no tengo servicio. 4 otra cosa.
    > sí
    < Mejor que lo vea una persona.
    < …
  `);
});

test('the number of the list is the one that is meant', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > ${STORY}
    < No me quedó claro. ¿Es por …?
    > sí
    < ¿Cuál? Toca un botón, o escribe el número.
    > sí
    < Escribe solo el número de lo que necesitas: 1 …
    > 3
    < ¿De tu celular o de tu casa?
  `);
});

test('asked for a line, the number of a contract is none, however long it is', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > saldo
    < …¿Qué número reviso?
    > contrato 55550101
    < Escribe el número completo de tu línea, por ejemplo 5555-0101.
  `);
});

test.each(['y los megas', '¿Y mis megas?', 'y los minutos'])('%s asks what is left, after the balance was told', (text) =>
  expect(namedIn(text)).toBe('quota'),
);
