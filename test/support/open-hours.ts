import type { ServiceHours } from '../../src/domain/cases/hours';

const opening = { from: 7 * 60, to: 22 * 60 };

/** People answer from 7 to 22, every day: 15 open hours from now are tomorrow at the same time. */
export const OPEN_HOURS: ServiceHours = { days: Array.from({ length: 7 }, () => opening), holiday: opening };
