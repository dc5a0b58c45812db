import { z } from 'zod';
import { until } from '../../domain/dates';
import { BackendFailure } from '../../domain/failure';
import type { Message } from '../../domain/message';
import { textsFor } from '../../domain/texts';
import type { SimSwap } from '../../integrations/sim-swap/port';
import { leave, type Control } from './control';
import type { Basics } from './known';
import { moneyTexts } from './money-texts';
import type { Mobile } from './identities';

/** A SIM that was changed less than this ago moves no money, in ms. */
const QUIET_MS = 72 * 3_600_000;

/** What the SIM of the line allows: `open`, or nothing but a page of the gateway's until a moment (epoch ms), or until it can be asked again. */
export const Gate = z.discriminatedUnion('gate', [
  z.object({ gate: z.literal('open') }),
  z.object({ gate: z.literal('changed'), until: z.number() }),
  z.object({ gate: z.literal('unknown') }),
]);
export type Gate = z.infer<typeof Gate>;

type Told = Basics & { readonly mobile: Mobile };

/** Reads the gate, and goes on whatever it says: for a skill that has a way which is always allowed. */
export const simGate =
  (simSwap: SimSwap | undefined) =>
  async ({ mobile, now }: Told): Promise<Gate> => {
    const changedAt = await askedOrUnknown(simSwap, mobile.msisdn);
    if (changedAt === 'unknown') return { gate: 'unknown' };
    return changedAt === undefined || now - changedAt >= QUIET_MS ? { gate: 'open' } : { gate: 'changed', until: changedAt + QUIET_MS };
  };

/** Reads the gate, and ends the skill there unless it is open: `.loads('sim', Gate, openSim(simSwap))`. */
export const openSim =
  (simSwap: SimSwap | undefined, ways: { readonly page?: boolean } = {}) =>
  async (told: Told): Promise<Gate | Control> => {
    const gate = await simGate(simSwap)(told);
    return gate.gate === 'open' ? gate : leave(closed(gate, told, ways));
  };

/** Why no money moves now, until when exactly, and what is still possible. `page`: a card can be typed on the gateway's page. */
export function closed(gate: Gate, { language, form, now, country }: Basics, { page = false }: { readonly page?: boolean } = {}): Message {
  const t = textsFor(moneyTexts, language, form);
  if (gate.gate !== 'changed') return { text: page ? t.simUnknownPage : t.simUnknown, choices: [{ id: 'go:balances', label: t.balance }] };
  const when = until(gate.until, now, country, language).replace(/^(?:hasta|until) /, '');
  return {
    text: `${t.simChanged({ when })} ${page ? t.balanceAndCard : t.balanceOnly} ${t.wasItYou}`,
    choices: [
      { id: 'go:balances', label: t.itWasMe },
      { id: 'go:agent', label: t.itWasNotMe },
    ],
  };
}

/** Not being able to ask counts as a change: no money moves on a guess. */
async function askedOrUnknown(simSwap: SimSwap | undefined, msisdn: string): Promise<number | undefined | 'unknown'> {
  try {
    return simSwap ? await simSwap.changedAt(msisdn) : 'unknown';
  } catch (error) {
    if (error instanceof BackendFailure) return 'unknown';
    throw error;
  }
}
