import { dayOf, wallClock } from '../../../domain/dates';
import type { Country } from '../../../domain/countries';
import { isHoliday } from '../../../domain/countries/holidays';
import type { OpeningHours, Span } from '../../../integrations/stores/port';

/** Whether a store is open, and until when; closed, and from when; closed today for a reason of its own. Epoch ms. */
export type Standing = { readonly open: true; readonly until: number } | { readonly open: false; readonly opens?: number; readonly why?: string };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAY_MINUTES = 1_440;
/** How far ahead an opening hour is looked for, days: longer than any holidays. */
const DAYS_AHEAD = 14;

/** On a public holiday: the hours of holidays, or those of the weekday, of which nobody said that they hold. */
interface Day {
  readonly spans: readonly Span[];
  readonly why?: string;
  readonly doubtful: boolean;
}

/** The hours of one day of the local calendar. */
export function hoursOn({ week, holiday, days }: OpeningHours, ms: number, country: Country): Day {
  const date = dayOf(ms, country);
  const own = days[date];
  if (own) return { ...own, doubtful: false };
  const usual = week[wallClock(ms, country).weekday] ?? [];
  if (!isHoliday(date, country.code)) return { spans: usual, doubtful: false };
  return holiday ? { spans: holiday, doubtful: false } : { spans: usual, doubtful: usual.length > 0 };
}

/** How it stands now, by the country's clock. What opened yesterday may still be open. */
export function standing(hours: OpeningHours, now: number, country: Country): Standing {
  const { hour, minute } = wallClock(now, country);
  const midnight = now - (now % MINUTE_MS) - (hour * 60 + minute) * MINUTE_MS;
  const minutes = hour * 60 + minute;
  const today = hoursOn(hours, now, country);
  const late = hoursOn(hours, now - DAY_MS, country).spans.find(({ to }) => to - DAY_MINUTES > minutes);
  const open = today.spans.find(({ from, to }) => from <= minutes && minutes < to) ?? (late && { to: late.to - DAY_MINUTES });
  if (open) return { open: true, until: midnight + open.to * MINUTE_MS };
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const { spans } = hoursOn(hours, now + ahead * DAY_MS, country);
    const from = spans.map((span) => span.from + ahead * DAY_MINUTES).find((each) => each > minutes);
    if (from !== undefined) return { open: false, opens: midnight + from * MINUTE_MS, ...(today.why !== undefined && { why: today.why }) };
  }
  return { open: false, ...(today.why !== undefined && { why: today.why }) };
}
