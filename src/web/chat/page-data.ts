export type Language = 'es' | 'en';
export type Texts = Readonly<Record<string, string>>;

/** What the server wrote into the page for its script. Our own server, same answer: shapes are trusted. */
export interface PageData {
  readonly language: Language;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Address of the Web Chat bundle. */
  readonly bundle: string;
  readonly texts: Readonly<Record<Language, Texts>>;
}

/** An element of our own page. Throws when the page and its script do not fit together. */
export const part = <T extends Element = HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
};

const isPageData = (data: unknown): data is PageData => typeof data === 'object' && data !== null && 'texts' in data && 'bundle' in data;

/** Throws when the page and its script do not fit together. */
export const readPageData = (): PageData => {
  const data: unknown = JSON.parse(part('#page-data').textContent ?? '');
  if (!isPageData(data)) throw new Error('The page has no data');
  return data;
};

/** The nonce of this answer, which Web Chat needs for its style elements. Browsers hide the attribute, not the property. */
export const pageNonce = (): string => part<HTMLScriptElement>('#page-script').nonce ?? '';
