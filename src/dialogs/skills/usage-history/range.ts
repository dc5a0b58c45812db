import { z } from 'zod';
import { dayOf, monthName, spokenDay, wallClock } from '../../../domain/dates';
import type { Country } from '../../../domain/countries';
import { fold } from '../../../domain/fold';
import type { Language } from '../../../domain/texts';
import { readDay, readMonth, saidIn } from '../../engine/slots';

/** Days of the local calendar, both included: `2026-11-14` to `2026-11-20`. */
export const Range = z.object({ first: z.iso.date(), last: z.iso.date() });
export type Range = z.infer<typeof Range>;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** What people call a month where they name none. */
const MONTH_DAYS = 30;

const ago = (now: number, days: number, country: Country): string => dayOf(now - days * DAY_MS, country);
const oneDay = (day: string): Range => ({ first: day, last: day });

/** The last week: what is shown where nothing else was said. */
export const lastDays = (now: number, country: Country, days = WEEK_DAYS): Range => ({
  ...{ first: ago(now, days - 1, country), last: ago(now, 0, country) },
});

/** The days that a text names; undefined: none, or days that are still to come. */
export function rangeIn(text: string, now: number, country: Country): Range | undefined {
  const said = fold(text);
  const today = ago(now, 0, country);
  if (/\b(?:semana|7 dias|ultimos dias|week|7 days)\b/.test(said)) return lastDays(now, country);
  if (/\b30 (?:dias|days)\b/.test(said)) return lastDays(now, country, MONTH_DAYS);
  const day = pastDay(text, now, country);
  if (day !== undefined) return day <= today ? oneDay(day) : undefined;
  const { month = /\b(?:mes|month)\b/.test(said) ? 'este mes' : undefined } = saidIn(text, country);
  const read = month === undefined ? undefined : readMonth(month, now, country);
  return read === undefined ? undefined : monthOf(read, today);
}

/** "2 de diciembre", said in January, is of the year before: only what has been can be looked at. */
function pastDay(text: string, now: number, country: Country): string | undefined {
  const [day, today] = [readDay(text, now, country), ago(now, 0, country)];
  const isNamed = /\d/.test(text) && !/\b20\d\d\b/.test(text);
  return day !== undefined && day > today && isNamed ? `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` : day;
}

/** @param month `2026-03` */
function monthOf(month: string, today: string): Range {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
  return { first: `${month}-01`, last: last < today ? last : today };
}

/** From its first moment to after its last, epoch ms. */
export function momentsOf({ first, last }: Range, now: number, country: Country): { readonly since: number; readonly until: number } {
  const { hour, minute, day } = wallClock(now, country);
  const midnight = now - (now % MINUTE_MS) - (hour * 60 + minute) * MINUTE_MS;
  const from = (date: string): number => midnight + (Date.parse(`${date}T00:00Z`) / DAY_MS - day) * DAY_MS;
  return { since: from(first), until: from(last) + DAY_MS };
}

interface Words {
  readonly today: string;
  readonly yesterday: string;
  readonly week: string;
  readonly days: (v: { days: number }) => string;
  readonly month: string;
  readonly monthOf: (v: { month: string }) => string;
  readonly ofYear: (v: { month: string; year: string }) => string;
  readonly day: (v: { day: string }) => string;
}

/** "de hoy", "de los últimos 7 días", "de el lunes 16 de noviembre". */
export function rangeWords(range: Range, t: Words, { now, country, language }: { now: number; country: Country; language: Language }): string {
  const { first, last } = range;
  if (first === last && last === ago(now, 0, country)) return t.today;
  if (first === last && last === ago(now, 1, country)) return t.yesterday;
  const said = t.day({ day: spokenDay(momentsOf(range, now, country).since, now, country, language) });
  if (first === last) return said.replace(/^de el /, 'del ');
  const today = ago(now, 0, country);
  if (last === today && first === lastDays(now, country).first) return t.week;
  if (last === today && first === lastDays(now, country, MONTH_DAYS).first) return t.days({ days: MONTH_DAYS });
  if (isThisMonth(range, now, country)) return t.month;
  const [name, year] = [monthName(momentsOf(range, now, country).since, country, language), first.slice(0, 4)];
  return t.monthOf({ month: year === today.slice(0, 4) ? name : t.ofYear({ month: name, year }) });
}

/** From the first of this month until today. */
export const isThisMonth = ({ first, last }: Range, now: number, country: Country): boolean =>
  last === ago(now, 0, country) && first === `${last.slice(0, 8)}01`;
