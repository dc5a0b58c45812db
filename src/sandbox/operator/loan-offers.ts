import type { SeededLine } from '../seed';
import { OFFERS, inCountry } from '../seed/catalogue';
import { minorOf } from '../seed/countries';
import { LENDING, type LendingSeed } from '../seed/top-ups';

/** Something that can be borrowed; `code` of a pack. Minor units. */
export interface Offered {
  readonly id: string;
  readonly kind: 'advance' | 'pack';
  readonly name: string;
  readonly lent: number;
  readonly fee: number;
  readonly content?: string;
  readonly code?: string;
}

/** What is lent to a line within its limit, its own debts aside. */
export function offered({ country, line }: SeededLine): Offered[] {
  const limit = minorOf(line.loan?.limit ?? '0', country);
  const rules: LendingSeed | undefined = LENDING[country];
  const advances = (rules?.advances ?? []).map(([lent, fee]) => ({ lent: minorOf(lent, country), fee: minorOf(fee, country) }));
  const packs = (rules?.packs ?? []).flatMap(([code, total]) => {
    const offer = OFFERS.find((each) => each.code === code);
    const price = offer && inCountry(offer, country);
    if (offer === undefined || price === undefined) return [];
    const lent = minorOf(price.amount, country);
    return [
      {
        id: `loan-${code}`,
        kind: 'pack' as const,
        name: `${offer.name}, ${offer.days ?? 1} ${offer.days === 1 ? 'día' : 'días'}`,
        lent,
        fee: minorOf(total, country) - lent,
        content: offer.content,
        code,
      },
    ];
  });
  return [
    ...advances.map(({ lent, fee }) => ({ id: `advance-${lent}`, kind: 'advance' as const, name: 'Adelanto de saldo', lent, fee })),
    ...packs,
  ].filter(({ lent }) => lent <= limit);
}
