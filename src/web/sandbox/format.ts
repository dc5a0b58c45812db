/** Sign and decimals of each currency, as the page writes it. */
const SIGNS: Readonly<Record<string, readonly [sign: string, decimals: number]>> = {
  GTQ: ['Q', 2],
  USD: ['$', 2],
  HNL: ['L', 2],
  NIO: ['C$', 2],
  CRC: ['₡', 2],
  PAB: ['B/.', 2],
  COP: ['$', 2],
  BOB: ['Bs', 2],
  PYG: ['Gs.', 0],
};

/** Minor units as `Q 25.00`, with a space that does not break. */
export function money(minor: number, currency: string): string {
  const [sign, decimals] = SIGNS[currency] ?? [currency, 2];
  const amount = (minor / 10 ** decimals).toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return `${sign}\u00a0${amount}`;
}

/** "25" or "25.50" as minor units. */
export const minorOf = (text: string, currency: string): number => Math.round(Number(text) * 10 ** (SIGNS[currency]?.[1] ?? 2));

/** The operator's local time: shifted, then written as if it were UTC, so that no time-zone data is needed. */
const local = (at: number | string, utcHours: number): Date => new Date(new Date(at).getTime() + utcHours * 3_600_000);
const written = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const time = written({ hour: '2-digit', minute: '2-digit' });
const day = written({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

const short = written({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** `10:44` */
export const hour = (at: number | string, utcHours: number): string => time.format(local(at, utcHours));
/** `Sat, 21 Nov 2026, 10:44` */
export const moment = (at: number | string, utcHours: number): string => day.format(local(at, utcHours));

/** `Sat 21 Nov, 10:44` */
export const shortMoment = (at: number | string, utcHours: number): string => short.format(local(at, utcHours));

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `2 days`, `1 hour`: the largest whole unit; empty under a minute. */
export function span(ms: number): string {
  const [unit, size] = UNITS.find((candidate) => Math.abs(ms) + 1_000 >= candidate[1]) ?? [];
  if (unit === undefined || size === undefined) return '';
  const count = Math.round(Math.abs(ms) / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
