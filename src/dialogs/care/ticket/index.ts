import { z } from 'zod';
import { claimedIn } from '../../../domain/cases/claimed';
import { countsDays, isFormal, wasFormal } from '../../../domain/cases/formal';
import { beforeWhen, promiseFor, type ServiceHours } from '../../../domain/cases/hours';
import { answerTo, detailsFor, kindOf, SORTS, storyIn, type Detail } from '../../../domain/cases/kinds';
import { caseName } from '../../../domain/cases/name';
import { spokenDay, spokenMoment } from '../../../domain/dates';
import { withoutNumbers } from '../../../domain/cases/numbers';
import type { Message } from '../../../domain/message';
import type { Form, Language } from '../../../domain/texts';
import type { CaseDesk, Cases, KnownCase, NewCase, OpenCase } from '../../../integrations/cases/port';
import { again } from '../../engine/control';
import { confirm, type Question } from '../../engine/question';
import { skill, type Known } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

export interface TicketParts {
  readonly cases: Cases;
  readonly caseDesk: CaseDesk;
  readonly hours: ServiceHours;
  /** What the button into a skill says; undefined for one that this release does not have. */
  readonly door: (skill: string, language: Language, form: Form) => string | undefined;
}

/** What was asked a moment ago and not answered is the matter; what was said longer ago is another one. */
const FRESH_MS = 10 * 60_000;
const STORY_CHARACTERS = 1_000;
const SUMMARY_CHARACTERS = 140;
/** A case on the same matter, as long as this is probably the same trouble. */
const SAME_MS = 30 * 86_400_000;
/** Words of a text that tells something. */
const STORY_WORDS = 4;
const SKIP = 'skip';

const Kept = z.object({ ...{ reference: z.string(), number: z.exactOptional(z.string()), topic: z.string(), summary: z.string() }, at: z.number() });
type Kept = z.infer<typeof Kept>;
const Fault = z.object({ incident: z.string(), until: z.exactOptional(z.number()) });

type Basic = Known<typeof texts.es, object>;
type Told = Known<typeof texts.es, { readonly what: string }>;
type Found = Told & { readonly open: readonly Kept[] };

/** Opens a case for a person: from what was said already, with two questions at most, and none whose answer is known. */
export const ticket = (parts: TicketParts) =>
  skill('ticket', texts)
    .hears(utterancesIn(__dirname))
    .asks('what', story, { from: 'words' })
    .loads('formal', z.boolean(), async ({ what, trail, now }) => isFormal(what) || wasFormal(trail.turns, now))
    .loads(
      'open',
      z.array(Kept),
      async ({ what, formal, now, country }) => (formal && countsDays(country) ? [] : about(what, await parts.caseDesk.mine(), now)), // by law it has a number and days of its own
    )
    .asksIf(
      'also',
      ({ open }) => open.length > 0,
      confirm(sameMatter, ({ t }) => ({ yes: t.addIt, no: t.another })),
    )
    .loads('fault', Fault.nullable(), async ({ what }) => (isOutage(what) ? ((await parts.caseDesk.fault?.()) ?? null) : null))
    .asksIf('first', (known) => asks(known, 0) !== undefined, detail(0))
    .asksIf('second', (known) => asks(known, 1) !== undefined, detail(1))
    .on('numbered', z.object({ reference: z.string(), number: z.string() }), async ({ t, say, tried, trail }, numbered) => {
      if (trail.opened?.reference === numbered.reference && trail.opened.number !== undefined) return;
      if (trail.opened?.reference === numbered.reference) tried({ opened: numbered });
      say(t.numbered(numbered));
    })
    .does(async (told) => {
      const { t, say, tried, attempt, trail, now, country } = told;
      const [same] = told.open;
      const files = trail.files.map(({ id, name, contentType, bytes }) => ({ id, name, contentType, bytes }));
      if (told.also && same && (await parts.caseDesk.add(attempt, same.reference, { text: told.what, files }))) {
        tried({ opened: same.number === undefined ? { reference: same.reference } : { reference: same.reference, number: same.number } });
        return say({ text: t.added({ case: caseName(same) }), choices: waysOn(told, parts) });
      }
      const promisedBy = promiseFor(priorityOf(told), now, parts.hours, country);
      const opened = await parts.cases.open(`ticket:${attempt}`, { ...caseOf(told), promisedBy, attachments: files });
      tried({ opened: opened.number === undefined ? { reference: opened.reference } : { reference: opened.reference, number: opened.number } });
      say({ text: `${openedWords(told, opened, promisedBy)} ${besides(told, opened, files.length)}`.trim(), choices: waysOn(told, parts) });
    });

/** The matter: what was just said, or what was asked before and not answered. */
const story: Question<Basic, string> = {
  ask: ({ t }) => t.what,
  rephrase: ({ t }) => t.whatAgain,
  keeps: z.string(),
  assumes: ({ trail, now }) => {
    const { asked, turns } = trail;
    if (asked && now - asked.at < FRESH_MS) return asked.text;
    const before = turns.at(-1);
    return before && before.done === undefined && now - before.at < FRESH_MS && tells(before.said) ? storyIn(before.said) : undefined;
  },
  read: ({ text, choice }) => (choice === undefined ? (storyIn(text)?.slice(0, STORY_CHARACTERS) ?? again()) : again()),
};

const tells = (said: string): boolean => said.split(/\s+/).length >= STORY_WORDS;

function sameMatter({ t, open: [same], now, country, language }: Found): string {
  return same ? t.same({ case: caseName(same), about: lower(summaryOf(same.summary)), day: spokenDay(same.at, now, country, language) }) : t.what;
}

const about = (what: string, open: readonly KnownCase[], now: number): Kept[] => {
  const { topics } = SORTS[kindOf(what)];
  return open.filter(({ topic, at }) => topics.includes(topic) && now - at < SAME_MS).map((each) => ({ ...each })).slice(0, 1); // prettier-ignore
};

const isOutage = (what: string): boolean => ['home', 'line'].includes(kindOf(what));

type Asking = Told & { readonly formal: boolean; readonly also: boolean | undefined; readonly fault: z.infer<typeof Fault> | null };
const asks = ({ what, also, fault }: Asking, at: number): Detail | undefined => (also || fault ? undefined : detailsFor(what)[at]);

/** Nobody is kept for an answer they do not have. */
const detail = (at: number): Question<Asking, string> => ({
  ask: (known) => asking(known, at),
  keeps: z.string(),
  read: ({ text, folded, choice, numbered, files, place }, known) => {
    if ((choice ?? numbered) === SKIP) return '';
    if (folded !== '') return text.trim().slice(0, SUMMARY_CHARACTERS);
    if (files.length > 0) return asks(known, at) === 'receipt' ? '' : again(asking(known, at, known.t.withPhoto)); // it says no more than what can be seen
    return place ? again(asking(known, at, known.t.noPlace)) : again();
  },
});

const asking = (known: Asking, at: number, first = ''): Message => ({
  text: `${first} ${known.t[asks(known, at) ?? 'wish']}`.trim(),
  choices: [{ id: SKIP, label: known.t.skip }],
});

type Whole = Asking & { readonly first: string | undefined; readonly second: string | undefined };

const NAMES: Readonly<Record<Detail, string>> = {
  ...{ amount: 'monto y día', receipt: 'comprobante', since: 'desde cuándo', where: 'dónde', devices: 'en qué aparatos', wish: 'qué pide' },
};

/** What was answered to another question than the one asked: an amount that is none helps nobody. */
const BESIDES = 'además dijo';

function caseOf(told: Whole): NewCase {
  const { what, formal, first, second, fault, country } = told;
  const { topics, reason, macro } = SORTS[formal ? 'complaint' : kindOf(what)];
  const said = [first, second].flatMap((answer, at): [string, string][] => {
    const detail = detailsFor(what)[at];
    const says = detail && answer ? answerTo(detail, answer) : 'nothing';
    return !detail || !answer || says === 'nothing' ? [] : [[says === 'fits' ? NAMES[detail] : BESIDES, answer]];
  });
  const wish = said.find(([name]) => name === NAMES.wish)?.[1];
  const claimed = claimedIn([what, first, second], country);
  return {
    ...{ topic: topics[0], reason, summary: summaryOf(what), facts: Object.fromEntries(said.filter(([name]) => name !== NAMES.wish)), promised: '' },
    ...(what.length > SUMMARY_CHARACTERS && { facts: { ...Object.fromEntries(said), 'dicho por el cliente': what } }),
    ...(macro !== undefined && { macro: fault ? 'Falla masiva' : macro }),
    ...(wish !== undefined && { expects: wish }),
    ...(claimed !== undefined && { claimed }),
    priority: priorityOf(told),
    ...(countsDays(country) && formal && { legal: 'complaint' as const }),
    ...(fault && { incident: fault.incident }),
  };
}

function priorityOf({ what, formal, fault, country }: Asking): 'normal' | 'high' | 'low' {
  if (countsDays(country) && formal) return 'high';
  if (fault) return 'low';
  return kindOf(what) === 'payment' ? 'high' : 'normal';
}

/** "abrir un caso: …": the wish is no part of what happened. */
const WISHED = /^[^:]{0,40}\b(?:caso|ticket|reporte|reclamo|queja|case|complaint)\s*:\s*/i;

function summaryOf(what: string): string {
  const line = withoutNumbers(what.replace(WISHED, '')).replace(/\s+/g, ' ').trim();
  const short = line.length <= SUMMARY_CHARACTERS ? line : `${line.slice(0, SUMMARY_CHARACTERS - 1).replace(/\s+\S*$/, '')}…`;
  return short.charAt(0).toUpperCase() + short.slice(1);
}
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function openedWords({ t, what, now, country, language }: Told, { reference, number }: OpenCase, promisedBy: number): string {
  const when = beforeWhen(promisedBy, now, country, language);
  return number === undefined ? t.kept({ reference, when }) : t.opened({ number, summary: summaryOf(what).replace(/[.!?…]+$/, ''), when });
}

/** One thing more, the one that matters most: what the law says, a known fault, a picture. */
function besides(told: Whole, { legal, ...named }: OpenCase, files: number): string {
  const { t, now, country, language, fault } = told;
  if (legal) return t.law({ number: legal.number ?? caseName(named), day: spokenDay(legal.due, now, country, language) });
  if (fault) return t.fault({ until: fault.until === undefined ? '' : spokenMoment(fault.until, now, country, language) });
  return named.number === undefined ? '' : photo(told, files);
}

/** A picture helps with what was paid somewhere, and with what can be seen. */
function photo({ t, what }: Told, files: number): string {
  if (files > 0) return t.withPhoto;
  return ['top-up', 'payment', 'charge'].includes(kindOf(what)) ? t.photo : '';
}

const waysOn = ({ t, language, form }: Basic, { door }: TicketParts): NonNullable<Message['choices']> => {
  const mine = door('cases', language, form);
  return [...(mine === undefined ? [] : [{ id: 'go:cases', label: mine }]), { id: 'go:menu', label: t.menu }];
};
