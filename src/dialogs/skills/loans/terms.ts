import { formatMoney, money, type Money } from '../../../domain/money';
import type { Basics } from '../../engine/known';
import type { Texts } from '../../../domain/texts';
import type { Profile } from './debts';
import type { texts } from './texts';

type Words = Pick<Basics, 'country'> & { readonly t: Texts<typeof texts.es> };

/** How a debt is collected, as a part of a sentence: "en tu próxima recarga se descuentan Q12.00". */
export function collected({ t, country }: Words, { rule, keeps }: Profile['recovery'], total: Money): string {
  const shown = formatMoney(total, country);
  if (rule === 'oldest') return t.fromOldest({ total: shown, keeps: formatMoney(keeps ?? money(0, total.currency), country) });
  return rule === 'half' ? t.fromHalf({ total: shown }) : t.fromNext({ total: shown });
}

/** What is received, what is paid for it and when, and how much of that is the fee. */
export function cost(
  words: Words,
  recovery: Profile['recovery'],
  { lent, fee, total }: { readonly lent: Money; readonly fee: Money; readonly total: Money },
): string {
  const shown = (each: Money): string => formatMoney(each, words.country);
  return words.t.get({ lent: shown(lent), total: shown(total), fee: shown(fee), how: collected(words, recovery, total) });
}

/** How a debt that is open gets paid, as a sentence. */
export function wayOut({ t, country }: Words, { rule, keeps }: Profile['recovery'], owed: Money): string {
  const shown = (each: Money): string => formatMoney(each, country);
  if (rule === 'oldest') return t.paidByOldest({ keeps: shown(keeps ?? money(0, owed.currency)) });
  return rule === 'half' ? t.paidByHalf : t.paidByAll({ owed: shown(owed) });
}
