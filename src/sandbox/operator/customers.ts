import type { Books } from '../books';
import type { Clock } from '../clock';
import type { Deeds } from '../deeds';
import { LINES, msisdnOf, type SeededLine } from '../seed';
import { minorOf, type CountryCode } from '../seed/countries';
import { momentOf } from '../seed/time';
import { LENDING } from '../seed/top-ups';
import { account } from './openings';

/** What the operator's money systems share. */
export interface Core {
  readonly books: Books;
  readonly deeds: Deeds;
  readonly clock: Clock;
}

const DAY_MS = 86_400_000;
/** A customer may charge so much to the bill, in whole units of the country's smallest pack times sixteen; with one open bill at most. */
const BILL_LIMIT: Readonly<Partial<Record<CountryCode, string>>> = { GT: '150', HN: '400', SV: '20', BO: '40', PY: '60000', CO: '40000' };

export const lineOf = (msisdn: string): SeededLine | undefined => LINES.find((line) => line.msisdn === msisdn && line.line.status !== 'terminated');

/** What is still owed, minor units. */
export const owedBy = ({ books }: Core, msisdn: string): number => Math.max(0, -books.balance(account.loan(msisdn)));

/** Until when a line's balance is good, epoch ms: what lasts longest, the seed's own end or a top-up's. */
export function balanceEnd({ deeds, clock }: Core, { msisdn, country, line }: SeededLine): number | undefined {
  const first = line.balance?.until === undefined ? 0 : momentOf(line.balance.until, country, clock.today());
  const later = deeds.all('top-up').filter((deed) => deed.line === msisdn && deed.status === 'completed');
  return Math.max(first, ...later.map(({ until = 0 }) => until)) || undefined;
}

/** How much of a top-up goes to what is owed, by the country's rule. */
export function keptOf(core: Core, { msisdn, country }: SeededLine, minor: number): number {
  const owed = owedBy(core, msisdn);
  const { rule = 'all', keeps = '0' } = LENDING[country] ?? {};
  if (rule === 'half') return Math.min(owed, Math.floor(minor / 2));
  return Math.min(owed, Math.max(0, minor - minorOf(keeps, country)));
}

/** Something to pay with, as TMF670 lists it. `available` in minor units. */
export interface Method {
  readonly id: string;
  readonly kind: 'balance' | 'wallet' | 'card' | 'bill';
  readonly name: string;
  readonly account: string;
  readonly available?: number;
  readonly barred?: 'expired' | 'open-invoice' | 'minor' | 'blocked';
  readonly card?: { readonly brand: string; readonly last4: string; readonly expires: number };
}

export function methodsOf(core: Core, seeded: SeededLine): Method[] {
  const all = everyMethodOf(core, seeded);
  return core.deeds.get('block', seeded.msisdn) === undefined ? all : all.map((method) => ({ ...method, barred: 'blocked' }));
}

function everyMethodOf(core: Core, seeded: SeededLine): Method[] {
  const { books } = core;
  const { msisdn, country, persona, line, plan } = seeded;
  const young = line.minor === true ? ({ barred: 'minor' } as const) : {};
  const wallet = account.wallet(persona.id);
  const bill = account.bills(line.account ?? msisdn);
  return [
    ...(line.balance === undefined
      ? []
      : [
          {
            id: `balance-${msisdn}`,
            kind: 'balance' as const,
            name: 'Saldo',
            account: account.balance(msisdn),
            available: books.balance(account.balance(msisdn)),
          },
        ]),
    ...(persona.wallet === undefined
      ? []
      : [{ id: `wallet-${persona.id}`, kind: 'wallet' as const, name: 'Billetera', account: wallet, available: books.balance(wallet), ...young }]),
    ...cardsOf(core, seeded),
    ...(plan.kind === 'postpaid' ? [{ ...billOf(core, seeded, bill, country) }] : []),
  ];
}

/** Cards of the seeds and those that were kept since, less those that were removed. */
function cardsOf(core: Core, seeded: SeededLine): Method[] {
  const kept = core.deeds.all('saved-card');
  const removed = new Set(kept.filter(({ status }) => status === 'removed').map(({ key }) => key));
  const family = seeded.persona.lines.map(({ number }) => msisdnOf(number, seeded.country));
  const young = seeded.line.minor === true ? ('minor' as const) : undefined;
  const added = kept
    .filter(({ line, status }) => status === 'active' && family.includes(line))
    .map(({ key, brand, last4, expires }): Method => {
      const barred = young ?? (expires < core.clock.now() ? ('expired' as const) : undefined);
      const shown = {
        id: key,
        kind: 'card' as const,
        name: `${brand} ••${last4}`,
        account: `cards:${seeded.country}`,
        card: { brand, last4, expires },
      };
      return { ...shown, ...(barred !== undefined && { barred }) };
    });
  return [...(seeded.persona.cards ?? []).map((card, index) => cardOf(core, seeded, card, index)).filter(({ id }) => !removed.has(id)), ...added];
}

function cardOf(
  { clock }: Core,
  { country, persona, line }: SeededLine,
  card: NonNullable<SeededLine['persona']['cards']>[number],
  index: number,
): Method {
  const expires = momentOf(card.expires, country, clock.today());
  const barred = line.minor === true ? 'minor' : expires < clock.now() ? 'expired' : undefined;
  return {
    ...{ id: `card-${persona.id}-${index + 1}`, kind: 'card', name: `${card.brand} ••${card.last4}`, account: `cards:${country}` },
    card: { brand: card.brand, last4: card.last4, expires },
    ...(barred !== undefined && { barred }),
  };
}

function billOf({ deeds, clock }: Core, { msisdn, line }: SeededLine, name: string, country: CountryCode): Method {
  const since = clock.now() - 30 * DAY_MS;
  const charged = deeds
    .all('payment')
    .filter((deed) => deed.line === msisdn && deed.means === 'bill' && deed.status === 'done' && deed.at > since)
    .reduce((sum, { minor }) => sum + minor, 0);
  const open = (line.bills ?? []).filter(({ state }) => state === 'overdue').length;
  return {
    ...{ id: `bill-${line.account ?? msisdn}`, kind: 'bill', name: 'Tu factura', account: name },
    available: Math.max(0, minorOf(BILL_LIMIT[country] ?? '0', country) - charged),
    ...((open > 0 || line.status === 'suspended') && { barred: 'open-invoice' as const }),
  };
}
