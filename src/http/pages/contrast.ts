/** WCAG 2.2 AA: text at least 4.5:1 (1.4.3), edges of controls and marks of charts at least 3:1 (1.4.11). */
const TEXT_MIN = 4.5;
const MARK_MIN = 3;

type Colours = Readonly<Record<string, string>>;
type Pair = readonly [foreground: string, background: string];

const SURFACES = ['canvas', 'surface', 'surface-2'];
const STATES = ['ok', 'warn', 'bad'];
const TEXT: readonly Pair[] = [
  ...SURFACES.flatMap((under) => ['ink', 'ink-2', 'ink-3', 'brand', ...STATES].map((text): Pair => [text, under])),
  ...['ink', 'ink-2', 'brand'].map((text): Pair => [text, 'brand-soft']),
  ...['brand', 'brand-hover'].map((under): Pair => ['on-brand', under]),
  ['on-user-bubble', 'user-bubble'],
  ...['on-deep', 'on-deep-2'].flatMap((text) => ['brand-deep', 'brand-deep-2'].map((under): Pair => [text, under])),
  ...STATES.flatMap((state) => [state, 'ink', 'ink-2'].map((text): Pair => [text, `${state}-soft`])),
];
const MARKS: readonly Pair[] = [
  ['line-strong', 'surface'],
  ['line-strong', 'canvas'],
  ['brand', 'surface'],
  ['brand', 'canvas'],
  ['glow', 'brand-deep'],
  ['c1', 'surface'],
  ['c2', 'surface'],
  ['c3', 'surface'],
];

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, definition "relative luminance"). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const ratio = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const coloursIn = (css: string): Colours =>
  Object.fromEntries([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name = '', value = '']) => [name, value]));

const tooLow = (theme: string, colours: Colours, min: number, pairs: readonly Pair[]): string[] =>
  pairs.flatMap(([over, under]) => {
    const [front, back] = [colours[over], colours[under]];
    if (!front || !back) return [`${theme}: ${front ? under : over} is missing`];
    const found = ratio(front, back);
    return found < min ? [`${theme}: ${over} on ${under} is ${found.toFixed(2)}, not ${min}`] : [];
  });

/** Every pair of colours that is hard to read, in words; none when all is well. `css` is `tokens.css`, the overrides an operator's own colours. */
export const faultsOf = (
  css: string,
  overrides?: { readonly light?: Partial<Colours> | undefined; readonly dark?: Partial<Colours> | undefined },
): string[] => {
  const [day = '', night = ''] = css.split(/(?=:root\[data-theme='dark'\])/);
  const plain = (colours: Partial<Colours> | undefined): Colours =>
    Object.fromEntries(Object.entries(colours ?? {}).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const light = { ...coloursIn(day), ...plain(overrides?.light) };
  const dark = { ...coloursIn(day), ...coloursIn(night), ...plain(overrides?.dark) };
  return [
    ...tooLow('light', light, TEXT_MIN, TEXT),
    ...tooLow('light', light, MARK_MIN, MARKS),
    ...tooLow('dark', dark, TEXT_MIN, TEXT),
    ...tooLow('dark', dark, MARK_MIN, MARKS),
  ];
};
