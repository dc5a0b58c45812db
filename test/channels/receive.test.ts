import { receive } from '../../src/channels/webchat/receive';

describe('receive', () => {
  const arrival = (body: object) => receive(body, 'dl_x', () => false).arrival;
  test.each<[string, object, unknown]>([
    ['text', { type: 'message', text: ' hola\u0000\u001b ', textFormat: 'plain', extra: 1 }, { kind: 'said', text: ' hola ' }],
    [
      'a copied number with what nobody sees',
      { type: 'message', text: '\u202a5555\u200b-0101\u202c \u202esal\u00addo 👩\u200d👧' },
      { kind: 'said', text: '5555-0101 saldo 👩\u200d👧' },
    ],
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

  test('of what a client lists only the first are looked at: a body may hold a hundred thousand', () => {
    const here = { type: 'GeoCoordinates', latitude: 14.6, longitude: -90.5 };
    const listed = (count: number) => arrival({ type: 'message', text: 'x', entities: [...new Array(count).fill({ type: 'mention' }), here] });
    expect(listed(5)).toEqual({ kind: 'said', text: 'x', place: { lat: 14.6, lon: -90.5 } });
    expect(listed(50)).toEqual({ kind: 'said', text: 'x' });
    expect(() => arrival({ type: 'message', text: 'x', attachments: [{}, 1] })).toThrow('attachments.1');
    expect(arrival({ type: 'message', text: 'x', attachments: [...new Array(10).fill({}), 1] })).toEqual({ kind: 'said', text: 'x' });
  });

  test('what repeats is known by its id, or by the time it was written; else it is new', () => {
    const id = (body: object) => receive({ type: 'message', text: '1', ...body }, 'dl_x', () => false).delivery;
    expect(id({ channelData: { clientActivityID: 'a' } })).toBe('dl_x:a');
    expect(id({ channelData: { clientActivityID: 'b', waitingId: 'w' } })).toBe('dl_x:w'); // sent again after a refresh: Web Chat names it anew
    expect(id({ channelData: { clientActivityID: 'a', waitingId: 7 } })).toBe('dl_x:a');
    expect(id({ localTimestamp: 't1' })).toBe(id({ localTimestamp: 't1' }));
    expect(id({ localTimestamp: 't1' })).not.toBe(id({ localTimestamp: 't2' }));
    expect(id({})).not.toBe(id({}));
  });

  describe('a payment card', () => {
    const CARD = /4242\D{0,3}4242/;
    const received = (body: object) => receive({ type: 'message', ...body }, 'dl_x', (text) => text === 'menú');

    test('is taken out of the text before anything is made of it', () => {
      const { arrival: said, echo } = received({
        text: 'con 4242 4242\u0000 4242 4242 08/29',
        channelData: { clientActivityID: 'a', text: '4242 4242 4242 4242' },
      });
      expect(said).toEqual({ kind: 'said', text: 'con [tarjeta]', cards: true });
      expect(JSON.parse(echo?.plain ?? '')).toEqual({ user: 'dl_x', text: 'con [tarjeta]', channelData: { clientActivityID: 'a' } });
      expect(Object.values(echo ?? {}).join('')).not.toMatch(CARD);
    });

    test.each([
      ['choice', { choice: '4242424242424242' }],
      ['question', { choice: 'yes', q: '4242-4242-4242-4242' }],
    ])('in the %s of a tap: the tap is none', (_, value) => {
      const { arrival: said, echo } = received({ text: 'ok', value });
      expect(said).toEqual({ kind: 'said', text: 'ok', cards: true });
      expect(JSON.stringify(echo)).not.toMatch(CARD);
    });

    test('in what a client adds: only its names for the message are kept, and the message counts', () => {
      const channelData = { clientActivityID: 'a', waitingId: 'w', more: { lines: 'x 4242\n4242\n4242\n4242' } };
      const { arrival: said, echo } = received({ text: 'hola', channelData });
      expect(said).toEqual({ kind: 'said', text: 'hola' });
      expect(JSON.parse(echo?.plain ?? '')).toMatchObject({ channelData: { clientActivityID: 'a', waitingId: 'w' } });
      expect(JSON.stringify(echo)).not.toMatch(CARD);
    });

    test('in the name of the message: neither the id nor the log has it, and a repetition is still one', () => {
      const body = { text: 'hola', channelData: { clientActivityID: '4242424242424242', waitingId: 'w' } };
      const { delivery, echo } = received(body);
      expect(delivery + JSON.stringify(echo)).not.toMatch(CARD);
      expect(received(body).delivery).toBe(delivery);
    });

    test('by chance in an id: it stays', () => {
      const clientActivityID = '0a4242aa-4242-4242-4242-4242424242aa';
      expect(received({ text: 'hola', channelData: { clientActivityID } }).delivery).toBe(`dl_x:${clientActivityID}`);
    });
  });
});
