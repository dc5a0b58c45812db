import { MESSENGER, render, type Outgoing } from '../../../src/channels/messenger/render';
import { pieces } from '../../../src/channels/messenger/split';
import type { Card, Choice, Message } from '../../../src/domain/message';

const choices = (count: number, label = 'Opción'): Choice[] =>
  Array.from({ length: count }, (_, at) => ({ id: `c${at}`, label: `${label} ${at + 1}` }));
const card = (more: Partial<Card> = {}): Card => ({
  speak: 'Tu saldo',
  head: { icon: 'wallet', title: 'Saldo' },
  facts: [{ name: 'Total', value: 'Q20.00' }],
  ...more,
});
const sentence = 'Esta es una frase que dice algo de la línea y de lo que cuesta. ';
const long = sentence.repeat(80).trim();
const emoji = '👩‍👩‍👧‍👦'.repeat(400);

/** Every shape of message that the bot can say, at its limits and beyond. */
const SAMPLES: Readonly<Record<string, Message>> = {
  'a text': { text: 'Hola. Escribe *menú*.' },
  'a long text': { text: long },
  'one word without end': { text: 'x'.repeat(5_000) },
  'nothing but emoji': { text: emoji },
  choices: { text: '¿Cuál?', choices: choices(3), question: '12.which.abc' },
  'as many choices as fit': { text: '¿Cuál?', choices: choices(13) },
  'more choices than fit': { text: '¿Cuál?', choices: choices(14) },
  'a label that is too long': { text: '¿Cuál?', choices: choices(2, 'Una opción larguísima') },
  'a link': { text: 'Paga aquí.', link: { label: 'Pagar Q212.00', url: 'https://pay.operator.example/x' } },
  'a link under a long text': {
    text: long,
    link: { label: 'Pagar la factura de noviembre', url: 'https://pay.operator.example/x' },
    choices: choices(2),
  },
  'a link without words': { text: '', link: { label: 'Cómo llegar', url: 'https://maps.example/x' } },
  'a number to call': { text: 'Llama.', link: { label: 'Llamar', url: 'tel:611' } },
  'a link that nobody should open': { text: 'Hola.', link: { label: 'x', url: 'javascript:alert(1)' } },
  'a card': { text: 'Línea 5555-0101. Saldo: Q37.50.', cards: [card({ actions: choices(2) })], choices: choices(3) },
  'a card with many actions': { text: '', cards: [card({ actions: choices(5) })], choices: choices(14) },
  'a long card': { text: '', cards: [card({ text: long, actions: choices(3) })] },
  'a card without actions': { text: 'Mira.', cards: [card()], choices: choices(1) },
  'short cards': { text: 'Paquetes:', cards: [1, 2, 3].map(() => card({ actions: choices(1) })), choices: choices(2) },
  'more cards than stand side by side': { text: '', cards: Array.from({ length: 11 }, () => card({ actions: choices(1) })) },
  'cards of which one is long': { text: '', cards: [card(), card({ text: long })] },
};

const units = (text: string): number => Math.max(text.length, [...text].length);

function withinLimits({ text, attachment, quick_replies: replies = [] }: Outgoing): void {
  expect([text, attachment].filter((each) => each !== undefined)).toHaveLength(1);
  if (text !== undefined) {
    expect(text.trim()).not.toBe('');
    expect(units(text)).toBeLessThanOrEqual(MESSENGER.text);
    expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text); // no half of a character
  }
  expect(replies.length).toBeLessThanOrEqual(13);
  for (const { title, payload } of replies) {
    expect(title.length).toBeGreaterThan(0);
    expect(title.length).toBeLessThanOrEqual(20);
    expect(payload.length).toBeLessThanOrEqual(1_000);
  }
  const payload = attachment?.payload;
  const elements = payload?.template_type === 'generic' ? payload.elements : [];
  const buttons = payload?.template_type === 'button' ? [payload] : [];
  expect(elements.length).toBeLessThanOrEqual(10);
  for (const { title, subtitle = 'x', buttons: under = [] } of elements) {
    expect(units(title)).toBeLessThanOrEqual(80);
    expect(units(subtitle)).toBeLessThanOrEqual(80);
    expect(under.length).toBeLessThanOrEqual(3);
  }
  for (const { text: words, buttons: under } of buttons) {
    expect(words.trim()).not.toBe('');
    expect(units(words)).toBeLessThanOrEqual(640);
    expect(under.length).toBeGreaterThan(0);
    expect(under.length).toBeLessThanOrEqual(3);
  }
  for (const { title } of [...elements.flatMap(({ buttons: under = [] }) => under), ...buttons.flatMap(({ buttons: under }) => under)]) {
    expect(title.length).toBeGreaterThan(0);
    expect(title.length).toBeLessThanOrEqual(20);
  }
}

test.each(Object.entries(SAMPLES))('%s keeps to every limit', (_, message) => {
  const all = render(message);
  expect(all.length).toBeGreaterThan(0);
  all.forEach(withinLimits);
  expect(render(message)).toEqual(all);
});

test.each(Object.entries(SAMPLES))('%s: what can be tapped is there, on a button or by its number', (_, message) => {
  const said = JSON.stringify(render(message));
  const all = [...(message.cards ?? []).flatMap(({ actions = [] }) => actions), ...(message.choices ?? [])];
  all.forEach(({ id, label }, at) => {
    const isTapped = said.includes(JSON.stringify(JSON.stringify({ choice: id })).slice(1, -1)) || said.includes(`\\"choice\\":\\"${id}\\"`);
    expect(isTapped || said.includes(`${at + 1}. ${label}`)).toBe(true);
  });
});

test('nothing of a text is lost where it is cut, and it is cut between sentences', () => {
  const parts = pieces(long, MESSENGER.text);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.join(' ')).toBe(long);
  parts.forEach((part) => expect(part).toMatch(/\.$/));
  expect(pieces(emoji, MESSENGER.text).join('')).toBe(emoji);
});

test('how it looks', () => {
  expect(render({ text: '¿Confirmas?', choices: [{ id: 'yes', label: 'Sí' }], question: '7.agreed.k' })).toEqual([
    { text: '¿Confirmas?', quick_replies: [{ content_type: 'text', title: 'Sí', payload: '{"q":"7.agreed.k","choice":"yes"}' }] },
  ]);
  expect(render({ text: 'Paga aquí.', link: { label: 'Pagar', url: 'https://pay.example/x' }, choices: choices(1) })).toEqual([
    {
      attachment: {
        type: 'template',
        payload: { template_type: 'button', text: 'Paga aquí.', buttons: [{ type: 'web_url', title: 'Pagar', url: 'https://pay.example/x' }] },
      },
      quick_replies: [{ content_type: 'text', title: 'Opción 1', payload: '{"choice":"c0"}' }],
    },
  ]);
  expect(render({ text: 'Escribe *menú*.' })).toEqual([{ text: 'Escribe "menú".' }]);
});
