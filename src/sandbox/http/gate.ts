import type { FaultKind, Faults } from '../control/faults';
import type { Call, Family, Reply, Route } from './reply';

/** Serves a route, unless and as far as a fault lets it. `hang`: never answer; `cut`: close the socket without an answer. */
export type FaultGate = (route: Route, family: Family, call: Call) => Promise<Reply | 'hang' | 'cut'>;

export function createGate(faults: Faults, header: (value: string) => FaultKind | undefined): FaultGate {
  return async (route, family, call) => {
    if (route.counterpart === undefined) return route.handle(call);
    const asked = call.headers['x-sandbox-fault'];
    const kind = typeof asked === 'string' ? header(asked) : faults.take(route.counterpart, numbersIn(call));
    return kind === undefined ? route.handle(call) : faulty(kind, route, family, call);
  };
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

async function faulty(kind: FaultKind, route: Route, family: Family, call: Call): Promise<Reply | 'hang' | 'cut'> {
  if (kind.startsWith('slow:')) {
    await new Promise((resolve) => setTimeout(resolve, Number(kind.slice('slow:'.length))).unref());
    return route.handle(call);
  }
  switch (kind) {
    case 'refuse':
      return family.failure(403, 'Refused, as the sandbox was told.');
    case 'error':
      return family.failure(503, 'Out of service, as the sandbox was told.');
    case 'limit':
      return { ...family.failure(429, 'Too many calls, as the sandbox was told.'), headers: { ...JSON_TYPE, 'retry-after': '1' } };
    case 'wrong':
      return { status: 200, headers: JSON_TYPE, body: '{"sandbox":"not what was asked"}' };
    case 'timeout':
      return 'hang';
    case 'drop':
      return 'cut';
    case 'apply-then-hang':
      await route.handle(call);
      return 'hang';
    default:
      await route.handle(call);
      return family.failure(500, 'Failed after applying, as the sandbox was told.');
  }
}

/** Every number that the call speaks of, digits only: in a query value (`+502…`, several receivers), as part of an id in the path, or in a JSON body. */
function numbersIn(call: Call): string[] {
  const values = [...call.query.values(), ...Object.values(call.params), String(call.headers['x-kannel-to'] ?? '')];
  return [...values, ...stringsIn(call)].flatMap((value) => value.match(/\d{7,15}/g) ?? []);
}

/** Strings of a JSON body, with their quotes; amounts are no numbers of lines. */
function stringsIn({ headers, body }: Call): string[] {
  return /json/i.test(headers['content-type'] ?? '') ? (body.toString('utf8').match(/"[^"]*"/g) ?? []) : [];
}
