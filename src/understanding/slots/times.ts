import type { Country } from '../../domain/countries';
import { dayOf } from '../../domain/dates';
import { fold } from '../../domain/fold';
import { spelledNumbers } from '../../domain/money/words';

type Place = Pick<Country, 'timeZone'>;

const MONTHS: readonly string[] = [
  'enero|ene|january|jan',
  'febrero|feb|february',
  'marzo|march',
  'abril|abr|april|apr',
  'mayo|may',
  'junio|jun|june',
  'julio|jul|july',
  'agosto|ago|august|aug',
  'septiembre|setiembre|sept|sep|set|september',
  'octubre|oct|october',
  'noviembre|nov|november',
  'diciembre|dic|december|dec',
];
/** Long names mean a month wherever they stand; short ones, and what is another word too, only after "de", "of"… */
const LONG = MONTHS.flatMap((names) => names.split('|')).filter((name) => name.length > 4 && name !== 'march');
const ALL = MONTHS.join('|');
const NUMBER = String.raw`\d{1,3}|un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|veinte|treinta|one|two|three|four|five|six|seven|ten|fifteen|thirty|a`;
const WEEKDAYS: readonly string[] = [
  'domingo|sunday',
  'lunes|monday',
  'martes|tuesday',
  'miercoles|wednesday',
  'jueves|thursday',
  'viernes|friday',
  'sabado|saturday',
];

export const MONTH = new RegExp(
  String.raw`(?<![a-zñ\d])(?:(?:mes|month) (?:pasado|anterior|de (?:${ALL})|of (?:${ALL}))|(?:este|del|last|this|previous|past) (?:mes|month)(?: pasado| anterior)?|(?:${LONG.join('|')})(?: (?:de |del |of )?20\d\d)?|(?<=\b(?:de|del|of|for|from|in) )(?:${ALL})(?: (?:de |del |of )?20\d\d)?|march(?= (?:bill|invoice)))(?![a-zñ\d])`,
  'g',
);
export const PERIOD = new RegExp(
  String.raw`(?<![a-zñ\d])(?:(?:${NUMBER}) ?(?:horas?|hrs?|hours?|dias?|days?|semanas?|weeks?|meses|mes|months?)|(?:por|para|todo) (?:el|la|un|una)? ?(?:dia|semana|mes|finde|fin de semana)|finde|fin de semana|weekend|diari[oa]s?|semanal(?:es)?|quincenal(?:es)?|mensual(?:es)?|daily|weekly|monthly)(?![a-zñ\d])`,
  'g',
);
export const DAY = new RegExp(
  String.raw`(?<![a-zñ\d])(?:hoy|ayer|anteayer|antier|antes de ayer|(?<!(?:la|de la|esta|en la|por la) )manana|pasado manana|today|yesterday|tomorrow|\d{1,2} (?:de |of )?(?:${ALL})(?: (?:de |del )?20\d\d)?|(?:el |este |on |last )(?:${WEEKDAYS.join('|')})(?: pasado)?|\d{1,2}/\d{1,2}(?:/(?:20)?\d\d)?)(?![a-zñ\d])`,
  'g',
);
/** An hour says nothing of an amount. */
export const HOUR =
  /(?<![a-zñ\d])(?:(?:a|desde|hasta|como|tipo|sobre|entre) las? \d{1,2}(?::\d\d)?(?: ?[ap]\.? ?m\.?)?|at \d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2}:\d\d(?: ?[ap]\.? ?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?![a-zñ\d])/g;

/**
 * The month of a bill as people name it ("marzo", "la del mes pasado", "noviembre de 2025"): `2026-03`. A month alone is the last one of
 * that name that has begun. `now` is epoch ms. Undefined when there is none.
 */
export function readMonth(text: string, now: number, place: Place): string | undefined {
  const said = fold(text);
  const [year = 0, month = 1] = dayOf(now, place).split('-').map(Number);
  if (/\b(?:pasado|anterior|last|previous|past)\b/.test(said)) return monthOf(year, month - 1);
  if (/\b(?:este|this) (?:mes|month)\b|\bdel mes\b/.test(said)) return monthOf(year, month);
  const at = MONTHS.findIndex((names) => new RegExp(`(?:^| )(?:${names})(?: |$)`).test(said));
  if (at < 0) return undefined;
  const explicit = /\b20\d\d\b/.exec(said)?.[0];
  return monthOf(explicit === undefined ? (at + 1 > month ? year - 1 : year) : Number(explicit), at + 1);
}

const monthOf = (year: number, month: number): string => (month < 1 ? `${year - 1}-12` : `${year}-${String(month).padStart(2, '0')}`);

const HOURS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:finde|fin de semana|weekend)\b/, 72],
  [/\bquincenal/, 360],
  [/\b(?:mensual|monthly)/, 720],
  [/\b(?:semanal|weekly)/, 168],
  [/\b(?:diari[oa]|daily)/, 24],
];
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:horas?|hrs?|hours?)\b/, 1],
  [/\b(?:dias?|days?)\b/, 24],
  [/\b(?:semanas?|weeks?)\b/, 168],
  [/\b(?:mes|meses|months?)\b/, 720],
];

/** How long something should last ("una semana", "7 días", "mensual", "el finde"), in hours; a month is 30 days, a weekend 3. */
export function readPeriod(text: string): number | undefined {
  const said = fold(text);
  const named = HOURS.find(([word]) => word.test(said));
  if (named) return named[1];
  const unit = UNITS.find(([word]) => word.test(said));
  const count = Number(/\d+/.exec(said)?.[0] ?? spelledNumbers(said)[0]?.value ?? 1);
  return unit && count > 0 ? unit[1] * count : undefined;
}

const DAY_MS = 86_400_000;

/** A day as people say it ("ayer", "el lunes", "15 de marzo"), as `2026-03-15`: near today, and never a weekday that is still to come. */
export function readDay(text: string, now: number, place: Place): string | undefined {
  const said = fold(text);
  const ago = (days: number): string => dayOf(now - days * DAY_MS, place);
  if (/\b(?:anteayer|antier|antes de ayer)\b/.test(said)) return ago(2);
  if (/\b(?:ayer|yesterday)\b/.test(said)) return ago(1);
  if (/\b(?:hoy|today)\b/.test(said)) return ago(0);
  if (/\bpasado (?:mañana|manana)\b/.test(said)) return ago(-2);
  if (/\b(?:mañana|manana|tomorrow)\b/.test(said)) return ago(-1);
  const weekday = WEEKDAYS.findIndex((names) => new RegExp(`\\b(?:${names})\\b`).test(said));
  if (weekday >= 0) return ago((new Date(`${ago(0)}T00:00Z`).getUTCDay() - weekday + 7) % 7);
  return calendarDay(said, ago(0));
}

function calendarDay(said: string, today: string): string | undefined {
  const [date, second] = said.match(/\d+/g)?.map(Number) ?? [];
  const named = MONTHS.findIndex((names) => new RegExp(`(?:^| )(?:${names})(?: |$)`).test(said)) + 1;
  const month = named || second;
  if (date === undefined || month === undefined || month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  const year = /\b20\d\d\b/.exec(said)?.[0] ?? today.slice(0, 4);
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return new Date(`${day}T00:00Z`).getUTCDate() === date ? day : undefined;
}
