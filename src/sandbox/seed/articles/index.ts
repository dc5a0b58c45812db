import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Languages of the help center, by the name it has for them. */
export const LOCALES = { es: 'es-419', en: 'en-us' } as const;
type Language = keyof typeof LOCALES;

/** One article of the help center, in both languages, as its authors keep it. */
export interface SeededArticle {
  /** `A01`; a country's own version has the country behind it: `A43-SV`. */
  readonly code: string;
  readonly id: number;
  readonly section: string;
  /** Two small letters each; empty: for every country. */
  readonly countries: readonly string[];
  /** What the article leads to in the chat. */
  readonly skills: readonly string[];
  readonly flags: ReadonlySet<Flag>;
  readonly texts: Readonly<Record<Language, { readonly title: string; readonly body: string; readonly phrasings: readonly string[] }>>;
}
const FLAGS = ['draft', 'archived', 'promoted', 'outdated'] as const;
type Flag = (typeof FLAGS)[number];

const FIRST_ID = 360_000_000_000;
/** Countries' own versions come behind the last common article. */
const VERSIONS = ['', 'CO', 'SV', 'X'];
const VERSION_STEP = 1_000;

/**
 * What the `.txt` files beside this one say: a head (`=== A01 section`, settings, phrasings by language), then `--- es Title` and HTML for each
 * language. `{A39}` in a link is that article's address.
 */
export const ARTICLES: readonly SeededArticle[] = readdirSync(__dirname)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(join(__dirname, name), 'utf8').split(/^=== /m).slice(1).map(article))
  .sort((a, b) => a.id - b.id);

/** @throws Error for a text that is not written as above: a mistake in the seeds. */
function article(written: string): SeededArticle {
  const [head = '', ...bodies] = written.split(/^--- /m);
  const [first = '', ...settings] = head.trim().split('\n');
  const [code = '', section = ''] = first.split(' ');
  const of = (name: string): string => settings.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const text = (language: Language): SeededArticle['texts'][Language] => {
    const [title = '', ...html] = (bodies.find((body) => body.startsWith(`${language} `)) ?? '').slice(language.length + 1).split('\n');
    if (title === '' || html.length === 0) throw new Error(`${code} has no ${language}`);
    return { title, body: linked(html.join('\n').trim(), language), phrasings: of(language).split('; ').filter(Boolean) };
  };
  const words = new Set(settings.flatMap((line) => (line.includes(':') ? [] : line.split(' '))));
  return {
    ...{ code, section, id: idOf(code), countries: of('country').split(' ').filter(Boolean), skills: of('go').split(' ').filter(Boolean) },
    flags: new Set(FLAGS.filter((flag) => words.has(flag))),
    texts: { es: text('es'), en: text('en') },
  };
}

function idOf(code: string): number {
  const [number = '', version = ''] = code.slice(1).split('-');
  return FIRST_ID + Number(number) + VERSIONS.indexOf(version) * VERSION_STEP;
}

function linked(html: string, language: Language): string {
  return html.replace(/\{(A\d{2}(?:-\w+)?)\}/g, (_, code: string) => `/hc/${LOCALES[language]}/articles/${idOf(code)}`);
}
