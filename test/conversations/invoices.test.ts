import { startWorld, type World } from '../support/app';
import { openChat, type Chat } from '../support/chat';
import { readable } from '../support/hosted-page';
import { transcriptOf } from '../support/kept';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
beforeEach(() => void (world.ahead = 0));
afterEach(() => world.sandbox.clearFaults());

/** The cookie by which this chat's browser is known. */
async function cookieOf(chat: Chat): Promise<string> {
  const answer = await fetch(`${world.url}/webchat/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: chat.token }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Ana Lucía asks for her bill as PDF: as far as the link. */
async function linkOf(chat: Chat): Promise<string> {
  await chat.send('descargar pdf');
  await chat.hear(1);
  const said = await transcriptOf(world, chat);
  const link = said.match(/https?:\/\/[\w.:-]+\/documents\/[\da-f]+/g)?.at(-1);
  if (link === undefined) throw new Error(`no link in ${said.slice(-2_000)}`);
  return link;
}

async function signedIn(): Promise<Chat> {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > porque me vino mas cara
    < …¿De tu celular o de tu casa?
    > [De mi celular]
    < …¿Qué número…
    > 5555-0104
    < Te mando un código por SMS al 5555-0104…
    > {code 5555-0104}
    < Listo, la línea 5555-0104 es tuya.
    < Tu factura subió Q143.35: de Q224.00 a Q367.35. Por esto:
  `);
  return chat;
}

const page = async (link: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') => {
  const answer = await fetch(link.replace(/^https?:\/\/[^/]+/, world.url), { method, headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    cache: answer.headers.get('cache-control') ?? '',
    text: bytes.toString('latin1'),
  };
};

test('why it rose, the bill as PDF in the same browser, and nothing of it anywhere else', async () => {
  const chat = await signedIn();
  const link = await linkOf(chat);
  expect(link).not.toMatch(/70041183|55550104/);
  const cookie = await cookieOf(chat);
  for (const nobody of [
    {},
    { 'user-agent': 'facebookexternalhit/1.1' },
    { cookie: await cookieOf(await openChat(world.url, world.codeOf)) },
    { cookie: 'care-chat=forged' },
  ]) {
    const seen = await page(link, nobody);
    expect([seen.status, seen.type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(readable(seen.text)).not.toMatch(/Q367|Roaming|70041183|Ana/);
  }
  const looked = await page(link, { cookie }, 'HEAD');
  expect([looked.status, looked.text]).toEqual([200, '']);
  for (let time = 0; time < 2; time += 1) {
    const opened = await page(link, { cookie });
    expect([opened.status, opened.type, opened.cache]).toEqual([200, 'application/pdf', 'private, no-store']);
    expect(opened.text).toContain('Roaming Centroam\u00e9rica');
  }
  await world.sandbox.fault({ counterpart: 'bills', kind: 'error' });
  const away = await page(link, { cookie });
  expect([away.status, away.type.split(';')[0]]).toEqual([200, 'text/html']);
  await world.sandbox.clearFaults();
  world.ahead = 11 * 60_000;
  const over = await page(link, { cookie });
  expect(over.type).toContain('text/html');
  expect(over.text).toContain('Este enlace ya no est');
  // Over and never made look the same.
  const plain = (text: string): string => text.replace(/nonce="[^"]*"/g, '');
  expect(plain((await page(link.replace(/.{8}$/, '00000000'), { cookie })).text)).toBe(plain(over.text));
});

test('a home by contract and document hears what is due; its lines, mails and cases need the code', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > quiero ver mi recibo de internet
    < …
    > De mi casa
    < …
    > 10002040
    < …
    > 2083771580108
    < …
    < Factura de …, contrato terminado en 2040: Q438.00 por pagar. Vence …
    > ver el detalle
    < …código al celular que termina en 04…
    > sí
    < …
    > {code 5555-0104}
    < …
    < Factura de …, contrato terminado en 2040: Q438.00. Vence …
    > mandar al correo
    < Listo. Mandé tu factura de … a a•••@correo.example, el correo de tu cuenta. A veces tarda unos minutos.
    > no reconozco uno
    < Factura de …. ¿Cuál es el cobro que no reconoces?…
    > decodificador
    < Decodificador adicional, Q35.00. ¿Qué pasó con ese cobro?
    > ya lo devolví
    < Abrí el caso … por Decodificador adicional, Q35.00. Una persona lo ve y te responde antes …
  `);
});

test('paid and still cut off, in the whole product: found, not paid twice, and a case', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > ya pague y no me reconectan
    < …¿De su celular o de su casa?
    > mi celular
    < …
    > 5555-0109
    < Le mando un código por SMS al 5555-0109…
    > {code 5555-0109}
    < Listo, la línea 5555-0109 es suya.
    < Lo revisé: nos llegaron Q308.00 (banco) ayer a las 5:42 p. m., y todavía no los aplicamos a su cuenta. No tiene que pagar otra vez.
    < Solicité que lo apliquen y le reconecten: caso …
  `);
});

test('with a bill in hand, whoever would rather pay it later asks for more time', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > mi factura de celular
    < …¿Qué número…
    > 5555-0109
    < Te mando un código por SMS al 5555-0109…
    > {code 5555-0109}
    < …
    < …
    > ¿puedo pagar después?
    < Pido más tiempo para pagar Q308.00, línea 5555-0109. La deuda sigue igual. ¿Confirmas?
    > [No, cancelar]
    < …
    > can I pay later?
    < …Q308.00…
  `);
});
