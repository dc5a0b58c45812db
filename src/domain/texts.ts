/** Languages the bot speaks. Spanish first: it decides the keys and the parameters. */
export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Forms of address in Spanish. A country has a default; `usted` may take over in a conversation, never the way back. */
export const FORMS = ['tu', 'vos', 'usted'] as const;
export type Form = (typeof FORMS)[number];

/** A text, or a function from its values to a text. */
export type Entry = string | ((values: never) => string);

const formed: unique symbol = Symbol('formed');
/** One text in every form of address in use; a missing form does not compile. */
export interface Formed<E extends Entry> {
  readonly [formed]: Readonly<Record<Form, E>>;
}

/** Marks a Spanish text that depends on the form of address. Most should not: write around it where you can. */
export function forms<E extends Entry>(byForm: Readonly<Record<Form, E>>): Formed<E> {
  return { [formed]: byForm };
}

type Spanish = Readonly<Record<string, Entry | Formed<Entry>>>;
/** What a skill sees: every text resolved for one language and form. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends Formed<infer E> ? Plain<E> : Plain<T[K]> };
type Plain<E> = E extends (values: infer V) => string ? (values: V) => string : string;

/** The texts of one skill in every language. Made by {@link catalog}, read through {@link textsFor}. */
export interface Catalog<T> {
  readonly es: T;
  readonly en: Texts<T>;
}

/**
 * Spanish decides the keys and their parameters; English that is missing, or typed differently, does not compile.
 *
 * @example catalog({ done: (v: { ref: string }) => `Listo: ${v.ref}` }, { done: (v) => `Done: ${v.ref}` })
 */
export function catalog<T extends Spanish>(es: T, en: NoInfer<Texts<T>>): Catalog<T> {
  return { es, en };
}

const resolved = new WeakMap<object, Map<string, unknown>>();

/** The texts of `catalog` in `language`; in Spanish, addressed as `form`. Made once for each pair. */
export function textsFor<T extends Spanish>(all: Catalog<T>, language: Language, form: Form): Texts<T> {
  if (language === 'en') return all.en;
  const known = resolved.get(all.es) ?? new Map<string, unknown>();
  resolved.set(all.es, known);
  const made = known.get(form) ?? Object.fromEntries(Object.entries(all.es).map(([key, entry]) => [key, inForm(entry, form)]));
  known.set(form, made);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- key by key what the type says, which fromEntries cannot know
  return made as Texts<T>;
}

function inForm(entry: Entry | Formed<Entry>, form: Form): Entry {
  return typeof entry === 'object' ? entry[formed][form] : entry;
}

/** What a customer reads of a text: "a las 11:59 p. m." ends its sentence with the dot it has. */
export const oneDot = (text: string): string => text.replace(/(?<!\.)\.\.(?!\.)/g, '.');
