/** What the server answers to its own page, from the same build: what an answer must have is checked, how deep it goes is not. */
export interface Figure {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly value?: number;
  readonly interval?: readonly [low: number, high: number];
  readonly ratio?: true;
  /** How many conversations make the numerator. */
  readonly behind: number;
}
export interface Day {
  readonly when: string;
  readonly people: number;
  readonly engaged: number;
  readonly proved: number;
  readonly confirmed: number;
  readonly assumed: number;
  readonly net: number;
}
export interface Active {
  readonly when: string;
  readonly people: number;
}
export interface Nps {
  readonly by: string;
  readonly score: number;
  readonly interval: readonly [low: number, high: number];
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly asked: number;
}
export interface Topic {
  readonly topic: string;
  readonly matters: number;
  readonly proved: number;
  readonly confirmed: number;
  readonly assumed: number;
  readonly human: number;
  readonly abandoned: number;
  readonly unheard: number;
}
export interface Report {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly conversations: number;
  readonly engaged: number;
  readonly people: number;
  readonly before: number;
  readonly elsewhere: number;
  readonly days: readonly Day[];
  readonly weeks: readonly Active[];
  readonly months: readonly Active[];
  readonly ours: readonly Figure[];
  readonly vendors: readonly Figure[];
  readonly topics: readonly Topic[];
  readonly nps: { readonly all?: Nps; readonly asked: number; readonly parts: readonly Nps[]; readonly fewest: number };
  readonly csat: Figure;
  readonly notUnderstood: Figure;
  readonly channels: readonly string[];
}
export interface Conversation {
  readonly session: string;
  readonly channel: string;
  readonly began: number;
  readonly at: number;
  readonly outcome: string;
  readonly matters: readonly { readonly topic: string; readonly outcome: string }[];
}
export interface Behind extends Figure {
  readonly listed: readonly Conversation[];
}

/** What is looked at. */
export interface Wanted {
  readonly period: string;
  readonly channel: string;
}

/** Not signed in any more: the page is loaded again, and asks. */
export class SignedOut extends Error {}

export const figures = (wanted: Wanted): Promise<Report> => get<Report>('figures', wanted, 'days', 'ours', 'vendors', 'nps', 'topics');
export const behind = (wanted: Wanted, figure: string): Promise<Behind> =>
  get<Behind & { listed: unknown }>('behind', { ...wanted, figure }, 'listed');

async function get<T extends object>(path: string, query: object, ...has: readonly (keyof T)[]): Promise<T> {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const answer = await fetch(`/insights/${path}?${new URLSearchParams(given).toString()}`, { headers: { accept: 'application/json' } });
  if (answer.status === 401) throw new SignedOut();
  const body: unknown = await answer.json();
  if (!answer.ok || !isOne<T>(body, has)) throw new Error(`${path}: ${answer.status}`);
  return body;
}

function isOne<T extends object>(body: unknown, has: readonly (keyof T)[]): body is T {
  return typeof body === 'object' && body !== null && has.every((key) => key in body);
}
