import { personalData, type People } from '../../src/wiring/personal-data';
import { vault } from '../../src/state/seal';
import { openChat } from '../support/chat';
import { openHosted, payLinkIn } from '../support/hosted-page';
import { startMessengerWorld, type MessengerWorld } from '../support/messenger';
import { eventually, until } from '../support/until';
import { through } from './ways';

let world: MessengerWorld;
beforeAll(async () => void (world = await startMessengerWorld()));
afterAll(() => world.close());

const ANA = '5555-0104';
const KINDS = [
  'history',
  'state',
  'effects',
  'orders',
  'cases',
  'reminders',
  'timers',
  'where replies go',
  'last known',
  'last numbers',
  'codes',
  'conversations of a line',
];

/** Names of keys, and all that is in them; counters of codes stay: docs/privacy.md. */
async function everything(): Promise<string> {
  const redis = await world.redis.client();
  const keys = (await redis.keys('*')).filter((key) => !/^\{o:[\w-]+\}:(?:by|sent|failures)/.test(key));
  return (await Promise.all(keys.map(async (key) => `${key}\n${(await redis.dumpBuffer(key))?.toString('latin1') ?? ''}`))).join('\n');
}

async function peopleOf(): Promise<People> {
  const { STATE_SECRET = '', OTP_PEPPER = '' } = world.environment;
  const store = { redis: await world.redis.connection(), vault: vault([Buffer.from(STATE_SECRET, 'base64url')]) };
  return personalData({ store, pepper: OTP_PEPPER, country: 'GT' });
}

test('whoever wrote here and on Messenger, paid, complained and wants to be reminded is given all of it, and is forgotten everywhere', async () => {
  const chat = await openChat(world.url, world.codeOf);
  await chat.play(`
    > mi factura
    < …
    > ${ANA}
    < …
    > {code ${ANA}}
    < Listo, …
    < …
  `);
  await through(chat, [['avísame antes de que venza mi factura', 1], ['sí', 1], ['pagar mi factura', 1], ['sí', 1]]); // prettier-ignore
  await (await openHosted(await payLinkIn(world.url, chat))).pay();
  await chat.play('< …Q367.35…');
  await through(chat, [['abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-55120', 1]]);
  const phone = world.stranger();
  await phone.play(`
    > saldo
    < …
    > ${ANA}
    < …
    > {code ${ANA}}
    < Listo, …
    < …
  `);
  const people = await peopleOf();
  const who = await until(async () => {
    const found = await people.identityOf(ANA);
    return found && found.conversations.length > 1 ? found : undefined;
  });
  expect([...who.conversations].sort()).toEqual([expect.stringMatching(/^fb:/), `web:${chat.conversationId}`]);
  const redis = await world.redis.client();
  const isQuiet = async (): Promise<boolean> => (await Promise.all(['*:mail', '*:out'].map((keys) => redis.keys(keys)))).flat().length === 0;
  await until(isQuiet, 'all is handled and delivered');
  await eventually(async () => expect([...new Set((await people.find(who)).map(({ kind }) => kind))].sort()).toEqual([...KINDS].sort()));
  await people.erase(who);
  const left = await everything();
  for (const id of who.conversations) expect(left).not.toContain(id.replace(/^web:/, ''));
  expect((await people.find(who)).filter(({ kind }) => kind !== 'codes')).toEqual([]); // counters, which protect the line
  expect((await people.identityOf(ANA))?.conversations).toEqual([]);
});
