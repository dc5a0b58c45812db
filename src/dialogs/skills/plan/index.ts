import { spokenDay, spokenMoment } from '../../../domain/dates';
import type { Card } from '../../../domain/message';
import { formatMoney } from '../../../domain/money';
import { lastFour, maskMsisdn, showMsisdn } from '../../../domain/msisdn';
import type { Line, Lines } from '../../../integrations/lines/port';
import { skill, type Known, type Mobile } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

type Told = Known<typeof texts.es, { readonly mobile: Mobile }>;

/** What plan a line has, what it costs and what it includes. */
export const plan = ({ lines }: { readonly lines: Lines }) =>
  skill('plan', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, from: 'line' })
    .does(async (told) => {
      const { t, mobile, country, language, now, say } = told;
      const { value: line, stale, at } = await lines.read(mobile.msisdn);
      const shown = showMsisdn(mobile.msisdn, country);
      if (!line || line.status === 'terminated') return say({ text: t.gone({ line: shown }), choices: [{ id: 'go:balances', label: t.balance }] });
      const price = priceOf(line, told);
      const answer = `${t.answer({ line: shown, plan: line.plan.name, price: price === undefined ? '' : t.price({ amount: price }) })}${line.status === 'suspended' ? ` ${t.suspended}` : ''}`;
      say({
        text: stale ? `${t.stale({ when: spokenMoment(at, now, country, language) })} ${answer}` : answer,
        cards: [card(line, told)],
        choices: [
          ...(stale ? [{ id: 'go:plan', label: t.tryAgain }] : []),
          { id: 'go:quota', label: t.quota },
          { id: 'go:balances', label: t.balance },
        ],
      });
    });

/** "Q199.00 al mes"; undefined for pay-as-you-go. */
function priceOf({ plan: { price } }: Line, { t, country }: Told): string | undefined {
  return price && formatMoney(price.amount, country) + t.every({ period: price.every });
}

function card(line: Line, told: Told): Card {
  const { t, mobile, country, language, now } = told;
  const { name, kind, includes, since, renews } = line.plan;
  const price = priceOf(line, told);
  const day = (ms: number): string => spokenDay(ms, now, country, language);
  return {
    speak: t.speak({ last: lastFour(mobile.msisdn), plan: name }),
    head: { icon: 'invoice', title: name },
    line: maskMsisdn(mobile.msisdn),
    facts: [
      { name: t.kind, value: t[kind] },
      ...(price === undefined ? [] : [{ name: t.cost, value: price }]),
      ...includes.map((each, at) => ({ name: at === 0 ? t.includes : ' ', value: each })),
      ...(since === undefined ? [] : [{ name: t.since, value: day(since) }]),
      ...(renews === undefined ? [] : [{ name: t.renews, value: day(renews) }]),
    ],
    ...(line.status === 'suspended' && { note: { mood: 'warning' as const, text: t.suspended } }),
  };
}
