import { z } from 'zod';
import type { Country } from '../../../domain/countries';
import { dayOf } from '../../../domain/dates';
import type { Known, Mobile } from '../../engine/skill';
import { Range } from './range';
import type { texts } from './texts';

export const KINDS = ['calls', 'sms', 'data'] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** What the sentence says of what is to be shown. */
export const Wish = z.object({ kind: Kind.optional(), range: Range.optional() });
export type Wish = z.infer<typeof Wish>;

/** What is kept of one event while the list is shown. */
export const Event = z.object({
  ...{ at: z.number(), count: z.number() },
  ...{ direction: z.exactOptional(z.enum(['in', 'out'])), other: z.exactOptional(z.string()) },
});
export type Event = z.infer<typeof Event>;
/** `count` and `total` are of all that there was; `rows` are what can be shown of it. */
export const List = z.object({ events: Event.array(), rows: z.exactOptional(z.int()), count: z.int(), total: z.number() });

/** More rows than this nobody reads in a chat. */
const MOST = 120;

/** Calls and messages one by one, internet by day: of whole days, so that they add up to the total. */
export function listOf(all: readonly Event[], kind: string, country: Country): z.infer<typeof List> {
  const rows = kind === 'data' ? byDay(all, country) : all;
  const total = all.reduce((sum, { count }) => sum + count, 0);
  return { events: rows.slice(0, MOST).map((each) => Event.parse(each)), rows: rows.length, count: all.length, total };
}

function byDay(all: readonly Event[], country: Country): Event[] {
  const days = new Map<string, Event>();
  for (const { at, count } of all) {
    const day = dayOf(at, country);
    const known = days.get(day);
    days.set(day, { at: known?.at ?? at, count: (known?.count ?? 0) + count });
  }
  return [...days.values()];
}

/** What is known before, between, and when the list is shown. */
export type Before = Known<typeof texts.es, { readonly mobile: Mobile }>;
export type Asked = Known<typeof texts.es, { readonly mobile: Mobile; readonly wish: Wish }>;
export type Told = Known<
  typeof texts.es,
  { readonly mobile: Mobile; readonly kind: string; readonly range: Range; readonly list: z.infer<typeof List> }
>;
