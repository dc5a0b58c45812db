import { z } from 'zod';
import { listed, optionalText } from '../tmf';
import type { OpeningHours, Span } from './port';

const Hour = z.string().regex(/^([01]?\d|2[0-4]):[0-5]\d(:\d\d)?$/);

/** TMF674's CalendarPeriod: "monday", "mon-to-fri", "weekdays", "all week"; ours besides: "holiday", and a date. */
export const CalendarPeriod = z.object({
  ...{ day: z.string(), status: optionalText, description: optionalText },
  hourPeriod: listed(z.object({ startHour: Hour, endHour: Hour })).nullish(),
});
type CalendarPeriod = z.infer<typeof CalendarPeriod>;

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  weekdays: [1, 2, 3, 4, 5],
  weekend: [6, 0],
  weekends: [6, 0],
  'all week': [0, 1, 2, 3, 4, 5, 6],
  everyday: [0, 1, 2, 3, 4, 5, 6],
};
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const HOLIDAY = /^(?:public )?holidays?$/;
const MINUTES_A_DAY = 1_440;

/** A site's calendar as opening hours. What is named twice counts as it was named last; what we cannot read is no opening hour. */
export function hoursOf(calendar: readonly CalendarPeriod[]): OpeningHours {
  const week: Record<number, readonly Span[]> = {};
  const days: Record<string, OpeningHours['days'][string]> = {};
  let holiday: readonly Span[] | undefined;
  for (const period of calendar) {
    const day = period.day.trim().toLowerCase();
    const spans = spansOf(period);
    if (DATE.test(day)) days[day] = { spans, ...(period.description !== undefined && { why: period.description }) };
    else if (HOLIDAY.test(day)) holiday = spans;
    else for (const each of weekdaysIn(day)) week[each] = spans;
  }
  return { week, days, ...(holiday && { holiday }) };
}

function spansOf({ status = 'open', hourPeriod }: CalendarPeriod): readonly Span[] {
  if (/^(?:closed|unavailable|inactive)$/i.test(status)) return [];
  return (hourPeriod ?? []).map(({ startHour, endHour }) => {
    const [from, to] = [minutes(startHour), minutes(endHour)];
    return { from, to: to > from ? to : to + MINUTES_A_DAY };
  });
}

function minutes(hour: string): number {
  const [hours = 0, rest = 0] = hour.split(':').map(Number);
  return hours * 60 + rest;
}

/** "mon-to-fri", "sat": the days from the first to the last, over the week's end too. */
function weekdaysIn(day: string): readonly number[] {
  const group = GROUPS[day.replaceAll('_', ' ')];
  if (group) return group;
  const [first = '', last = first] = day.split(/\s*(?:-?to-?|-|–)\s*/);
  const [from, to] = [first, last].map((each) => DAYS.indexOf(each.slice(0, 3)));
  if (from === undefined || to === undefined || from < 0 || to < 0) return [];
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => (from + index) % 7);
}
