import { capital, dayOf, spokenDay, spokenMoment } from '../../../domain/dates';
import type { Choice } from '../../../domain/message';
import { maskMsisdn, showMsisdn } from '../../../domain/msisdn';
import { formatData, formatVoice } from '../../../domain/quantity';
import type { Event, Told } from './list';
import { isThisMonth, rangeWords } from './range';

/** Lines shown at once. */
const LINES = 8;

/** The totals, and a page of what they are made of. */
export function listWords(told: Told): string {
  const { t, kind, range, list, page, mobile, country } = told;
  const line = showMsisdn(mobile.msisdn, country);
  const when = rangeWords(range, t, told);
  if (list.count === 0) return t.none({ line, what: { calls: t.noCalls, sms: t.noSms, data: t.noData }[kind] ?? t.noCalls, when });
  const { events, rows = events.length } = list;
  const shown = events.slice(page * LINES, (page + 1) * LINES);
  const isCut = rows > events.length && (page + 1) * LINES >= events.length;
  return [headOf(told, line, when), ...shown.map((row) => rowWords(row, told)), ...(isCut ? [t.newest({ count: events.length })] : [])].join('\n');
}

function headOf({ t, kind, list, country }: Told, line: string, when: string): string {
  const { count, total } = list;
  if (kind === 'calls') return t.callsOf({ line, when, count, total: formatVoice(total, country) });
  return kind === 'sms' ? t.smsOf({ line, when, count: total }) : t.dataOf({ line, when, total: formatData(total, country) });
}

function rowWords({ at, direction, other, count }: Event, { t, kind, now, country, language }: Told): string {
  if (kind === 'data') return t.perDay({ day: capital(spokenDay(at, now, country, language)), total: formatData(count, country) });
  const number = other === undefined ? undefined : { other: maskMsisdn(other) };
  const who = number === undefined ? t.hidden : direction === 'in' ? t.in(number) : t.out(number);
  const how = kind === 'calls' ? `, ${formatVoice(count, country)}` : '';
  return t.item({ when: capital(spokenMoment(at, now, country, language)), who, how });
}

/** Pages first, then other days, then other kinds: what is on the screen is not offered. */
export function pageChoices(told: Told): Choice[] {
  const { t, page, kind, range, list, now, country } = told;
  const last = Math.max(0, Math.ceil(list.events.length / LINES) - 1);
  const today = dayOf(now, country);
  const isToday = range.first === today;
  return [
    ...(page < last ? [{ id: `page:${page + 1}`, label: t.more }] : []),
    ...(page > 0 ? [{ id: `page:${page - 1}`, label: t.before }] : []),
    ...(isToday ? [{ id: 'yesterday', label: t.toYesterday }] : [{ id: 'today', label: t.toToday }]),
    ...(range.first === range.last ? [{ id: 'week', label: t.toWeek }] : []),
    isThisMonth(range, now, country) ? { id: 'last-month', label: t.toLastMonth } : { id: 'month', label: t.toMonth },
    ...(['calls', 'sms', 'data'] as const).flatMap((id) => (id === kind ? [] : [{ id, label: t[id] }])),
  ];
}
