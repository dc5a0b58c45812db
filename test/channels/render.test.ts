import { z } from 'zod';
import { plainLines, plainText } from '../../src/channels/plain';
import { CARD } from '../../src/channels/webchat/card';
import { receive } from '../../src/channels/webchat/receive';
import { render, WEBCHAT } from '../../src/channels/webchat/render';
import { Message } from '../../src/domain/message';

const place = { conversation: 'abc', position: 1_795_230_269_808, at: 0, name: 'Alba' };
const balance: Message = {
  text: '',
  question: 'q1',
  language: 'es',
  cards: [
    {
      speak: 'Saldo de la línea terminada en 4821: 48 quetzales con 50.',
      hero: { label: 'Saldo disponible', figure: 'Q\u00a048.50', under: 'Prepago · vence el 30 de noviembre' },
      line: '•••• 4821',
      meters: [{ name: 'Datos', left: '3.2 de 5 GB', percent: 64, until: 'Se renuevan en 6 días' }],
      facts: [{ name: 'SMS', value: '40 de 50' }],
      actions: [
        { id: 'go:top-up', label: 'Recargar', positive: true },
        { id: 'packs', label: 'Comprar un paquete' },
      ],
    },
  ],
};
const consent: Message = {
  text: 'Revisa y confirma:',
  question: 'q3',
  cards: [
    {
      speak: 'Revisa y confirma. Paquete Semana, 25 quetzales.',
      head: { icon: 'shield', title: 'Revisa y confirma' },
      line: '•••• 4821',
      facts: [{ name: 'Paquete', value: 'Semana 3 GB' }],
      total: { name: 'Total', value: 'Q\u00a025.00' },
      note: { mood: 'warning', text: 'Se cobra una sola vez.' },
      actions: [
        { id: 'yes', label: 'Sí, comprar', positive: true },
        { id: 'no', label: 'No, cancelar' },
      ],
    },
  ],
};
const pack = (name: string) => ({ speak: name, hero: { label: name, figure: '3 GB' }, actions: [{ id: name, label: `Elegir ${name}` }] });

/** One of each kind, and what backends and people may put into them. */
const SAMPLES: Readonly<Record<string, Message>> = {
  'a sentence': { text: 'Hola, soy Alba.' },
  'a command to type': { text: 'Escribe *menú* para empezar,\no *ayuda*.' },
  choices: {
    text: '¿Cuál?',
    question: 'q2',
    choices: [
      { id: 'a', label: 'Saldo' },
      { id: 'go:plan', label: 'Mi plan' },
    ],
    expects: 'text',
  },
  NPS: {
    text: 'Del 0 al 10',
    question: 'nps',
    choices: [...Array.from({ length: 11 }, (_, index) => ({ id: `${index}`, label: `${index}` })), { id: 'x', label: 'Ahora no' }],
  },
  'a balance': balance,
  consent,
  'a carousel': { text: 'Estos hay:', question: 'q', cards: [pack('Día'), pack('Semana'), pack('Mes')] },
  'a link': { text: 'Paga aquí:', link: { label: 'Pagar Q 349.00', url: 'https://pay.example/t' } },
  'a card with a link': { ...consent, link: { label: 'Pagar', url: 'https://pay.example/t' } },
  'a code': { text: 'Escribe el código.', expects: 'code', question: 'code' },
  'a person': { text: 'Hola, Carlos.\n¿Te aviso?', speaker: 'Ana Lucía' },
  hostile: {
    text: '# <img src=x onerror=alert(1)> [clic](javascript:alert(1)) *ok* `x`\n- uno\n1. dos',
    cards: [{ speak: 's', head: { icon: 'help', title: '**no** [x](http://e)' }, facts: [{ name: '_a_', value: '<b>' }] }],
  },
  'far too much': {
    text: 'x'.repeat(9_000),
    choices: Array.from({ length: 60 }, (_, index) => ({ id: `${index}`, label: 'y'.repeat(80) })),
    cards: Array.from({ length: 30 }, () => ({
      speak: 'z'.repeat(900),
      facts: Array.from({ length: 40 }, () => ({ name: 'n', value: 'v'.repeat(900) })),
    })),
  },
};

const Button = z.object({
  title: z.string(),
  displayText: z.string(),
  text: z.string(),
  type: z.literal('messageBack'),
  value: z.object({ q: z.string().optional(), choice: z.string() }),
});
const Card = z.object({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: z.object({
    type: z.literal('AdaptiveCard'),
    version: z.literal('1.5'),
    lang: z.enum(['es', 'en']),
    speak: z.string().min(1).max(CARD.speak),
    body: z.array(
      z.object({
        type: z.enum(['Container', 'ColumnSet', 'TextBlock', 'FactSet']),
        facts: z.array(z.unknown()).max(CARD.facts).optional(),
      }),
    ),
    actions: z
      .array(
        z.union([
          z.object({
            type: z.literal('Action.Submit'),
            data: z.object({ __isBotFrameworkCardAction: z.literal(true), cardAction: Button }),
          }),
          z.object({ type: z.literal('Action.OpenUrl'), url: z.url({ protocol: /^(https?|tel)$/ }) }),
        ]),
      )
      .min(1)
      .max(CARD.actions)
      .optional(),
  }),
});
const Rendered = z.object({
  id: z.string(),
  type: z.literal('message'),
  timestamp: z.iso.datetime(),
  channelId: z.literal('webchat'),
  from: z.object({ role: z.literal('bot') }),
  conversation: z.object({ id: z.literal('abc') }),
  text: z.string().max(2 * WEBCHAT.text),
  speak: z.string(),
  attachments: z.array(Card).max(WEBCHAT.cards).optional(),
  suggestedActions: z.object({ actions: z.array(Button).max(WEBCHAT.chips) }).optional(),
});

describe.each(Object.entries(SAMPLES))('%s', (name, message) => {
  const all = () => render(Message.parse(message), place).map((activity) => Rendered.parse(JSON.parse(JSON.stringify(activity))));
  const buttons = () =>
    all().flatMap(({ attachments = [], suggestedActions }) => [
      ...attachments.flatMap(({ content }) => (content.actions ?? []).flatMap((action) => ('data' in action ? [action.data.cardAction] : []))),
      ...(suggestedActions?.actions ?? []),
    ]);

  test('fits Web Chat, and its buttons come back as what they are', () => {
    expect(all().length).toBeGreaterThan(0);
    for (const { title, text, value } of buttons()) {
      expect(title.length).toBeLessThanOrEqual(name === 'far too much' ? WEBCHAT.chip : 20);
      const { arrival } = receive({ type: 'message', text, value, channelData: { messageBack: {} } }, 'dl_x', () => false);
      const isStart = value.choice.startsWith('go:');
      expect(arrival).toMatchObject({
        kind: 'said',
        tap: { choice: value.choice, ...(!isStart && message.question && { question: message.question }) },
      });
      if (isStart) expect(value.q).toBeUndefined();
    }
  });

  test('says the same without buttons', () => {
    const lines = plainLines(message);
    const labels = [...(message.cards ?? []).flatMap(({ actions = [] }) => actions), ...(message.choices ?? [])].map(
      ({ label }, index) => `${index + 1}. ${label}`,
    );
    expect(lines.filter((line) => labels.includes(line))).toEqual(labels);
    for (const line of lines) expect(line).not.toContain('\n');
    for (const card of message.cards ?? []) for (const { value } of card.facts ?? []) expect(plainText(message)).toContain(value);
  });
});

test('the anatomy of a card', () => {
  const [activity] = render(balance, place);
  const Parts = z.object({
    content: z.object({
      body: z.array(z.object({ type: z.string(), style: z.string().optional() })),
      actions: z.array(z.object({ title: z.string(), style: z.string().optional() })),
    }),
  });
  expect(z.array(Parts).parse(activity?.attachments)).toEqual([
    {
      content: {
        body: [{ type: 'Container', style: 'accent' }, { type: 'Container' }, { type: 'FactSet' }],
        actions: [{ title: 'Recargar', style: 'positive' }, { title: 'Comprar un paquete' }],
      },
    },
  ]);
  const [carousel] = render(SAMPLES['a carousel'] as Message, place);
  expect(carousel).toMatchObject({ attachmentLayout: 'carousel', text: 'Estos hay:' });
});

test('Markdown of others is shown, not obeyed; words to type are bold', () => {
  const textOf = (text: string): string | undefined => render({ text }, place)[0]?.text;
  expect(textOf('Escribe *menú*.')).toBe('Escribe **menú**.');
  expect(textOf('2 * 3 * 4')).toBe('2 * 3 * 4');
  expect(textOf('*ok* <b> [x](y) _z_')).toBe('**ok** \\<b\\> \\[x\\](y) \\_z\\_');
  expect(textOf('*ok*\n- uno\n1. dos\n# tres')).toBe('**ok**  \n\\- uno  \n1\\. dos  \n\\# tres');
  const [plain] = render({ text: '<b>hola</b> - [x](y)' }, place);
  expect(plain).toMatchObject({ text: '<b>hola</b> - [x](y)', textFormat: 'plain' });
  const [hostile] = render(SAMPLES['hostile'] as Message, place);
  expect(JSON.stringify(hostile?.attachments)).toContain('\\\\*\\\\*no\\\\*\\\\* \\\\[x\\\\](http://e)');
});

test('what the page needs beside the words', () => {
  expect(render(SAMPLES['a code'] as Message, place)[0]).toMatchObject({ channelData: { expects: 'code' }, inputHint: 'expectingInput' });
  const [person] = render(SAMPLES['a person'] as Message, place);
  expect(person).toMatchObject({ text: '', channelData: { speaker: 'Ana Lucía' }, speak: 'Hola, Carlos.\n¿Te aviso?' });
  expect(JSON.stringify(person?.attachments)).toContain('**Ana Lucía**');
  expect(render({ text: 'x' }, { ...place, replyTo: 'abc|1' })[0]).toMatchObject({ replyToId: 'abc|1', inputHint: 'acceptingInput' });
  expect(render({ text: 'x', link: { label: 'l', url: 'javascript:alert(1)' } }, place)[0]).not.toHaveProperty('attachments');
});

test('plain text', () => {
  expect(plainText(balance)).toBe(
    'Saldo disponible: Q\u00a048.50 (•••• 4821)\nPrepago · vence el 30 de noviembre\nDatos: 3.2 de 5 GB, Se renuevan en 6 días\nSMS: 40 de 50\n1. Recargar\n2. Comprar un paquete',
  );
  expect(plainText(SAMPLES['a command to type'] as Message)).toBe('Escribe "menú" para empezar,\no "ayuda".');
});
