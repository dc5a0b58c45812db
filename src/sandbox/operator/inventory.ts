import type { Clock } from '../clock';
import type { Core } from './customers';
import { isReconnected } from './reconnections';
import { subscriptionsOf } from './subscriptions';
import type { Route } from '../http/reply';
import { LINES, SEEDS, planOf, type SeededLine } from '../seed';
import { inCountry } from '../seed/catalogue';
import { minorOf, priced, type CountryCode } from '../seed/countries';
import { isoOf, momentOf, nextRenewal } from '../seed/time';
import type { CountrySeed, Home, Persona, Plan } from '../seed/types';
import { collection, type Draft } from './collection';

/**
 * TMF637. The plan of a mobile line is the product with a characteristic `lineType` (prepaid or postpaid); its subscriptions are
 * products of their own with the same `msisdn`; a home account has `contract` instead.
 */
export function inventory(core: Core): Route[] {
  const { clock } = core;
  return collection('/tmf-api/productInventory/v4', 'product', 'inventory', () => [
    ...LINES.flatMap((line) => [planProduct(line, core), ...subscriptionProducts(core, line)]),
    ...SEEDS.flatMap((seed) => seed.personas.flatMap((persona) => (persona.homes ?? []).map((home) => homeProduct(seed, persona, home, clock)))),
  ]);
}

function planProduct({ msisdn, country, persona, line, plan }: SeededLine, core: Core): Draft {
  const { clock, deeds } = core;
  const stolen = deeds.get('block', msisdn);
  const isBack = isReconnected(core, msisdn);
  const since = momentOf(line.since, country, clock.today());
  const renews = line.renews && nextRenewal(momentOf(line.renews, country, clock.today()), plan.price?.every ?? 'month', clock.now());
  return {
    ...common(persona, plan.name, line.account ?? `prepaid-${msisdn}`, `${country}-${line.plan}`),
    id: `plan-${msisdn}`,
    status: isBack ? 'active' : (line.status ?? 'active'),
    ...(line.statusReason !== undefined && !isBack && { statusReason: line.statusReason }),
    ...(stolen && { status: 'suspended', statusReason: stolen.reason }),
    startDate: isoOf(since),
    ...(line.status === 'terminated' && { terminationDate: isoOf(momentOf({ day: -2 }, country, clock.today())) }),
    productPrice: planPrice(plan, country),
    productCharacteristic: [
      { name: 'msisdn', value: msisdn },
      { name: 'lineType', value: plan.kind },
      ...plan.includes.map((value) => ({ name: 'included', value })),
      ...(renews !== undefined ? [{ name: 'nextRenewalDate', value: isoOf(renews) }] : []),
      ...(line.label !== undefined ? [{ name: 'label', value: line.label }] : []),
      ...(line.minor === true ? [{ name: 'minor', value: 'true' }] : []),
    ],
  };
}

function subscriptionProducts(core: Core, seeded: SeededLine): Draft[] {
  const { msisdn, country, persona, line } = seeded;
  return subscriptionsOf(core, seeded).map(({ id, offer, paidFrom, renews, since, freeUntil }) => ({
    ...common(persona, offer.name, line.account ?? `prepaid-${msisdn}`, `${country}-${offer.code}`),
    ...{ id, status: 'active', startDate: isoOf(since) },
    productPrice: [recurring(inCountry(offer, country)?.amount ?? '0', offer.every ?? 'month', country)],
    productCharacteristic: [
      { name: 'msisdn', value: msisdn },
      { name: 'paidFrom', value: paidFrom },
      { name: 'nextRenewalDate', value: isoOf(renews) },
      ...(freeUntil === undefined ? [] : [{ name: 'freeUntil', value: isoOf(freeUntil) }]),
    ],
  }));
}

function homeProduct({ country, plans }: CountrySeed, persona: Persona, home: Home, clock: Clock): Draft {
  const plan = planOf(plans, home.plan);
  return {
    ...common(persona, plan.name, home.contract, `${country}-${home.plan}`),
    id: `home-${country}-${home.contract}`,
    status: home.status ?? 'active',
    startDate: isoOf(momentOf(home.since, country, clock.today())),
    productPrice: planPrice(plan, country),
    productCharacteristic: [
      { name: 'contract', value: home.contract },
      ...plan.includes.map((value) => ({ name: 'included', value })),
      ...(home.label !== undefined ? [{ name: 'label', value: home.label }] : []),
    ],
  };
}

function common(persona: Persona, name: string, billingAccount: string, offering: string) {
  return {
    name,
    isBundle: false,
    isCustomerVisible: true,
    billingAccount: { id: billingAccount, '@referredType': 'BillingAccount' },
    productOffering: { id: offering, name },
    relatedParty: [{ id: persona.id, name: persona.name, role: 'owner', '@referredType': 'Individual' }],
    '@type': 'Product',
  };
}

/** A line that pays as it goes has a price of type `usage` and nothing recurring. */
function planPrice({ price }: Plan, country: CountryCode): object[] {
  if (price !== undefined) return [recurring(price.amount, price.every, country)];
  return [{ name: 'Tarifa por uso', priceType: 'usage', price: money(0, country) }];
}

const recurring = (amount: string, every: 'day' | 'month', country: CountryCode): object => ({
  name: 'Tarifa',
  priceType: 'recurring',
  recurringChargePeriod: every,
  price: money(minorOf(amount, country), country),
});

const money = (minor: number, country: CountryCode): object => ({
  taxIncludedAmount: priced(minor, country),
});
