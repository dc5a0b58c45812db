import { z } from 'zod';
import { spokenDay, theHour } from '../../../domain/dates';
import { formatMoney, type Money } from '../../../domain/money';
import { showMsisdn } from '../../../domain/msisdn';
import { StoredAmount } from '../../../domain/spending';
import type { Cases } from '../../../integrations/cases/port';
import type { Movements } from '../../../integrations/movements/port';
import { again, leave } from '../../engine/control';
import { oneOf } from '../../engine/question';
import { skill, type Known, type Mobile } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { inSums, Sum } from './sums';
import { texts } from './texts';

const DAY_MS = 86_400_000;
/** How far back is looked: what people remember, and wonder about. */
const DAYS = 5;
/** Sums told in words; the rest under "see everything". */
const TOLD = 4;

const Found = z.object({ sums: Sum.array(), spent: StoredAmount });
type Told = Known<typeof texts.es, { readonly mobile: Mobile; readonly found: z.infer<typeof Found> }>;

/** Where the balance went: purchases, what went to debts, daily subscriptions, calls and data, in one answer. */
export const balanceUse = ({ movements, cases }: { readonly movements: Movements; readonly cases: Cases }) =>
  skill('balance-use', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, from: 'line' })
    .loads('found', Found, async ({ mobile, now, t, country }) => {
      const all = await movements.of(mobile.msisdn, now - DAYS * DAY_MS);
      const { sums, spent } = inSums(all, country.currency);
      if (sums.length > 0) return { sums, spent };
      return leave({ text: t.nothing({ days: DAYS }), choices: [{ id: 'go:balances', label: t.balance }] });
    })
    .asks('what', {
      ask: (told) => ({ text: told.t.answer({ days: DAYS, list: inWords(told.found.sums.slice(0, TOLD), told) }), choices: choices(told) }),
      keeps: z.literal('strange'),
      read: ({ choice, numbered, folded }, told) => {
        const wants = choice ?? numbered ?? (/\b(no reconozco|no es mio|yo no|no compre|not mine|did not)\b/.test(folded) ? 'strange' : undefined);
        if (wants === 'all') return again({ text: everything(told), choices: choices(told).filter(({ id }) => id !== 'all') });
        if (wants === 'cancel') return leave(undefined, 'subscriptions');
        return wants === 'strange' ? wants : again();
      },
    })
    .asks(
      'which',
      oneOf({
        ask: ({ t }) => t.which,
        from: (told) => told.found.sums.map(({ key, name }) => ({ id: key, label: short(name) })),
      }),
    )
    .does(async (told) => {
      const { found, which, t, say, mobile, id, now } = told;
      const sum = found.sums.find(({ key }) => key === which);
      if (!sum) return;
      const { reference } = await cases.open(id('case'), {
        ...{ topic: 'balance-use', reason: 'complaint', line: mobile.msisdn, promised: 'Respuesta en 24 horas' },
        summary: `No reconoce "${sum.name}", ${formatMoney(sum.amount, told.country)} en ${sum.count} movimiento(s), el último ${spokenDay(sum.last, now, told.country, 'es')}`,
        facts: { movimiento: sum.name, veces: String(sum.count) },
      });
      say({ text: t.opened({ reference, name: sum.name }), choices: [{ id: 'go:subscriptions', label: t.subscriptions }] });
    });

/** A name on a button. */
const short = (name: string): string => ([...name].length > 20 ? `${[...name].slice(0, 19).join('')}…` : name);

const choices = ({ t, found }: Told) => [
  ...(found.sums.some(({ product }) => product !== undefined) ? [{ id: 'cancel', label: t.cancel }] : []),
  { id: 'strange', label: t.strange },
  ...(found.sums.length > TOLD ? [{ id: 'all', label: t.all }] : []),
];

/** "Q20.00 de Paquete Todo en uno, Q10.00 de una recarga al 5555-0102 y Q0.99 …". */
function inWords(sums: readonly Sum[], told: Told): string {
  const each = sums.map((sum) => one(sum, told));
  return [each.slice(0, -1).join(', '), ...each.slice(-1)].filter(Boolean).join(told.t.and);
}

function one({ name, amount, count, kind, other, daily }: Sum, { t, country }: Told): string {
  const values = { amount: formatMoney(positive(amount), country), name, count };
  if (kind === 'transfer' && other !== undefined) return t.sent({ ...values, line: showMsisdn(other, country) });
  if (kind === 'recovery') return t.recovered(values);
  if (daily) return t.daily(values);
  return count > 1 ? t.several(values) : t.single(values);
}

function everything(told: Told): string {
  const { found, now, country, language, t } = told;
  const lines = found.sums.map((sum, index) => {
    const when = `${spokenDay(sum.last, now, country, language)}, ${theHour(sum.last, country, language)}`;
    return `${index + 1}. ${one(sum, told)} (${when})`;
  });
  return [...lines, t.total({ amount: formatMoney(positive(found.spent), country) })].join('\n');
}

const positive = ({ minor, currency }: Money): Money => ({ minor: Math.abs(minor), currency });
