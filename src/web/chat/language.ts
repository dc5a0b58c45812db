import type { Language, PageData } from './page-data.js';

/** What the page says, in the language chosen now. */
export interface Speech {
  readonly language: () => Language;
  /** The language with its region where it has one: `es-GT`, `en`. */
  readonly tag: () => string;
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** Called after the page's own texts have changed, whoever changed them. */
  readonly onSwitch: (heard: (language: Language) => void) => void;
  /** Called when the customer presses ES or EN, also the one that the page shows already: the bot may be speaking the other. */
  readonly onChoice: (heard: (language: Language) => void) => void;
  /** Shows the page in the language that the bot speaks. What the customer chose is remembered, this is not. */
  readonly follow: (locale: string) => void;
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
  const switched: ((language: Language) => void)[] = [];
  const chosen: ((language: Language) => void)[] = [];
  const tag = (): string => (language === 'es' ? `es-${data.country}` : 'en');
  const t: Speech['t'] = (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => String(value)), data.texts[language][key] ?? key);
  const show = (wanted: Language): void => {
    if (wanted === language) return;
    language = wanted;
    document.documentElement.lang = tag();
    repaint(language, t);
    document.title = t('title');
    switched.forEach((heard) => heard(language));
  };
  const choose = (wanted: Language): void => {
    document.cookie = `lang=${wanted}; path=/; max-age=${YEAR_S}; samesite=lax`;
    show(wanted);
    chosen.forEach((heard) => heard(wanted));
  };
  const follow = (locale: string): void => {
    const [wanted] = locale.split('-');
    if (wanted === 'es' || wanted === 'en') show(wanted);
  };
  each('[data-lang]', (button) => button.addEventListener('click', () => choose(button.dataset['lang'] === 'en' ? 'en' : 'es')));
  const write = (element: HTMLElement, key: string): void => {
    element.dataset['t'] = key;
    element.textContent = t(key);
  };
  return {
    ...{ language: () => language, tag, t, write, follow },
    onSwitch: (heard) => void switched.push(heard),
    onChoice: (heard) => void chosen.push(heard),
  };
};
