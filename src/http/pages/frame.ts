import type { Language } from '../../domain/texts';
import type { Assets } from './assets';
import { brandRules, type Brand } from './brand';
import { html, styleBlock, type Html } from './html';
import { DRAWINGS } from './starters';

/** What every page is made with. */
export interface PageContext {
  readonly assets: Assets;
  readonly brand: Brand;
  /** ISO 3166-1 alpha-2, for the region of the page's language ("es-GT"). */
  readonly country: string;
  readonly language: Language;
  readonly nonce: string;
}

const DEEP = '#0a1f5c';

export const icon = (name: keyof typeof DRAWINGS): Html =>
  html`<svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><path d="${DRAWINGS[name]}" /></svg>`;

/** Spanish belongs to a country; English here is nobody's in particular. */
export const languageTag = (language: Language, country: string): string => (language === 'es' ? `es-${country}` : 'en');

/** The whole document: the theme is set before anything is painted, and the styles are the shared ones and the page's own. */
export const frame = (context: PageContext, title: string, styles: readonly string[], more: Html, body: Html): Html => {
  const { assets, brand, country, language, nonce } = context;
  const own = brandRules(brand);
  return html`<html lang="${languageTag(language, country)}" data-theme="light">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
      <title>${title}</title>
      <meta name="theme-color" content="${brand.tokens?.light?.['brand-deep'] ?? DEEP}" />
      <link rel="icon" href="${assets.url('shared/icons/mark.svg')}" />
      <script src="${assets.url('shared/theme.js')}"></script>
      ${['shared/tokens.css', 'shared/base.css', ...styles].map((path) => html`<link rel="stylesheet" href="${assets.url(path)}" />`)}
      ${own !== '' && styleBlock(nonce, own)} ${more}
    </head>
    ${body}
  </html>`;
};
