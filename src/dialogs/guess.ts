import { fold } from '../domain/fold';
import { textsFor, type Language } from '../domain/texts';
import type { Intent, Recogniser } from '../understanding/port';
import { deniedIn, mayBeOthers } from '../understanding/rules';
import type { Message } from '../domain/message';
import type { Desk } from './engine/desk';
import { moneyTexts } from './engine/money-texts';
import { choicesOf, replyOf, yesOrNo } from './engine/question';
import type { Round, Wanted } from './round';
import { MENU, START } from './voice';

/** A recogniser that also says how far to trust it. */
export interface Guesser {
  /** sure: the one intent, and perhaps a second wish. unsure: the best two or three. none: empty. */
  hear(text: string, language: Language): Heard | Promise<Heard>;
  /** Whether it can tell this skill from others. */
  knows(skill: string): boolean;
  /** What a text is written in, whatever it wants. Undefined: it could be either. */
  languageOf(text: string): Language | undefined;
}
interface Heard {
  readonly band: 'sure' | 'unsure' | 'none';
  readonly intents: readonly Intent[];
  readonly then?: Intent;
  readonly more?: readonly Intent[];
}

export interface Ears {
  readonly recogniser: Recogniser;
  readonly guesser?: Guesser;
  readonly isBuilt: (skill: string) => boolean;
}

/** Wanted by saying what is not wanted: "no quiero más avisos". */
const STOPS = 'reminders-stop';
/** From this share of what was written on a phrase of a skill says more than what may be meant by the rest. */
const MOST_OF_IT = 0.5;
const ALL_OF_IT = 1;
/** So many words are no chance: "mi recarga no llegó". */
const TELLING_WORDS = 3;
/** Below it a guess says nothing of the language either: of "mejor 40" it was English. */
const HEARD = 0.3;
/** Buttons of "is it about…?". */
const ASKED_AT_MOST = 3;

/** "No pedí ningún adelanto" complains of one; "no quiero un adelanto" wants none. */
const COMPLAINS = /\bno (?:te |le |les )?(?:lo |la )?(?:pedi|solicite|autorice)\b|\b(?:did not|didnt|never) (?:ask|request|order)/;

/**
 * What a text wants. A phrase that is all of it decides; else the trained model, except of skills that it cannot tell from others and that most of the
 * text names. Where the model is unsure, a phrase of some words decides; a shorter one that is most of the text is asked about; one that merely occurs
 * in it says nothing: "pagué el recibo de la luz" holds "el recibo". Two wishes come in the order they were written.
 */
export async function wanted(text: string, language: Language, ears: Ears): Promise<Wanted> {
  const wish = await wishIn(text, language, ears);
  if (wish.band !== 'sure' || wish.skill === STOPS) return wish;
  const unwanted = COMPLAINS.test(fold(text)) ? undefined : deniedIn(text)?.denied;
  const not = unwanted === undefined ? undefined : await wishIn(unwanted, language, ears);
  return not?.band === 'sure' && not.skill !== wish.skill ? { ...wish, denied: not.skill } : wish;
}

async function wishIn(text: string, language: Language, { recogniser, guesser }: Ears): Promise<Wanted> {
  const [phrase] = recogniser.rank(text, language);
  if (guesser === undefined) return phrase ? named(phrase) : { band: deniedIn(text) ? 'denied' : 'none' };
  const heard = await guesser.hear(text, language);
  const [first] = heard.intents;
  if (heard.band === 'sure' && heard.then && first) return sure(first, [heard.then, ...(heard.more ?? [])]);
  if (phrase && phrase.score >= ALL_OF_IT) return named(phrase);
  const most = phrase && phrase.score >= MOST_OF_IT ? phrase : undefined;
  if (heard.band === 'sure' && first) {
    const isNamed = most !== undefined && (most.skill === first.skill || !guesser.knows(most.skill));
    return isNamed ? named(most) : sure(first);
  }
  const isFiner = most !== undefined && !guesser.knows(most.skill) && (most.words ?? 0) > 1;
  if (phrase && heard.band === 'unsure' && (isFiner || isTelling(phrase, first)) && !mayBeOthers(phrase.skill, text)) return named(phrase);
  const asked = most ? [most, ...heard.intents.filter(({ skill }) => skill !== most.skill)].slice(0, ASKED_AT_MOST) : heard.intents;
  const [best] = asked;
  if (best === undefined) return { band: deniedIn(text) ? 'denied' : 'none' };
  return {
    band: 'unsure',
    skills: asked.map(({ skill }) => skill),
    ...(best.language !== undefined && best.score >= HEARD && { language: best.language }),
  };
}

const isTelling = ({ skill, score, words = 0 }: Intent, guess: Intent | undefined): boolean =>
  words >= TELLING_WORDS && (score >= MOST_OF_IT || guess?.skill === skill);

/** Whether most of a text is a phrase of a skill. Nobody else hears it: it may be a secret. */
export const isNamed = (text: string, language: Language, { recogniser }: Ears): boolean =>
  (recogniser.rank(text, language)[0]?.score ?? 0) >= MOST_OF_IT;

const named = (phrase: Intent): Wanted => ({ ...sure(phrase), bare: phrase.score >= MOST_OF_IT });

const sure = ({ skill, language }: Intent, others: readonly Intent[] = []): Extract<Wanted, { band: 'sure' }> => {
  const then = others.map((other) => other.skill).filter((other) => other !== skill);
  return { ...{ band: 'sure', skill }, ...(language && { language }), ...(then.length > 0 && { then }) };
};

/** "I did not ask for that", where a case on just that was offered. */
const DENIES =
  /\bno (?:(?:lo|la|los|las) )?(?:pedi|contrate|compre|active|autorice)\b|\bno fui yo\b|\b(?:did not|didnt|never) (?:ask|order|buy|subscribe)\b|\bwasnt me\b/;
const denying = (text: string, choices: readonly { readonly id: string }[] = []): string | undefined =>
  DENIES.test(fold(text)) ? choices.find(({ id }) => id === `${START}subscription-case`)?.id : undefined;

/** "Sí" to the only thing that was offered in so many words: "Si quieres verlo con una persona, toca el botón." */
function onlyOne(said: Desk['said'], last: Message): string | undefined {
  const [only, ...others] = choicesOf(last).filter(({ id }) => id !== MENU);
  const offers = /\?\s*$|\bbot[oó]n\b|\bbutton\b/.test(last.text);
  return only && others.length === 0 && offers && !said.tap && yesOrNo(replyOf(said, last)) === true ? only.id : undefined;
}

const ITS_ME = /\b(?:fui yo|yo fui|yo mism[oa]|(?:yo )?(?:lo|la) cambie|it was me|i did|i changed it)\b/;
/** "¿Quién dice que lo cambié?", "¿puedo recargar o no?": neither a yes nor a no. */
const ASKS_BACK = /^(?:y )?(?:quien|acaso|cuando|como|donde|por ?que|who|when|how|why)\b|\bo no$/;
const NOT_ME = new RegExp(
  [
    '^no\\b',
    '\\b(?:no|nunca|jamas|tampoco|ni)(?:$| (?:(?:lo|la|he|e) )*(?:fui|soy|sido|cambi(?:e|ado)|hice|hecho|pedi|autorice)\\b)',
    '\\b(?:nadie|alguien|otra persona|nobody|somebody|someone)(?: [a-z]+){0,3} (?:cambi|chang)',
    '^negativo$|\\ben ningun momento\\b|\\bnot at all\\b|\\bnot(?:$| me\\b)|\\bwas ?n[o ]?t me\\b|\\bdon ?t think so\\b',
    '\\bi did ?n[o ]?t\\b|\\bi have ?n[o ]?t(?:$| (?:changed|done))|\\bnever(?:$| (?:changed|did)\\b)',
  ].join('|'),
);

/** "Did you change the SIM?": a no is never lost, it may be a thief's work. */
function ofTheSim({ desk: { said, record } }: Pick<Round, 'desk'>, last: Message): string | undefined {
  const t = textsFor(moneyTexts, record.language, record.form);
  const idOf = (wanted: string): string | undefined => last.choices?.find(({ label }) => label === wanted)?.id;
  const folded = fold(said.text);
  if (said.tap || idOf(t.itWasNotMe) === undefined || ASKS_BACK.test(folded)) return undefined;
  const yes = yesOrNo(replyOf(said, last));
  if (yes === false || NOT_ME.test(folded)) return idOf(t.itWasNotMe);
  return yes === true || ITS_ME.test(folded) ? idOf(t.itWasMe) : undefined;
}

const FIRST = /^(?:(?:y|si|ok|bueno|pues|entonces|mejor|a ver|quiero|quisiera|necesito|voy a|puedo|me gustaria|i want to|can i|let me) )*/;
const LAST = /(?: (?:ya|ahora|ahorita|mismo|por favor|porfa|pues|please|now))*$/;
const WHY = /^(?:eso )?por que(?: (?:tanto|tan \w+|asi|eso|subio|cambio|es|esta|cuesta|vale|me cobran|mas|caro))*$/;

/** "Quiero pagarlo ya" where one button begins with "Pagar", "¿y por qué?" where one asks that: what was just offered is meant, not what else can be paid. */
function likeOne(text: string, last: Message): string | undefined {
  const folded = fold(text).replace(FIRST, '').replace(LAST, '');
  const wanted = WHY.test(folded) ? 'por que' : /^([a-z]{2,}[aei]r)(?:l[oa]s?)?$/.exec(folded)?.[1];
  const alike =
    wanted === undefined
      ? []
      : choicesOf(last).filter(({ id, label }) => id !== MENU && id.startsWith(START) && `${fold(label)} `.startsWith(`${wanted} `));
  return alike.length === 1 ? alike[0]?.id : undefined;
}

/** The skill that was offered last under the number or the label that was typed: many phones show no buttons. `menu` and `other` ("something else") are none. */
export function offeredTo({ desk, voice }: Pick<Round, 'desk' | 'voice'>): string | undefined {
  const last = desk.record.last.at(-1);
  if (!last) return undefined;
  const { choice, numbered } = replyOf(desk.said, last);
  const picked =
    choice ??
    numbered ??
    ofTheSim({ desk }, last) ??
    denying(desk.said.text, last.choices) ??
    (desk.said.tap ? undefined : likeOne(desk.said.text, last)) ??
    onlyOne(desk.said, last);
  const { somethingElse } = voice.t(desk);
  if (picked === MENU) return choicesOf(last).some(({ id, label }) => id === MENU && label === somethingElse) ? 'other' : 'menu';
  return picked?.startsWith(START) ? picked.slice(START.length) : undefined;
}
