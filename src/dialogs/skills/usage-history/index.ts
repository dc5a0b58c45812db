import { z } from 'zod';
import { fold } from '../../../domain/fold';
import type { UsageHistory } from '../../../integrations/usage/port';
import { again, leave, turnTo, type Control } from '../../engine/control';
import { oneOf, yesOrNo, type Question } from '../../engine/question';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { KINDS, Kind, List, listOf, Wish, type Asked, type Before, type Told } from './list';
import { lastDays, momentsOf, Range, rangeIn } from './range';
import { texts } from './texts';
import { listWords, pageChoices } from './words';

/** Calls, messages and internet of a line, by day or period and in pages; other people's numbers by their last digits. */
export const usageHistory = ({ usage }: { readonly usage: UsageHistory }) =>
  skill('usage-history', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, from: 'line' })
    .asks('wish', said, { from: 'words' })
    .asks('kind', which)
    .asks('range', when, { from: 'day' })
    .loads('list', List, async ({ mobile, kind, range, now, country }) => {
      const all = await usage.of(mobile.msisdn, { kind: Kind.parse(kind), ...momentsOf(range, now, country) });
      return listOf(all, kind, country);
    })
    .asks('next', whatNext)
    .does(async () => undefined);

const KIND_WORDS: readonly (readonly [Kind, RegExp])[] = [
  ['calls', /\b(?:llamadas?|llame|llamaron|llamo|hable|hablado|minutos|calls?|called|minutes)\b/],
  ['sms', /\b(?:mensajes?|sms|textos?|messages?|texts?)\b/],
  ['data', /\b(?:internet|datos|megas?|gigas?|gb|mb|navegacion|navegue|data)\b/],
];
const kindIn = (text: string): Kind | undefined => KIND_WORDS.find(([, words]) => words.test(fold(text)))?.[0];

/** Never asked: what the sentence says, or nothing in particular. */
const said: Question<Before, Wish> = {
  ask: ({ t }) => t.which,
  keeps: Wish,
  assumes: () => ({}),
  read: ({ text }, { now, country }) => {
    const [kind, range] = [kindIn(text), rangeIn(text, now, country)];
    return { ...(kind && { kind }), ...(range && { range }) };
  },
};

const pick = oneOf<Asked, { id: Kind; label: string }>({ ask: ({ t }) => t.which, from: ({ t }) => KINDS.map((id) => ({ id, label: t[id] })) });
const which: Question<Asked, string> = {
  ...pick,
  keeps: Kind,
  assumes: ({ wish }) => wish.kind,
  read: (reply, known) => kindIn(reply.text) ?? pick.read(reply, known),
};

/** Never asked either: the last days are shown, and buttons lead to others. */
const when: Question<Asked, Range> = {
  ask: ({ t }) => t.which,
  keeps: Range,
  assumes: ({ wish, now, country }) => wish.range ?? lastDays(now, country),
  read: ({ text }, { now, country }) => rangeIn(text, now, country) ?? lastDays(now, country),
};

const DAYS: Readonly<Record<string, string>> = { today: 'hoy', yesterday: 'ayer', week: 'semana', month: 'mes', 'last-month': 'mes pasado' };
const PAGE_ID = 'page:';

const whatNext: Question<Told, 'done'> = {
  ask: (told) => ({ text: listWords(told), choices: pageChoices(told) }),
  keeps: z.literal('done'),
  read: (reply, { t, now, country }): 'done' | Control => {
    const wants = reply.choice ?? reply.numbered ?? '';
    if (wants.startsWith(PAGE_ID)) return turnTo(Number(wants.slice(PAGE_ID.length)));
    const kind = Kind.safeParse(wants).data ?? kindIn(reply.text);
    const range = rangeIn(DAYS[wants] ?? reply.text, now, country);
    if (range !== undefined) return { control: 'amend', name: 'range', value: range, ...(kind && { also: { kind } }) };
    if (kind !== undefined) return { control: 'amend', name: 'kind', value: kind };
    return yesOrNo(reply) === false || /\b(?:gracias|listo|thanks|thank you)\b/.test(reply.folded) ? leave(t.fine) : again();
  },
};
