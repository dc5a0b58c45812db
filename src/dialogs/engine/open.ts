import type { Message } from '../../domain/message';
import { textsFor } from '../../domain/texts';
import type { Desk } from './desk';
import { inOtherWords, known, wordsOf, type Asking } from './knowing';
import { orderOf } from './money';
import { asMessage } from './question';
import type { Skill } from './skill';
import { digest, nextStep, type Stored } from './steps';
import { engineTexts } from './texts';

/** Says the question and gives the flow's state with it open. A consent is shown with an order and the digest of its words. */
export function asked(skill: Skill, desk: Desk, step: Asking, stored: Stored, misses: number, because?: string | Message): Stored {
  const name = step.name;
  const page = stored.asked?.name === name ? stored.asked.page : 0;
  const knows = Object.assign(known(skill, desk, stored), { page });
  const id = `${desk.number}.${name}.${desk.sign(`${desk.conversation} ${desk.number} ${name}`)}`;
  const words = wordsOf(step, knows);
  const said = because === undefined ? (inOtherWords(desk, stored, step, knows, misses) ?? words) : asMessage(because);
  if (step.kind === 'consent' && misses > 0 && said === words && desk.unheard) desk.say(textsFor(engineTexts, knows.language, knows.form).yesOrNo);
  desk.say(said === words ? { ...words, question: id } : { ...words, ...said, question: id });
  const consent = step.kind === 'consent' ? { words: digest(words), order: orderOf(desk, name), at: desk.now } : {};
  return { ...stored, asked: { name, id, page, ...consent, ...(words.expects === 'secret' && { secret: true }) } };
}

/** The step whose question is open, if it still is the next thing to know. */
export function openIn(skill: Skill, desk: Desk, stored: Stored, knows = known(skill, desk, stored)): Asking | undefined {
  const step = nextStep(skill, stored, knows);
  if (!step || step.name !== stored.asked?.name) return undefined;
  return step.kind === 'ask' || step.kind === 'consent' ? step : undefined;
}
