import { spokenMoment, until } from '../../../domain/dates';
import type { Card, Meter } from '../../../domain/message';
import { lastFour, maskMsisdn, showMsisdn } from '../../../domain/msisdn';
import { formatData, formatSms, formatVoice } from '../../../domain/quantity';
import type { Allowance, Prepaid } from '../../../integrations/prepaid/port';
import { skill, type Known, type Mobile } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

type Told = Known<typeof texts.es, { readonly mobile: Mobile }>;

/** Data, minutes and messages that are left, and until when. */
export const quota = ({ prepaid }: { readonly prepaid: Prepaid }) =>
  skill('quota', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, from: 'line' })
    .does(async (told) => {
      const { t, mobile, country, language, now, say } = told;
      const { value, stale, at } = await prepaid.buckets(mobile.msisdn);
      const line = showMsisdn(mobile.msisdn, country);
      const left = inWords(value.allowances, told);
      const answer = value.allowances.length > 0 ? t.answer({ line, left }) : t.none({ line });
      say({
        text: stale ? `${t.stale({ when: spokenMoment(at, now, country, language) })} ${answer}` : answer,
        ...(value.allowances.length > 0 && { cards: [card(value.allowances, left, told)] }),
        choices: [
          ...(stale ? [{ id: 'go:quota', label: t.tryAgain }] : []),
          { id: 'go:balances', label: t.balance },
          { id: 'go:plan', label: t.plan },
        ],
      });
    });

/** "1.2 GB de 3 GB, 45 min y 20 SMS, hasta el domingo a las 11:59 p. m.": what ends together is told together. */
function inWords(allowances: readonly Allowance[], told: Told): string {
  const ends = [...new Set(allowances.map((each) => each.until))];
  const groups = ends.map((end) => {
    const same = allowances.filter((each) => each.until === end).map((each) => (each.left === undefined ? each.name : leftOf(each, told)));
    const listed = [same.slice(0, -1).join(', '), ...same.slice(-1)].filter(Boolean).join(told.t.and);
    return end === undefined ? listed : `${listed}, ${until(end, told.now, told.country, told.language)}`;
  });
  return groups.join('; ');
}

function leftOf({ kind, left, of }: Allowance, { t, country }: Told): string {
  if (left === undefined) return t.uncounted;
  const format = FORMATS[kind];
  return of === undefined ? format(left, country) : t.of({ left: format(left, country), of: format(of, country) });
}
const FORMATS = { data: formatData, voice: formatVoice, sms: formatSms, social: formatData } as const;

function card(allowances: readonly Allowance[], left: string, told: Told): Card {
  const { t, mobile } = told;
  const counted = allowances.filter((each) => each.left !== undefined && each.of !== undefined);
  const others = allowances.filter((each) => !counted.includes(each));
  return {
    speak: t.speak({ last: lastFour(mobile.msisdn), left }),
    head: { icon: 'signal', title: t.button },
    line: maskMsisdn(mobile.msisdn),
    ...(counted.length > 0 && { meters: counted.map((each) => meter(each, told)) }),
    ...(others.length > 0 && { facts: others.map((each) => ({ name: each.name, value: leftOf(each, told) })) }),
  };
}

function meter(allowance: Allowance, told: Told): Meter {
  const { t, now, country, language } = told;
  const { kind, name, left = 0, of = 0, until: end } = allowance;
  const named = kind === 'social' ? name : t[kind];
  const percent = of > 0 ? Math.min(100, Math.floor((left * 100) / of)) : 0; // rounded down: never 100 % of what is not whole
  return { name: named, left: leftOf(allowance, told), percent, ...(end !== undefined && { until: until(end, now, country, language) }) };
}
