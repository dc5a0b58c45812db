import { wallClock, type Place } from '../dates';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Periods that the page offers: the day before this one, or so many days with today as the last. */
export const PERIODS = ['yesterday', '7', '30', '90'] as const;
export type Period = (typeof PERIODS)[number];

/** The midnight before `ms`, by the clock of the place. Epoch ms. */
export function startOfDay(ms: number, place: Place): number {
  const { hour, minute } = wallClock(ms, place);
  return Math.floor(ms / MINUTE) * MINUTE - (hour * 60 + minute) * MINUTE;
}

/** From the first moment to the one after the last. Epoch ms. */
export function periodOf(period: Period, now: number, place: Place): { readonly from: number; readonly to: number } {
  const today = startOfDay(now, place);
  if (period === 'yesterday') return { from: startOfDay(today - DAY / 2, place), to: today };
  return { from: startOfDay(today - (Number(period) - 1) * DAY + DAY / 2, place), to: startOfDay(today + DAY * 1.5, place) };
}
