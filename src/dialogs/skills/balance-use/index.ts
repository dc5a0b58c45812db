import { z } from 'zod';
import { caseName } from '../../../domain/cases/name';
import { promiseFor } from '../../../domain/cases/hours';
import { datedDay, datedMoment, dayOf, spokenDay, spokenMoment } from '../../../domain/dates';
import { fold } from '../../../domain/fold';
import { formatMoney } from '../../../domain/money';
import { lastFour } from '../../../domain/msisdn';
import { StoredAmount } from '../../../domain/spending';
import type { CaseParts, NewCase } from '../../../integrations/cases/port';
import type { Movements } from '../../../integrations/movements/port';
import { again, leave, type Control } from '../../engine/control';
import { short } from '../../engine/label';
import { oneOf, yesOrNo, type Question } from '../../engine/question';
import { skill, type Known, type Mobile } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { inSums, Sum } from './sums';
import { texts } from './texts';
import { everything, inWords } from './words';

const DAY_MS = 86_400_000;
/** How far back is looked: what people remember, and wonder about. */
const DAYS = 5;

const Found = z.object({ sums: Sum.array(), spent: StoredAmount });
type Told = Known<typeof texts.es, { readonly mobile: Mobile; readonly found: z.infer<typeof Found> }>;

/** "Eso no lo compré": one of them is not theirs. */
const STRANGE =
  /\b(?:no (?:lo |la |los |las )?(?:reconozco|compre|pedi|hice|autorice)|no (?:es|son|fue) mi[oa]s?|yo no|not mine|did ?n t|do ?n t recogni[sz]e)\b/;

/** "Quítemelos todos". */
const ENDS = /\b(?:quit[ae]\w*|cancel\w*|baja|desactiv\w*|desuscrib\w*|elimin\w*|remove|unsubscribe)\b/;

/** What they name, and nothing else, is what they do not recognise: the only one of that name, or one of several. "¿Qué es Te llamé?" complains of nothing. */
function named(text: string, { found }: Told): 'strange' | Control | undefined {
  const said = fold(text).replace(NOT_ITS_NAME, '');
  if (said.length < SHORTEST || text.includes('?')) return undefined;
  const [sum, ...others] = found.sums.filter(({ name }) => ` ${fold(name)} `.includes(` ${said} `));
  if (!sum) return undefined;
  const isSure = others.length === 0 && (said.includes(' ') || said === fold(sum.name)); // "recarga" may be a wish
  return isSure ? { control: 'amend', name: 'what', value: 'strange', also: { which: sum.key } } : 'strange';
}
const NOT_ITS_NAME = /^(?:(?:el|la|los|las|lo|de|del|eso|ese|esa|si|es|the|that) )+/;
const SHORTEST = 5;

const whatNow: Question<Told, 'strange'> = {
  ask: (told) => ({ text: told.t.answer({ days: DAYS, list: inWords(told.found, told) }), choices: choices(told) }),
  keeps: z.literal('strange'),
  read: (reply, told) => {
    const wants = reply.choice ?? reply.numbered ?? (STRANGE.test(reply.folded) ? 'strange' : undefined);
    if (wants === 'all') return again({ text: everything(told.found, told), choices: choices(told).filter(({ id }) => id !== 'all') });
    if (wants === 'cancel' || (wants === undefined && ENDS.test(reply.folded) && choices(told).some(({ id }) => id === 'cancel')))
      return leave(undefined, 'subscriptions');
    if (wants === 'strange' || yesOrNo(reply) === true) return 'strange'; // "is there one that you do not recognise?"
    const one = wants === undefined ? named(reply.text, told) : undefined;
    if (one !== undefined) return one;
    return yesOrNo(reply) === false || /\b(?:gracias|thanks|thank you)\b/.test(reply.folded) ? leave(told.t.fine) : again();
  },
};

/** Where the balance went: purchases, what went to debts, daily subscriptions, calls and data, in one answer. */
export const balanceUse = ({ movements, cases, hours }: CaseParts & { readonly movements: Movements }) =>
  skill('balance-use', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, from: 'line' })
    .loads('found', Found, async ({ mobile, now, t, country }) => {
      const { sums, spent } = inSums(await movements.of(mobile.msisdn, now - DAYS * DAY_MS), country.currency);
      if (sums.length > 0) return { sums, spent };
      return leave({ text: t.nothing({ days: DAYS }), choices: [{ id: 'go:balances', label: t.balance }] });
    })
    .asks('what', whatNow)
    .asks(
      'which',
      oneOf({
        ask: ({ t }) => t.which,
        from: (told) => told.found.sums.map(({ key, name }) => ({ id: key, label: short(name) })),
      }),
    )
    .does(async (told) => {
      const { found, which, t, say, mobile, now, country, language } = told;
      const sum = found.sums.find(({ key }) => key === which);
      if (!sum) return;
      const until = promiseFor('normal', now, hours, country);
      const opened = await cases.open(`balance-use:${mobile.msisdn}:${sum.key}:${dayOf(sum.last, country)}`, caseOf(sum, told, until));
      const named = { reference: caseName(opened), name: sum.name, when: spokenMoment(until, now, country, language) };
      const words = opened.since === undefined ? t.opened(named) : t.openAlready({ ...named, day: spokenDay(opened.since, now, country, language) });
      say({ text: words, choices: [{ id: 'go:subscriptions', label: t.subscriptions }] });
    });

/** What an agent reads: another person's line only by its last digits. */
function caseOf({ name, amount, count, last }: Sum, { mobile, country }: Told, promisedBy: number): NewCase {
  const what = name.replace(/\d[\d -]{4,}\d/g, (line) => `…${line.slice(-4)}`);
  const price = formatMoney({ minor: Math.abs(amount.minor), currency: amount.currency }, country);
  return {
    ...{
      topic: 'balance-use',
      reason: 'complaint',
      line: mobile.msisdn,
      promised: `Respuesta antes del ${datedMoment(promisedBy, country)}`,
      promisedBy,
    },
    summary: `No reconoce «${what}»: ${price} en ${count} ${count === 1 ? 'cobro' : 'cobros'}, el último el ${datedDay(last, country)}, línea …${lastFour(mobile.msisdn)}`,
    facts: { movimiento: what, veces: String(count), periodo: `${DAYS} días` },
  };
}

const choices = ({ t, found }: Told) => [
  ...(found.sums.some(({ product }) => product !== undefined) ? [{ id: 'cancel', label: t.cancel }] : []),
  { id: 'strange', label: t.strange },
  ...(found.sums.length > 1 ? [{ id: 'all', label: t.all }] : []),
];
