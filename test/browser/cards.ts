/** Adaptive Cards as the web chat's renderer makes them, enough of them to see that the page draws each part. */
type Part = Readonly<Record<string, unknown>>;

const text = (words: string, more: Part = {}): Part => ({ type: 'TextBlock', text: words, wrap: true, ...more });
const column = (width: string, ...items: Part[]): Part => ({ type: 'Column', width, verticalContentAlignment: 'center', items });
const columns = (more: Part, ...parts: Part[]): Part => ({ type: 'ColumnSet', ...more, columns: parts });
const small = { size: 'small', isSubtle: true };
const facts = (rows: Readonly<Record<string, string>>): Part => ({
  type: 'FactSet',
  separator: true,
  spacing: 'medium',
  facts: Object.entries(rows).map(([title, value]) => ({ title, value })),
});
const bar = (share: number): Part =>
  columns(
    { spacing: 'small' },
    { type: 'Column', width: share, style: 'good', minHeight: '8px', items: [] },
    { type: 'Column', width: 100 - share, style: 'emphasis', minHeight: '8px', spacing: 'none', items: [] },
  );
const meter = (name: string, left: string, share: number, until: string): Part => ({
  type: 'Container',
  spacing: 'medium',
  items: [
    columns({}, column('stretch', text(name, { weight: 'bolder' })), column('auto', text(left))),
    bar(share),
    text(until, { ...small, spacing: 'small' }),
  ],
});
const hero = (label: string, figure: string, under: string, line: string): Part => ({
  type: 'Container',
  style: 'accent',
  bleed: true,
  items: [
    columns({}, column('stretch', text(label, small)), column('auto', text(line, small))),
    text(figure, { size: 'extraLarge', weight: 'bolder', spacing: 'none' }),
    text(under, { ...small, spacing: 'none' }),
  ],
});
const head = (icon: string, title: string, line: string): Part =>
  columns(
    {},
    column('auto', { type: 'Image', url: `/static/shared/icons/${icon}.svg`, width: '24px', altText: '' }),
    { ...column('stretch', text(title, { weight: 'bolder', size: 'medium', style: 'heading' })), spacing: 'small' },
    column('auto', text(line, small)),
  );
const note = (style: string, words: string): Part => ({
  type: 'Container',
  style,
  spacing: 'medium',
  items: [text(words, { size: 'small' })],
});
const tap = (title: string, choice: string, style?: string): Part => ({
  type: 'Action.Submit',
  title,
  ...(style && { style }),
  data: {
    __isBotFrameworkCardAction: true,
    cardAction: { type: 'messageBack', title, displayText: title, text: title, value: { q: 'q1', choice } },
  },
});
const card = (speak: string, body: Part[], actions: Part[]): Part => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: { type: 'AdaptiveCard', version: '1.5', lang: 'es', speak, body, ...(actions.length > 0 && { actions }) },
});

export const BALANCE = card(
  'Línea terminada en 0101: 37 quetzales con 50.',
  [
    hero('Saldo disponible', 'Q\u00a037.50', 'Vale hasta el viernes 11 de diciembre', '••••\u00a00101'),
    meter('Datos', '1.2 GB de 3 GB', 40, 'Hasta el domingo a las 11:59 p. m.'),
    facts({ Minutos: '45', SMS: '20' }),
  ],
  [tap('Comprar paquete', 'packs', 'positive'), tap('En qué se fue', 'movements')],
);

export const PLAN = card(
  'Tu plan: Prepago Diario.',
  [
    head('signal', 'Tu plan', '••••\u00a00101'),
    facts({ Plan: 'Prepago Diario', Renueva: 'cada día' }),
    note('warning', '**Última lectura** a la 1:52 p. m.'),
  ],
  [],
);

/** Its values are as long as people write. */
export const CASE = card(
  'Tu caso.',
  [
    head('help', 'Tu caso', 'C-7K2P9'),
    facts({
      Motivo: 'Pagué mi factura en una tienda hace tres días y todavía no la veo aplicada en mi cuenta',
      Abierto: 'el viernes 20 de noviembre a las 3:45 p. m., por este chat',
      Estado: 'En revisión: te escribimos aquí mismo en cuanto haya respuesta de cobros',
    }),
  ],
  [],
);

export const pack = (name: string, size: string, price: string): Part =>
  card(
    `${name}, ${size}, ${price}`,
    [text(name, small), text(size, { size: 'extraLarge', weight: 'bolder', spacing: 'none' }), facts({ Redes: 'incluidas' })],
    [tap(`Elegir por ${price}`, name, 'positive')],
  );
