import { z } from 'zod';
import { json, type Call, type Family, type Guarded, type Reply } from '../http/reply';
import { LINES } from '../seed';
import { isoOf, momentOf } from '../seed/time';
import type { Clock } from '../clock';
import { jsonIn } from './keyed';

const BASE = '/camara/sim-swap/v2';
const HOUR_MS = 3_600_000;
const MONITORED_DAYS = 120;
const Body = z.object({ phoneNumber: z.string().regex(/^\+[1-9]\d{4,14}$/), maxAge: z.int().min(1).max(2400).default(240) });

/** CAMARA SIM Swap 2.1: a line of the seeds may have changed its SIM some hours ago, or have a check without an answer. */
export function simSwap(clock: Clock, guard: Guarded): Family {
  const route = (name: string, handle: (call: Call) => Reply) =>
    ({ method: 'POST', path: `${BASE}/${name}`, counterpart: 'sim-swap', handle }) as const;
  return {
    prefix: '/camara/',
    guard: guard(failure),
    failure,
    routes: [
      route('check', (call) =>
        looked(call, clock, ({ maxAge }, changed) => ({ swapped: changed !== undefined && clock.now() - changed <= maxAge * HOUR_MS })),
      ),
      route('retrieve-date', (call) =>
        looked(call, clock, (_, changed) => ({ latestSimChange: changed === undefined ? null : isoOf(changed), monitoredPeriod: MONITORED_DAYS })),
      ),
    ],
  };
}

const CODES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'IDENTIFIER_NOT_FOUND',
  503: 'UNAVAILABLE',
};
const failure = (status: number, message: string): Reply => json(status, { status, code: CODES[status] ?? 'INTERNAL', message });

function looked(call: Call, clock: Clock, answer: (body: z.infer<typeof Body>, changed: number | undefined) => object): Reply {
  const body = Body.safeParse(jsonIn(call));
  if (!body.success) return failure(400, 'phoneNumber must be E.164 with its +, maxAge 1 to 2400 hours.');
  const line = LINES.find(({ msisdn }) => `+${msisdn}` === body.data.phoneNumber);
  if (!line) return failure(404, 'There is no such line.');
  const { simChanged } = line.line;
  if (simChanged === 'unknown') return failure(503, 'The check has no answer for this line.');
  return json(200, answer(body.data, simChanged && momentOf(simChanged, line.country, clock.today())));
}
