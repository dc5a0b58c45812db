import { z } from 'zod';
import type { Country } from '../../../domain/countries';
import { fold } from '../../../domain/fold';
import { beforeQuiet } from '../../../domain/quiet';
import type { Accounts } from '../../../integrations/accounts/port';
import type { Bills } from '../../../integrations/bills/port';
import type { Reminder } from '../../../integrations/reminders/port';
import type { Lending } from '../../../integrations/lending/port';
import type { Prepaid } from '../../../integrations/prepaid/port';

const HOUR = 3_600_000;
/** How long before the end somebody is told, ms: the first of these that is not over yet. */
const BEFORE = [24 * HOUR, 3 * HOUR];

const WHAT = ['pack', 'balance', 'loan', 'bill'] as const satisfies readonly Reminder['what'][];

/** Something of a line that ends or is due, and that is worth a word before. */
export const Occasion = z.object({ what: z.enum(WHAT), name: z.string(), end: z.number() });
export type Occasion = z.infer<typeof Occasion>;

const NAMES: Readonly<Record<Occasion['what'], RegExp>> = {
  ...{ pack: /\b(?:paquetes?|packs?|bundles?)\b/, balance: /\b(?:saldo|balance|recarg\w*|top ?up)\b/ },
  ...{ loan: /\b(?:adelantos?|prestamos?|prestad[oa]|loans?|advances?)\b/, bill: /\b(?:facturas?|bills?|invoices?)\b/ },
};

/** The one kind of thing that words name; undefined where they name none, or several. */
export function namedIn(words = ''): Occasion['what'] | undefined {
  const folded = fold(words);
  const [one, ...others] = WHAT.filter((what) => NAMES[what].test(folded));
  return others.length === 0 ? one : undefined;
}

export interface Sources {
  readonly prepaid: Prepaid;
  readonly lending?: Lending;
  /** Of postpaid lines. */
  readonly accounts?: Pick<Accounts, 'ofLine'>;
  readonly bills?: Bills;
}

/** What ends soon on a line, the soonest first. One pack may show as several allowances of the same end: it is one. */
export async function occasionsOf(line: string, { prepaid, lending, ...billing }: Sources): Promise<readonly Occasion[]> {
  const [{ value }, profile, bills] = await Promise.all([prepaid.buckets(line), lending?.profile(line), billsOf(line, billing)]);
  const packs = value.allowances.flatMap(({ name, until }) => (until === undefined ? [] : [{ what: 'pack' as const, name, end: until }]));
  const main = value.balances.find(({ main: isMain }) => isMain);
  const loans = (profile?.debts ?? []).flatMap(({ due }) => (due === undefined ? [] : [{ what: 'loan' as const, name: '', end: due }]));
  const all = [...packs, ...(main?.until === undefined ? [] : [{ what: 'balance' as const, name: '', end: main.until }]), ...loans, ...bills];
  return all.filter(({ what, end }, at) => all.findIndex((each) => each.what === what && each.end === end) === at).toSorted((a, b) => a.end - b.end);
}

/** What the line's account still owes. A prepaid line has none. */
async function billsOf(line: string, { accounts, bills }: Pick<Sources, 'accounts' | 'bills'>): Promise<readonly Occasion[]> {
  const account = await accounts?.ofLine(line);
  return account === undefined ? [] : dueOf(account, bills);
}

/** What a billing account still owes. */
export async function dueOf(account: string, bills: Sources['bills']): Promise<readonly Occasion[]> {
  const all = (await bills?.list(account)) ?? [];
  return all.flatMap(({ remaining, due }) => (remaining.minor > 0 ? [{ what: 'bill' as const, name: '', end: due }] : []));
}

/** When to tell of it: a day before, or some hours, never at night; undefined when it is too late for that. */
export function momentOf({ end }: Pick<Occasion, 'end'>, now: number, country: Country): number | undefined {
  return BEFORE.map((before) => beforeQuiet(end - before, country)).find((at) => at > now);
}
