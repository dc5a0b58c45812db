import { z } from 'zod';
import type { Accounts } from '../../../integrations/accounts/port';
import type { HomeNetwork } from '../../../integrations/home-network/port';
import type { Lines } from '../../../integrations/lines/port';
import type { Outages } from '../../../integrations/outages/port';
import type { Prepaid } from '../../../integrations/prepaid/port';
import { leave, type Control } from '../../engine/control';
import { saysOther } from '../../engine/outage-words';
import type { Known, Signed } from '../../engine/skill';
import type { texts } from './texts';

/** A modem that was restarted so long ago, ms, is not restarted again: a person looks at it. */
const RECENT_MS = 30 * 60_000;
/** In the trail: the advice for a single device was given. */
export const ADVISED = 'Falla un solo aparato: se le dijo cómo conectarlo otra vez';

export const Seen = z.object({
  kind: z.enum(['home', 'mobile']),
  modem: z.enum(['online', 'offline', 'restarting', 'unknown']),
  signal: z.enum(['good', 'weak', 'none', 'unknown']),
  /** From afar, a moment ago. */
  restarted: z.boolean(),
  /** All that can be done in the chat was done: it goes to a person. */
  exhausted: z.boolean(),
  /** The case of an outage that the customer says is not theirs. */
  incident: z.string().nullable(),
  outage: z.boolean(),
});
export type Seen = z.infer<typeof Seen>;

export interface ServicePorts {
  readonly accounts: Accounts;
  readonly network: HomeNetwork;
  readonly outages: Outages;
  readonly lines: Lines;
  readonly prepaid: Prepaid;
}
type Told = Known<typeof texts.es, { readonly account: Signed }>;

/** What can be seen without asking, in this order: suspended, a failure of the area, the modem. */
export function see(known: Told, ports: ServicePorts): Promise<Seen | Control> {
  return known.account.kind === 'home' ? seeHome(known, ports) : seeLine(known, ports);
}

async function seeHome(known: Told, { accounts, network, outages }: ServicePorts): Promise<Seen | Control> {
  const { account, t, now, trail } = known;
  const [held, outage, service] = await Promise.all([accounts.read(account.id), outages.at(account.id), network.find(account.id)]);
  if (held?.status === 'suspended') return leave({ text: t.suspendedHome, choices: payOrPaid(known) });
  if (held?.status === 'cancelled') return leave({ text: t.cancelled, choices: [{ id: 'go:agent', label: t.person }] });
  if (outage && !saysOther(known)) return leave(undefined, 'outage');
  const { state = 'unknown', signal = 'unknown', restartedAt } = service?.modem ?? {};
  if (state === 'restarting' && now - (restartedAt ?? now) < RECENT_MS) return leave(t.restarting);
  const restarted = restartedAt !== undefined && now - restartedAt < RECENT_MS;
  const advised = trail.tried.some(({ at, text }) => now - at < RECENT_MS && text === ADVISED);
  const home = { kind: 'home' as const, modem: state, signal, restarted, exhausted: restarted || advised };
  return { ...home, incident: outage?.ticket ?? null, outage: outage !== undefined };
}

async function seeLine(known: Told, { lines }: ServicePorts): Promise<Seen | Control> {
  const { account, t } = known;
  const line = await lines.find(account.id);
  if (line?.status === 'suspended') return leave({ text: t.suspendedLine, choices: payOrPaid(known) });
  const nothing = { modem: 'unknown', signal: 'unknown', restarted: false, exhausted: false, incident: null, outage: false } as const;
  return { kind: 'mobile', ...nothing };
}

/** Data that is left of packs and plans; `unknown` where it was read long ago. */
export async function dataLeft(msisdn: string, prepaid: Prepaid): Promise<'some' | 'none' | 'unknown'> {
  const { value, stale } = await prepaid.buckets(msisdn);
  if (stale) return 'unknown';
  const data = value.allowances.filter(({ kind }) => kind === 'data');
  return data.some(({ left }) => left === undefined || left > 0) ? 'some' : 'none';
}

const payOrPaid = ({ t }: Told) => [
  { id: 'go:pay-invoice', label: t.pay },
  { id: 'go:reconnect', label: t.paid },
];
