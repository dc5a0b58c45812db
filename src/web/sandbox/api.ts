/** What the sandbox answers to its own page, from the same build: what an answer must have is checked, how deep it goes is not. */
export interface Info {
  readonly epoch: string;
  readonly botUrl: string;
  readonly country: string;
  readonly currency: string;
  readonly utcHours: number;
}
export interface Phone {
  readonly number: string;
  readonly msisdn: string;
  readonly kind: string;
  readonly name: string;
  readonly probe: boolean;
}
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly story: { readonly en: string };
  readonly largeText: boolean;
  readonly lines: readonly Omit<Phone, 'name' | 'probe'>[];
  readonly contracts: readonly string[];
  readonly document?: string;
}
export interface Sms {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly at: string;
  readonly due: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
}
export interface Posting {
  readonly account: string;
  readonly currency: string;
  readonly debit: number;
  readonly credit: number;
}
export interface Books {
  readonly total: number;
  readonly entries: readonly { readonly ref: string; readonly what: string; readonly at: string; readonly postings: readonly Posting[] }[];
  readonly trial: readonly Posting[];
  readonly balanced: boolean;
}
export interface Clock {
  readonly now: number;
  readonly offsetMs: number;
}
export interface Fault {
  readonly counterpart: string;
  readonly kind: string;
  readonly msisdn?: string;
  readonly times?: number;
}

/** How the owner of a line answers when a wallet asks on the phone. */
export type Verdict = 'approve' | 'decline' | 'silent';
export interface Offer {
  readonly id: string;
  readonly name: string;
  /** In the catalogue, and now: "35", "48.00". */
  readonly printed: string;
  readonly price: string;
}
export interface Switches {
  /** Who does not simply approve, by line. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly offers: readonly Offer[];
}

export const read = {
  info: () => get<Info>('info', 'epoch', 'utcHours'),
  personas: () => get<{ personas: readonly Persona[]; phones: readonly Phone[] }>('personas', 'personas', 'phones'),
  sms: () => get<{ messages: readonly Sms[] }>('sms', 'messages'),
  books: () => get<Books>('books?limit=300', 'entries', 'trial'),
  clock: () => get<Clock>('clock', 'now', 'offsetMs'),
  faults: () => get<{ faults: readonly Fault[] }>('faults', 'faults'),
  switches: () => get<Switches>('switches', 'verdicts', 'offers'),
};

export const change = {
  clock: (move: object) => post('clock', move),
  fault: (fault: Fault) => post('faults', fault),
  clearFaults: (counterpart?: string) => post('faults', { clear: true, ...(counterpart !== undefined && { counterpart }) }),
  wallet: (msisdn: string, verdict: string) => post('wallet', { msisdn, verdict }),
  price: (offer: string, amount: string) => post('prices', { offer, amount }),
  reset: () => post('reset', {}),
};

async function get<T extends object>(path: string, ...has: readonly (keyof T)[]): Promise<T> {
  const answer = await fetch(`/sandbox/${path}`);
  const body: unknown = await answer.json();
  if (!answer.ok || !isOne<T>(body, has)) throw new Error(`${path}: ${answer.status}`);
  return body;
}

function isOne<T extends object>(body: unknown, has: readonly (keyof T)[]): body is T {
  return typeof body === 'object' && body !== null && has.every((key) => key in body);
}

async function post(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`/sandbox/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
}
