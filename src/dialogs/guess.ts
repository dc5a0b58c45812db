import { fold } from '../domain/fold';
import type { Language } from '../domain/texts';
import type { Intent, Recogniser } from '../understanding/port';
import { deniedIn } from '../understanding/rules';
import type { Message } from '../domain/message';
import type { Desk } from './engine/desk';
import { choicesOf, replyOf, yesOrNo } from './engine/question';
import type { Round, Wanted } from './round';
import { MENU, START } from './voice';

/** A recogniser that also says how far to trust it. */
export interface Guesser {
  /** sure: the one intent, and perhaps a second wish. unsure: the best two or three. none: empty. */
  hear(text: string, language: Language): Heard | Promise<Heard>;
}
interface Heard {
  readonly band: 'sure' | 'unsure' | 'none';
  readonly intents: readonly Intent[];
  readonly then?: Intent;
}

export interface Ears {
  readonly recogniser: Recogniser;
  readonly guesser?: Guesser;
  readonly isBuilt: (skill: string) => boolean;
}

/** From this score on a phrase of a skill is at least half of what was written: then it decides alone. */
const MOST_OF_IT = 1;

/** "No pedí ningún adelanto" complains of one; "no quiero un adelanto" wants none. */
const COMPLAINS = /\bno (?:te |le |les )?(?:lo |la )?(?:pedi|solicite|autorice)\b|\b(?:did not|didnt|never) (?:ask|request|order)/;

/**
 * What a text wants. A phrase that is most of it decides; else the trained model, where it is sure; else a phrase that merely occurs in it.
 * Two wishes come in the order they were written.
 */
export async function wanted(text: string, language: Language, ears: Ears): Promise<Wanted> {
  const wish = await wishIn(text, language, ears);
  if (wish.band !== 'sure') return wish;
  const unwanted = COMPLAINS.test(fold(text)) ? undefined : deniedIn(text)?.denied;
  const not = unwanted === undefined ? undefined : await wishIn(unwanted, language, ears);
  return not?.band === 'sure' && not.skill !== wish.skill ? { ...wish, denied: not.skill } : wish;
}

async function wishIn(text: string, language: Language, { recogniser, guesser }: Ears): Promise<Wanted> {
  const [phrase] = recogniser.rank(text, language);
  const heard = (await guesser?.hear(text, language)) ?? { band: 'none' as const, intents: [] };
  const [first] = heard.intents;
  if (heard.band === 'sure' && heard.then && first) return sure(first, heard.then);
  if (phrase && (phrase.score >= MOST_OF_IT || heard.band !== 'sure')) return { ...sure(phrase), bare: phrase.score >= MOST_OF_IT };
  if (!first) return { band: deniedIn(text) ? 'denied' : 'none' };
  const speaks = first.language === undefined ? {} : { language: first.language };
  return heard.band === 'sure' ? sure(first) : { band: 'unsure', skills: heard.intents.map(({ skill }) => skill), ...speaks };
}

const sure = ({ skill, language }: Intent, then?: Intent): Extract<Wanted, { band: 'sure' }> => ({
  ...{ band: 'sure', skill },
  ...(language && { language }),
  ...(then && then.skill !== skill && { then: then.skill }),
});

/** "I did not ask for that", where a case on just that was offered. */
const DENIES =
  /\bno (?:(?:lo|la|los|las) )?(?:pedi|contrate|compre|active|autorice)\b|\bno fui yo\b|\b(?:did not|didnt|never) (?:ask|order|buy|subscribe)\b|\bwasnt me\b/;
const denying = (text: string, choices: readonly { readonly id: string }[] = []): string | undefined =>
  DENIES.test(fold(text)) ? choices.find(({ id }) => id === `${START}subscription-case`)?.id : undefined;

/** "Sí" to the only thing that was offered in so many words: "Si quieres verlo con una persona, toca el botón." */
function onlyOne(said: Desk['said'], last: Message): string | undefined {
  const [only, ...others] = choicesOf(last);
  const offers = /\?\s*$|\bbot[oó]n\b|\bbutton\b/.test(last.text);
  return only && others.length === 0 && offers && !said.tap && yesOrNo(replyOf(said, last)) === true ? only.id : undefined;
}

/** The skill that was offered last under the number or the label that was typed: many phones show no buttons. `menu` and `other` ("something else") are none. */
export function offeredTo({ desk, voice }: Pick<Round, 'desk' | 'voice'>): string | undefined {
  const last = desk.record.last.at(-1);
  if (!last) return undefined;
  const { choice, numbered } = replyOf(desk.said, last);
  const picked = choice ?? numbered ?? denying(desk.said.text, last.choices) ?? onlyOne(desk.said, last);
  const { somethingElse } = voice.t(desk);
  if (picked === MENU) return choicesOf(last).some(({ id, label }) => id === MENU && label === somethingElse) ? 'other' : 'menu';
  return picked?.startsWith(START) ? picked.slice(START.length) : undefined;
}
