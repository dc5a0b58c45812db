import { GENERIC, render as renderAll } from '../../../src/channels/botframework/render';
import type { Message } from '../../../src/domain/message';

const render = (...given: Parameters<typeof renderAll>) => {
  const [one, ...others] = renderAll(...given);
  expect(others).toEqual([]);
  return one!;
};

const balance: Message = {
  text: 'Línea 5555-0101. Escribe *menú*.',
  language: 'es',
  question: 'q1',
  cards: [
    {
      speak: 'Tienes Q37.50.',
      hero: { label: 'Saldo', figure: 'Q37.50', under: 'vale hasta el lunes' },
      line: '5555-0101',
      facts: [{ name: 'Promocional', value: 'Q5.00' }],
      actions: [{ id: 'again', label: 'Otra vez', positive: true }],
    },
  ],
  choices: [{ id: 'go:quota', label: 'Lo que me queda' }],
  link: { label: 'Tienda', url: 'https://store.example/' },
};

test('a channel that shows Adaptive Cards gets them, with icons that it can reach', () => {
  const said = render({ ...balance, cards: [{ speak: 's', head: { icon: 'wallet', title: 'Saldo' } }] }, 'emulator', 'https://chat.example');
  expect(said).toMatchObject({
    type: 'message',
    locale: 'es',
    textFormat: 'markdown',
    text: 'Línea 5555-0101. Escribe **menú**.',
    inputHint: 'expectingInput',
  });
  expect(JSON.stringify(said)).toContain('"https://chat.example/static/shared/icons/wallet.svg"');
  expect(said['attachments']).toEqual([expect.objectContaining({ contentType: 'application/vnd.microsoft.card.adaptive' })]);
});

test('any other gets the same in words, a hero card and buttons that come back as taps', () => {
  expect(render(balance, 'telegram', 'https://chat.example')).toEqual({
    ...{
      type: 'message',
      locale: 'es',
      textFormat: 'plain',
      text: 'Línea 5555-0101. Escribe menú.',
      inputHint: 'expectingInput',
      attachmentLayout: 'list',
    },
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.hero',
        content: {
          title: 'Saldo: Q37.50 (5555-0101)',
          text: 'vale hasta el lunes\n\nPromocional: Q5.00',
          buttons: [{ type: 'messageBack', title: 'Otra vez', displayText: 'Otra vez', text: 'Otra vez', value: { q: 'q1', choice: 'again' } }],
        },
      },
      {
        contentType: 'application/vnd.microsoft.card.hero',
        content: { title: 'Tienda', buttons: [{ type: 'openUrl', title: 'Tienda', value: 'https://store.example/' }] },
      },
    ],
    suggestedActions: {
      to: [],
      actions: [
        { type: 'messageBack', title: 'Lo que me queda', displayText: 'Lo que me queda', text: 'Lo que me queda', value: { choice: 'go:quota' } },
      ],
    },
  });
});

test('limits of an unknown channel are kept, a person is named, and a bad link is left out', () => {
  const many = Array.from({ length: 30 }, (_, n) => ({ id: `c${n}`, label: `Una opción muy larga ${n}` }));
  const said = render(
    {
      text: 'x'.repeat(9_000),
      speaker: 'Ana',
      cards: [{ speak: 's', head: { icon: 'card', title: 't'.repeat(200) }, actions: many }],
      choices: many,
      link: { label: 'x', url: 'data:text/html,x' },
    },
    'line',
    '',
  );
  const actions = (said['suggestedActions'] as { actions: { title: string }[] }).actions;
  const [card, ...others] = said['attachments'] as { content: { title: string; buttons: unknown[] } }[];
  expect([said.text.length, actions.length, card!.content.buttons.length, card!.content.title.length]).toEqual([
    GENERIC.text,
    GENERIC.chips,
    GENERIC.actions,
    GENERIC.title,
  ]);
  expect(Math.max(...actions.map(({ title }) => title.length))).toBeLessThanOrEqual(GENERIC.button);
  expect(said.text.startsWith('Ana: x')).toBe(true);
  expect(others).toEqual([]);
});

test('Facebook behind Azure gets what Messenger takes: plain words as words, buttons and quick replies as channel data', () => {
  const [words, card, ...others] = renderAll(balance, 'facebook', '');
  expect(others).toEqual([]);
  expect(words).toEqual({
    ...{ type: 'message', textFormat: 'plain', locale: 'es', text: '' },
    channelData: {
      attachment: {
        type: 'template',
        payload: {
          template_type: 'button',
          text: 'Línea 5555-0101. Escribe "menú".',
          buttons: [{ type: 'web_url', title: 'Tienda', url: 'https://store.example/' }],
        },
      },
    },
  });
  expect(card).toMatchObject({
    channelData: {
      attachment: { payload: { buttons: [{ type: 'postback', title: 'Otra vez', payload: '{"q":"q1","choice":"again"}' }] } },
      quick_replies: [{ content_type: 'text', title: 'Lo que me queda', payload: '{"choice":"go:quota"}' }],
    },
  });
  expect(renderAll({ text: 'Hola.', speaker: 'Ana' }, 'facebook', '')).toEqual([{ type: 'message', textFormat: 'plain', text: 'Ana: Hola.' }]);
});
