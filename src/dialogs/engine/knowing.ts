import type { Message } from '../../domain/message';
import { textsFor } from '../../domain/texts';
import type { HandedOver } from './attended';
import { consentMessage } from './consent';
import type { Desk } from './desk';
import type { Erased } from './erased';
import { identityOf, ownerOf, type Who } from './identity';
import type { Basics } from './known';
import { handOver } from './hand-over';
import { moneyDesk } from './money';
import { asMessage } from './question';
import { sessionDesk } from './session-desk';
import type { Skill, Step } from './skill';
import type { MoneyView } from './spend';
import type { Stored } from './steps';
import { engineTexts } from './texts';
import { noTrail } from './trail';

/** A step that asks the customer. */
export type Asking = Extract<Step, { kind: 'ask' | 'consent' }>;
/** Answers that are used in this turn and never stored. */
export type Secrets = Readonly<Record<string, unknown>>;

/** All that a step of `skill` may know now. Made several times a turn: assigned onto one literal, because spreading one object into another takes ten times as long. */
export function known(skill: Skill, desk: Desk, stored: Stored, secrets: Secrets = {}): Erased {
  const { country, brand, now, record } = desk;
  const { language, form } = record;
  const basics: Basics & { readonly t: object } = {
    country,
    brand,
    now,
    language,
    form,
    said: stored.slots ?? {},
    page: stored.asked?.page ?? 0,
    trail: record.trail ?? noTrail,
    visitor: desk.conversation,
    attempt: desk.id('attempt'),
    t: textsFor(skill.texts, language, form),
  };
  return Object.assign(basics, identityOf(desk, skill, stored), stored.answers, secrets);
}

/** What a step may do. */
export function toolsOf(desk: Desk, skill: Skill, who: Who & Pick<Stored, 'asked'> = {}) {
  const { say, effect, post, apart, ring, id, tried } = desk;
  const order = who.asked?.order;
  return {
    say,
    effect,
    post,
    apart,
    ring,
    id,
    tried,
    scored: (what: { readonly why: string }) => {
      desk.nps = { ...desk.nps, ...what };
      if (desk.record.surveyed) desk.record.surveyed = { ...desk.record.surveyed, ...what };
    },
    handOver: (to: HandedOver) => handOver(desk, to),
    session: sessionDesk(desk),
    money: { ...moneyDesk(desk, skill, ownerOf(who)), ...(order !== undefined && { proposed: order }) },
  };
}

/** Does what needs no answer, with what is known and nobody else's from now on. What only reads sees of money what was moved, and moves none. */
export const carryOut = (step: Extract<Step, { kind: 'load' | 'act' }>, knows: Erased, tools: ReturnType<typeof toolsOf>): Promise<unknown> => {
  const { operations, proposed } = tools.money;
  const money: MoneyView = { operations, ...(proposed !== undefined && { proposed }) };
  return step.kind === 'load' ? step.load(Object.assign(knows, { money })) : step.act(Object.assign(knows, tools));
};

/** The words of a question, or of what consent is asked to. */
export function wordsOf(step: Asking, knows: Erased): Message {
  return step.kind === 'ask'
    ? asMessage(step.question.ask(knows))
    : consentMessage(step.consent, knows, textsFor(engineTexts, knows.language, knows.form));
}

/** Why the reply was refused, or the question in other words; the buttons stay. */
export function inOtherWords({ unheard }: Desk, { asked }: Stored, step: Asking, knows: Erased, misses: number): Message | undefined {
  if (unheard?.because !== undefined) return asMessage(unheard.because);
  if (unheard?.orElse && unheard.orElse.question === asked?.id) return asMessage(unheard.orElse.words);
  return misses > 0 && step.kind === 'ask' && step.question.rephrase ? asMessage(step.question.rephrase(knows, misses)) : undefined;
}

/** The open question as it was said last, perhaps in other words and with other buttons. */
export const lastShown = ({ record }: Desk, { asked }: Stored): Message | undefined => record.last.findLast(({ question }) => question === asked?.id);
