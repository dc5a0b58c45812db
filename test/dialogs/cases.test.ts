import nock from 'nock';
import type { CaseDesk, KnownCase } from '../../src/integrations/cases/port';
import { cases } from '../../src/dialogs/care/cases';
import { agentDesk, MARTA, type AgentDesk } from '../support/agents';
import { startSandbox, type TestSandbox } from '../support/sandbox';
import { talk, type Talk } from '../support/talk';

let sandbox: TestSandbox;
let desk: AgentDesk;
beforeAll(async () => {
  nock.restore();
  sandbox = await startSandbox();
  desk = agentDesk(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(async () => void (await sandbox.reset()));

const DAY = 86_400_000;
interface Scene {
  readonly chat: Talk;
  readonly added: { reference: string; text: string }[];
}

function scene(mine: readonly Partial<KnownCase>[]): Scene {
  const added: Scene['added'] = [];
  const caseDesk: CaseDesk = {
    mine: async () =>
      mine.map((each, at) => ({
        reference: `C-${at}`,
        topic: 'ticket',
        summary: 'Cobro de roaming',
        at: Date.parse('2026-11-20T20:20:00Z') - 2 * DAY,
        ...each,
      })),
    add: async (_, reference, { text }) => (added.push({ reference, text }), true),
  };
  return { chat: talk([cases({ caseDesk, agents: desk.agents })]), added };
}

const card = (messages: Awaited<ReturnType<Talk['say']>>) => messages[0]?.cards?.[0];
const labels = (messages: Awaited<ReturnType<Talk['say']>>): string[] => messages.flatMap(({ choices = [] }) => choices.map(({ label }) => label));

test('nobody sees a case that is not theirs: none here, and a way to sign in', async () => {
  const { chat } = scene([]);
  const said = await chat.say('mis casos');
  expect(said[0]?.text).toBe('No veo casos en este chat. Si lo abriste con tu línea o tu contrato, entra con ellos y lo busco.');
  expect(labels(said)).toEqual(['Entrar', 'Abrir un caso']);
});

test('status and last answer of the only case; words are added', async () => {
  const number = await desk.open('C-0');
  await desk.work(number, { agent: MARTA, text: 'Lo estamos revisando con roaming.' });
  const { chat, added } = scene([{ number }]);
  const said = await chat.say('mis casos');
  expect(card(said)?.head?.title).toBe(`Caso ${number}`);
  expect(card(said)?.facts).toContainEqual({ name: 'Estado', value: 'en atención' });
  expect(card(said)?.text).toBe('Última respuesta. Marta Solís: Lo estamos revisando con roaming.');
  expect(labels(said)).toEqual(['Agregar algo', 'Cerrar el caso', 'Nada más']);
  await chat.tap('Agregar algo');
  expect((await chat.say('Fue el 3 de noviembre'))[0]?.text).toBe(`Lo agregué al caso ${number}. La respuesta te llega aquí.`);
  expect(added).toEqual([{ reference: 'C-0', text: 'Fue el 3 de noviembre' }]);
});

test('what a case is about ends with a whole word', async () => {
  const summary = 'Pagó Q10.00 en tienda el 21 nov, 6:05 p. m. (ref. PV-55120). Recibido, no aplicado todavía';
  const { chat } = scene([{ summary }]);
  const about = card(await chat.say('mis casos'))?.facts?.find(({ name }) => name === 'Motivo')?.value;
  expect(about).toBe('Pagó Q10.00 en tienda el 21 nov, 6:05 p. m. (ref. PV-55120). Recibido, no…');
});

test('what can be done is heard in words too, and a thank-you is the end', async () => {
  const number = await desk.open('C-0');
  const { chat, added } = scene([{ number }]);
  await chat.say('mis casos');
  await chat.say('quiero agregar que fue el martes');
  expect((await chat.say('Fue el martes'))[0]?.text).toBe(`Lo agregué al caso ${number}. La respuesta te llega aquí.`);
  expect(added).toEqual([{ reference: 'C-0', text: 'Fue el martes' }]);
  await chat.say('mis casos');
  expect((await chat.say('ya se arregló, ciérrelo'))[0]?.text).toContain('?');
  await chat.tap('No, dejarlo');
  await chat.say('mis casos');
  expect((await chat.say('y ya, gracias')).map(({ cards }) => cards)).toEqual([undefined]);
});

test('closed by the customer after a yes, reopened with a reason, and not once it is closed for good', async () => {
  const number = await desk.open('C-0');
  const { chat } = scene([{ number }]);
  await chat.say('mis casos');
  await chat.tap('Cerrar el caso');
  expect((await chat.tap('No, dejarlo'))[0]?.text).toBe(`El caso ${number} queda como está.`);
  await chat.say('mis casos');
  await chat.tap('Cerrar el caso');
  expect((await chat.tap('Sí, cerrar'))[0]?.text).toBe(`Cerré el caso ${number}.`);
  expect(await desk.status(number)).toBe('solved');
  const solved = await chat.say('mis casos');
  expect(labels(solved)).toEqual(['Reabrir', 'Nada más']);
  await chat.tap('Reabrir');
  expect((await chat.say('Sigue igual'))[0]?.text).toContain(`Reabrí el caso ${number}`);
  expect(await desk.status(number)).toBe('open');
  expect((await desk.comments(number)).at(-1)).toEqual({ by: 'customer', isPublic: true, body: 'Sigue igual' });
  await desk.work(number, { status: 'closed' });
  const closed = await chat.say('mis casos');
  expect(labels(closed)).toEqual(['Abrir un caso', 'Nada más']);
});

test('of several one is picked, another one is a tap away; one without a number is told as kept', async () => {
  const number = await desk.open('C-0');
  const { chat } = scene([{ number }, { summary: 'Sin internet' }]);
  const list = await chat.say('mis casos');
  expect(list[0]?.text.replaceAll('\u00a0', ' ')).toBe(
    `¿Cuál de estos?\n${number} · el miércoles 18 de noviembre · Cobro de roaming\nC-1 · el miércoles 18 de noviembre · Sin internet`,
  );
  const kept = await chat.tap('C-1');
  expect(card(kept)?.facts).toContainEqual({ name: 'Estado', value: 'guardado; el número llega en cuanto lo tenga' });
  await chat.tap('Ver otro caso');
  expect(card(await chat.tap(number))?.head?.title).toBe(`Caso ${number}`);
});

test('in English', async () => {
  const number = await desk.open('C-0');
  const { chat } = scene([{ number }]);
  await chat.arrive({ kind: 'joined', language: 'en' });
  const said = await chat.say('my cases');
  expect(card(said)?.speak).toBe(`Case ${number}: received, in line. No answer yet.`);
  expect(labels(said)).toEqual(['Add something', 'Close the case', 'Nothing else']);
});
