import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { until } from '../support/until';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
afterEach(() => world.sandbox.clearFaults());

const visitor = (language: 'es' | 'en' = 'es'): Promise<Chat> => openChat(world.url, world.codeOf, { language });
/** Somebody who is signed in already. */
const signedIn = async (line: string): Promise<Chat> => {
  const chat = await visitor();
  await chat.send('saldo');
  await chat.hear(1);
  await chat.send(line);
  await chat.hear(1);
  await chat.send(await world.codeOf(line));
  await chat.hear(2);
  return chat;
};

test('María proves her line and reads balance, what is left and her plan', async () => {
  const chat = await visitor();
  await chat.play(`
    > buenas, kiero saber mi saldo x fa
    < Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?
    > 55550101
    < Te mando un código por SMS al 5555-0101, si la línea está activa y es de Alba. Escríbelo aquí antes de la… Nadie de Alba te lo pide por llamada.
    > mi codigo es {code 5555-0101}
    < Listo, la línea 5555-0101 es tuya.
    < Línea 5555-0101. Saldo: Q37.50, vale hasta el … Además: Q5.00 promocional (solo llamadas…, hasta …).
    > [Lo que me queda]
    < Línea 5555-0101. Te queda: 1.2 GB de 3 GB, 45 min de 60 min, 20 SMS de 30 SMS y WhatsApp para chatear, hasta … a las 11:59 p. m.
    > mi plan
    < Línea 5555-0101: Prepago Diario.
    > gracias
    < Con gusto. Aquí sigo si necesitas algo más. 🙂
  `);
});

test('the same in English', async () => {
  const chat = await visitor('en');
  await chat.play(`
    > how much balance do i have
    < Of course. For that I need to confirm that the line is yours. Which number shall I look at?
    > +502 5555 0101
    < I am sending a code by SMS to 5555-0101, if the line is active and with Alba. Type it here before … Nobody at Alba asks for it on a call.
    > {code 5555-0101}
    < Done, 5555-0101 is confirmed as your line.
    < Line 5555-0101. Balance: Q37.50, valid until … Also: Q5.00 bonus (…until …).
    > what i have left
    < Line 5555-0101. You have left: 1.2 GB of 3 GB, 45 min of 60 min, 20 SMS of 30 SMS and WhatsApp…, until …, 11:59 p.m.
    > my plan
    < Line 5555-0101: Prepago Diario.
    > español
    < Seguimos en español.
    > saldo
    < Línea 5555-0101. Saldo: Q37.50, vale…
  `);
});

test('a postpaid line says its plan, price and what is left of it', async () => {
  const chat = await signedIn('5555-0104');
  await chat.play(`
    > plan
    < Línea 5555-0104: Plan Pospago 199, Q199.00 al mes.
    > cuantas gigas me quedan
    < Línea 5555-0104. Te queda: 14.6 GB de 20 GB…
    > saldo
    < Línea 5555-0104. No tiene saldo recargable.
  `);
});

test('a line with nothing left is told what that means', async () => {
  const chat = await signedIn('5555-0103');
  await chat.play(`
    > megas
    < Línea 5555-0103. No tiene paquetes activos ahora: datos, minutos y SMS se cobran del saldo.
  `);
});

test('when the core is away the last known balance is told, with its age; and never as if it were today’s', async () => {
  const chat = await signedIn('5555-0101');
  await world.sandbox.fault({ counterpart: 'prepaid', kind: 'error' });
  await chat.play(`
    > saldo
    < Ahora no puedo consultar. Hoy a … tenías Q37.50. Además: …
  `);
  await world.sandbox.clearFaults();
  await untilKnown(chat);
});

test('when nothing is known it is said so, with a way on', async () => {
  const chat = await visitor();
  await chat.play(`
    > mi plan
    < Claro que sí. …
    > 5555-0109
    < Te mando un código…
    > {code 5555-0109}
    < Listo, la línea 5555-0109 es tuya.
    < Línea 5555-0109: … La línea está suspendida.
  `);
  await world.sandbox.fault({ counterpart: 'prepaid', kind: 'drop' });
  await chat.play(`
    > saldo
    < Ahora no puedo consultarlo: el servicio no responde. No cambié nada. Puedes intentar otra vez en unos minutos.
  `);
  await world.sandbox.clearFaults();
  await untilKnown(chat, 'Intentar otra vez');
});

test('a slow core frees the conversation, and the answer comes by itself', async () => {
  const brief = await world.another({ TURN_BUDGET_MS: '2000' });
  const chat = await signedIn('5555-0101'); // there nothing is too slow to be waited for
  chat.moveTo(brief.url);
  await world.sandbox.fault({ counterpart: 'prepaid', kind: 'slow:6000', times: 1 });
  await chat.play(`
    > saldo
    < Sigo en ello: está tardando más de lo normal. Te escribo aquí en cuanto lo tenga. Para dejarlo, escribe *cancelar*.
    > y mi plan?
    < Sigo con lo anterior; te escribo en cuanto lo tenga. Para dejarlo, escribe *cancelar*.
  `);
  const [late] = await chat.hear(1);
  expect(late?.text).toContain('Saldo: Q37.50');
  await chat.play(`
    > y mi plan?
    < Línea 5555-0101: Prepago Diario.
  `);
  await brief.close();
});

test('one customer never sees another one’s line', async () => {
  const [maria, stranger] = [await signedIn('5555-0101'), await visitor()];
  await stranger.play(`
    > saldo
    < Claro que sí. …
  `);
  const peek = await fetch(`${world.url}/v3/directline/conversations/${maria.conversationId}/activities`, {
    headers: { authorization: `Bearer ${stranger.token}` },
  });
  expect(peek.status).toBe(403);
});

/** The breaker opens again by itself; ask until it has. */
async function untilKnown(chat: Chat, button?: string): Promise<void> {
  const asks = async (): Promise<boolean> => {
    await (button === undefined ? chat.send('saldo') : chat.tap(button));
    return (await chat.hear(1))[0]?.text?.startsWith('Línea') ?? false;
  };
  await until(asks, 'the balance is known again', { everyMs: 500 });
}
