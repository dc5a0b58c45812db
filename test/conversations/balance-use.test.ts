import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

const signedIn = async (line: string, language: 'es' | 'en' = 'es'): Promise<Chat> => {
  const chat = await openChat(world.url, world.codeOf, { language });
  for (const said of [language === 'es' ? 'saldo' : 'balance', line]) {
    await chat.send(said);
    await chat.hear(1);
  }
  await chat.send(await world.codeOf(line));
  await chat.hear(2);
  return chat;
};

test('María hears of purchases, what she sent, daily charges and usage in one answer, and asks about one', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > me roban el saldo
    < Lo revisé. En los últimos 5 días: Q20.00 de Paquete Todo en uno 3 días, Q10.00 que enviaste al 5555-0102, Q4.95 de Te llamé + tono de espera, que se cobra cada día (5 veces) y Q… de llamadas…fuera de tus paquetes. ¿Hay alguno que no reconozcas?
    > [Ver todo]
    < 1. Q20.00 de Paquete Todo en uno 3 días (ayer a las 6:12 p. m.)…En total salieron Q….
    > [No reconozco uno]
    < ¿Cuál no reconoces?
    > [Te llamé + tono]
    < Abrí el caso … por *Te llamé + tono de espera*. Una persona lo mira y te responde a más tardar … No tienes que hacer nada más.
  `);
});

test('what a top-up paid of a loan is told, and what is left of it', async () => {
  const chat = await signedIn('5555-0101');
  await chat.play(`
    > préstame saldo, 10
    < …
    > sí
    < Listo. Q10.00 en tu línea 5555-0101…
    > recarga 20
    < …
    > sí
    < Listo. …
    > en qué se fue mi saldo
    < …Q12.00 para pagar un adelanto…
  `);
});

test('nothing left a balance that nobody used, in English', async () => {
  const chat = await signedIn('5555-0102', 'en');
  await chat.play(`
    > where did my balance go
    < In the last 5 days nothing left this balance.
  `);
});

test('movements do not answer: that is said', async () => {
  const chat = await signedIn('5555-0101');
  await world.sandbox.fault({ counterpart: 'prepaid', kind: 'error' });
  await chat.play(`
    > en qué se fue mi saldo
    < Ahora no puedo consultarlo: el servicio no responde. No cambié nada. …
  `);
});
