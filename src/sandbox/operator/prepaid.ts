import type { Route } from '../http/reply';
import { LINES, type SeededLine } from '../seed';
import { OFFERS, inCountry } from '../seed/catalogue';
import { COUNTRIES, decimalOf } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import type { Quota, When } from '../seed/types';
import { collection, type Draft } from './collection';
import { balanceEnd, type Core } from './customers';
import { account } from './openings';
import { personalTo } from './sale';

const BASE = '/tmf-api/prepayBalanceManagement/v4';

/** TMF654: buckets of every line (money from the books, the rest from the seeds) and their sums. */
export function prepaidCore(core: Core): Route[] {
  const buckets = (): Bucket[] => LINES.flatMap((line) => bucketsOf(core, line));
  return [...collection(BASE, 'bucket', 'prepaid', buckets), ...collection(BASE, 'accumulatedBalance', 'prepaid', () => accumulated(buckets()))];
}

interface Bucket extends Draft {
  readonly usageType: string;
  readonly status: 'active' | 'suspended' | 'expired';
  readonly logicalResource: readonly { readonly id: string; readonly name: string }[];
  readonly remainingValue: { readonly amount?: number; readonly units: string };
}

function bucketsOf(core: Core, seeded: SeededLine): Bucket[] {
  if (seeded.line.status === 'terminated') return [];
  const quotas = (seeded.line.quotas ?? []).map((quota, index) =>
    quotaBucket(core, seeded, quota, { part: `${quota.kind}-${index + 1}`, end: endOf(core, seeded, quota.until) }),
  );
  return [...moneyBuckets(core, seeded), ...quotas, ...packBuckets(core, seeded)];
}

const endOf = ({ clock }: Core, { country }: SeededLine, until: When | undefined): number | undefined =>
  until === undefined ? undefined : momentOf(until, country, clock.today());

/** The main balance, what the seeds gave on top, and what top-ups have earned since. */
function moneyBuckets(core: Core, seeded: SeededLine): Bucket[] {
  const { books, deeds } = core;
  const { msisdn, country, line } = seeded;
  if (line.balance === undefined) return [];
  const units = COUNTRIES[country].currency;
  const money = (name: string) => ({ usageType: 'monetary', remainingValue: { amount: decimalOf(books.balance(name), country), units } });
  const credited = deeds.all('top-up').filter((deed) => deed.line === msisdn && deed.status === 'completed');
  const promoted = credited.findLast(({ bonus }) => bonus > 0);
  return [
    { ...frame(core, seeded, 'balance', balanceEnd(core, seeded)), ...money(account.balance(msisdn)), name: 'Saldo', '@type': 'MainBalance' },
    ...(line.bonuses ?? []).map((bonus, index) => ({
      ...frame(core, seeded, `bonus-${index + 1}`, endOf(core, seeded, bonus.until)),
      ...money(account.bonus(msisdn, index)),
      ...{ name: bonus.name, description: bonus.only, '@type': 'Bonus' },
    })),
    ...(promoted === undefined ? [] : [
      {
        ...frame(core, seeded, 'promotion', promoted.at + PROMOTION_DAYS * DAY_MS),
        ...money(account.promotion(msisdn)),
        ...{ name: 'Saldo promocional', description: 'Solo llamadas a números de la misma red', '@type': 'Bonus' },
      },
    ]), // prettier-ignore
  ];
}
const DAY_MS = 86_400_000;
/** So long what a promotion gave is good for. */
const PROMOTION_DAYS = 3;

/** What packs gave that were bought here: whole, until their time is over. */
function packBuckets(core: Core, seeded: SeededLine): Bucket[] {
  const own = core.deeds.all('order').filter(({ line, action, status }) => line === seeded.msisdn && action === 'add' && status === 'completed');
  return own.flatMap(({ key, offer: code, until }) => {
    const offer = OFFERS.find((each) => each.code === code);
    if (offer === undefined || offer.every !== undefined) return [];
    const [size, unit] = inCountry(offer, seeded.country)?.data?.split(' ') ?? [];
    const gift = personalTo(seeded, offer)?.giftGb ?? 0;
    const named = (name: string): string => `${name} (${offer.name})`;
    const quotas: Quota[] = [
      ...(size === undefined
        ? []
        : [{ kind: 'data' as const, name: named('Datos'), unit: unit === 'MB' ? ('MB' as const) : ('GB' as const), of: Number(size) + gift }]),
      ...(offer.minutes === undefined ? [] : [{ kind: 'voice' as const, name: named('Minutos'), unit: 'min' as const, of: offer.minutes }]),
      ...(offer.sms === undefined ? [] : [{ kind: 'sms' as const, name: named('Mensajes'), unit: 'SMS' as const, of: offer.sms }]),
      ...(offer.category === 'social' && size === undefined ? [{ kind: 'social' as const, name: offer.name }] : []),
    ];
    return quotas.map((quota) =>
      quotaBucket(core, seeded, { ...quota, ...(quota.of !== undefined && { left: quota.of }) }, { part: `${quota.kind}-${key}`, end: until }),
    );
  });
}

/** A social allowance is not counted: its remaining value has a unit and no amount. */
function quotaBucket(core: Core, seeded: SeededLine, quota: Quota, { part, end }: { part: string; end: number | undefined }): Bucket {
  const { kind, name, unit = 'unlimited', left, of } = quota;
  return {
    ...frame(core, seeded, part, end),
    usageType: kind === 'social' ? 'other' : kind,
    name,
    isShared: quota.shared === true,
    remainingValue: { ...(left !== undefined && { amount: left }), units: unit },
    ...(left !== undefined && { remainingValueName: `${left} ${unit}` }),
    // An extension: what the allowance was when it was bought. The standard only knows what is left.
    ...(of !== undefined && { initialValue: { amount: of, units: unit } }),
    '@type': 'Bucket',
  };
}

/** What every bucket has; one whose time is over says so. */
function frame({ clock }: Core, { msisdn, country, persona, line }: SeededLine, part: string, end: number | undefined) {
  const usable: Bucket['status'] = line.status === 'suspended' ? 'suspended' : 'active';
  const status: Bucket['status'] = end !== undefined && end < clock.now() ? 'expired' : usable;
  return {
    id: `${msisdn}-${part}`,
    status,
    confirmationDate: isoOf(momentOf(line.since, country, clock.today())),
    isShared: false,
    validFor: { ...(end !== undefined && { endDateTime: isoOf(end) }) },
    logicalResource: [{ id: msisdn, name: 'msisdn' }],
    product: [{ id: `plan-${msisdn}`, name: line.plan }],
    partyAccount: { id: line.account ?? `prepaid-${msisdn}` },
    relatedParty: [{ id: persona.id, role: 'customer', '@referredType': 'Individual' }],
  };
}

/** Sums of the active buckets of a line, one for each kind and unit. */
function accumulated(buckets: readonly Bucket[]): Draft[] {
  const groups = new Map<string, Bucket[]>();
  for (const bucket of buckets) {
    if (bucket.status !== 'active' || bucket.remainingValue.amount === undefined) continue;
    const id = `${bucket.logicalResource[0]?.id}-${bucket.usageType}-${bucket.remainingValue.units}`;
    groups.set(id, [...(groups.get(id) ?? []), bucket]);
  }
  return [...groups].map(([id, parts]) => ({
    id,
    name: parts[0]?.usageType ?? '',
    bucket: parts.map((part) => ({ id: part.id })),
    logicalResource: parts[0]?.logicalResource[0],
    totalBalance: { amount: sum(parts.map(({ remainingValue }) => remainingValue.amount ?? 0)), units: parts[0]?.remainingValue.units },
    '@type': 'AccumulatedBalance',
  }));
}

/** In hundredths, so that 37.50 and 5.10 are 42.60 and nothing else. */
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;
