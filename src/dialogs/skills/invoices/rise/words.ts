import { rateIn, type Cause, type Change } from '../../../../domain/bills';
import type { Card, Message } from '../../../../domain/message';
import { formatMoney, money, type Money } from '../../../../domain/money';
import type { Basics } from '../../../engine/known';
import type { Texts } from '../../../../domain/texts';
import { monthOf, type KeptBill } from '../bill';
import type { texts } from './texts';

type Told = Basics & { readonly t: Texts<typeof texts.es> };

/** Causes that are told one by one; what is left of a long list is summed up, and never hidden. */
const MOST = 9;

/** "+Q75.00", "−Q8.30". */
export const signed = (amount: Money, { country }: Pick<Basics, 'country'>): string => (amount.minor > 0 ? '+' : '') + formatMoney(amount, country);

/** The difference, and what it is made of. */
export function riseWords(change: Change, after: KeptBill, before: KeptBill, told: Told): Message {
  const { t, country } = told;
  const shown = (amount: Money): string => formatMoney(amount, country);
  const { minor, currency } = change.difference;
  const choices = [
    ...(after.remaining.minor > 0 ? [{ id: 'go:pay-invoice', label: t.pay }] : []),
    ...(change.causes.length > 0 ? [{ id: 'go:invoice-dispute', label: t.notMine }] : []),
    { id: 'go:invoice-lines', label: t.lines },
  ];
  const to = shown(change.to);
  if (change.causes.length === 0) return { text: t.same({ to, month: monthOf(after, told), before: monthOf(before, told) }), choices };
  const two = { difference: shown(money(Math.abs(minor), currency)), from: shown(change.from), to };
  const text = minor > 0 ? t.rose(two) : minor < 0 ? t.fell(two) : t.sameTotal({ to });
  return { text, cards: [card(change, told)], choices };
}

function card({ causes, difference }: Change, told: Told): Card {
  const { t } = told;
  const total = signed(difference, told);
  const facts = shortened(causes).map((cause) => ({ name: causeName(cause, told), value: signed(cause.amount, told) }));
  return { speak: t.speak({ difference: total }), head: { icon: 'invoice', title: t.head }, facts, total: { name: t.difference, value: total } };
}

function shortened(causes: readonly Cause[]): readonly Cause[] {
  if (causes.length <= MOST) return causes;
  const [told, left] = [causes.slice(0, MOST - 1), causes.slice(MOST - 1)];
  const minor = left.reduce((sum, { amount }) => sum + amount.minor, 0);
  const [first] = left;
  return minor === 0 || !first ? told : [...told, { kind: 'rest', name: '', amount: money(minor, first.amount.currency) }];
}

function causeName({ kind, name, before = '' }: Cause, { t }: Told): string {
  switch (kind) {
    case 'plan':
      return t.plan({ name, before });
    case 'price':
      return t.price({ name });
    case 'ended':
      return t.ended({ name });
    case 'promotion-ended':
      return t.promotionEnded({ name });
    case 'exchange':
      return t.exchange({ name: name.replace(/:.*$/, ''), from: rateIn(before)?.rate ?? '', to: rateIn(name)?.rate ?? '' });
    case 'rest':
      return t.rest;
    default:
      return name;
  }
}
