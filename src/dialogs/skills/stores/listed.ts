import { z } from 'zod';
import { Point } from '../../../domain/geo';

export const Service = z.enum(['sales', 'payments', 'sim', 'returns', 'technical', 'accessible']);
const Span = z.object({ from: z.number(), to: z.number() });

/** What is kept of a store while it is shown. Of where the customer is there is nothing but a rounded distance. */
export const Listed = z.object({
  ...{ id: z.string(), name: z.string(), at: Point, services: z.array(Service) },
  hours: z.object({
    week: z.record(z.coerce.number(), z.array(Span)),
    holiday: z.exactOptional(z.array(Span)),
    days: z.record(z.string(), z.object({ spans: z.array(Span), why: z.exactOptional(z.string()) })),
  }),
  km: z.exactOptional(z.int()),
  /** The store that was asked for, which moved here. */
  moved: z.exactOptional(z.string()),
});
export type Listed = z.infer<typeof Listed>;
