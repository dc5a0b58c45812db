import { Batch } from '../../../src/channels/messenger/event';
import { payloadOf, profileOf } from '../../../src/channels/messenger/profile';
import { receive, mailboxId } from '../../../src/channels/messenger/receive';
import { isSigned, signatureOf } from '../../../src/channels/messenger/signature';

const PAGE = '100200300400';
const PSID = '7710105555205';
const APP_ID = '900100200300';
const reader = { appId: APP_ID, begins: (skill: string) => ['top-up', 'balances'].includes(skill), payloadOf };

const from = { sender: { id: PSID }, recipient: { id: PAGE }, timestamp: 1_795_000_000_000 };
const read = (...events: object[]) => receive(Batch.parse({ object: 'page', entry: [{ id: PAGE, time: 1, messaging: events }] }), reader);
const arrivalOf = (event: object) => {
  const [one] = read({ ...from, ...event });
  return one?.kind === 'arrived' ? one.arrival : one?.kind;
};
const file = (type: string, payload: object = { url: 'https://scontent.xx.fbcdn.net/x' }) => ({
  message: { mid: 'm_1', attachments: [{ type, payload }] },
});
const attached = (name: string, contentType: string, more: object = {}) => ({
  kind: 'said',
  text: '',
  attachments: [{ name, contentType, bytes: 0, id: expect.any(String), ...more }],
});
const unkept = { unkept: true };

test.each<[string, object, unknown]>([
  ['a text', { message: { mid: 'm_1', text: 'hola' } }, { kind: 'said', text: 'hola' }],
  [
    'a text with a link preview',
    { message: { mid: 'm_1', text: 'mira', attachments: [{ type: 'fallback', payload: null }] } },
    { kind: 'said', text: 'mira' },
  ],
  [
    'a card number',
    { message: { mid: 'm_1', text: 'es 4242 4242 4242 4242' } },
    expect.objectContaining({ cards: true, text: expect.not.stringContaining('4242') }),
  ],
  [
    'a quick reply',
    { message: { mid: 'm_1', text: 'Sí', quick_reply: { payload: '{"q":"7.ok.x","choice":"yes"}' } } },
    { kind: 'said', text: 'Sí', tap: { question: '7.ok.x', choice: 'yes' } },
  ],
  [
    'a button',
    { postback: { mid: 'm_2', title: 'Ver', payload: '{"choice":"go:plan"}' } },
    { kind: 'said', text: 'Ver', tap: { choice: 'go:plan' } },
  ],
  ['a menu', { postback: { title: 'Recargar', payload: 'go:top-up' } }, { kind: 'said', text: 'Recargar', tap: { choice: 'go:top-up' } }],
  ['a button of somebody else', { postback: { title: 'Hola', payload: 'WHATEVER' } }, { kind: 'said', text: 'Hola' }],
  ['get started', { postback: { title: 'Empezar', payload: 'GET_STARTED' } }, { kind: 'joined' }],
  [
    'get started by a link',
    { postback: { title: 'Empezar', payload: 'GET_STARTED', referral: { ref: 'top-up', source: 'SHORTLINK' } } },
    { kind: 'said', text: '', tap: { choice: 'go:top-up' } },
  ],
  [
    'a link in a thread',
    { referral: { ref: 'balances?src=poster', source: 'SHORTLINK', type: 'OPEN_THREAD' } },
    { kind: 'said', text: '', tap: { choice: 'go:balances' } },
  ],
  ['a link to nothing of ours', { referral: { ref: 'promo2026', source: 'ADS' } }, { kind: 'joined' }],
  ['an opt-in with a reference', { optin: { ref: 'top-up' } }, { kind: 'said', text: '', tap: { choice: 'go:top-up' } }],
  ['an opt-in', { optin: { type: 'notification_messages' } }, undefined],
  ['a like', file('image', { url: 'https://x', sticker_id: 369239263222822 }), { kind: 'said', text: '👍' }],
  ['a voice note', file('audio'), attached('audio', 'audio/*', unkept)],
  ['a picture', file('image'), attached('image', 'image/*')],
  ['a video', file('video'), attached('video', 'video/*', unkept)],
  ['a file', file('file'), attached('file', 'application/octet-stream')],
  ['a place', file('location', { coordinates: { lat: 14.6, long: -90.5 } }), { kind: 'said', text: '', place: { lat: 14.6, lon: -90.5 } }],
  ['no place on Earth', file('location', { coordinates: { lat: 914.6, long: -90.5 } }), undefined],
  ['a shared post', file('post'), attached('post', 'text/html', unkept)],
  ['a reel', file('reel'), attached('reel', 'video/*', unkept)],
  ['our own echo', { message: { mid: 'm_1', text: 'x', is_echo: true, app_id: Number(APP_ID) } }, undefined],
  ['somebody of the inbox', { message: { mid: 'm_1', text: 'x', is_echo: true, app_id: 263902037430900 } }, 'person'],
  ['an echo of nobody', { message: { mid: 'm_1', text: 'x', is_echo: true } }, 'person'],
  ['a delivery', { delivery: { mids: ['m_1'], watermark: 1 } }, undefined],
  ['a read', { read: { watermark: 1 } }, undefined],
  ['a reaction', { reaction: { mid: 'm_1', action: 'react', emoji: '❤' } }, undefined],
  ['the thread passed to us', { pass_thread_control: { new_owner_app_id: APP_ID, previous_owner_app_id: '1' } }, 'ours'],
  ['the thread passed to the inbox', { pass_thread_control: { new_owner_app_id: '263902037430900' } }, 'person'],
  ['the thread taken', { take_thread_control: { previous_owner_app_id: APP_ID } }, 'person'],
  ['an event of tomorrow', { hologram: { shape: 'cat' } }, undefined],
  ['a message that is none', { message: { text: 7 } }, undefined],
])('%s', (_, event, expected) => expect(arrivalOf(event)).toEqual(expected));

test('an echo belongs to the thread of whom it was said to', () => {
  const [one] = read({ sender: { id: PAGE }, recipient: { id: PSID }, timestamp: 5, message: { mid: 'm', text: 'x', is_echo: true } });
  expect(one).toEqual({ kind: 'person', thread: { page: PAGE, psid: PSID }, at: 5, controls: false });
});

test('batches of several pages are put in order; what is said to another app is for nobody here', () => {
  const event = (timestamp: number, text: string) => ({ ...from, timestamp, message: { mid: text, text } });
  const entry = [
    { id: PAGE, messaging: [event(3, 'tres'), event(1, 'uno')], standby: [event(9, 'no')] },
    { id: '55', messaging: [event(2, 'dos')] },
  ];
  const all = receive(Batch.parse({ object: 'page', entry }), reader);
  expect(all.map((each) => (each.kind === 'arrived' ? [each.delivery, each.thread.page] : each.kind))).toEqual([
    ['uno', PAGE],
    ['dos', '55'],
    ['tres', PAGE],
    'aside',
  ]);
});

test('who has the thread: given, taken, asked for, given back; the menu is known by its title where another app has it', () => {
  const standby = (event: object) =>
    receive(Batch.parse({ object: 'page', entry: [{ id: PAGE, standby: [{ ...from, ...event }] }] }), reader).map(({ kind }) => kind);
  const kindOf = (event: object) => read({ ...from, ...event }).map((each) => (each.kind === 'person' ? [each.kind, each.controls] : each.kind));
  expect(kindOf({ pass_thread_control: { new_owner_app_id: Number(APP_ID) } })).toEqual(['ours']);
  expect(kindOf({ pass_thread_control: { new_owner_app_id: '263902037430900' } })).toEqual([['person', true]]);
  expect(kindOf({ take_thread_control: { previous_owner_app_id: APP_ID } })).toEqual([['person', true]]);
  expect(read({ ...from, request_thread_control: { requested_owner_app_id: 26 } })).toMatchObject([{ kind: 'asked', by: '26' }]);
  expect(standby({ postback: { title: 'Ver mi saldo', mid: 'm_p' } })).toEqual(['arrived']);
  expect(standby({ postback: { title: 'Otro botón', mid: 'm_p' } })).toEqual(['aside']);
  expect(standby({ message: { mid: 'm', text: 'x', is_echo: true, app_id: 26 } })).toEqual(['person']);
  expect(standby({ message: { mid: 'm', text: 'x', is_echo: true, app_id: Number(APP_ID) } })).toEqual([]);
  expect(standby({ read: { watermark: 1 } })).toEqual([]);
  expect(payloadOf('See my balance')).toBe('go:balances');
  expect(JSON.stringify(profileOf('Alba'))).toContain('"payload":"go:balances"');
});

test('a postback without a name is known by all that it says', () => {
  const [one, same, other] = [1, 1, 2].map((at) => read({ ...from, timestamp: at, postback: { title: 'x', payload: 'go:plan' } })[0]);
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
});

test('the same customer on two pages has two conversations, and their id is not in the name', () => {
  const names = [PAGE, '55'].map((page) => mailboxId({ page, psid: PSID }));
  expect(new Set(names).size).toBe(2);
  expect(names.join(' ')).not.toContain(PSID);
});

test('every bit of a signed body that is flipped is refused, and so is every other signature', () => {
  const body = Buffer.from(
    JSON.stringify({ object: 'page', entry: [{ id: PAGE, messaging: [{ ...from, message: { mid: 'm', text: 'ma\u00f1ana' } }] }] }),
  );
  const header = signatureOf(body, 'a-secret');
  expect(isSigned(body, header, ['another', 'a-secret'])).toBe(true);
  for (let at = 0; at < body.length * 8; at += 1) {
    const bent = Buffer.from(body);
    bent[at >> 3] = (bent[at >> 3] ?? 0) ^ (1 << (at % 8));
    expect(isSigned(bent, header, ['another', 'a-secret'])).toBe(false);
  }
  for (const wrong of [
    undefined,
    '',
    'sha256=',
    header.slice(0, -1),
    `${header}0`,
    header.replace('sha256', 'sha1'),
    header.slice(7),
    `sha256=${'0'.repeat(64)}`,
  ])
    expect(isSigned(body, wrong, ['a-secret'])).toBe(false);
  expect(isSigned(body, header, [])).toBe(false);
});
