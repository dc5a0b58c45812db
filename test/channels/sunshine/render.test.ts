import type { Card, Message } from '../../../src/domain/message';
import { LIMITS, render } from '../../../src/channels/sunshine/render';
import { MessagePost } from '../../../src/sandbox/zendesk/sunshine/schemas';

const pack: Card = {
  speak: 'Semana, 3 GB, Q25.00',
  hero: { label: 'Semana', figure: '3 GB' },
  facts: [
    { name: 'Vigencia', value: '7 días' },
    { name: 'Precio', value: 'Q25.00' },
  ],
  actions: [{ id: 'pack-2', label: 'Elegir por Q25.00', positive: true }],
};
const long = 'Una frase que se repite para ser larga. '.repeat(250);

const SAMPLES: Readonly<Record<string, Message>> = {
  'a text': { text: 'Hola. Escribe *menú* para empezar.' },
  'choices of a question': { text: '¿Cuánto?', question: 'q1', choices: [{ id: '20', label: 'Q20' }, { id: '50', label: 'Q50' }] }, // prettier-ignore
  'a way to a skill': { text: 'Puedo ayudarte con esto.', question: 'q1', choices: [{ id: 'go:balances', label: 'Mi saldo' }] },
  'more choices than fit': {
    text: '¿Cuál?',
    question: 'q',
    choices: Array.from({ length: 14 }, (_, at) => ({ id: `c${at}`, label: `Opción ${at + 1}` })),
  },
  'a carousel': { text: 'Estos paquetes tienes:', question: 'q2', cards: [pack, pack], choices: [{ id: 'more', label: 'Ver más' }] },
  'a card': { text: '', question: 'q3', cards: [{ ...pack, meters: [{ name: 'Datos', left: '1 GB de 3 GB', percent: 33 }] }] },
  'cards that say too much for a carousel': { text: 'Dos:', question: 'q', cards: [pack, { ...pack, text: 'x'.repeat(200) }] },
  'a link': { text: 'Aquí pagas.', link: { label: 'Pagar Q25.00', url: 'https://pay.example/a' } },
  'a link and choices': {
    text: 'Aquí pagas.',
    link: { label: 'Pagar', url: 'https://pay.example/a' },
    question: 'q',
    choices: [{ id: 'x', label: 'Ya pagué' }],
  },
  'a long text': { text: long, question: 'q', choices: [{ id: 'x', label: 'Seguir' }] },
  'a person': { text: 'Hola, ya lo veo.', speaker: 'Marta Solís' },
  'a long label': { text: 'Eso.', question: 'q', choices: [{ id: 'x', label: 'Un botón que nadie puede leer' }] },
};

test.each(Object.entries(SAMPLES))('%s is what Sunshine takes, and says everything', (_, message) => {
  const contents = render(message);
  for (const content of contents)
    expect(MessagePost.safeParse({ author: { type: 'business', displayName: 'Alba' }, content }).error?.issues ?? []).toEqual([]);
  const said = JSON.stringify(contents);
  const labels = [...(message.choices ?? []), ...(message.cards ?? []).flatMap(({ actions = [] }) => actions)].map(({ label }) => label);
  for (const label of labels.filter((each) => each.length <= LIMITS.label)) expect(said).toContain(label);
  if (message.link) expect(said).toContain(message.link.url);
  for (const { name, value } of (message.cards ?? []).flatMap(({ facts = [] }) => facts)) expect(said).toContain(`${name}: ${value}`);
});

test('buttons bring back the question and the choice; a way to a skill brings no question', () => {
  expect(render(SAMPLES['choices of a question'] as Message)).toEqual([
    {
      type: 'text',
      text: '¿Cuánto?',
      actions: [
        { type: 'reply', text: 'Q20', payload: '{"q":"q1","choice":"20"}' },
        { type: 'reply', text: 'Q50', payload: '{"q":"q1","choice":"50"}' },
      ],
    },
  ]);
  expect(render(SAMPLES['a way to a skill'] as Message)[0]).toMatchObject({ actions: [{ payload: 'go:balances' }] });
});

test('several cards with buttons are a carousel; what does not fit is said in words', () => {
  const [text, carousel, more] = render(SAMPLES['a carousel'] as Message);
  expect(text).toEqual({ type: 'text', text: 'Estos paquetes tienes:' });
  expect(carousel).toMatchObject({ type: 'carousel', items: [{ title: 'Semana · 3 GB', description: 'Vigencia: 7 días · Precio: Q25.00' }, {}] });
  expect(more).toMatchObject({ actions: [{ type: 'reply', text: 'Ver más' }] });
  expect(render(SAMPLES['cards that say too much for a carousel'] as Message).every(({ type }) => type === 'text')).toBe(true);
});

test('a long text comes in pieces, cut between words, with the buttons on the last', () => {
  const pieces = render(SAMPLES['a long text'] as Message);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join(' ')).toBe(long.trim());
  expect(pieces.map((piece) => piece.type === 'text' && piece.actions !== undefined)).toEqual([...pieces.slice(1).map(() => false), true]);
});
