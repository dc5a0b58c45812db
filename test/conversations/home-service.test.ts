import { startWorld, type World } from '../support/app';
import { openChat } from '../support/chat';
import { transcriptOf } from '../support/kept';

let world: World;
beforeAll(async () => void (world = await startWorld({ OUTAGE_LOOK_SECONDS: '1' })));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

const turned = async (path: string, body: object): Promise<void> => {
  const answer = await fetch(world.sandbox.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
};

test('Rosa: the outage is told before any menu, and its end by itself, though the chat was closed', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > no ay internet en la casa
    < …
    > 10003311
    < …
    > 1773 09466 1601
    < Gracias. Encontré la cuenta que termina en 3311.
    < Hay una falla en Cobán, zonas 2 a 4 desde … Se cortó un cable. …
    < Tu cuenta está activa: no es por pago. ¿Te aviso cuando vuelva?
    > [Sí, avísame]
    < Listo. Te escribo aquí cuando vuelva, aunque cierres el chat.
  `);
  await turned('/sandbox/outages', { area: 'GT-coban-2-4', status: 'resolved' });
  const [told] = await chat.hear(1); // whoever closed the chat reads it when it is opened again: the log kept it
  expect(told?.text).toMatch(/^Ya volvió el servicio en Cobán, zonas 2 a 4, hoy a /);
  await chat.play(`
    > hay falla
    < No veo una falla reportada donde está tu servicio. Si algo no funciona, lo revisamos.
  `);
});

test('Ana: a code, then the modem restarts, and is told to be back by itself', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > reiniciar mi modem
    < …
    > 10002040
    < …
    > 2083 77158 0108
    < Gracias. Encontré la cuenta que termina en 2040.
    < …
    > [Enviar código]
    < …
    > {code 5555-0104}
    < Listo, ya puedo mostrarte tu cuenta.
    < Reinicio tu módem desde aquí: te quedas sin internet unos 3 minutos. ¿Sigo?
    > [Reiniciar]
    < Listo, tu módem se está reiniciando. Te cuento aquí cuando vuelva.
  `);
  await world.sandbox.clock({ advanceMs: 60_000 });
  const [told] = await chat.hear(1); // it is looked at every ten seconds
  expect(told?.text).toBe('Tu módem volvió y tiene señal. ¿Ya navegas?');
  await chat.play(`
    > cambiar clave del wifi
    < Tu red se llama Casa_Morales. ¿Qué quieres cambiar?
    > [La contraseña]
    < Cambio la contraseña de tu red Casa_Morales. Todos tus aparatos se van a desconectar…
    > [Cambiar]
    < Escribe la contraseña nueva: …
    > tigres tristes 33
    < Listo, tu red Casa_Morales ya tiene contraseña nueva. …
  `);
  const transcript = await transcriptOf(world, chat);
  expect(transcript).toContain('cambiar clave del wifi');
  expect(transcript).not.toContain('tigres tristes');
});
