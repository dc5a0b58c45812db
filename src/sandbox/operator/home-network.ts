import { z } from 'zod';
import type { ModemVerdict, Switches } from '../control/switches';
import { json, type Call, type Reply, type Route } from '../http/reply';
import { SEEDS } from '../seed';
import { HOMES, OTHER_HOME } from '../seed/network';
import { isoOf } from '../seed/time';
import { collection, tmfError, type Draft } from './collection';
import type { DeedOf } from '../deeds';
import type { Core } from './customers';
import { jsonIn, keyOf } from './keyed';
import { isOut } from './problems';

const BASE = '/tmf-api/ServiceActivationAndConfiguration/v4';
/** How long a modem is away, by the sandbox' clock: much shorter than a real one, so that nobody falls asleep. */
const RESTART_MS = 12_000;
/** A Wi-Fi name in bytes, a password in characters, as WPA2 has them. */
const LONGEST = { ssid: 32, password: 63 } as const;

const Changes = z.object({
  serviceCharacteristic: z
    .array(
      z.discriminatedUnion('name', [
        z.object({
          name: z.literal('ssid'),
          value: z
            .string()
            .min(1)
            .refine((name) => Buffer.byteLength(name) <= LONGEST.ssid),
        }),
        z.object({ name: z.literal('wifiPassword'), value: z.string().min(8).max(LONGEST.password) }),
        z.object({ name: z.literal('reboot'), value: z.union([z.literal(true), z.literal('true')]) }),
      ]),
    )
    .min(1),
});

interface Parts extends Core {
  readonly switches: Switches;
}

/**
 * TMF640: the internet service of a home, with its Wi-Fi and its modem. `ssid` and `wifiPassword` are set at once; `reboot` takes a while and is
 * followed by its monitor. A password is never read, and not remembered.
 */
export function homeNetwork(parts: Parts): Route[] {
  const services = (): Draft[] => CONTRACTS.map((contract) => serviceOf(parts, contract));
  return [
    ...collection(BASE, 'service', 'home-network', services),
    { method: 'PATCH', path: `${BASE}/service/:id`, counterpart: 'home-network', handle: (call) => change(parts, call) },
    ...collection(BASE, 'monitor', 'home-network', () => parts.deeds.all('modem').map((deed) => monitorOf(parts, deed))),
  ];
}

const CONTRACTS = SEEDS.flatMap(({ personas }) =>
  personas.flatMap(({ homes = [] }) => homes.filter(({ status }) => status !== 'cancelled').map(({ contract }) => contract)),
);
const idOf = (contract: string): string => `internet-${contract}`;
const homeOf = (contract: string) => HOMES[contract] ?? OTHER_HOME;
type Restart = DeedOf<'modem'>;

const restartsOf = ({ deeds }: Core, contract: string): readonly Restart[] => deeds.all('modem').filter(({ line }) => line === contract);
const verdictOf = ({ switches }: Parts, contract: string): ModemVerdict => switches.all().modems[contract] ?? 'works';

/** A restart that came back, or never will. */
function stateOf(parts: Parts, contract: string): { readonly modem: 'online' | 'offline' | 'restarting'; readonly signal: 'good' | 'weak' | 'none' } {
  const [verdict, last] = [verdictOf(parts, contract), restartsOf(parts, contract).at(-1)];
  if (last && isUnderWay(parts, last)) return { modem: 'restarting', signal: 'none' };
  if (isOut(parts.clock, parts.switches, homeOf(contract).area)) return { modem: 'offline', signal: 'none' };
  if (verdict === 'weak') return { modem: 'online', signal: 'weak' };
  return verdict === 'offline' && !last ? { modem: 'offline', signal: 'none' } : { modem: 'online', signal: 'good' };
}

const isUnderWay = (parts: Parts, { line, at }: Restart): boolean => verdictOf(parts, line) === 'never' || parts.clock.now() < at + RESTART_MS;

function serviceOf(parts: Parts, contract: string): Draft {
  const { area, ssid } = homeOf(contract);
  const named = parts.deeds.all('wifi').findLast(({ line, ssid: set }) => line === contract && set !== undefined)?.ssid;
  const { modem, signal } = stateOf(parts, contract);
  const last = restartsOf(parts, contract).at(-1);
  return {
    ...{ id: idOf(contract), name: 'Internet', category: 'CFS', serviceType: 'internet', state: 'active', '@type': 'Service' },
    place: [{ id: area, role: 'installation', '@referredType': 'GeographicLocation' }],
    serviceCharacteristic: [
      { name: 'contract', valueType: 'string', value: contract },
      { name: 'ssid', valueType: 'string', value: named ?? ssid },
      { name: 'modemState', valueType: 'string', value: modem },
      { name: 'signal', valueType: 'string', value: signal },
      ...(last === undefined ? [] : [{ name: 'lastReboot', valueType: 'dateTime', value: isoOf(last.at) }]),
    ],
  };
}

function change(parts: Parts, call: Call): Reply {
  const contract = CONTRACTS.find((each) => idOf(each) === call.params['id']);
  if (contract === undefined) return tmfError(404, 'There is no such service.');
  const body = Changes.safeParse(jsonIn(call));
  if (!body.success) return tmfError(400, `Wrong at ${body.error.issues.map(({ path }) => path.join('.')).join(', ')}.`);
  const characteristics = body.data.serviceCharacteristic;
  const key = keyOf(call) ?? `${contract}:${parts.clock.now()}`;
  if (characteristics.some(({ name }) => name === 'reboot')) return restart(parts, contract, key);
  const ssid = characteristics.find((each) => each.name === 'ssid')?.value;
  if (!parts.deeds.get('wifi', key)) {
    const password = characteristics.some(({ name }) => name === 'wifiPassword');
    // No digest of a body with a password in it is kept either.
    parts.deeds.put({ kind: 'wifi', key, print: '', at: parts.clock.now(), line: contract, password, ...(ssid !== undefined && { ssid }) });
  }
  const service = serviceOf(parts, contract);
  return json(200, { ...service, href: `${BASE}/service/${service.id}` });
}

function restart(parts: Parts, contract: string, key: string): Reply {
  const known = parts.deeds.get('modem', key);
  const running = restartsOf(parts, contract).at(-1);
  if (!known && running && isUnderWay(parts, running)) return tmfError(409, 'The modem is being restarted already.');
  const deed: Restart = known ?? { kind: 'modem', key, print: contract, at: parts.clock.now(), line: contract };
  if (!known) parts.deeds.put(deed);
  const monitor = monitorOf(parts, deed);
  const href = `${BASE}/monitor/${encodeURIComponent(key)}`;
  return json(202, { ...monitor, href }, { location: href });
}

function monitorOf(parts: Parts, deed: Restart): Draft {
  return {
    ...{ id: deed.key, sourceHref: `${BASE}/service/${idOf(deed.line)}`, '@type': 'Monitor' },
    state: isUnderWay(parts, deed) ? 'InProgress' : 'Completed',
  };
}
