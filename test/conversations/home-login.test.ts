import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { openHosted, payLinkIn, readable } from '../support/hosted-page';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

const ANA = { contract: '10002040', document: '2083 77158 0108' };
const visitor = (): Promise<Chat> => openChat(world.url, world.codeOf);
/** What the bot said since, whole, without ids and times. */
const bytes = async (chat: Chat, count: number): Promise<string[]> =>
  (await chat.hear(count)).map(({ text, attachments, suggestedActions }) =>
    JSON.stringify({ text, attachments, suggestedActions }).replace(/"q":"[^"]*"/g, '"q":""'),
  );
const begun = async (contract: string): Promise<Chat> => {
  const chat = await visitor();
  await chat.send('mis contratos');
  await chat.hear(1);
  await chat.send(contract);
  await chat.hear(1);
  return chat;
};

test('a contract and its document, and what was typed wrong is told before anybody is asked', async () => {
  const chat = await visitor();
  await chat.send('mis contratos');
  const [asked] = await chat.hear(1);
  expect(asked?.text).toContain('Con gusto. Escríbeme el número de contrato');
  await chat.send('es el 10002040');
  expect((await chat.hear(1))[0]?.text).toBe('Gracias. Ahora escribe el DPI del titular, por ejemplo 1580 35224 0101.');
  await chat.send('2083771590108');
  expect((await chat.hear(1))[0]?.text).toBe('Ese DPI tiene un número equivocado. Revísalo como está impreso, por ejemplo 1580 35224 0101.');
  await chat.send('0801 1995 04417');
  expect((await chat.hear(1))[0]?.text).toContain('Ese parece un documento de Honduras');
  await chat.send('2083 77158 0108');
  const [found, which] = await chat.hear(2);
  expect(found?.text).toContain('2040');
  expect(which?.text).toContain('Ahora hablamos del contrato que termina en 2040');
});

test('a contract that the wish names is not asked for again, nor whether it is the mobile or the home', async () => {
  const chat = await visitor();
  await chat.play(`
    > mi saldo
    < …
    > 5555-0101
    < …
    > {code 5555-0101}
    < …
    < …
    > quiero ver la factura del contrato 10002040
    < Gracias. Ahora escribe el DPI del titular, por ejemplo 1580 35224 0101.
    > 2083771580108
    < …2040…
    < Factura de …, contrato terminado en 2040: Q438.00 por pagar. Vence …
    > y la factura del contrato 10003311
    < Gracias. Ahora escribe el DPI del titular, por ejemplo 1580 35224 0101.
  `);
});

test('unknown contract, wrong document and both: the same words, buttons and questions to the operator', async () => {
  const tried = async (contract: string, document: string) => {
    const chat = await begun(contract);
    const calls = jest.spyOn(globalThis, 'fetch');
    await chat.send(document);
    const said = await bytes(chat, 2);
    const asked = calls.mock.calls.flatMap(([to, { headers } = {}]) => {
      const [url, turn] = [to instanceof Request ? to.url : to.toString(), new Headers(headers).get('x-correlation-id')];
      return url.startsWith(`${world.sandbox.url}/tmf-api`) && turn !== null ? [`${turn} ${url}`] : [];
    });
    calls.mockRestore();
    const once = [...new Set(asked)].map((each) => each.replace(/^\S+ /, '')); // what a slow machine made one turn ask again counts once
    return [...said, ...once.map((url) => url.replaceAll(contract, 'C').replaceAll(document.replace(/\D/g, ''), 'D')).toSorted()];
  };
  const unknown = await tried('10009999', ANA.document);
  expect(await tried(ANA.contract, '1773 09466 1601')).toEqual(unknown);
  expect(await tried('10009998', '1580 35224 0101')).toEqual(unknown);
  expect(unknown.join()).toContain('/tmf-api/party/');
  expect(unknown[0]).toContain('No encontré una cuenta con esos dos datos. Revisa el número de contrato en tu factura y el DPI del titular.');
});

test('too many tries wait, whoever makes them; and who is signed in stays', async () => {
  const rosa = await begun('10003311');
  await rosa.send('1773 09466 1601');
  await rosa.hear(2);
  const chat = await begun('10003311');
  for (let wrong = 0; wrong < 6; wrong++) {
    await chat.send('2661 40289 0115');
    await chat.hear(2);
    await chat.send('10003311');
    await chat.hear(1);
  }
  await chat.send('1773 09466 1601');
  expect((await chat.hear(1))[0]?.text).toMatch(
    /Por seguridad, después de varios intentos hay que esperar\. Puedes probar otra vez (?:mañana )?a las?\s/,
  );
  await rosa.send('mis contratos');
  expect((await rosa.hear(1))[0]?.text).toContain('termina en 3311');
});

test('in English and Honduras, and by an old number in El Salvador: each under the name that its bill has', async () => {
  const honduras = await world.another({ OPERATOR_COUNTRY: 'HN' });
  const chat = await openChat(honduras.url, world.codeOf);
  await chat.send('english');
  await chat.hear(1);
  await chat.send('my contracts');
  expect((await chat.hear(1))[0]?.text).toContain('Of course. Type the contract number.');
  await chat.send('300418');
  expect((await chat.hear(1))[0]?.text).toContain("Now type the account holder's DNI");
  await chat.send('0801-1995-04417');
  expect((await chat.hear(2))[0]?.text).toContain('ending in 0418');
  const salvador = await world.another({ OPERATOR_COUNTRY: 'SV' });
  const oscar = await openChat(salvador.url, world.codeOf);
  await oscar.send('mis contratos');
  await oscar.hear(1);
  await oscar.send('20881734');
  await oscar.hear(1);
  await oscar.send('04417263-7');
  expect((await oscar.hear(2))[0]?.text).toBe('Gracias. Tu cuenta tiene un número nuevo, que termina en 3971. Ya la encontré.');
});

/** From an unknown visitor to a bill that is paid: contract and document, what is owed, and the gateway's page. */
async function paidAtHome(country: string, language: 'es' | 'en', script: string, told: string): Promise<void> {
  const there = await startWorld({ OPERATOR_COUNTRY: country }); // whoever tells the end must be of the same operator
  try {
    const chat = await openChat(there.url, there.codeOf, { language });
    await chat.play(script);
    const link = await payLinkIn(there.url, chat);
    const shown = readable(await (await fetch(link)).text());
    expect(shown).not.toMatch(/Karla|Luz|scar|0418|8822|3971/);
    await (await openHosted(link)).pay();
    await chat.play(told);
  } finally {
    await there.close();
  }
}

test('Karla in Honduras, in English: dollars that are billed in lempiras, paid by card', () =>
  paidAtHome(
    'HN',
    'en',
    `
    > i want to pay my internet bill
    < …
    > 300418
    < …
    > 0801-1995-04417
    < Thank you. I found the account ending in 0418.
    < You pay L 1,200.43, …contract ending in 0418…
    > [Yes, send the link]
    < …
    `,
    `
    < We received your payment of L 1,200.43. …
    `,
  ));
test('Luz Adriana in Colombia: pesos without decimals', () =>
  paidAtHome(
    'CO',
    'es',
    `
    > cuánto debo del internet de la casa
    < …
    > 55018822
    < …
    > 43.871.205
    < Gracias. Encontré la cuenta que termina en 8822.
    < Factura de …: $105.168 por pagar. …
    > [Pagar]
    < Pagas $105.168, factura de …
    > [Sí, mandar enlace]
    < …
    `,
    `
    < Recibimos tu pago de $105.168. …
    `,
  ));
test('Óscar in El Salvador: a DUI with a wrong digit, an old number, dollars', () =>
  paidAtHome(
    'SV',
    'es',
    `
    > mi factura
    < …
    > 20881734
    < …
    > 04417263-8
    < Ese DUI tiene un número equivocado. …
    > 04417263-7
    < Gracias. Tu cuenta tiene un número nuevo, que termina en 3971. Ya la encontré.
    < Factura de …: $30.68 por pagar. …
    > [Pagar]
    < Pagas $30.68, …
    > [Sí, mandar enlace]
    < …
    `,
    `
    < Recibimos tu pago de $30.68. …
    `,
  ));
