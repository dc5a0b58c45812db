import { z } from 'zod';
import type { Choice } from '../../../domain/message';
import { compare, formatMoney, money, subtract, type Money } from '../../../domain/money';
import type { Catalogue, Pack, TopUpRules } from '../../../integrations/catalogue/port';
import type { Lending } from '../../../integrations/lending/port';
import type { Means } from '../../../integrations/payments/port';
import type { ChosenMeans } from '../../../domain/spending/details';
import { StoredMoney } from '../../engine/amounts';
import { detour, leave, redo, type Control } from '../../engine/control';
import { payWith } from '../../engine/means';
import { CHEAPER, type Wish } from './choose';
import type { Chosen, Told } from './lists';

/** How somebody without enough can still have the pack: by topping up, or on credit. */
export const Ways = z.object({
  missing: StoredMoney,
  topUp: StoredMoney.nullable(),
  advance: z.object({ lent: StoredMoney, total: StoredMoney }).nullable(),
});
export type Ways = z.infer<typeof Ways>;

type Paying = Told & { readonly picked: Pack; readonly means: readonly Means[]; readonly ways: Ways | null; readonly wish: Wish };

const ORDER: readonly Means['kind'][] = ['balance', 'bill', 'wallet'];

/** What a pack can be paid from at all, the first one first. */
export const forPacks = (means: readonly Means[]): Means[] =>
  means.filter(({ kind, barred }) => ORDER.includes(kind) && barred === undefined).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));

const enough = ({ means, picked }: Pick<Paying, 'means' | 'picked'>): Means[] =>
  means.filter(({ available }) => available === undefined || compare(available, picked.price) >= 0);

/** What can be done where the balance is not enough; null where it is, or where there is none to fill. */
export async function waysOf(
  { means, picked, mobile }: Pick<Paying, 'means' | 'picked' | 'mobile'>,
  { catalogue, lending }: { readonly catalogue: Catalogue; readonly lending?: Lending | undefined },
): Promise<Ways | null> {
  const have = means.find(({ kind }) => kind === 'balance')?.available;
  if (have === undefined || compare(have, picked.price) >= 0) return null;
  const missing = subtract(picked.price, have);
  const [rules, profile] = await Promise.all([catalogue.topUps(mobile.msisdn), lending?.profile(mobile.msisdn)]);
  const offers = lending && profile && profile.available.minor > 0 ? await lending.offers(mobile.msisdn) : [];
  const advance = offers
    .filter(({ kind, lent }) => kind === 'advance' && compare(lent, missing) >= 0)
    .toSorted((a, b) => compare(a.lent, b.lent))
    .map(({ lent, total }) => ({ lent, total }))[0];
  return { missing, topUp: rules ? (topUpOf(missing, rules) ?? null) : null, advance: advance ?? null };
}

/** The smallest top-up that fills what is missing. */
function topUpOf(missing: Money, { min, max, step }: TopUpRules): Money | undefined {
  const minor = Math.max(min.minor, Math.ceil(missing.minor / step.minor) * step.minor);
  return minor <= max.minor ? money(minor, missing.currency) : undefined;
}

const asked = payWith<Paying>({
  from: enough,
  isShort,
  ask: (known) => (isShort(known) ? shortWords(known) : known.t.payWith),
  more: (known) => (isShort(known) ? shortWays(known) : []),
});

/** Whether the balance, where there is one, does not do; a wallet is then offered, not taken. */
function isShort(known: Paying): boolean {
  return known.ways !== null || enough(known).length === 0;
}

/** What it is paid from. Where the balance is not enough: how much is missing, and the ways to this same pack. */
export const paidFrom: typeof asked = {
  ...asked,
  assumes: (known) => (isShort(known) ? undefined : asked.assumes?.(known)),
  read: (reply, known) =>
    reply.choice === undefined && isShort(known) && CHEAPER.test(reply.folded) ? cheaperOnes(known) : asked.read(reply, known),
};

/** Whether what it is to be paid from still is enough: prices rise and balances fall while people think. */
export async function stillFits(known: Paying & { readonly pack: Chosen; readonly pay: ChosenMeans }): Promise<'fits' | Control> {
  const { picked, pack, pay, t, country } = known;
  if (enough(known).some(({ id }) => id === pay.id)) return 'fits';
  const [now, before] = [picked.price, money(pack.price, picked.price.currency)].map((each) => formatMoney(each, country));
  return redo('pay', now === before ? undefined : t.priceNow({ now: now ?? '', before: before ?? '' }));
}

function shortWords({ t, ways, picked, country }: Paying): string {
  const shown = (each: Money): string => formatMoney(each, country);
  const price = shown(picked.price);
  if (ways === null) return t.noMeans({ name: picked.name, price });
  const advance = ways.advance === null ? '' : t.orAdvance({ lent: shown(ways.advance.lent), total: shown(ways.advance.total) });
  return t.short({ name: picked.name, price, missing: shown(ways.missing), advance });
}

/** Those that what is there is enough for. */
function cheaperOnes({ t, means, wish: { kind } }: Paying): Control {
  const most = Math.max(0, ...means.map(({ available }) => available?.minor ?? 0));
  return most > 0 ? { control: 'amend', name: 'wish', value: { ...(kind && { kind }), most }, also: { pack: undefined } } : leave(t.nothing);
}

function shortWays(known: Paying): (Choice & { does: Control })[] {
  const { t, ways } = known;
  return [
    ...(ways?.topUp ? [{ id: 'top-up', label: t.topUp, does: detour('top-up', { amount: ways.topUp }) }] : []),
    ...(ways?.advance ? [{ id: 'advance', label: t.advance, does: detour('loans') }] : []),
    { id: 'cheaper', label: t.cheaper, does: cheaperOnes(known) },
  ];
}
