import { Delivery } from '../../../src/channels/sunshine/event';
import { receive } from '../../../src/channels/sunshine/receive';

const bot = { id: 'sw1', name: 'care-bot', integrationId: 'int1', integrationType: 'custom' };
const agents = { id: 'sw2', name: 'zd-agentWorkspace', integrationId: 'int2', integrationType: 'zd:agentWorkspace' };
const user = { id: 'u1', externalId: '912382197', authenticated: true, signedUpAt: '2026-09-30T15:14:29.834Z', profile: { locale: 'es-GT' } };
const source = { type: 'whatsapp', integrationId: 'int3', originalMessageId: '374', originalMessageTimestamp: '2026-09-30T18:00:56.000Z' };
const held = (activeSwitchboardIntegration?: object): object => ({
  id: 'c1',
  type: 'personal',
  ...(activeSwitchboardIntegration && { activeSwitchboardIntegration }),
});
const message = (author: object, content: object, conversation = held(bot)): object => ({
  type: 'conversation:message',
  payload: { conversation, message: { id: 'm1', received: '2026-09-30T18:00:56.820Z', author, content, source } },
});
const byUser = { type: 'user', userId: 'u1', displayName: 'Ana', avatarUrl: 'https://example.com/a.jpg', user };

/** A delivery in the form that Zendesk publishes, with one event. */
const heard = (event: object) =>
  receive(
    Delivery.parse({
      ...{ app: { id: 'app1' }, webhook: { id: 'w1', version: 'v2' } },
      events: [{ id: 'e1', createdAt: '2026-09-30T15:14:29.834Z', ...event }],
    }),
    'care-bot',
  ).map(({ holds, arrival }) => [holds, arrival]);

test.each<[string, object, unknown]>([
  ['a text', message(byUser, { type: 'text', text: 'hola' }), [[true, { kind: 'said', text: 'hola' }]]],
  [
    'an image',
    message(byUser, { type: 'image', mediaUrl: 'https://example.com/x.png', mediaType: 'image/png', mediaSize: 9, attachmentId: 'a1' }),
    [[true, { kind: 'said', attachments: [{ contentType: 'image/png', bytes: 9, unkept: true, seen: true }] }]],
  ],
  ['what an agent says', message({ type: 'business', displayName: 'Marta', subtypes: ['agent'] }, { type: 'text', text: 'hola' }), []],
  ['our own words', message({ type: 'business', displayName: 'Alba', subtypes: ['bot'] }, { type: 'text', text: 'hola' }), []],
  ['what is said to an agent', message(byUser, { type: 'text', text: 'hola' }, held(agents)), [[false, undefined]]],
  ['what is said to nobody', message(byUser, { type: 'text', text: 'hola' }, held()), [[false, undefined]]],
  [
    'a postback of ours',
    { type: 'conversation:postback', payload: { postback: { payload: 'go:balances', metadata: {} }, conversation: held(bot), user, source } },
    [[true, { kind: 'said', tap: { choice: 'go:balances' } }]],
  ],
  [
    'a postback of others',
    { type: 'conversation:postback', payload: { postback: { payload: 'Greet' }, conversation: held(bot), user, source } },
    [[true, undefined]],
  ],
  ['control for agents', { type: 'switchboard:passControl', payload: { conversation: held(agents), metadata: {} } }, [[false, undefined]]],
  [
    'control for this bot',
    { type: 'switchboard:passControl', payload: { conversation: held(bot), reason: 'ticketClosed' } },
    [[true, { kind: 'event', name: 'attended:returned', value: { reason: 'ticketClosed' } }]],
  ],
  [
    'control for nobody: the next word is the bot’s',
    { type: 'switchboard:releaseControl', payload: { conversation: held() } },
    [[true, { kind: 'event', name: 'attended:returned', value: { reason: '' } }]],
  ],
  ['control that could not be given', { type: 'switchboard:passControl:failure', payload: { conversation: held(bot), error: {} } }, []],
  ['what nobody asked for', { type: 'conversation:read', payload: {} }, []],
])('%s, as Zendesk publishes it', (_, event, expected) => expect(heard(event)).toMatchObject(expected as object[]));
