const token = (name: string): string => `var(--${name})`;

type Shades = Readonly<Record<string, { readonly default: string; readonly subtle: string }>>;

const shade = (plain: string, subtle = plain): { default: string; subtle: string } => ({ default: token(plain), subtle: token(subtle) });

const shades = (plain: string, subtle: string, accent = 'brand'): Shades => ({
  default: shade(plain, subtle),
  accent: shade(accent),
  good: shade('ok'),
  warning: shade('warn'),
  attention: shade('bad'),
  dark: shade('ink', 'ink-2'),
  light: shade('on-deep', 'on-deep-2'),
});

const container = (background: string): object => ({ backgroundColor: token(background), foregroundColors: shades('ink', 'ink-2') });

/** How Adaptive Cards are drawn. It replaces Web Chat's own whole. A colour that is not `#AARRGGBB` goes straight to CSS, so variables work here too. */
export const hostConfig: object = {
  supportsInteractivity: true,
  fontFamily: token('font'),
  fontSizes: { small: 14, default: 16, medium: 17, large: 20, extraLarge: 32 },
  fontWeights: { lighter: 400, default: 400, bolder: 650 },
  lineHeights: { small: 20, default: 24, medium: 24, large: 28, extraLarge: 40 },
  spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: token('line') },
  imageSizes: { small: 24, medium: 48, large: 96 },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors: shades('ink', 'ink-2') },
    accent: { backgroundColor: token('brand-deep'), foregroundColors: shades('on-deep', 'on-deep-2', 'glow') },
    emphasis: container('brand-soft'),
    good: container('ok-soft'),
    warning: container('warn-soft'),
    attention: container('bad-soft'),
  },
  actions: {
    maxActions: 6,
    buttonSpacing: 8,
    spacing: 'medium',
    actionsOrientation: 'vertical',
    actionAlignment: 'stretch',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
  adaptiveCard: { allowCustomStyle: true },
  textBlock: { headingLevel: 3 },
  factSet: {
    title: { weight: 'default', isSubtle: true, wrap: true, maxWidth: 170 },
    value: { weight: 'default', wrap: true },
    spacing: 16,
  },
};
