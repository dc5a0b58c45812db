import { capital, hourOf, spokenMoment, theHour } from '../../../domain/dates';
import type { Message } from '../../../domain/message';
import type { OpeningHours, Span } from '../../../integrations/stores/port';
import type { Known } from '../../engine/skill';
import { hoursOn, standing } from './hours';
import type { Listed } from './listed';
import type { texts } from './texts';

export type Told = Known<typeof texts.es, object>;

/** Services that are told: that a store sells goes without saying, and more than three nobody remembers. */
const TOLD = ['payments', 'sim', 'returns', 'technical', 'accessible'] as const;
const MOST_TOLD = 3;

/** One store: open or not, how far, what can be done there, and the way. */
export function storeWords(listed: Listed, told: Told): Pick<Message, 'text' | 'link'> {
  const { t, now, country } = told;
  const { at, hours, km, moved } = listed;
  const sentences = [
    ...(moved === undefined ? [] : [t.moved({ name: moved })]),
    openWords(listed, told),
    ...(hoursOn(hours, now, country).doubtful ? [t.holiday] : []),
    ...(km === undefined ? [] : [t.distance({ km })]),
    ...servicesOf(listed, told),
  ];
  return { text: sentences.join(' '), link: { label: t.directions, url: `https://www.google.com/maps/search/?api=1&query=${at.lat},${at.lon}` } };
}

function openWords({ name, hours }: Listed, { t, now, country, language }: Told): string {
  const now_ = standing(hours, now, country);
  if (now_.open) return t.openUntil({ name, until: theHour(now_.until, country, language) });
  if (now_.opens === undefined) return t.closed({ name });
  const when = spokenMoment(now_.opens, now, country, language);
  return now_.why === undefined ? t.closedUntil({ name, when }) : t.closedBecause({ name, why: now_.why, when });
}

function servicesOf({ services }: Listed, { t }: Told): string[] {
  const words = TOLD.filter((each) => services.includes(each))
    .slice(0, MOST_TOLD)
    .map((each) => t[each]);
  const last = words.at(-1);
  if (last === undefined) return [];
  const list = words.length === 1 ? last : `${words.slice(0, -1).join(', ')} ${t.and} ${last}`;
  return [t.services({ list: capital(list) })];
}

/** Midnight UTC of a Sunday: seven days from it have the seven names. */
const A_SUNDAY = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];

/** The whole week: days of the same hours in one line. */
export function weekWords({ name, hours }: Pick<Listed, 'name' | 'hours'>, told: Told): string {
  const { t } = told;
  const groups: { first: number; last: number; hours: string }[] = [];
  for (const day of MONDAY_FIRST) {
    const said = spansWords(hours.week[day] ?? [], told);
    const open = groups.at(-1);
    if (open?.hours === said) open.last = day;
    else groups.push({ first: day, last: day, hours: said });
  }
  const days = groups.map(({ first, last, hours: said }) => t.day({ day: daysWords(first, last, told), hours: said }));
  return t.hours({ name, days: [...days, ...holidayWords(hours, told)].join('\n') });
}

const holidayWords = ({ holiday }: OpeningHours, told: Told): string[] =>
  holiday === undefined ? [] : [told.t.day({ day: told.t.onHolidays, hours: spansWords(holiday, told) })];

function daysWords(first: number, last: number, { language }: Told): string {
  const name = (day: number): string => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(A_SUNDAY + day * DAY_MS);
  return capital(first === last ? name(first) : `${name(first)}–${name(last)}`);
}

const UTC = { timeZone: 'UTC' };
const MINUTE_MS = 60_000;
const spansWords = (spans: readonly Span[], { t, language }: Told): string =>
  spans.length === 0
    ? t.shut
    : spans.map(({ from, to }) => `${hourOf(from * MINUTE_MS, UTC, language)} – ${hourOf(to * MINUTE_MS, UTC, language)}`).join(', ');
