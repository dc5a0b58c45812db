import { spokenMoment } from '../../../domain/dates';
import { formatMoney, type Money } from '../../../domain/money';
import { showMsisdn } from '../../../domain/msisdn';
import type { Known } from '../../engine/skill';
import { digestOf, type Sum } from './sums';
import type { texts } from './texts';

/** Sums told by name at first; the rest under "see everything". */
const TOLD = 5;

type Words = Known<typeof texts.es, object>;
interface Found {
  readonly sums: readonly Sum[];
  readonly spent: Money;
}

/** "Q20.00 de Paquete Todo en uno, Q10.00 que enviaste al 5555-0102 y Q5.46 de llamadas y datos fuera de tus paquetes". */
export function inWords({ sums }: Found, words: Words): string {
  const { t, country } = words;
  const { each, used, rest } = digestOf(sums, TOLD);
  const pieces = each.map((sum) => one(sum, words));
  if (used)
    pieces.push(
      t.used({
        amount: shown(used.amount, country),
        kinds: joined(
          used.kinds.map((kind) => t[kind]),
          t,
        ),
      }),
    );
  if (rest) pieces.push(t.rest({ amount: shown(rest.amount, country) }));
  return joined(pieces, t);
}

const joined = (pieces: readonly string[], t: Words['t']): string =>
  [pieces.slice(0, -1).join(', '), ...pieces.slice(-1)].filter(Boolean).join(t.and);

function one({ name, amount, count, kind, other, daily }: Sum, { t, country }: Words): string {
  const values = { amount: shown(amount, country), name, count };
  if (kind === 'transfer' && other !== undefined) return t.sent({ ...values, line: showMsisdn(other, country) });
  if (kind === 'recovery') return t.recovered(values);
  if (daily) return t.daily(values);
  return count > 1 ? t.several(values) : t.single(values);
}

/** All of it, numbered, with the last time of each. */
export function everything({ sums, spent }: Found, words: Words): string {
  const { now, country, language, t } = words;
  const lines = sums.map((sum, index) => `${index + 1}. ${one(sum, words)} (${spokenMoment(sum.last, now, country, language)})`);
  return [...lines, t.total({ amount: shown(spent, country) })].join('\n');
}

/** What went out, as a figure without a sign. */
const shown = ({ minor, currency }: Money, country: Words['country']): string => formatMoney({ minor: Math.abs(minor), currency }, country);
