import type { Country } from '../../../domain/countries';
import { dayOf, spokenMoment, theHour } from '../../../domain/dates';
import type { Language } from '../../../domain/texts';

const MINUTE = 60_000;
/** A minute that has begun is not over: the next one is told. */
const wholly = (ms: number): number => ms + MINUTE - 1;

/** The hour as it is said when no day is needed: of the next whole minute. */
export const hourOfEnd = (ms: number, country: Country, language: Language): string => theHour(wholly(ms), country, language);

/** "a las 2:40 p. m.", "mañana a las 9:05 a. m."; "at 2:40 p.m.", "tomorrow, 9:05 a.m.". */
export function whenOf(ms: number, now: number, country: Country, language: Language): string {
  const end = wholly(ms);
  if (dayOf(end, country) !== dayOf(now, country)) return spokenMoment(end, now, country, language);
  return `${language === 'es' ? 'a' : 'at'} ${theHour(end, country, language)}`;
}

/** "hasta las 2:40 p. m.", "hasta mañana a las 9:05 a. m."; "until 2:40 p.m.". */
export function untilOf(ms: number, now: number, country: Country, language: Language): string {
  const end = wholly(ms);
  const moment = dayOf(end, country) === dayOf(now, country) ? theHour(end, country, language) : spokenMoment(end, now, country, language);
  return `${language === 'es' ? 'hasta' : 'until'} ${moment}`;
}
