import type { CountryCode } from './countries';
import type { Amount } from './types';

/** What may be topped up in a country, and what is given on top. */
export interface TopUpSeed {
  readonly amounts: readonly Amount[];
  readonly min: Amount;
  readonly max: Amount;
  readonly step: Amount;
  /** Days that a balance is good for, from an amount on. */
  readonly validity: readonly (readonly [from: Amount, days: number])[];
  /** `times`: so many times the amount in all. `days` of the week, 0 is Sunday; none: every day. */
  readonly promotion?: {
    readonly from: Amount;
    readonly times?: number;
    readonly gift?: string;
    readonly days?: readonly number[];
    readonly words: string;
  };
}

const ON_NET = 'solo llamadas a números de la misma red, por 3 días';

export const TOP_UPS: Readonly<Partial<Record<CountryCode, TopUpSeed>>> = {
  GT: {
    ...{ amounts: ['5', '10', '20', '50', '100'], min: '5', max: '500', step: '1' },
    validity: [['5', 7], ['10', 15], ['20', 30], ['50', 60]], // prettier-ignore
    promotion: { from: '20', times: 2, days: [2, 5], words: ON_NET },
  },
  HN: {
    ...{ amounts: ['15', '25', '50', '100', '200'], min: '10', max: '1000', step: '1' },
    validity: [['10', 7], ['25', 15], ['50', 30]], // prettier-ignore
    promotion: { from: '50', times: 2, words: ON_NET },
  },
  SV: {
    ...{ amounts: ['1', '2', '3', '5', '10'], min: '0.50', max: '100', step: '0.25' },
    validity: [['0.50', 7], ['2', 15], ['5', 30]], // prettier-ignore
    promotion: { from: '5', times: 3, days: [4], words: ON_NET },
  },
  BO: {
    ...{ amounts: ['5', '10', '20', '50', '100'], min: '2', max: '500', step: '1' },
    validity: [['2', 30], ['20', 60], ['50', 90]], // prettier-ignore
    promotion: { from: '20', times: 2, words: ON_NET },
  },
  PY: {
    ...{ amounts: ['5000', '10000', '20000', '50000'], min: '1000', max: '500000', step: '500' },
    validity: [['1000', 15], ['10000', 30], ['50000', 60]], // prettier-ignore
    promotion: { from: '20000', gift: '1 GB', words: '1 GB más, por 3 días' },
  },
  CO: {
    ...{ amounts: ['2000', '5000', '10000', '20000', '50000'], min: '1000', max: '200000', step: '1000' },
    validity: [['1000', 30], ['20000', 60]], // prettier-ignore
    promotion: { from: '10000', gift: '2 GB', words: '2 GB más, por 3 días' },
  },
};

/** PINs on scratch cards. */
export const VOUCHERS: Readonly<
  Record<string, { readonly country: CountryCode; readonly amount: Amount; readonly state: 'good' | 'used' | 'expired' }>
> = {
  '501277810042': { country: 'GT', amount: '25', state: 'good' },
  '501277810043': { country: 'GT', amount: '25', state: 'used' },
  '501277810044': { country: 'GT', amount: '25', state: 'expired' },
};

/** What airtime lending is like in a country: advances with their fees, packs that can be had on credit, and how it is collected. */
export interface LendingSeed {
  readonly advances: readonly (readonly [amount: Amount, fee: Amount])[];
  /** Code of a pack, and what is owed for it. */
  readonly packs: readonly (readonly [code: string, total: Amount])[];
  readonly rule: 'all' | 'half' | 'oldest';
  /** Left to the customer of every top-up. */
  readonly keeps?: Amount;
}

export const LENDING: Readonly<Partial<Record<CountryCode, LendingSeed>>> = {
  GT: { advances: [['5', '1'], ['10', '2'], ['20', '4']], packs: [['M1', '12'], ['M3', '24']], rule: 'all' }, // prettier-ignore
  HN: { advances: [['10', '2'], ['20', '4'], ['50', '10']], packs: [['M1', '36'], ['M3', '72']], rule: 'all' }, // prettier-ignore
  SV: { advances: [['0.50', '0.10'], ['1', '0.20'], ['2', '0.40']], packs: [['M1', '1.20'], ['M3', '2.70']], rule: 'all' }, // prettier-ignore
  BO: { advances: [['5', '1'], ['10', '2'], ['20', '4']], packs: [['M1', '6'], ['M3', '14.40']], rule: 'oldest', keeps: '1' }, // prettier-ignore
  PY: { advances: [['2000', '400'], ['5000', '1000'], ['10000', '2000']], packs: [['M1', '6000'], ['M3', '12000']], rule: 'half' }, // prettier-ignore
  CO: { advances: [['2000', '400'], ['5000', '1000'], ['8000', '1600']], packs: [['M1', '4800'], ['M3', '8400']], rule: 'all' }, // prettier-ignore
};
