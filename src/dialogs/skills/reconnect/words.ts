import { spokenMoment } from '../../../domain/dates';
import { formatMoney, subtract, type Money } from '../../../domain/money';
import type { Basics } from '../../engine/known';
import type { Texts } from '../../../domain/texts';
import type { Held } from './held';
import type { texts } from './texts';

type Told = Basics & { readonly t: Texts<typeof texts.es>; readonly owed: Money | null };

/** What was paid, where and when, as its customer would say it; and what is missing where it is less than what is owed. */
export function heldWords({ amount, at, place }: Held, { t, owed, now, country, language }: Told): string {
  const paid = {
    ...{ amount: formatMoney(amount, country), when: spokenMoment(at, now, country, language) },
    place: place === '' || language === 'en' ? '' : t.in({ place }),
  };
  const isAll = owed === null || owed.currency !== amount.currency || owed.minor <= amount.minor;
  return isAll ? t.held(paid) : t.heldPart({ ...paid, rest: formatMoney(subtract(owed, amount), country) });
}
