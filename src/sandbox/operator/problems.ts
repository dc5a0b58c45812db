import type { Switches } from '../control/switches';
import type { Clock } from '../clock';
import type { Route } from '../http/reply';
import { AREAS, PROBLEMS } from '../seed/network';
import { isoOf, momentOf } from '../seed/time';
import { collection, type Draft } from './collection';

/** A failure of an area's network. Times are epoch ms. */
export interface Problem {
  readonly id: string;
  readonly area: string;
  readonly status: 'inProgress' | 'resolved' | 'cancelled';
  readonly since: number;
  readonly expected?: number;
  readonly changed: number;
  readonly homes: number;
  readonly reason: string;
  readonly ticket: string;
}

const DAY_MS = 86_400_000;

/** Those of the seeds and those that were begun at the controls, as they stand now. */
export function problemsOf(clock: Clock, switches: Switches): readonly Problem[] {
  const { outages } = switches.all();
  const seeded = PROBLEMS.map((seed): Problem => {
    const country = AREAS.find(({ id }) => id === seed.area)?.country ?? 'GT';
    const today = momentOf(seed.since, country, clock.today());
    // Before its hour it is that of yesterday, still there.
    const since = today > clock.now() ? today - DAY_MS : today;
    return { ...seed, status: 'inProgress', since, expected: momentOf(seed.expected, country, clock.today()), changed: since };
  });
  return [...seeded.filter(({ id }) => !outages.some((turned) => turned.id === id)), ...outages];
}

export const isOut = (clock: Clock, switches: Switches, area: string): boolean =>
  problemsOf(clock, switches).some((problem) => problem.area === area && problem.status === 'inProgress');

/** TMF656: what fails, where, since when, and how it stands. */
export function problems(clock: Clock, switches: Switches): Route[] {
  const all = (): Draft[] => problemsOf(clock, switches).map(drawn);
  return collection('/tmf-api/serviceProblemManagement/v4', 'serviceProblem', 'outages', all);
}

function drawn({ id, area, status, since, expected, changed, homes, reason, ticket }: Problem): Draft {
  const name = AREAS.find((each) => each.id === area)?.name ?? area;
  return {
    ...{ id, name: `Sin servicio: ${name}`, category: 'network', priority: 1, reason, status, affectedNumberOfServices: homes },
    ...{ creationDate: isoOf(since), statusChangeDate: isoOf(changed), lastUpdate: isoOf(changed) },
    ...(status === 'resolved' && { resolutionDate: isoOf(changed) }),
    affectedLocation: [{ id: area, name, role: 'affected', '@referredType': 'GeographicLocation' }],
    characteristic: expected === undefined ? [] : [{ name: 'expectedResolutionDate', valueType: 'dateTime', value: isoOf(expected) }],
    troubleTicket: [{ id: ticket, '@referredType': 'TroubleTicket' }],
    '@type': 'ServiceProblem',
  };
}
