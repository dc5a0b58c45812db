import { z } from 'zod';
import { caseName } from '../../../domain/cases/name';
import { TICKET_STATUSES } from '../../../domain/cases/status';
import { spokenDay } from '../../../domain/dates';
import { fold } from '../../../domain/fold';
import type { Message } from '../../../domain/message';
import type { Agents } from '../../../integrations/agents/port';
import type { CaseDesk } from '../../../integrations/cases/port';
import { again, handTo, leave, redo } from '../../engine/control';
import { confirm, oneOf, type Question } from '../../engine/question';
import { skill, type Known } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { CLOSED_NOTE, texts } from './texts';

export interface CasesParts {
  readonly caseDesk: CaseDesk;
  /** Absent where no system of agents is set: then cases are told as the bot kept them. */
  readonly agents?: Agents;
}

/** The customer's words on a ticket. */
const WORDS = 1_500;
/** Of the last answer, shown. */
const SHOWN = 280;

const Mine = z.object({ reference: z.string(), number: z.exactOptional(z.string()), topic: z.string(), summary: z.string(), at: z.number() });
type Mine = z.infer<typeof Mine>;
const Now = z.object({
  status: z.enum([...TICKET_STATUSES, 'saved', 'gone']),
  answer: z.exactOptional(z.object({ name: z.string(), text: z.string(), at: z.number() })),
});
type Now = z.infer<typeof Now>;
const WISHES = ['add', 'close', 'reopen', 'newCase', 'another', 'enough'] as const;
type Wish = (typeof WISHES)[number];

type Basic = Known<typeof texts.es, object>;
type Listed = Basic & { readonly mine: Mine[] };
type Chosen = Listed & { readonly which: string };
type Shown = Chosen & { readonly stands: Now };

/** The customer's cases: how they stand, the last answer, and what can be done with one. */
export const cases = ({ caseDesk, agents }: CasesParts) =>
  skill('cases', texts)
    .hears(utterancesIn(__dirname))
    .loads('mine', z.array(Mine), async ({ t }) => {
      const all = await caseDesk.mine({ closed: true });
      return all.length > 0 ? all.map((each) => Mine.parse(each)) : leave({ text: t.none, choices: [{ id: 'go:cases-signed', label: t.signIn }, { id: 'go:ticket', label: t.newCase }] }); // prettier-ignore
    })
    .asks('which', which)
    .loads('stands', Now, async ({ mine, which: reference }) => nowOf(agents, chosenIn(mine, reference)))
    .asks('what', what)
    .asksIf('words', ({ what: wish }) => wish === 'add' || wish === 'reopen', words)
    .asksIf(
      'sure',
      ({ what: wish }) => wish === 'close',
      confirm(
        (known) => known.t.sure({ case: nameOf(known) }),
        ({ t }) => ({ yes: t.yesClose, no: t.noClose }),
      ),
    )
    .does(async (told) => {
      const { t, say, what: wish, words: text = '', effect, attempt, trail, now, sure } = told;
      const found = chosenIn(told.mine, told.which);
      const name = { case: nameOf(told) };
      const files = trail.files
        .filter(({ at }) => at === now)
        .map(({ id, name: file, contentType, bytes }) => ({ id, name: file, contentType, bytes }));
      if (wish === 'newCase') return leave(undefined, 'ticket');
      if (wish === 'enough' || !found) return say(t.fine);
      if (wish === 'close' && !sure) return say(t.left(name));
      const { number } = found;
      if (wish === 'add' || number === undefined || !agents) {
        const isAdded = await caseDesk.add(attempt, found.reference, { text, files });
        return say(isAdded ? t.added(name) : { text: t.final(name), choices: [{ id: 'go:ticket', label: t.newCase }] });
      }
      const change =
        wish === 'close' ? ({ text: CLOSED_NOTE, as: 'note', status: 'solved' } as const) : ({ text, as: 'customer', status: 'open' } as const);
      const changed = await effect(wish, z.enum(['done', 'refused']), () => agents.write(number, change), 'never');
      if (changed.status === 'unknown') return say(t.doubt(name));
      if (changed.value === 'refused') return say({ text: t.final(name), choices: [{ id: 'go:ticket', label: t.newCase }] });
      if (files.length > 0) await caseDesk.add(attempt, found.reference, { text: '', files });
      say(wish === 'close' ? t.done(name) : t.reopened(name));
    });

/** The same for somebody who signs in first. */
export const signedCases = () =>
  skill('cases-signed', texts)
    .needs('account', { level: 2 })
    .does(async () => leave(undefined, 'cases'));

const chosenIn = (mine: readonly Mine[], reference: string): Mine | undefined => mine.find((each) => each.reference === reference);
const nameOf = ({ mine, which: reference }: Pick<Chosen, 'mine' | 'which'>): string => caseName(chosenIn(mine, reference) ?? { reference });

const pick = oneOf<Listed, { id: string; label: string }>({
  ask: ({ t, mine, now, country, language }) => {
    const lines = mine.map((each) => `${caseName(each)} · ${spokenDay(each.at, now, country, language)} · ${short(each.summary)}`);
    return [t.which, ...lines].join('\n');
  },
  from: ({ mine }) => mine.map((each) => ({ id: each.reference, label: caseName(each) })),
});
const which: Question<Listed, string> = { ...pick, assumes: ({ mine }) => (mine.length === 1 ? mine[0]?.reference : undefined) };

async function nowOf(agents: Agents | undefined, found: Mine | undefined): Promise<Now> {
  if (found?.number === undefined || !agents) return { status: 'saved' };
  const ticket = await agents.read(found.number);
  if (!ticket) return { status: 'gone' };
  const last = ticket.replies.at(-1);
  return { status: ticket.status, ...(last && { answer: { name: last.name, text: last.text, at: last.at } }) };
}

/** What can be done, by how it stands. */
function wishesFor({ stands: { status }, mine }: Shown): Wish[] {
  const others: Wish[] = mine.length > 1 ? ['another'] : [];
  if (status === 'closed' || status === 'gone') return ['newCase', ...others, 'enough'];
  if (status === 'solved') return ['reopen', ...others, 'enough'];
  return status === 'saved' ? ['add', ...others, 'enough'] : ['add', 'close', ...others, 'enough'];
}

/** The same in words: "quiero agregar que fue el martes", "ya se arregló". */
const MEANT: readonly (readonly [Wish, RegExp])[] = [
  ['add', /\b(?:agreg\w*|añad\w*|anad\w*|olvide decir\w*|falto decir\w*|add)\b/],
  ['reopen', /\b(?:reab\w*|abrirlo otra vez|sigue igual|sigue sin|no se (?:arreglo|resolvio)|reopen)\b/],
  ['close', /\b(?:cerrar\w*|cierr[ae]\w*|ya (?:se|me lo) (?:arregl\w*|resolv\w*)|close)\b/],
];
const NEW = /\b(?:otro caso|caso nuevo|nuevo caso|(?:abrir|abre|abra) un caso|another case|new case)\b/;
/** "Otro caso" is rather one that is there, "abrir otro caso" is none. */
const OPENS = /\b(?:abrir\w*|abr[ea]n?(?:me)?|nuevo|open|new|porque|tampoco)\b/;
/** Not "no, quiero otro caso". */
const NOT_NEW = /\bno\s+(?:quiero|necesito|deseo|abr\p{L}+|hace falta)|\b(?:don['’]?t|do not)\s+(?:want|need|open)/iu;
const ENOUGH =
  /^(?:(?:y|ok|no|nada|mas|muchas|gracias+|listo|ya|eso es todo|esta bien|adios|chao|chau|hasta luego|nos vemos|feliz (?:dia|tarde|noche)|goodbye|bye|see you|thanks|thank you|nothing|that s all)(?: |$))+$/;

const what: Question<Shown, Wish> = {
  ask: (known) => ({ ...caseCard(known), choices: wishesFor(known).map((id) => ({ id, label: known.t[id] })) }),
  keeps: z.enum(WISHES),
  read: ({ choice, numbered, folded, text }, known) => {
    const wish = z.enum(WISHES).safeParse(choice ?? numbered).data;
    if (wish === 'another') return redo('which');
    const meant = wish ?? MEANT.find(([, words]) => words.test(folded))?.[0];
    if (meant !== undefined && wishesFor(known).includes(meant)) return meant;
    if (meant === undefined && NEW.test(folded) && !NOT_NEW.test(text))
      return known.mine.length > 1 && !OPENS.test(folded) ? redo('which') : handTo('ticket', { words: text });
    return ENOUGH.test(folded) ? leave(known.t.fine) : again();
  },
};

function caseCard(known: Shown): Message {
  const { t, mine, which: reference, stands: { status, answer }, now, country, language } = known; // prettier-ignore
  const found = chosenIn(mine, reference);
  const head = t.head({ case: nameOf(known) });
  const said = answer === undefined ? t.noAnswer : `${answer.name}: ${short(answer.text, SHOWN)}`;
  const facts = [
    { name: t.about, value: short(found?.summary ?? '') },
    { name: t.opened, value: found === undefined ? '' : spokenDay(found.at, now, country, language) },
    { name: t.status, value: t[status] },
  ];
  return {
    text: '',
    cards: [
      {
        speak: `${head}: ${t[status]}. ${said}`,
        head: { icon: 'person', title: head },
        facts,
        text: answer === undefined ? said : `${t.answer}. ${said}`,
      },
    ],
  };
}

const words: Question<Shown & { readonly what: Wish }, string> = {
  ask: ({ t, what: wish }) => (wish === 'reopen' ? t.whyReopen : t.write),
  keeps: z.string(),
  read: ({ text, folded, files }, { t, what: wish }) => {
    const isLabel = folded === fold(t[wish]); // pressed, or typed, once more
    return (isLabel || text.trim() === '') && files.length === 0 ? again() : text.trim().slice(0, WORDS);
  },
};

/** Whole words only. */
const short = (text: string, most = 80): string => (text.length <= most ? text : `${text.slice(0, most).replace(/[\s.,;:(]+[^\s]*$/, '')}…`);
