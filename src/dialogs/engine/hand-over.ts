import { kept, type HandedOver } from './attended';
import type { Desk } from './desk';

/** Told when somebody begins to wait in line. */
export const BEGUN = 'attended:begun';

/** From now on what the customer writes is for a person. What was queued for the same case stays. */
export function handOver({ record, now, ring }: Pick<Desk, 'record' | 'now' | 'ring'>, { reference, number, again, ...told }: HandedOver): void {
  const { attended } = record;
  const before = attended?.reference === reference ? attended : undefined;
  record.attended = {
    told: 0,
    unsent: attended ? kept(attended) : [],
    failures: 0,
    ...before,
    reference,
    ...(number !== undefined && { ticket: number }),
    since: now,
    waits: now,
  };
  delete record.attended.leaves;
  ring('begun', now, { name: BEGUN, value: { reference, ...(again === true && { again }), ...told } });
}
