import type { NewEntry } from '../books';
import { COUNTRIES, minorOf, type CountryCode } from '../seed/countries';
import { LINES, SEEDS } from '../seed';
import type { Bill, Persona } from '../seed/types';

/** Accounts of the books. What the operator owes a customer is a credit, what a customer owes is a debit. */
export const account = {
  balance: (msisdn: string): string => `line:${msisdn}:balance`,
  bonus: (msisdn: string, index: number): string => `line:${msisdn}:bonus-${index + 1}`,
  promotion: (msisdn: string): string => `line:${msisdn}:promotion`,
  loan: (msisdn: string): string => `line:${msisdn}:loan`,
  wallet: (persona: string): string => `wallet:${persona}`,
  bills: (billing: string): string => `bills:${billing}`,
  opening: (country: CountryCode): string => `opening:${country}`,
};

/** The entries that begin the books: every balance, wallet, debt and open bill of the seeds, against one account for each country. */
export function openings(): NewEntry[] {
  return [...LINES.flatMap(ofLine), ...SEEDS.flatMap(({ country, personas }) => personas.flatMap((persona) => ofPersona(country, persona)))];
}

function ofLine({ msisdn, country, line }: (typeof LINES)[number]): NewEntry[] {
  const debt = line.loan?.debt;
  const owed = debt === undefined ? 0 : minorOf(debt.principal, country) + minorOf(debt.fee, country) - minorOf(debt.paid ?? '0', country);
  return [
    ...opening(country, account.balance(msisdn), 'Opening balance', minorOf(line.balance?.amount ?? '0', country)),
    ...(line.bonuses ?? []).flatMap(({ amount }, index) => opening(country, account.bonus(msisdn, index), 'Opening bonus', minorOf(amount, country))),
    ...opening(country, account.loan(msisdn), 'Loan from before', -owed),
    ...opening(country, account.bills(line.account ?? msisdn), 'Bills from before', -openBills(country, line.bills)),
  ];
}

function ofPersona(country: CountryCode, { id, wallet, homes = [] }: Persona): NewEntry[] {
  return [
    ...opening(country, account.wallet(id), 'Opening wallet', minorOf(wallet ?? '0', country)),
    ...homes.flatMap(({ contract, bills }) => opening(country, account.bills(contract), 'Bills from before', -openBills(country, bills))),
  ];
}

const openBills = (country: CountryCode, bills: readonly Bill[] = []): number =>
  bills
    .filter(({ state }) => state !== 'settled')
    .flatMap(({ lines }) => lines.map(([, amount]) => minorOf(amount, country)))
    .reduce((sum, minor) => sum + minor, 0);

/** Positive: owed to the customer. Nothing is posted for nothing. */
function opening(country: CountryCode, name: string, what: string, minor: number): NewEntry[] {
  if (minor === 0) return [];
  const { currency } = COUNTRIES[country];
  const [from, to] = minor > 0 ? [account.opening(country), name] : [name, account.opening(country)];
  const size = Math.abs(minor);
  return [
    {
      ref: `opening:${name}`,
      what,
      postings: [
        { account: from, currency, debit: size, credit: 0 },
        { account: to, currency, debit: 0, credit: size },
      ],
    },
  ];
}
