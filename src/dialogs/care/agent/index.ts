import { z } from 'zod';
import { claimedIn } from '../../../domain/cases/claimed';
import { countsDays, isFormal, wasFormal } from '../../../domain/cases/formal';
import { beforeWhen, hoursOn, isOpen, promiseFor, type ServiceHours } from '../../../domain/cases/hours';
import { macroFor } from '../../../domain/cases/kinds';
import { caseName } from '../../../domain/cases/name';
import { datedMoment, hourOf, spokenDay } from '../../../domain/dates';
import type { Choice } from '../../../domain/message';
import type { Form, Language } from '../../../domain/texts';
import type { CaseDesk, Cases, NewCase, OpenCase } from '../../../integrations/cases/port';
import { again } from '../../engine/control';
import type { Question } from '../../engine/question';
import { skill, type Known } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { storyIn } from './story';
import { texts } from './texts';

export interface AgentParts {
  /** What the operator says about reaching a person otherwise, in each language. */
  readonly contact: Partial<Readonly<Record<Language, string>>>;
  /** People who answer in this chat; absent where there are none. */
  readonly staff?: { readonly cases: Cases; readonly caseDesk?: Pick<CaseDesk, 'add'>; readonly hours: ServiceHours };
  /** What the button into a skill says; undefined for one that this release does not have. */
  readonly door?: (skill: string, language: Language, form: Form) => string | undefined;
}

/** What was said so long ago is still what somebody asks a person about. */
const FRESH_MS = 15 * 60_000;
/** A case that was just opened is taken up; another one would say the same. */
const SAME_MS = 30 * 60_000;
const STORY_CHARACTERS = 1_000;
const SUMMARY_CHARACTERS = 140;
const SKIP = 'skip';

type Basic = Known<typeof texts.es, { readonly quietly: boolean }>;
type Told = Basic & { readonly story: string | undefined };

/**
 * How to reach a human being: at once where somebody answers in this chat, with all that is known; else honestly when, and where else. `quietly` may be
 * given: somebody in danger or grief is asked nothing, and shown no menu.
 */
export const agent = ({ contact, staff, door = () => undefined }: AgentParts) =>
  skill('agent', texts)
    .hears(utterancesIn(__dirname))
    .loads('quietly', z.boolean(), async () => false)
    // Looked at once: the question itself would make it look as if everything was told.
    .loads('enough', z.boolean(), async (known) => staff === undefined || known.quietly || isKnown(known))
    .asksIf('story', ({ enough }) => !enough, inOneSentence)
    .does(async (told) => {
      const { t, say, language, quietly, tried } = told;
      tried({ person: true });
      if (!staff) {
        const how = contact[language] ?? contact.es;
        const text = how === undefined ? t.unknown : t.how({ contact: how });
        return say(quietly ? text : { text, choices: [{ id: 'go:menu', label: t.menu }] });
      }
      const { opened: before } = told.trail;
      // By law a formal complaint has a number and days of its own; and what is grave is told to nobody as an afterthought to a top-up.
      const isSame = before !== undefined && told.now - before.at < SAME_MS && !isLegal(told) && (before.grave === true || !isGrave(told));
      const promisedBy = promiseFor(quietly ? 'urgent' : 'high', told.now, staff.hours, told.country);
      const taken: OpenCase = isSame
        ? { reference: before.reference, ...(before.number !== undefined && { number: before.number }) }
        : await staff.cases.open(`agent:${told.attempt}`, caseOf(told, promisedBy));
      const named = { reference: taken.reference, ...(taken.number !== undefined && { number: taken.number }) };
      tried({ opened: { ...named, ...(quietly && !isSame && { grave: true as const }) } });
      if (isSame) await addWords(told, staff, taken.reference);
      told.handOver({ ...named, again: isSame, until: `del ${datedMoment(promisedBy, told.country)}`, promisedBy });
      const text = [words(told, staff.hours, caseName(named), promisedBy), law(told, taken)].filter(Boolean).join(' ');
      const call = contact[language] ?? contact.es;
      say(quietly ? [call, text].filter(Boolean).join(' ') : { text, choices: waysOn(told, door) });
    });

/** Nobody is asked to say again what was said, and nobody is asked twice. */
function isKnown({ trail, now, t, said }: Basic): boolean {
  const { asked, tried, turns, opened } = trail;
  const isFresh = (what: { readonly at: number } | undefined): boolean => what !== undefined && now - what.at < FRESH_MS;
  const last = turns.at(-1);
  const isOver = last?.done !== undefined && INFORMS.has(last.done) && asked === undefined;
  return (
    storyIn(said.words) !== undefined ||
    isFresh(asked) ||
    isFresh(opened) ||
    (!isOver && isFresh(tried.at(-1))) ||
    (last !== undefined && isFresh(last) && (last.replied.startsWith(t.story) || (!isOver && last.tap !== true && storyIn(last.said) !== undefined)))
  );
}
/** Skills whose answer ends the matter, unless it did not help: whoever wants a person then has another one. */
const INFORMS: ReadonlySet<string> = new Set(['faq', 'stores', 'balances', 'quota', 'plan']);

const isLegal = ({ story = '', said, trail, now, country }: Told): boolean =>
  countsDays(country) && (isFormal(story) || isFormal(said.words ?? '') || wasFormal(trail.turns, now));

/** Danger or grief that no case tells of yet: said just now, or before the yes that led here. A bare "asesor" after it is about the case that it has. */
const isGrave = ({ quietly, said, trail }: Told): boolean => quietly && (storyIn(said.words) !== undefined || trail.asked !== undefined);

/** What was said with the wish stands on the case that is taken up: nobody says it again. */
async function addWords(
  { story, said, attempt }: Told & { readonly attempt: string },
  { caseDesk }: NonNullable<AgentParts['staff']>,
  reference: string,
): Promise<void> {
  const text = (storyIn(said.words) ?? story ?? '').slice(0, STORY_CHARACTERS);
  if (text !== '') await caseDesk?.add(`agent:${attempt}`, reference, { text, files: [] });
}

/** No story, whoever reads it. */
const GREETS = /^(?:hola+|holi|alo|buenas?|buenas? (?:tardes|noches)|buen(?:os)? dias?|hello|hi|hey|hay alguien(?: ahi)?|anyone there)$/;
const inOneSentence: Question<Basic, string> = {
  ask: ({ t }) => ({ text: t.story, choices: [{ id: SKIP, label: t.skip }] }),
  keeps: z.string(),
  read: ({ text, folded, choice, numbered, files }) => {
    if ((choice ?? numbered) === SKIP) return '';
    if (files.length === 0 && GREETS.test(folded)) return again();
    return folded === '' && files.length === 0 ? again() : text.trim().slice(0, STORY_CHARACTERS); // a thumb up is folded to nothing
  },
};

function caseOf(told: Told, promisedBy: number): NewCase {
  const { story, trail, quietly, now } = told;
  const { turns } = trail;
  const asked = trail.asked && now - trail.asked.at < FRESH_MS ? trail.asked : undefined;
  const attachments = trail.files.map(({ id, name, contentType, bytes }) => ({ id, name, contentType, bytes }));
  const nothing = `Pidió hablar con una persona; ${attachments.length > 0 ? 'mandó lo que va adjunto' : 'no dijo por qué'}`;
  const since = turns.slice(turns.findLastIndex(({ done }) => done !== undefined && INFORMS.has(done)) + 1);
  const before = since.findLast(({ said: words, done, tap }) => done === undefined && tap !== true && storyIn(words) !== undefined)?.said;
  const said = story || storyIn(told.said.words)?.slice(0, STORY_CHARACTERS) || asked?.text || before;
  const summary = said === undefined ? nothing : short(said);
  const macro = said === undefined ? undefined : macroFor(said);
  const claimed = claimedIn([story, told.said.words, asked?.text], told.country);
  return {
    ...{ topic: 'agent', reason: 'asked_person', summary, promised: '', promisedBy, priority: quietly ? 'urgent' : 'high' },
    ...(macro !== undefined && !quietly && { macro }),
    ...(claimed !== undefined && { claimed }),
    ...(isLegal(told) && { reason: 'complaint', legal: 'complaint', macro: 'Reclamo formal' }),
    facts: said !== undefined && said.length > SUMMARY_CHARACTERS ? { 'dicho por el cliente': said } : {},
    expects: 'Que lo atienda una persona en este chat',
    ...(attachments.length > 0 && { attachments }),
  };
}

function words({ t, now, country, language }: Basic, hours: ServiceHours, number: string, promisedBy: number): string {
  const when = beforeWhen(promisedBy, now, country, language);
  if (isOpen(now, hours, country)) return t.handed({ case: number, when });
  const today = hoursOn(now, hours, country);
  const open = today && t.hours({ from: hourOf(today.from, country, language), to: hourOf(today.to, country, language) });
  return t.nobody({ hours: open ?? t.closed, case: number, when });
}

/** The number that the law asks for, and by when it is answered. */
const law = ({ t, now, country, language }: Basic, { legal, ...named }: OpenCase): string =>
  legal ? t.law({ number: legal.number ?? caseName(named), day: spokenDay(legal.due, now, country, language) }) : '';

const waysOn = ({ t, language, form }: Basic, door: NonNullable<AgentParts['door']>): Choice[] => {
  const mine = door('cases', language, form);
  return [...(mine === undefined ? [] : [{ id: 'go:cases', label: mine }]), { id: 'go:menu', label: t.menu }];
};

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const cut = line.length <= SUMMARY_CHARACTERS ? line : `${line.slice(0, SUMMARY_CHARACTERS - 1).replace(/\s+\S*$/, '')}…`;
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}
