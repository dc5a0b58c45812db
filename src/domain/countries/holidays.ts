import type { CountryCode } from './codes';

/** Public holidays by law: what falls on a date, what moves with Easter, and what is kept on the Monday after. */
interface Holidays {
  /** `MM-DD`. */
  readonly fixed: readonly string[];
  /** Days after Easter Sunday; negative: before. */
  readonly easter: readonly number[];
  /** `MM-DD`, kept on that Monday or the next one. */
  readonly monday?: readonly string[];
  /** The same, counted from Easter Sunday. */
  readonly easterMonday?: readonly number[];
}

const list = (days: string): readonly string[] => days.split(' ');

/** National days only: what a town or a trade keeps, and what is moved by a decree of the year, the operator's own calendar says. */
const HOLIDAYS: Readonly<Record<CountryCode, Holidays>> = {
  GT: { fixed: list('01-01 05-01 06-30 09-15 10-20 11-01 12-25'), easter: [-3, -2, -1] },
  SV: { fixed: list('01-01 05-01 05-10 06-17 08-06 09-15 11-02 12-25'), easter: [-3, -2, -1] },
  HN: { fixed: list('01-01 04-14 05-01 09-15 12-25'), easter: [-3, -2, -1] },
  NI: { fixed: list('01-01 05-01 07-19 09-14 09-15 12-08 12-25'), easter: [-3, -2] },
  CR: { fixed: list('01-01 04-11 05-01 07-25 08-02 08-15 08-31 09-15 12-01 12-25'), easter: [-3, -2] },
  PA: { fixed: list('01-01 01-09 05-01 11-03 11-05 11-10 11-28 12-08 12-20 12-25'), easter: [-47, -2] },
  CO: {
    fixed: list('01-01 05-01 07-20 08-07 12-08 12-25'),
    easter: [-3, -2],
    monday: list('01-06 03-19 06-29 08-15 10-12 11-01 11-11'),
    easterMonday: [39, 60, 68],
  },
  BO: { fixed: list('01-01 01-22 05-01 06-21 08-06 11-02 12-25'), easter: [-48, -47, -2, 60] },
  PY: { fixed: list('01-01 03-01 05-01 05-14 05-15 06-12 08-15 09-29 12-08 12-25'), easter: [-3, -2] },
};

const DAY_MS = 86_400_000;
const MONDAY = 1;

/** Whether a day of the local calendar (`2026-12-25`) is a public holiday of the country. */
export function isHoliday(day: string, country: CountryCode): boolean {
  const { fixed, easter, monday = [], easterMonday = [] } = HOLIDAYS[country];
  if (fixed.includes(day.slice(5))) return true;
  const at = Date.parse(`${day}T00:00:00Z`);
  const sunday = easterOf(Number(day.slice(0, 4)));
  const moved = [...monday.map((each) => Date.parse(`${day.slice(0, 4)}-${each}T00:00:00Z`)), ...easterMonday.map((days) => sunday + days * DAY_MS)];
  return easter.some((days) => sunday + days * DAY_MS === at) || moved.some((each) => onMonday(each) === at);
}

const onMonday = (at: number): number => at + ((MONDAY - new Date(at).getUTCDay() + 7) % 7) * DAY_MS;

/** Easter Sunday of a year, epoch ms at midnight UTC: the anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easterOf(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * week) / 451);
  const count = moon + week - 7 * shift + 114;
  return Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1);
}
