import type { Country } from '../countries';
import { isHoliday } from '../countries/holidays';
import { dayOf, spokenMoment, theHour, wallClock } from '../dates';
import type { Language } from '../texts';
import type { CASE_PRIORITIES } from './record';

type Place = Pick<Country, 'code' | 'timeZone'>;
type Priority = (typeof CASE_PRIORITIES)[number];

/** Minutes of the day from which and until which people answer. */
interface Opening {
  readonly from: number;
  readonly to: number;
}
/** When people answer: by weekday, 0 is Sunday; undefined is closed. */
export interface ServiceHours {
  readonly days: readonly (Opening | undefined)[];
  /** Hours of public holidays; undefined is closed. */
  readonly holiday: Opening | undefined;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAYS = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];
/** Nobody is closed for longer: then there is a mistake in the hours, and the promise is what it would be without them. */
const MOST_DAYS = 60;
/** A promise is told with a round hour. */
const ROUND_MS = 10 * MINUTE_MS;

/** Open time until somebody answers, by priority: the operator's own promise, so the longest that customers are told. */
const ANSWER_MS: Readonly<Record<Priority, number>> = { urgent: HOUR_MS, high: 2 * HOUR_MS, normal: 15 * HOUR_MS, low: 30 * HOUR_MS };
/** Colombia, Ley 1341 de 2009 art. 54 and Res. CRC 5111 de 2017: 15 business days. */
export const LEGAL_DAYS = 15;

/**
 * "mo-fr 07:00-22:00; sa 08:00-18:00; holidays 09:00-13:00": what is not named is closed.
 *
 * @returns undefined when it is not written so
 */
export function readServiceHours(text: string): ServiceHours | undefined {
  const days: (Opening | undefined)[] = Array.from({ length: WEEKDAYS.length });
  let holiday: Opening | undefined;
  for (const part of text.toLowerCase().split(';')) {
    const read = /^\s*(\w{2}|holidays)(?:-(\w{2}))?\s+(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)\s*$/.exec(part);
    if (!read) return undefined;
    const [, first = '', last = first, ...clock] = read;
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = clock.map(Number);
    const opening = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
    if (opening.to <= opening.from || opening.to > 24 * 60) return undefined;
    if (first === 'holidays') holiday = opening;
    else {
      const [start, end] = [WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last)];
      if (start < 0 || end < 0) return undefined;
      for (let day = start; ; day = (day + 1) % 7) {
        days[day] = opening;
        if (day === end) break;
      }
    }
  }
  return { days, holiday };
}

/** The hours of the day of `at`. */
function openingOn(at: number, { days, holiday }: ServiceHours, place: Place): Opening | undefined {
  return isHoliday(dayOf(at, place), place.code) ? holiday : days[wallClock(at, place).weekday];
}

/** From when until when people answer on the day of `at`, epoch ms. */
export function hoursOn(at: number, hours: ServiceHours, place: Place): { readonly from: number; readonly to: number } | undefined {
  const opening = openingOn(at, hours, place);
  const midnight = at - minuteOf(at, place) * MINUTE_MS - (at % MINUTE_MS);
  return opening && { from: midnight + opening.from * MINUTE_MS, to: midnight + opening.to * MINUTE_MS };
}

export function isOpen(at: number, hours: ServiceHours, place: Place): boolean {
  const opening = openingOn(at, hours, place);
  const now = minuteOf(at, place);
  return opening !== undefined && now >= opening.from && now < opening.to;
}

/** `at`, and so much open time after it, epoch ms. */
function afterOpenTime(at: number, ms: number, hours: ServiceHours, place: Place): number {
  let left = ms;
  let now = at;
  for (let day = 0; day < MOST_DAYS; day++) {
    const opening = openingOn(now, hours, place);
    const midnight = now - minuteOf(now, place) * MINUTE_MS - (now % MINUTE_MS);
    if (opening) {
      const from = Math.max(now, midnight + opening.from * MINUTE_MS);
      const open = midnight + opening.to * MINUTE_MS - from;
      if (open >= left) return from + left;
      left -= Math.max(0, open);
    }
    now = nextDay(midnight, place);
  }
  return at + ms;
}

/** By when somebody answers, epoch ms: open time of the priority, rounded up to a told hour. */
export function promiseFor(priority: Priority, at: number, hours: ServiceHours, place: Place): number {
  return Math.ceil(afterOpenTime(at, ANSWER_MS[priority], hours, place) / ROUND_MS) * ROUND_MS;
}

/** By when, as it stands after "antes" and "before": "de las 4:20 p. m." today, "de mañana a las…", "del lunes a las…"; "4:20 p.m.", "Monday, 4:20 p.m.". */
export function beforeWhen(ms: number, now: number, place: Place, language: Language): string {
  const isToday = dayOf(ms, place) === dayOf(now, place);
  const when = isToday ? theHour(ms, place, language) : spokenMoment(ms, now, place, language);
  return language === 'en' ? when : `de ${when}`.replace(/^de el /, 'del ');
}

/** The end (11:59 p. m.) of the last of so many business days: Monday to Friday, without public holidays, from the day after `at`. */
export function afterBusinessDays(at: number, days: number, place: Place): number {
  let day = at;
  for (let left = days; left > 0;) {
    day = nextDay(day, place) + HOUR_MS * 12;
    const { weekday } = wallClock(day, place);
    if (weekday !== 0 && weekday !== 6 && !isHoliday(dayOf(day, place), place.code)) left -= 1;
  }
  return nextDay(day, place) - MINUTE_MS;
}

const minuteOf = (at: number, place: Place): number => {
  const { hour, minute } = wallClock(at, place);
  return hour * 60 + minute;
};

/** Midnight after `at`; none of our countries moves its clocks, and a day that would be longer is found by its noon. */
function nextDay(at: number, place: Place): number {
  const midnight = at - minuteOf(at, place) * MINUTE_MS - (at % MINUTE_MS);
  const noon = midnight + DAY_MS + 12 * HOUR_MS;
  return noon - minuteOf(noon, place) * MINUTE_MS;
}
