import { z } from 'zod';
import { BackendFailure } from '../../domain/failure';
import type { Caller, Written } from '../http/caller';
import { instant, listed, optionalText } from '../tmf';
import type { HomeNetwork, HomeService, Modem, RestartSeen } from './port';

const BASE = '/tmf-api/ServiceActivationAndConfiguration/v4';

const Characteristic = z.object({ name: z.string(), value: z.unknown() });
const Service = z.object({
  ...{ id: z.string(), serviceType: optionalText, state: optionalText },
  place: listed(z.object({ id: optionalText })).nullish(),
  serviceCharacteristic: listed(Characteristic).nullish(),
});
type Service = z.infer<typeof Service>;

const Monitor = z.object({ id: z.string(), state: optionalText });
/** A change is answered with the service, or with the monitor that follows it. */
const Accepted = z.object({ id: z.string(), state: optionalText, sourceHref: optionalText });

/** Home internet by TMF640 v4. Writes carry `idempotency-key`: where it is ignored, the effect of the turn is what keeps them from being doubled. */
export function homeNetworkClient(caller: Caller): HomeNetwork {
  const serviceOf = async (contract: string): Promise<Service | undefined> => {
    const query = { 'serviceCharacteristic.value': contract };
    const found = await caller.list({ operation: 'home-service', path: `${BASE}/service`, query, schema: Service });
    return found.find((service) => textOf(service, 'contract') === contract && service.state?.toLowerCase() !== 'terminated');
  };
  const change = async (
    contract: string,
    characteristics: object[],
    key: string,
  ): Promise<Written<z.infer<typeof Accepted>> | 'unsure' | undefined> => {
    const service = await serviceOf(contract);
    if (!service) return undefined;
    return caller
      .write({
        ...{ operation: 'home-change', method: 'PATCH', path: `${BASE}/service/${encodeURIComponent(service.id)}`, schema: Accepted },
        ...{ headers: { 'idempotency-key': key }, body: { serviceCharacteristic: characteristics } },
      })
      .catch(unsure);
  };

  return {
    async find(contract) {
      const service = await serviceOf(contract);
      return service && drawn(contract, service);
    },

    async setWifi(contract, { name, password }, key) {
      const characteristics = [
        ...(name === undefined ? [] : [{ name: 'ssid', valueType: 'string', value: name }]),
        ...(password === undefined ? [] : [{ name: 'wifiPassword', valueType: 'string', value: password }]),
      ];
      const changed = await change(contract, characteristics, key);
      if (changed === undefined) return 'refused';
      return changed === 'unsure' ? 'unsure' : changed.ok ? 'done' : 'refused';
    },

    async restart(contract, key) {
      const begun = await change(contract, [{ name: 'reboot', valueType: 'boolean', value: true }], key);
      if (begun === undefined) return { status: 'refused' };
      if (begun === 'unsure') return { status: 'unsure' };
      if (begun.ok) return { status: 'started', job: begun.value.id };
      return { status: begun.status === 409 ? 'busy' : 'refused' };
    },

    look: (contract, job) => seen(caller, { job, service: () => serviceOf(contract) }).catch(unseen),
  };
}

/** A restart has come back when the modem says so, whatever its monitor says. */
async function seen(
  caller: Caller,
  { job, service }: { readonly job: string | undefined; readonly service: () => Promise<Service | undefined> },
): Promise<RestartSeen> {
  const path = `${BASE}/monitor/${encodeURIComponent(job ?? '')}`;
  const monitor = job === undefined ? undefined : await caller.find({ operation: 'home-monitor', path, schema: Monitor });
  if (monitor?.state?.toLowerCase() === 'inerror') return { status: 'failed', signal: 'unknown' };
  if (monitor?.state?.toLowerCase() === 'inprogress') return { status: 'running', signal: 'unknown' };
  const found = await service();
  const modem = found && modemOf(found);
  return { status: modem?.state === 'online' ? 'back' : 'running', signal: modem?.signal ?? 'unknown' };
}

function unseen(error: unknown): RestartSeen {
  if (error instanceof BackendFailure) return { status: 'unknown', signal: 'unknown' };
  throw error;
}

/** What was sent may have been done, unless nothing reached the other side. */
function unsure(error: unknown): 'unsure' {
  if (error instanceof BackendFailure && !error.untouched) return 'unsure';
  throw error;
}

function drawn(contract: string, service: Service): HomeService {
  const [area, wifi] = [service.place?.find(({ id }) => id !== undefined)?.id, textOf(service, 'ssid')];
  return { contract, modem: modemOf(service), ...(area !== undefined && { area }), ...(wifi !== undefined && { wifi }) };
}

const STATES = ['online', 'offline', 'restarting'] as const;
const SIGNALS = ['good', 'weak', 'none'] as const;

function modemOf(service: Service): Modem {
  const restarted = instant.safeParse(textOf(service, 'lastReboot'));
  return {
    state: STATES.find((each) => each === textOf(service, 'modemState')?.toLowerCase()) ?? 'unknown',
    signal: SIGNALS.find((each) => each === textOf(service, 'signal')?.toLowerCase()) ?? 'unknown',
    ...(restarted.success && { restartedAt: restarted.data }),
  };
}

function textOf({ serviceCharacteristic }: Service, wanted: string): string | undefined {
  const value = serviceCharacteristic?.find(({ name }) => name === wanted)?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined;
}
