import { z } from 'zod';
import { faultsOf } from './contrast';

/** The tokens an operator may change, in both themes; everything else in `tokens.css` stays ours. */
export const BRAND_TOKENS = [
  'brand-deep',
  'brand-deep-2',
  'brand',
  'brand-hover',
  'on-brand',
  'brand-soft',
  'brand-line',
  'glow',
  'user-bubble',
  'on-user-bubble',
] as const;

const Colours = z.partialRecord(z.enum(BRAND_TOKENS), z.string().regex(/^#[0-9a-f]{6}$/i));

/** What an operator may say about its brand: a name of at most 40 characters, and colours as `#rrggbb`. */
export const Brand = z.object({
  name: z.string().trim().min(1).max(40),
  tokens: z.object({ light: Colours.optional(), dark: Colours.optional() }).optional(),
});
export type Brand = z.infer<typeof Brand>;

const rules = (selector: string, colours: z.infer<typeof Colours> | undefined): string =>
  colours && Object.keys(colours).length > 0
    ? `${selector}{${Object.entries(colours)
        .map(([name, value]) => `--${name}:${value}`)
        .join(';')}}`
    : '';

/** The style rules of an operator's own colours; empty when it changes none. */
export const brandRules = ({ tokens }: Brand): string =>
  rules(":root:not([data-theme='dark'])", tokens?.light) + rules(":root[data-theme='dark']", tokens?.dark);

/**
 * Checks a brand against the delivered tokens.
 *
 * @throws when a name or colour is malformed, or when the colours make a text hard to read (WCAG 2.2 AA): such a page must not go online
 */
export const checkedBrand = (brand: Brand, tokensCss: string): Brand => {
  const read = Brand.parse(brand);
  const faults = faultsOf(tokensCss, read.tokens);
  if (faults.length > 0) throw new Error(`Brand colours are hard to read: ${faults.join('; ')}`);
  return read;
};
