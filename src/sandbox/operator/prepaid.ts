import type { Books } from '../books';
import type { Clock } from '../clock';
import type { Route } from '../http/reply';
import { LINES, type SeededLine } from '../seed';
import { COUNTRIES, decimalOf } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import type { Quota, When } from '../seed/types';
import { collection, type Draft } from './collection';
import { account } from './openings';

const BASE = '/tmf-api/prepayBalanceManagement/v4';

/** TMF654: buckets of every line (money from the books, the rest from the seeds) and their sums. */
export function prepaidCore(books: Books, clock: Clock): Route[] {
  const buckets = (): Bucket[] => LINES.flatMap((line) => bucketsOf(line, books, clock));
  return [...collection(BASE, 'bucket', 'prepaid', buckets), ...collection(BASE, 'accumulatedBalance', 'prepaid', () => accumulated(buckets()))];
}

interface Bucket extends Draft {
  readonly usageType: string;
  readonly status: 'active' | 'suspended' | 'expired';
  readonly logicalResource: readonly { readonly id: string; readonly name: string }[];
  readonly remainingValue: { readonly amount?: number; readonly units: string };
}

function bucketsOf(seeded: SeededLine, books: Books, clock: Clock): Bucket[] {
  if (seeded.line.status === 'terminated') return [];
  const quotas = (seeded.line.quotas ?? []).map((quota, index) => quotaBucket(seeded, quota, index, clock));
  return [...moneyBuckets(seeded, books, clock), ...quotas];
}

function moneyBuckets(seeded: SeededLine, books: Books, clock: Clock): Bucket[] {
  const { msisdn, country, line } = seeded;
  if (line.balance === undefined) return [];
  const units = COUNTRIES[country].currency;
  const money = (name: string) => ({ remainingValue: { amount: decimalOf(books.balance(name), country), units } });
  const main = { ...frame(seeded, 'balance', line.balance.until, clock), ...money(account.balance(msisdn)) };
  return [
    { ...main, usageType: 'monetary', name: 'Saldo', '@type': 'MainBalance' },
    ...(line.bonuses ?? []).map((bonus, index) => ({
      ...frame(seeded, `bonus-${index + 1}`, bonus.until, clock),
      ...money(account.bonus(msisdn, index)),
      usageType: 'monetary',
      name: bonus.name,
      description: bonus.only,
      '@type': 'Bonus',
    })),
  ];
}

/** A social allowance is not counted: its remaining value has a unit and no amount. */
function quotaBucket(seeded: SeededLine, quota: Quota, index: number, clock: Clock): Bucket {
  const { kind, name, unit = 'unlimited', left, of } = quota;
  return {
    ...frame(seeded, `${kind}-${index + 1}`, quota.until, clock),
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
function frame({ msisdn, country, persona, line }: SeededLine, part: string, until: When | undefined, clock: Clock) {
  const end = until === undefined ? undefined : momentOf(until, country, clock.today());
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
