import { COUNTRIES, type CountryCode } from './countries';
import type { When } from './types';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * A relative moment as epoch ms.
 *
 * @param today any moment of day 0, epoch ms
 */
export function momentOf(when: When, country: CountryCode, today: number): number {
  if ('hours' in when) return today + when.hours * HOUR_MS;
  const shift = COUNTRIES[country].utcHours * HOUR_MS;
  const midnight = Math.floor((today + shift) / DAY_MS) * DAY_MS - shift;
  const [hour = 0, minute = 0] = (when.time ?? '').split(':').map(Number);
  const ofDay = when.time === undefined ? DAY_MS - 1000 : hour * HOUR_MS + minute * 60_000;
  return midnight + when.day * DAY_MS + ofDay;
}

/** Midnight that begins the month of `today`, or the one `months` after it (before it, when negative); epoch ms. */
export function monthStart(months: number, country: CountryCode, today: number): number {
  const shift = COUNTRIES[country].utcHours * HOUR_MS;
  const local = new Date(today + shift);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, 1) - shift;
}

/** The first renewal that is still ahead of `now`: a date that has passed comes round again. */
export function nextRenewal(first: number, every: 'day' | 'month', now: number): number {
  const step = every === 'day' ? DAY_MS : 30 * DAY_MS;
  return first > now ? first : first + Math.ceil((now - first + 1) / step) * step;
}

export const isoOf = (at: number): string => new Date(at).toISOString();
