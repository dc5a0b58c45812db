import { z } from 'zod';
import { capital, spokenMoment } from '../../domain/dates';
import type { Card } from '../../domain/message';
import { formatMoney } from '../../domain/money';
import { lastFour, maskMsisdn } from '../../domain/msisdn';
import type { Operation, Settled } from '../../domain/spending';
import { textsFor } from '../../domain/texts';
import type { Basics } from './known';
import { moneyTexts } from './money-texts';

/** What a finished order says of itself, as far as it does. Amounts in minor units, `until` in epoch ms. */
const Facts = z.object({
  balanceAfter: z.number().optional().catch(undefined),
  bonus: z.number().optional().catch(undefined),
  kept: z.number().optional().catch(undefined),
  until: z.number().optional().catch(undefined),
  amount: z.number().optional().catch(undefined),
});
export type Facts = z.infer<typeof Facts>;

/** The facts of an outcome; none when there is none. */
export const factsOf = (outcome: Settled | undefined): Facts => (outcome?.facts === undefined ? {} : Facts.parse(outcome.facts));

/** The end of a receipt that a customer may show to others: the line by its last digits, and no balance. `what` as in "Recarga". */
export function receipt(operation: Operation, what: string, to: string, known: Basics): Card {
  const { country, language, form, now } = known;
  const t = textsFor(moneyTexts, language, form);
  const { reference, amount, at } = operation;
  const when = spokenMoment(at, now, country, language);
  return {
    speak: t.receipt({ what, reference, last: lastFour(to), when }),
    head: { icon: 'check', title: what },
    line: maskMsisdn(to),
    facts: [
      { name: t.reference, value: reference },
      ...(amount.minor > 0 ? [{ name: t.amount, value: formatMoney(amount, country) }] : []),
      { name: t.when, value: capital(when) },
    ],
  };
}

/** A success in words, with the one sign that rule of voice allows it. */
export const celebrated = (text: string): string => `${text} ✅`;
