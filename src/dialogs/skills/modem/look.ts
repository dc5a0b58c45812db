import { z } from 'zod';
import type { HomeNetwork } from '../../../integrations/home-network/port';
import type { Known, Tools } from '../../engine/skill';
import type { texts } from './texts';

/** How often a modem is looked at that restarts, ms. */
export const LOOK_MS = 10_000;
/** After this the customer is told that it still goes on, ms; once. */
const STILL_MS = 100_000;
/** After this it is not expected back any more, ms: twice what a restart takes. */
const PATIENCE_MS = 6 * 60_000;
/** Nobody knows whether the order arrived: for so long a modem that is on may still be about to go, ms. */
const UNSURE_MS = 30_000;

/** A restart that is under way. Times are epoch ms. */
export const Look = z.object({
  contract: z.string(),
  job: z.string().exactOptional(),
  since: z.number(),
  /** It was told that it takes long. */
  told: z.boolean(),
  /** Nobody answered the order. */
  unsure: z.boolean(),
});
export type Look = z.infer<typeof Look>;

type Turn = Known<typeof texts.es, object> & Tools;

/** Looks whether the modem came back; if not, looks again later, and at last says that it did not. Each restart is told its end once. */
export async function look(turn: Turn, restart: Look, network: HomeNetwork): Promise<void> {
  const { now, ring, say, t, tried } = turn;
  const age = now - restart.since;
  const { status, signal } = await network.look(restart.contract, restart.job);
  const isEarly = restart.unsure && age < UNSURE_MS;
  if (status === 'back' && !isEarly) return back(turn, signal === 'weak', restart);
  if (status !== 'failed' && age < PATIENCE_MS) {
    const tells = !restart.told && age >= STILL_MS;
    if (tells) say(t.running);
    return ring('look', now + LOOK_MS, { name: 'modem:look', value: { ...restart, told: restart.told || tells } satisfies Look });
  }
  tried({ text: 'Después del reinicio el módem no volvió' });
  say({ text: t.notBack, choices: [{ id: 'go:no-service', label: t.still }, { id: 'go:modem-works', label: t.works }] }); // prettier-ignore
}

function back({ say, t, tried }: Turn, isWeak: boolean, { unsure }: Look): void {
  const words = isWeak ? t.backWeak : unsure ? t.isOn : t.back;
  tried({ text: isWeak ? 'Después del reinicio el módem volvió con señal débil' : 'Después del reinicio el módem volvió con señal' });
  say({ text: words, choices: [{ id: 'go:modem-works', label: t.works }, { id: 'go:no-service', label: t.still }] }); // prettier-ignore
}
