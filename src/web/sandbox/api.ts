import type { Books, Clock, Fault, Info, Mail, MessengerPhone, Network, Persona, Phone, Sms, Switches, TicketDesk } from './answers.js';

/** The sandbox's own API, as its page asks it: what an answer must have is checked, how deep it goes is not. */
export const read = {
  mails: () => get<{ mails: readonly Mail[] }>('mails', 'mails'),
  messenger: () => get<MessengerPhone>('messenger', 'threads', 'profile'),
  desk: () => get<TicketDesk>('tickets', 'tickets', 'agents', 'macros'),
  info: () => get<Info>('info', 'epoch', 'utcHours'),
  personas: () => get<{ personas: readonly Persona[]; phones: readonly Phone[] }>('personas', 'personas', 'phones'),
  sms: () => get<{ messages: readonly Sms[] }>('sms', 'messages'),
  books: () => get<Books>('books?limit=300', 'entries', 'trial'),
  clock: () => get<Clock>('clock', 'now', 'offsetMs'),
  faults: () => get<{ faults: readonly Fault[] }>('faults', 'faults'),
  switches: () => get<Switches>('switches', 'verdicts', 'offers'),
  network: () => get<Network>('outages', 'areas', 'outages'),
};

export const change = {
  messenger: (deed: object) => post('messenger', deed),
  ticket: (id: number, work: object) => post(`tickets/${id}`, work),
  clock: (move: object) => post('clock', move),
  fault: (fault: Fault) => post('faults', fault),
  clearFaults: (counterpart?: string) => post('faults', { clear: true, ...(counterpart !== undefined && { counterpart }) }),
  wallet: (msisdn: string, verdict: string) => post('wallet', { msisdn, verdict }),
  price: (offer: string, amount: string) => post('prices', { offer, amount }),
  outage: (area: string, status: 'inProgress' | 'resolved') => post('outages', { area, status }),
  reset: () => post('reset', {}),
};

/** What the operator does at a word, and what came of it. */
export const order = {
  biller: () => posted<{ charged: readonly object[] }>('biller', {}, 'charged'),
  /** @param minor what it is worth, in minor units */
  scratchCard: (minor: number, country: string) => posted<{ pin: string }>('vouchers', { minor, country }, 'pin'),
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

const post = async (path: string, body: object): Promise<void> => void (await posted(path, body));

async function posted<T extends object>(path: string, body: object, ...has: readonly (keyof T)[]): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`/sandbox/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const came: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok || !isOne<T>(came, has)) throw new Error(`${path}: ${answer.status}`);
  return came;
}
