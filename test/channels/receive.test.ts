import { receive } from '../../src/channels/webchat/receive';

describe('receive', () => {
  const arrival = (body: object) => receive(body, 'dl_x', () => false).arrival;
  test.each<[string, object, unknown]>([
    ['text', { type: 'message', text: ' hola\u0000\u001b ', textFormat: 'plain', extra: 1 }, { kind: 'said', text: ' hola ' }],
    ['imBack', { type: 'message', text: 'ibval' }, { kind: 'said', text: 'ibval' }],
    [
      'postBack',
      { type: 'message', text: null, value: { choice: 'buy' }, channelData: { postBack: true } },
      { kind: 'said', text: '', tap: { choice: 'buy' } },
    ],
    ['a value that is no tap', { type: 'message', text: 'x', value: { a: 1 } }, { kind: 'said', text: 'x' }],
    ['join', { type: 'event', name: 'webchat/join', value: { language: 'en-US' } }, { kind: 'joined', language: 'en' }],
    ['join in a language we lack', { type: 'event', name: 'webchat/join', value: { language: 'fr' } }, { kind: 'joined' }],
    ['language as text', { type: 'event', name: 'webchat/language', value: 'es_GT' }, { kind: 'language', language: 'es' }],
    ['language we lack', { type: 'event', name: 'webchat/language', value: 'fr' }, undefined],
    ['another event', { type: 'event', name: 'x', value: 1 }, undefined],
  ])('%s', (_, body, expected) => expect(arrival(body)).toEqual(expected));

  test('what repeats is known by its id, or by the time it was written; else it is new', () => {
    const id = (body: object) => receive({ type: 'message', text: '1', ...body }, 'dl_x', () => false).delivery;
    expect(id({ channelData: { clientActivityID: 'a' } })).toBe('dl_x:a');
    expect(id({ localTimestamp: 't1' })).toBe(id({ localTimestamp: 't1' }));
    expect(id({ localTimestamp: 't1' })).not.toBe(id({ localTimestamp: 't2' }));
    expect(id({})).not.toBe(id({}));
  });
});
