import type { Language, PageData } from './page-data.js';

/** What the page says, in the language chosen now. */
export interface Speech {
  readonly language: () => Language;
  /** The language with its region where it has one: `es-GT`, `en`. */
  readonly tag: () => string;
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** Called after the page's own texts have changed. */
  readonly onSwitch: (heard: (language: Language) => void) => void;
  /** Writes the text of `key` into an element, and keeps it right when the language changes. */
  readonly write: (element: HTMLElement, key: string) => void;
}

const ATTRIBUTES = { tLabel: 'aria-label', tPlaceholder: 'placeholder' } as const;
const YEAR_S = 365 * 24 * 3600;

const each = (selector: string, act: (element: HTMLElement) => void): void => document.querySelectorAll<HTMLElement>(selector).forEach(act);

/** Every text of the page carries its key; what differs per button carries both words. */
const repaint = (language: Language, t: Speech['t']): void => {
  each('[data-t]', (element) => (element.textContent = t(element.dataset['t'] ?? '')));
  each('[data-t-label], [data-t-placeholder]', (element) => {
    for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
      const key = element.dataset[name];
      if (key) element.setAttribute(attribute, t(key));
    }
  });
  each('[data-es]', (element) => ((element.querySelector('span') ?? element).textContent = element.dataset[language] ?? ''));
  each('[data-lang]', (button) => button.setAttribute('aria-pressed', String(button.dataset['lang'] === language)));
};

export const createSpeech = (data: PageData): Speech => {
  let language = data.language;
  const listeners: ((language: Language) => void)[] = [];
  const tag = (): string => (language === 'es' ? `es-${data.country}` : 'en');
  const t: Speech['t'] = (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => String(value)), data.texts[language][key] ?? key);
  const choose = (wanted: Language): void => {
    if (wanted === language) return;
    language = wanted;
    document.documentElement.lang = tag();
    document.cookie = `lang=${language}; path=/; max-age=${YEAR_S}; samesite=lax`;
    repaint(language, t);
    document.title = t('title');
    listeners.forEach((heard) => heard(language));
  };
  each('[data-lang]', (button) => button.addEventListener('click', () => choose(button.dataset['lang'] === 'en' ? 'en' : 'es')));
  const write = (element: HTMLElement, key: string): void => {
    element.dataset['t'] = key;
    element.textContent = t(key);
  };
  return { language: () => language, tag, t, write, onSwitch: (heard) => void listeners.push(heard) };
};
