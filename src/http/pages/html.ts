/** Markup that is already safe to send. Made by {@link html} only. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[] | false | undefined;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

const inserted = (value: Value): string => {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'markup' in value ? value.markup : value.map((part) => part.markup).join('');
};

/** Template tag: every value is escaped for text and for quoted attributes, unless it is {@link Html} itself. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.map((part, at) => part + inserted(values[at])).join(''),
});

/** Data for the page's script, in a block that is never run. `<` is written so that no text can end the block. */
export const dataBlock = (id: string, data: unknown): Html => ({
  markup: `<script type="application/json" id="${escaped(id)}">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`,
});

/** A style element of our own rules: the nonce lets it pass, and `css` never holds anything a customer wrote. */
export const styleBlock = (nonce: string, css: string): Html => ({
  markup: `<style nonce="${escaped(nonce)}">${css.replace(/</g, '')}</style>`,
});
