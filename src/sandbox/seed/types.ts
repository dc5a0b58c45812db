import type { CountryCode } from './countries';

/** A moment relative to the day of the sandbox: `day` 0 is today, at a local hour (the end of the day without one). */
interface OnDay {
  readonly day: number;
  readonly time?: `${number}:${number}`;
}
/** A moment relative to this very hour. */
interface InHours {
  readonly hours: number;
}
export type When = OnDay | InHours;

/** An amount in the country's currency, "37.50": parsed once, into integer minor units. */
export type Amount = string;

export interface Bonus {
  readonly amount: Amount;
  readonly name: string;
  /** What it is good for. */
  readonly only: string;
  readonly until: When;
}

/** `left` of `of`; without them it is not counted. */
export interface Quota {
  readonly kind: 'data' | 'voice' | 'sms' | 'social';
  readonly name: string;
  readonly unit?: 'GB' | 'MB' | 'min' | 'SMS';
  readonly left?: number;
  readonly of?: number;
  readonly until?: When;
  readonly shared?: boolean;
}

export interface Subscription {
  /** Code in the catalogue. */
  readonly offer: string;
  readonly renews: When;
  readonly paidFrom: 'balance' | 'bill';
}

export interface Loan {
  readonly limit: Amount;
  /** The open debt: what was lent and its fee. */
  readonly debt?: { readonly principal: Amount; readonly fee: Amount; readonly due: When; readonly paid?: Amount };
}

interface Movement {
  readonly at: When;
  readonly what: string;
  readonly amount: Amount;
  readonly state?: 'failed' | 'charged-not-applied';
  readonly ref?: string;
}

export interface Line {
  /** National number as people write it. */
  readonly number: string;
  /** Whose phone it is, when not the owner's. */
  readonly label?: string;
  /** Key in the country's plans. */
  readonly plan: string;
  readonly status?: 'active' | 'suspended' | 'terminated';
  readonly statusReason?: string;
  readonly since: When;
  /** When the plan's period begins anew. */
  readonly renews?: When;
  readonly balance?: { readonly amount: Amount; readonly until?: When };
  readonly bonuses?: readonly Bonus[];
  readonly quotas?: readonly Quota[];
  readonly subscriptions?: readonly Subscription[];
  readonly loan?: Loan;
  readonly movements?: readonly Movement[];
  readonly account?: string;
  /** The number that the account had before: some customers still type it. */
  readonly formerAccount?: string;
  readonly bills?: readonly Bill[];
  /** When its SIM was last changed; `unknown`: the check has no answer. */
  readonly simChanged?: When | 'unknown';
  readonly minor?: true;
  /** Whether it can be used abroad. */
  readonly roaming?: true;
  readonly sms?: 'never' | 'late';
}

export interface Bill {
  readonly period: 'M-2' | 'M-1' | 'M';
  readonly due: When;
  readonly state: 'new' | 'settled' | 'overdue';
  /** It may be paid in parts, of so much of it at least. */
  readonly partPercent?: number;
  /** When and where a settled one was paid; two days before it was due, in a bank, where nothing is said. */
  readonly paid?: { readonly at: When; readonly place: string };
  /** How much of a line is in dispute, by its words. */
  readonly disputed?: Readonly<Record<string, Amount>>;
  /** What the bill says, line by line; the total is their sum. */
  readonly lines: readonly (readonly [what: string, amount: Amount])[];
}

export interface Home {
  readonly contract: string;
  readonly plan: string;
  readonly label?: string;
  readonly status?: 'active' | 'cancelled';
  readonly since: When;
  /** Where codes for this account go. */
  readonly phoneOnFile?: string;
  readonly bills?: readonly Bill[];
}

export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly age?: number;
  readonly city?: string;
  /** On file: bills and warnings go there. */
  readonly email?: string;
  readonly documents: readonly (readonly [kind: string, number: string])[];
  /** One line for who looks for a story to play; absent: not shown. */
  readonly story?: { readonly es: string; readonly en: string };
  readonly largeText?: true;
  readonly lines: readonly Line[];
  readonly homes?: readonly Home[];
  readonly wallet?: Amount;
  readonly cards?: readonly {
    readonly brand: string;
    readonly last4: string;
    readonly expires: OnDay;
    readonly autopay?: 'on' | 'failed';
  }[];
}

export interface Plan {
  readonly name: string;
  readonly kind: 'prepaid' | 'postpaid' | 'home';
  /** Recurring; without one the line pays as it goes. */
  readonly price?: { readonly amount: Amount; readonly every: 'day' | 'month' };
  /** One line each, in the operator's words. */
  readonly includes: readonly string[];
}

/** Everything seeded for one country. */
export interface CountrySeed {
  readonly country: CountryCode;
  readonly plans: Readonly<Record<string, Plan>>;
  readonly personas: readonly Persona[];
}
