import type { Choice, Message } from '../domain/message';
import { textsFor, type Texts } from '../domain/texts';
import type { Desk } from './engine/desk';
import type { Skill } from './engine/skill';
import { rootTexts } from './texts';
import { unbuiltButtons } from './unbuilt';

/** Prefix of a choice that starts a skill; it belongs to no question and never grows old. */
export const START = 'go:';
/** The choice that asks for the menu. */
export const MENU = `${START}menu`;

/** What the bot says when no skill speaks: greeting, menu, and the ways on. */
export interface Voice {
  readonly t: (desk: Desk) => Texts<typeof rootTexts.es>;
  /** A button that starts `skill`, with its own label. */
  readonly button: (desk: Desk, skill: string) => Choice;
  /** How a skill is called in a sentence. */
  readonly title: (desk: Desk, skill: string) => string;
  /** Whether this release has the skill. */
  readonly knows: (skill: string) => boolean;
  /** Whether it can be called by a name, also where this release does not have it. */
  readonly names: (skill: string) => boolean;
  /** Id of the skill that the menu offers first. */
  readonly first: string;
  /** The button to a human being. */
  readonly toPerson: (desk: Desk) => Choice;
  readonly menu: (desk: Desk, text: string) => Message;
  readonly hello: (desk: Desk) => Message;
  /** Not understood again and again: the ways out. */
  readonly stuck: (desk: Desk) => Message;
  /** What cannot be found out now, with a way on. */
  readonly down: (desk: Desk, skill: string | undefined) => Message;
}

/** `menu` are the ids of the skills that the greeting offers, `person` the one that leads to a human being. */
export function voice(skills: ReadonlyMap<string, Skill>, menu: readonly string[], person: string): Voice {
  const t = ({ record }: Desk) => textsFor(rootTexts, record.language, record.form);
  const named = ({ record }: Desk, id: string): { title: string; button: string } => {
    const skill = skills.get(id);
    if (skill) return skill.names(record.language, record.form);
    const label = Object.entries(textsFor(unbuiltButtons, record.language, record.form)).find(([name]) => name === id)?.[1];
    if (label === undefined) throw new TypeError(`no skill ${id}`);
    return { title: `*${label}*`, button: label };
  };
  const button = (desk: Desk, id: string): Choice => ({ id: `${START}${id}`, label: named(desk, id).button });
  const ways = (desk: Desk): Choice[] => [...menu, person].map((id) => button(desk, id));
  return {
    t,
    button,
    title: (desk, id) => named(desk, id).title,
    first: menu[0] ?? person,
    knows: (id) => skills.has(id),
    names: (id) => skills.has(id) || Object.hasOwn(unbuiltButtons.es, id),
    toPerson: (desk) => button(desk, person),
    menu: (desk, text) => ({ text, choices: ways(desk) }),
    hello: (desk) => ({ text: t(desk).hello({ brand: desk.brand, greeting: t(desk)[timeOfDay(desk)] }), choices: ways(desk) }),
    stuck: (desk) => ({ text: t(desk).unheardAgain, choices: [button(desk, person), { id: MENU, label: t(desk).toMenu }] }),
    down: (desk, skill) => ({
      text: t(desk)[desk.unsure ? 'downUnsure' : desk.spent === undefined ? 'down' : 'downAfter'],
      choices: [...(skill && skills.has(skill) ? [{ id: `${START}${skill}`, label: t(desk).tryAgain }] : []), { id: MENU, label: t(desk).toMenu }],
    }),
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The greeting of the hour, where the customer is. */
function timeOfDay({ now, country }: Desk): 'morning' | 'afternoon' | 'night' {
  const clock = clocks.get(country.timeZone) ?? new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: country.timeZone });
  clocks.set(country.timeZone, clock);
  const hour = Number(clock.format(now));
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 19 ? 'afternoon' : 'night';
}
