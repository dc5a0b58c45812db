import { COUNTRIES, decimalOf, minorOf, type CountryCode } from '../seed/countries';
import type { Amount } from '../seed/types';
import { TOP_UPS, type TopUpSeed } from '../seed/top-ups';
import type { Draft } from './collection';
import { isToday } from './top-ups';

export const TOP_UP_CATEGORY = { id: 'top-up', name: 'Recargas' };

/** What may be topped up, as an offering: its rules are characteristics, amounts in the country's currency. */
export function topUpOffering(country: CountryCode, now: number): Draft[] {
  const rules = TOP_UPS[country];
  if (rules === undefined) return [];
  return [
    {
      ...{ id: `${country}-TOPUP`, name: 'Recarga', description: 'Recarga de saldo', isBundle: false, isSellable: true },
      ...{ lifecycleStatus: 'Active', version: '1.0', '@type': 'ProductOffering' },
      category: [TOP_UP_CATEGORY],
      place: [{ id: country, name: COUNTRIES[country].name }],
      prodSpecCharValueUse: [
        ...(['amounts', 'min', 'max', 'step'] as const).map((name) => money(name, [rules[name]].flat(), country)),
        ...rules.validity.map(([from, days]) => tier('validity', { ...money('from', [from], country), days })),
        ...promotionOf(rules, country, now),
      ],
    },
  ];
}

const money = (name: string, amounts: readonly Amount[], country: CountryCode) => ({
  name,
  productSpecCharacteristicValue: amounts.map((amount) => ({
    value: decimalOf(minorOf(amount, country), country),
    unitOfMeasure: COUNTRIES[country].currency,
  })),
});

/** A rule that holds from an amount on: the amount and what holds are values of one characteristic. */
const tier = (
  name: string,
  { productSpecCharacteristicValue, ...holds }: ReturnType<typeof money> & { days?: number; times?: number; words?: string },
) => ({
  name,
  productSpecCharacteristicValue: productSpecCharacteristicValue.map((from) => ({ ...from, ...holds, name: undefined })),
});

/** Only what is on today, by the country's calendar. */
function promotionOf({ promotion }: TopUpSeed, country: CountryCode, now: number): object[] {
  if (promotion === undefined || !isToday(promotion, country, now)) return [];
  const { from, times, words } = promotion;
  return [tier('promotion', { ...money('from', [from], country), words, ...(times !== undefined && { times }) })];
}
