import type { Country } from './countries';
import { NO_BREAK_SPACE } from './money';
import type { Language } from './texts';

/** The part of a country that dates need to know. */
export type Place = Pick<Country, 'timeZone'>;

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Our own words: `Intl` differs between versions in commas, dots and kinds of spaces. */
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  es: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const NEAR: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  es: { [-1]: 'ayer', 0: 'hoy', 1: 'mañana' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/** Last day that is called by its weekday alone; the seventh would have the name of today. */
const WEEKDAY_ALONE = 6;

/** "6:30 p. m." or "6:30 p.m.", with no-break spaces. `ms` is epoch milliseconds, the clock is the country's. */
export function hourOf(ms: number, place: Place, language: Language): string {
  const { hour, minute } = wallClock(ms, place);
  const half = hour < 12 ? 'a' : 'p';
  const mark = language === 'es' ? `${half}.${NO_BREAK_SPACE}m.` : `${half}.m.`;
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${NO_BREAK_SPACE}${mark}`;
}

/** The hour with its article, as it stands in a Spanish sentence: "las 2:23 p. m.", "la 1:05 p. m."; in English "2:23 p.m.". */
export function theHour(ms: number, place: Place, language: Language): string {
  const hour = hourOf(ms, place, language);
  if (language === 'en') return hour;
  return `${wallClock(ms, place).hour % 12 === 1 ? 'la' : 'las'}${NO_BREAK_SPACE}${hour}`;
}

/**
 * A day as it is said: "hoy", "mañana", "ayer", "el domingo" (within six days), "el viernes 11 de diciembre", and the year only when
 * it is another one. In English "today", "Sunday", "Friday, December 11". Both times are epoch milliseconds.
 */
export function spokenDay(ms: number, now: number, place: Place, language: Language): string {
  const then = wallClock(ms, place);
  const today = wallClock(now, place);
  const away = then.day - today.day;
  const near = NEAR[language][away];
  if (near !== undefined) return near;
  const weekday = WEEKDAYS[language][then.weekday] ?? '';
  const alone = away > 0 && away <= WEEKDAY_ALONE;
  const year = then.year === today.year ? '' : then.year;
  const month = MONTHS[language][then.month - 1] ?? '';
  if (language === 'en') return alone ? weekday : `${weekday}, ${month}${NO_BREAK_SPACE}${then.date}${year && `, ${year}`}`;
  return alone ? `el ${weekday}` : `el ${weekday} ${then.date}${NO_BREAK_SPACE}de ${month}${year && ` de ${year}`}`;
}

/** "noviembre", "November": the month that a clock on the country's wall shows. */
export const monthName = (ms: number, place: Place, language: Language): string => MONTHS[language][wallClock(ms, place).month - 1] ?? '';

/** The first letter large: what begins a sentence or stands alone on a card. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The day on the country's calendar: `2026-11-20`. For counting by days, not for customers. */
export function dayOf(ms: number, place: Place): string {
  return new Date(wallClock(ms, place).day * DAY).toISOString().slice(0, 10);
}

/** Day and hour: "hoy a las 2:20 p. m.", "el domingo a la 1:00 p. m."; "Sunday, 11:59 p.m.". */
export function spokenMoment(ms: number, now: number, place: Place, language: Language): string {
  const day = spokenDay(ms, now, place, language);
  const hour = theHour(ms, place, language);
  return language === 'en' ? `${day}, ${hour}` : `${day} a ${hour}`;
}

/** For agents, in Spanish: "20 nov, 6:05 p. m.", "20 nov". They read it on another day, when "hoy" and "mañana" are wrong. */
export const datedMoment = (ms: number, place: Place): string => `${datedDay(ms, place)}, ${hourOf(ms, place, 'es')}`;
export function datedDay(ms: number, place: Place): string {
  const { date, month } = wallClock(ms, place);
  return `${date} ${MONTHS.es[month - 1]?.slice(0, 3) ?? ''}`;
}

/**
 * "hasta el domingo a las 11:59 p. m.", "until Sunday, 11:59 p.m.". What ends at midnight sharp is told as 11:59 p. m. of the day
 * before, because nobody agrees which night "12:00 a. m." belongs to.
 */
export function until(ms: number, now: number, place: Place, language: Language): string {
  const { hour, minute } = wallClock(ms, place);
  const last = hour === 0 && minute === 0 ? ms - MINUTE : ms;
  return `${language === 'es' ? 'hasta' : 'until'} ${spokenMoment(last, now, place, language)}`;
}

/** The last minute (11:59 p. m.) of the day that is `days` after the one of `now`, in epoch ms. */
export function endOfDay(now: number, days: number, place: Place): number {
  const then = now + days * DAY;
  const { hour, minute } = wallClock(then, place);
  return Math.floor(then / MINUTE) * MINUTE + ((23 - hour) * 60 + 59 - minute) * MINUTE;
}

/** What a clock on the wall of a country shows. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Days since 1970 on the local calendar: the difference of two is how often midnight passed. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The local date and hour of epoch milliseconds. */
export function wallClock(ms: number, { timeZone }: Place): WallClock {
  const clock = clocks.get(timeZone) ?? newClock(timeZone);
  clocks.set(timeZone, clock); // making one costs a thousand times what using it does
  const part = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day: date = 0, hour = 0, minute = 0 } = part;
  const midnight = Date.UTC(year, month - 1, date);
  return { year, month, date, hour, minute, day: midnight / DAY, weekday: new Date(midnight).getUTCDay() };
}

const newClock = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
