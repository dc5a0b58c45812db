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
