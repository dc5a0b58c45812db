import type { Core } from './customers';
import { account } from './openings';
import { transfer } from './transfers';
import { LINES, SEEDS } from '../seed';
import { minorOf, type CountryCode } from '../seed/countries';
import type { Bill, Persona } from '../seed/types';

/** A seeded bill with what hangs on it. `id` is `<account>-<period>`: of this month `70041183-M`. */
export interface SeededBill {
  readonly id: string;
  /** Number of the billing account. */
  readonly account: string;
  readonly country: CountryCode;
  readonly persona: Persona;
  /** Of a mobile account, E.164 without `+`. */
  readonly msisdn?: string;
  readonly bill: Bill;
  /** Minor units. */
  readonly total: number;
}

const totalOf = ({ lines }: Bill, country: CountryCode): number => lines.reduce((sum, [, amount]) => sum + minorOf(amount, country), 0);

/** Every bill of the seeds, of lines and of homes. */
export const BILLS: readonly SeededBill[] = [
  ...LINES.flatMap(({ msisdn, country, persona, line }) =>
    (line.bills ?? []).map((bill) => billed({ account: line.account ?? msisdn, country, persona, msisdn, bill })),
  ),
  ...SEEDS.flatMap(({ country, personas }) =>
    personas.flatMap((persona) =>
      (persona.homes ?? []).flatMap(({ contract, bills = [] }) => bills.map((bill) => billed({ account: contract, country, persona, bill }))),
    ),
  ),
];

function billed(of: Omit<SeededBill, 'id' | 'total'>): SeededBill {
  return { ...of, id: `${of.account}-${of.bill.period}`, total: totalOf(of.bill, of.country) };
}

/** Those, and what was billed since. */
export const billsIn = ({ deeds }: Pick<Core, 'deeds'>): readonly SeededBill[] => [
  ...BILLS,
  ...deeds.all('bill').flatMap(({ key, account, minor }) => {
    const like = BILLS.find((each) => each.account === account);
    return like ? [{ ...like, id: key, bill: { period: 'M' as const, due: { day: 10 }, state: 'new' as const, lines: [] }, total: minor }] : [];
  }),
];

export const billOf = (core: Pick<Core, 'deeds'>, id: string): SeededBill | undefined => billsIn(core).find((each) => each.id === id);

/** One more bill of an account, of so many minor units. Its id; undefined when there is no such account. */
export function issue({ deeds, books, clock }: Core, billing: string, minor: number): string | undefined {
  const like = BILLS.find((each) => each.account === billing);
  if (!like) return undefined;
  const key = `${billing}-X${deeds.all('bill').length + 1}`;
  const legs = { from: [{ account: account.bills(billing), minor }], to: [{ account: account.opening(like.country), minor }] };
  transfer(books, { ref: `bill:${key}`, what: 'Factura', country: like.country, ...legs });
  deeds.put({ kind: 'bill', key, print: '', at: clock.now(), line: like.msisdn ?? '', account: billing, minor });
  return key;
}

/** What was paid of a bill since the seeds, minor units. */
export const paidOf = ({ deeds }: Pick<Core, 'deeds'>, id: string): number =>
  deeds
    .all('bill-payment')
    .filter(({ bill }) => bill === id)
    .reduce((sum, { minor }) => sum + minor, 0);

/** What is still owed of it, minor units. */
export const openOf = (core: Pick<Core, 'deeds'>, { id, bill, total }: SeededBill): number =>
  bill.state === 'settled' ? 0 : Math.max(0, total - paidOf(core, id));

/** The least that may be paid of it at once, minor units: all that is open and not in dispute, unless it may be paid in parts. */
export function leastOf(core: Pick<Core, 'deeds'>, seeded: SeededBill): number {
  const open = openOf(core, seeded);
  const { partPercent, disputed = {} } = seeded.bill;
  const held = Object.values(disputed).reduce((sum, amount) => sum + minorOf(amount, seeded.country), 0);
  const least = partPercent === undefined ? open - held : Math.min(open, Math.ceil((seeded.total * partPercent) / 100));
  return Math.max(least, Math.min(open, 1));
}
