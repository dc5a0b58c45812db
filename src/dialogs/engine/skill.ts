import { type z } from 'zod';
import type { Message } from '../../domain/message';
import { textsFor, type Catalog, type Entry, type Form, type Formed, type Language } from '../../domain/texts';
import type { Operation } from '../../domain/spending';
import type { Control } from './control';
import type { Erased } from './erased';
import type { Identities, Needs } from './identities';
import type { Known } from './known';
import { Agreed, type MoneyView } from './spend';
import type { Question, Reply } from './question';
import type { Piece } from './piece';
import type { Tools } from './tools';

export type { HomeAccount, Mobile, Signed } from './identities';
export type { Basics, Known } from './known';
export type { Tools } from './tools';

/** Where an answer may stand before its question is asked. */
export interface Fills {
  /** This piece of the sentence that began the skill is read as the answer. What the question does not take is asked. */
  readonly from: Piece;
}

/** One step of a flow, in the order in which the skill was written; its answer is kept under its name. */
export type Step = { readonly name: string; readonly keeps: z.ZodType<unknown>; readonly when?: (known: Erased) => boolean } & (
  | { readonly kind: 'ask'; readonly question: Question<Erased, unknown>; readonly secret: boolean; readonly from?: Piece }
  | { readonly kind: 'load'; readonly load: (known: Erased) => Promise<unknown> }
  | { readonly kind: 'act'; readonly act: (turn: Erased) => Promise<unknown> }
  | { readonly kind: 'consent'; readonly consent: Consent<Erased> }
);

/** Exactly what the customer agrees to. */
export interface Consent<K> {
  /** Pure. All that decides the charge stands in it: other words void a consent. */
  readonly words: (known: K) => Message;
  /** The main button: verb and amount, at most 20 characters. */
  readonly yes: (known: K) => string;
  /** The other button, where "No, cancelar" could be read as a yes; at most 20 characters. */
  readonly no?: (known: K) => string | undefined;
  /** Moves money in a way that asks for a code not older than five minutes: without one, a new code, and the same words again. */
  readonly stepUp?: (known: K) => boolean;
  /** What is said first to a reply that comes too early ("escribe el PIN después de decir sí"); undefined to any other. */
  readonly notYet?: (known: K, reply: Reply) => string | undefined;
  /** A reply that is another wish, though it may hold an amount: it changes nothing here. */
  readonly passes?: (reply: Reply) => boolean;
  /** Answers that can be changed here, with the label of the button. */
  readonly edits?: (known: K) => Readonly<Record<string, string>>;
}

export interface Skill {
  readonly id: string;
  readonly texts: Catalog<Erased>;
  /** What it is called: `title` in a sentence, `button` on a button. */
  readonly names: (language: Language, form: Form) => Names;
  /** What customers write, by language; the recogniser is made of it. */
  readonly utterances: Readonly<Record<Language, readonly string[]>>;
  readonly needs?: Needs;
  readonly steps: readonly Step[];
  readonly run: (turn: Erased) => Promise<void | Control>;
  readonly events: Readonly<Record<string, SkillEvent>>;
  /** How the end of an order is told that was not known when it was sent. */
  readonly settled?: (known: Erased, operation: Operation, what: Settlement) => Message | string;
}
/** `stuck`: nobody knows yet, a person looks at it, and `Operation` has no outcome. */
export type Settlement = 'done' | 'refused' | 'stuck';
interface SkillEvent {
  readonly schema: z.ZodType<unknown>;
  readonly run: (turn: Erased, value: Erased) => Promise<void>;
}

/** `title` as in "tu saldo"; `button` has at most 20 characters. */
export interface Names {
  readonly title: string;
  readonly button: string;
}
/** Every skill says what it is called. */
type Titled = { readonly title: string | Formed<string>; readonly button: string };

/** The first word of a skill: `skill('top-up', texts).hears(…).needs(…).asks(…).confirms(…).does(…)`. */
export function skill<T extends Titled & Readonly<Record<string, Entry | Formed<Entry>>>>(id: string, texts: Catalog<T>): Draft<T, object> {
  const names = (language: Language, form: Form): Names => {
    const { title, button } = textsFor<Titled>({ es: texts.es, en: texts.en }, language, form);
    return { title, button };
  };
  return draft<T, object>({ id, texts, names, utterances: { es: [], en: [] }, steps: [], events: {} });
}

type Plain = Omit<Skill, 'run'>;
type With<A, N extends string, R> = A & { readonly [K in N]: R };

/** A skill being written. Every word returns a new draft; what was asked so far is known, with its type, in all that follows. */
export interface Draft<T, A> {
  /** What customers write when they want this. */
  hears(utterances: Skill['utterances']): Draft<T, A>;
  /** Logs the customer in first; who they proved to be becomes known. */
  needs<const L extends keyof Identities>(
    login: L,
    how: Pick<Needs, 'level' | 'from' | 'fresh' | 'unless'> & { readonly money?: boolean },
  ): Draft<T, A & { readonly [K in L]: Identities[K] }>;
  /** Reads something (free, so it may run again) and remembers it. */
  loads<const N extends string, R>(
    name: N,
    keeps: z.ZodType<R>,
    load: (known: Known<T, A> & { readonly money: MoneyView }) => Promise<R | Control>,
  ): Draft<T, With<A, N, R>>;
  /** Asks one thing, unless the customer's sentence said it already: see {@link Fills}. */
  asks<const N extends string, R>(name: N, question: Question<Known<T, A>, R>, fills?: Fills): Draft<T, With<A, N, R>>;
  /** Asks one thing, if `when`; otherwise it stays undefined. */
  asksIf<const N extends string, R>(
    name: N,
    when: (known: Known<T, A>) => boolean,
    question: Question<Known<T, A>, R>,
    fills?: Fills,
  ): Draft<T, With<A, N, R | undefined>>;
  /** Asks for a secret: never stored, so nothing may be asked after it; dropped when the turn ends. */
  asksSecret<const N extends string, R>(name: N, question: Question<Known<T, A>, R>): Draft<T, With<A, N, R>>;
  /** Asks for a secret, if `when`; otherwise it stays undefined. */
  asksSecretIf<const N extends string, R>(
    name: N,
    when: (known: Known<T, A>) => boolean,
    question: Question<Known<T, A>, R>,
  ): Draft<T, With<A, N, R | undefined>>;
  /** Changes something outside on the way (an SMS); use `effect` inside. */
  acts<const N extends string, R>(name: N, keeps: z.ZodType<R>, act: (turn: Known<T, A> & Tools) => Promise<R | Control>): Draft<T, With<A, N, R>>;
  /** Asks for consent to exactly the words shown. "No" ends the skill. What was agreed to is what `money.spend` takes. */
  confirms<const N extends string>(name: N, consent: Consent<Known<T, A>>): Draft<T, With<A, N, Agreed>>;
  /** Says how an order ended whose end was not known in its turn. Told though the session is over: the engine then masks it. */
  settles(words: (known: Known<T, object>, operation: Operation, what: Settlement) => Message | string): Draft<T, A>;
  /** Handles an event posted under `name`. The open question stays, and is repeated if something was said. */
  on<R>(name: string, schema: z.ZodType<R>, run: (turn: Known<T, object> & Tools, value: R) => Promise<void>): Draft<T, A>;
  /** The last word. */
  does(run: (turn: Known<T, A> & Tools) => Promise<void | Control>): Skill;
}

function draft<T, A>(plain: Plain): Draft<T, A> {
  const add = <B>(step: Step): Draft<T, B> => draft<T, B>({ ...plain, steps: [...plain.steps, unique(plain, step)] });
  return {
    hears: (utterances) => draft({ ...plain, utterances }),
    needs: (login, { money = false, ...how }) => draft({ ...plain, needs: { login, money, ...how } }),
    loads: (name, keeps, load) => add({ kind: 'load', name, keeps, load }),
    asks: (name, question, fills) => add({ kind: 'ask', name, keeps: question.keeps, question, secret: false, ...fills }),
    asksIf: (name, when, question, fills) => add({ kind: 'ask', name, keeps: question.keeps, question, secret: false, when, ...fills }),
    asksSecret: (name, question) => add({ kind: 'ask', name, keeps: question.keeps, question, secret: true }),
    asksSecretIf: (name, when, question) => add({ kind: 'ask', name, keeps: question.keeps, question, secret: true, when }),
    acts: (name, keeps, act) => add({ kind: 'act', name, keeps, act }),
    confirms: (name, consent) => add({ kind: 'consent', name, keeps: Agreed, consent }),
    settles: (settled) => draft({ ...plain, settled }),
    on: (name, schema, run) => draft({ ...plain, events: { ...plain.events, [name]: { schema, run } } }),
    does: (run) => ({ ...plain, run }),
  };
}

/** Two steps of one name would share one answer, and the second would be skipped. */
function unique(plain: Plain, step: Step): Step {
  const last = plain.steps.at(-1);
  if (plain.steps.some(({ name }) => name === step.name)) throw new TypeError(`${plain.id}: two steps are called ${step.name}`);
  if (last?.kind === 'ask' && last.secret) throw new TypeError(`${plain.id}: ${step.name} comes after a secret, which is not kept`);
  return step;
}
