import { z } from 'zod';
import { spokenDay } from '../../../domain/dates';
import type { Choice, Message } from '../../../domain/message';
import type { Form, Language } from '../../../domain/texts';
import type { ArticleHit, HelpAnswer, HelpCenter } from '../../../integrations/help/port';
import { again, leave } from '../../engine/control';
import { confirm, yesOrNo, type Question } from '../../engine/question';
import { skill, type Known } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

export interface FaqParts {
  readonly help: HelpCenter;
  /** What the button into a skill says; undefined for a skill that this release does not have. */
  readonly door: (skill: string, language: Language, form: Form) => string | undefined;
}

/** An article, as it is kept while its question is open. */
const Article = z.object({
  id: z.string(),
  title: z.string(),
  excerpt: z.string(),
  text: z.string(),
  url: z.exactOptional(z.string()),
  updated: z.number(),
  skills: z.array(z.string()),
});
type Article = z.infer<typeof Article>;

type Basic = Known<typeof texts.es, object>;
type Found = Known<typeof texts.es, { readonly found: readonly Article[] }>;

/** Of what a customer asks, so much is searched for, characters. */
const ASKED = 300;
/** A whole article in the chat: longer ones end with their page. */
const WHOLE = 1_500;
/** An article that nobody looked at for so long says so. */
const OLD_MS = 540 * 86_400_000;
const READ = 'read:';

/** Questions that the help center answers. `asked` may be given, or come as the words of the sentence: what the customer wrote already. */
export const faq = ({ help, door }: FaqParts) =>
  skill('faq', texts)
    .hears(utterancesIn(__dirname))
    .asks('asked', question, { from: 'words' })
    .loads('found', z.array(Article), async (known) => {
      const answer = await help.search(known.asked, { language: known.language, country: known.country.code });
      return answer.status === 'found' ? answer.articles.map(kept) : leave(without(answer.status, known, door));
    })
    .asks('chosen', shown(door))
    .asksIf('helped', ({ chosen }) => chosen.startsWith(READ), {
      ask: ({ t, chosen, found, ...known }) => whole(found.find(({ id }) => chosen === READ + id) ?? found[0], { ...known, t }),
      rephrase: ({ t }) => ({ text: t.helped, choices: yesNo(t) }),
      keeps: z.boolean(),
      read: (reply) => yesOrNo(reply) ?? helpedIn(reply.folded) ?? again(),
    })
    .asksIf(
      'opens',
      (known) => !served(known) && hasCases(known, door),
      confirm(
        ({ t }) => t.openCase,
        ({ t }) => ({ yes: t.case, no: t.notNow }),
      ),
    )
    .does(async (told) => {
      const { t, say, tried, found, opens, asked } = told;
      const articles = found.map(({ id }) => id);
      const titles = found.map(({ title }) => `«${title}»`).join(', ');
      if (served(told)) {
        tried({ text: `Buscó «${asked}»; mostró ${titles}: sirvió`, articles, helped: true });
        return say({ text: t.thanks, choices: [...doorsOf(found, told, door), { id: 'go:menu', label: t.menu }] });
      }
      tried({ text: `Buscó «${asked}»; mostró ${titles}: no sirvió`, articles, asked, helped: false });
      if (opens) return leave(undefined, 'ticket');
      return say({ text: opens === false ? t.fine : t.sorry, choices: waysOn(told, door) });
    });

const served = ({ helped, chosen }: { readonly helped: boolean | undefined; readonly chosen: string }): boolean => helped ?? chosen === 'yes';
const hasCases = ({ language, form }: Basic, door: FaqParts['door']): boolean => door('ticket', language, form) !== undefined;

const question: Question<Basic, string> = {
  ask: ({ t }) => t.about,
  keeps: z.string(),
  read: ({ text }) => (text.trim() === '' ? again() : text.trim().slice(0, ASKED)),
};

/** The articles, and whether they helped. */
const shown = (door: FaqParts['door']): Question<Found, string> => ({
  ask: (known) => {
    const { t, found } = known;
    const [best] = found;
    const choices = [...yesNo(t), ...doorsOf(found.slice(0, 1), known, door)];
    if (best === undefined || found.length > 1)
      return { text: `${t.several} ${t.helped}`, cards: found.map((article) => card(article, known)), choices: noneOf(choices, t) };
    const text = `${t.one({ title: best.title, excerpt: best.excerpt })}${note(best, known)}\n${t.helped}`;
    return { text, choices: [...choices.slice(0, 2), ...(isWhole(best) ? [] : [{ id: READ + best.id, label: t.read }]), ...choices.slice(2)] };
  },
  // The articles stand above.
  rephrase: ({ t, found }) => ({
    text: t.which,
    cards: [],
    choices: [...yesNo(t), ...found.slice(0, 1).map(({ id }) => ({ id: READ + id, label: t.read }))],
  }),
  keeps: z.string(),
  read: (reply, { found }) => {
    const picked = reply.choice ?? reply.numbered;
    if (found.some(({ id }) => picked === READ + id)) return picked ?? again();
    const helped = yesOrNo(reply) ?? helpedIn(reply.folded);
    return helped === undefined ? again() : helped ? 'yes' : 'no';
  },
});

const NO_HELP =
  /\b(?:no (?:me |nos )?(?:sirv|ayud|funcion|resuelv)\w*|nada de eso|ningun[oa]|no es (?:eso|lo que)|no mucho|not (?:really|much)|(?:did not|didn t|does not|doesn t) help)\b/;
const HELP =
  /\b(?:(?:si|ya) (?:me )?(?:sirvio|ayudo)|me sirvio|(?:that|it) helped)\b|^(?:(?:ok|muchas|mil|perfecto|listo) )*(?:gracias|thanks|thank you)\b/;

/** Whether it helped, in a customer's own words. */
const helpedIn = (folded: string): boolean | undefined => (NO_HELP.test(folded) ? false : HELP.test(folded) ? true : undefined);

/** Of several, none helped. */
const noneOf = (choices: readonly Choice[], t: Basic['t']): Choice[] =>
  choices.map((each) => (each.id === 'no' ? { id: 'no', label: t.none } : each));

const yesNo = (t: Basic['t']): Choice[] => [
  { id: 'yes', label: t.yes },
  { id: 'no', label: t.no },
];

function card(article: Article, known: Basic) {
  const { t } = known;
  return {
    speak: `${article.title}. ${article.excerpt}`,
    head: { icon: 'help' as const, title: article.title },
    text: article.excerpt,
    ...(isOld(article, known) && { note: { mood: 'warning' as const, text: note(article, known).trim() } }),
    ...(!isWhole(article) && { actions: [{ id: READ + article.id, label: t.read }] }),
  };
}

function whole(article: Article | undefined, known: Basic): Message {
  const { t } = known;
  if (article === undefined) return { text: t.helped, choices: yesNo(t) };
  const text = article.text.length <= WHOLE ? article.text : `${article.text.slice(0, WHOLE).replace(/\s+\S*$/, '')} …`;
  return {
    text: `${article.title}\n${text}${note(article, known)}\n\n${t.helped}`,
    choices: yesNo(t),
    ...(article.url !== undefined && { link: { label: t.page, url: article.url } }),
  };
}

const kept = ({ id, title, excerpt, text, url, updated, skills }: ArticleHit): Article => ({
  ...{ id, title, excerpt, text: text.slice(0, 2 * WHOLE), updated, skills: [...skills] },
  ...(url !== undefined && { url }),
});

const isWhole = ({ excerpt, text }: Article): boolean => excerpt.length >= text.replace(/\s*\n\s*/g, ' ').length;
const isOld = ({ updated }: Article, { now }: Basic): boolean => now - updated > OLD_MS;
const note = (article: Article, known: Basic): string =>
  isOld(article, known) ? `\n${known.t.old({ day: spokenDay(article.updated, known.now, known.country, known.language) })}` : '';

/** Ways into the skills that answer the same for this customer's own line. */
function doorsOf(articles: readonly Article[], { language, form }: Basic, door: FaqParts['door']): Choice[] {
  const skills = [...new Set(articles.flatMap((article) => article.skills))];
  return skills
    .flatMap((id) => {
      const label = door(id, language, form);
      return label === undefined ? [] : [{ id: `go:${id}`, label }];
    })
    .slice(0, 2);
}

/** No article: a person, and a case where there are cases. */
function waysOn(known: Basic, door: FaqParts['door']): Choice[] {
  const { t } = known;
  return [
    ...(hasCases(known, door) ? [{ id: 'go:ticket', label: t.case }] : []),
    { id: 'go:agent', label: t.person },
    { id: 'go:menu', label: t.menu },
  ];
}

function without(status: Exclude<HelpAnswer['status'], 'found'>, known: Basic, door: FaqParts['door']): Message {
  const { t } = known;
  if (status === 'away') return { text: t.away, choices: waysOn(known, door) };
  return { text: t.nothing, choices: [{ id: 'go:faq', label: t.other }, ...waysOn(known, door)] };
}
