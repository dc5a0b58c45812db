import { z } from 'zod';
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
export const List = z.object({ events: Event.array(), count: z.int(), total: z.number() });

/** What is known before, between, and when the list is shown. */
export type Before = Known<typeof texts.es, { readonly mobile: Mobile }>;
export type Asked = Known<typeof texts.es, { readonly mobile: Mobile; readonly wish: Wish }>;
export type Told = Known<
  typeof texts.es,
  { readonly mobile: Mobile; readonly kind: string; readonly range: Range; readonly list: z.infer<typeof List> }
>;
