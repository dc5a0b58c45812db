import { z } from 'zod';
import { json, type Call, type Reply, type Route } from '../http/reply';
import type { Memory } from '../memory';
import { jsonIn } from '../operator/keyed';
import { problemsOf } from '../operator/problems';
import { AREAS } from '../seed/network';
import { refusal } from './guard';
import { ModemVerdict } from './switches';

const HOMES_OF_AN_AREA = 300;
const FIRST_TICKET = 10_600;
const AN_HOUR_MS = 3_600_000;

const OutageSwitch = z.strictObject({
  area: z.enum(AREAS.map(({ id }) => id)),
  status: z.enum(['inProgress', 'resolved', 'cancelled']),
  /** From now until it is expected to be over, ms; without one, nobody knows. */
  expectedInMs: z
    .int()
    .min(0)
    .max(30 * 24 * AN_HOUR_MS)
    .optional(),
});
const ModemSwitch = z.strictObject({ contract: z.string().regex(/^\d{5,12}$/), verdict: ModemVerdict });

type Parts = Pick<Memory, 'clock' | 'switches'>;

/** Begins and ends failures of an area, and says how a modem takes its restart. */
export function networkControls(parts: Parts): Route[] {
  return [
    { method: 'GET', path: '/sandbox/outages', handle: () => json(200, { areas: AREAS, outages: problemsOf(parts.clock, parts.switches) }) },
    { method: 'POST', path: '/sandbox/outages', handle: (call) => outage(parts, call) },
    { method: 'POST', path: '/sandbox/modems', handle: (call) => modem(parts, call) },
  ];
}

function outage({ clock, switches }: Parts, call: Call): Reply {
  const turned = OutageSwitch.safeParse(jsonIn(call));
  if (!turned.success) return refusal(400, 'An area and a status: inProgress, resolved or cancelled.');
  const { area, status, expectedInMs } = turned.data;
  const all = problemsOf(clock, switches);
  const open = all.find((each) => each.area === area && each.status === 'inProgress');
  const [now, ticket] = [clock.now(), String(FIRST_TICKET + all.length)];
  if (status !== 'inProgress' && !open) return refusal(409, 'Nothing fails there.');
  const begun = open ?? { id: `SP-${ticket}`, area, since: now, homes: HOMES_OF_AN_AREA, reason: 'fibreCut', ticket };
  const next = { ...begun, status, changed: now, ...(expectedInMs !== undefined && { expected: now + expectedInMs }) };
  switches.setOutage(next);
  return json(200, next);
}

function modem({ switches }: Parts, call: Call): Reply {
  const turned = ModemSwitch.safeParse(jsonIn(call));
  if (!turned.success) return refusal(400, `A contract and how its modem behaves: ${ModemVerdict.options.join(', ')}.`);
  switches.setModem(turned.data.contract, turned.data.verdict);
  return json(200, turned.data);
}
