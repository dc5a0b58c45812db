import { z } from 'zod';
import { dayOf, spokenDay, wallClock } from '../../../domain/dates';
import type { Country } from '../../../domain/countries';
import { fold } from '../../../domain/fold';
import type { Language } from '../../../domain/texts';
import { readDay } from '../../engine/slots';

/** Days of the local calendar, both included: `2026-11-14` to `2026-11-20`. */
export const Range = z.object({ first: z.iso.date(), last: z.iso.date() });
export type Range = z.infer<typeof Range>;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

const ago = (now: number, days: number, country: Country): string => dayOf(now - days * DAY_MS, country);
const oneDay = (day: string): Range => ({ first: day, last: day });

/** The last week: what is shown where nothing else was said. */
export const lastDays = (now: number, country: Country): Range => ({ first: ago(now, WEEK_DAYS - 1, country), last: ago(now, 0, country) });

/** The days that a text names; undefined: none, or days that are still to come. */
export function rangeIn(text: string, now: number, country: Country): Range | undefined {
  const said = fold(text);
  const today = ago(now, 0, country);
  if (/\b(?:semana|7 dias|ultimos dias|week|7 days)\b/.test(said)) return lastDays(now, country);
  if (/\b(?:mes|30 dias|month)\b/.test(said)) return { first: `${today.slice(0, 8)}01`, last: today };
  const day = readDay(text, now, country);
  return day !== undefined && day <= today ? oneDay(day) : undefined;
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
  readonly month: string;
  readonly day: (v: { day: string }) => string;
}

/** "de hoy", "de los últimos 7 días", "de el lunes 16 de noviembre". */
export function rangeWords(range: Range, t: Words, { now, country, language }: { now: number; country: Country; language: Language }): string {
  const { first, last } = range;
  if (first === last && last === ago(now, 0, country)) return t.today;
  if (first === last && last === ago(now, 1, country)) return t.yesterday;
  const said = t.day({ day: spokenDay(momentsOf(range, now, country).since, now, country, language) });
  if (first === last) return said.replace(/^de el /, 'del ');
  return first === lastDays(now, country).first ? t.week : t.month;
}
