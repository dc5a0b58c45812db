import { capital, spokenDay, spokenMoment, until } from '../../../domain/dates';
import type { Card } from '../../../domain/message';
import { formatMoney } from '../../../domain/money';
import { lastFour, maskMsisdn, showMsisdn } from '../../../domain/msisdn';
import type { Balance, Buckets, Prepaid, Reading } from '../../../integrations/prepaid/port';
import { skill, type Known, type Mobile } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

const FAR_MS = 6 * 24 * 3_600_000;

type Told = Known<typeof texts.es, { readonly mobile: Mobile }>;

/** How much money is on the line, until when, and what promotional balances are good for. */
export const balances = ({ prepaid }: { readonly prepaid: Prepaid }) =>
  skill('balances', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, from: 'line' })
    .does(async (told) => {
      const { t, mobile, say } = told;
      const reading = await prepaid.buckets(mobile.msisdn);
      const main = reading.value.balances.find((balance) => balance.main);
      const bonuses = reading.value.balances.filter((balance) => !balance.main);
      say({
        text: [main ? sentence(main, reading, told) : t.none({ line: lineOf(told) }), ...also(bonuses, told)].join(' '),
        ...(main && { cards: [card(main, bonuses, told)] }),
        choices: [
          ...(reading.stale ? [{ id: 'go:balances', label: t.tryAgain }] : []),
          { id: 'go:quota', label: t.quota },
          { id: 'go:lines', label: t.lines },
        ],
      });
    });

/** The answer in its first words; an old one says how old it is. */
function sentence({ amount, until: end }: Balance, { at, stale }: Reading<Buckets>, told: Told): string {
  const { t, country, language, now } = told;
  const balance = formatMoney(amount, country);
  if (stale) return t.stale({ when: capital(spokenMoment(at, now, country, language)), balance });
  return t.answer({ line: lineOf(told), balance, until: end === undefined ? '' : t.until({ when: ends(end, told) }) });
}

function also(bonuses: readonly Balance[], told: Told): string[] {
  const { t, country } = told;
  const each = bonuses.map(({ amount, only, until: end }) => {
    const limits = [
      ...(only === undefined ? [] : [only.charAt(0).toLowerCase() + only.slice(1)]),
      ...(end === undefined ? [] : [ends(end, told)]),
    ].join(', ');
    return t.bonus({ amount: formatMoney(amount, country), only: limits && ` (${limits})` });
  });
  return each.length > 0 ? [t.also({ balances: each.join('; ') })] : [];
}

function card({ amount, until: end }: Balance, bonuses: readonly Balance[], told: Told): Card {
  const { t, mobile, country } = told;
  const balance = formatMoney(amount, country);
  return {
    speak: t.speak({ last: lastFour(mobile.msisdn), balance }),
    line: maskMsisdn(mobile.msisdn),
    hero: { label: t.available, figure: balance, ...(end !== undefined && { under: capital(ends(end, told)) }) },
    ...(bonuses.length > 0 && { facts: bonuses.map((bonus) => ({ name: bonus.name, value: formatMoney(bonus.amount, country) })) }),
  };
}

/** Far away the day is enough; near, the hour matters. */
const ends = (at: number, { t, country, language, now }: Told): string =>
  at - now > FAR_MS ? t.untilDay({ day: spokenDay(at, now, country, language) }) : until(at, now, country, language);
const lineOf = ({ mobile, country }: Told): string => showMsisdn(mobile.msisdn, country);
