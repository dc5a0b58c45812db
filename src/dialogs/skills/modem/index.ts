import { z } from 'zod';
import type { Accounts } from '../../../integrations/accounts/port';
import type { HomeNetwork, RestartBegun } from '../../../integrations/home-network/port';
import type { Outages } from '../../../integrations/outages/port';
import { leave } from '../../engine/control';
import { outageWords } from '../../engine/outage-words';
import { skill, type HomeAccount, type Known, type Tools } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { Look, look, LOOK_MS } from './look';
import { texts } from './texts';

const Begun: z.ZodType<RestartBegun> = z.union([
  z.object({ status: z.literal('started'), job: z.string() }),
  z.object({ status: z.enum(['busy', 'refused', 'unsure']) }),
]);

export interface ModemPorts {
  readonly accounts: Accounts;
  readonly network: HomeNetwork;
  readonly outages: Outages;
}
type Told = Known<typeof texts.es, { readonly home: HomeAccount }>;

/**
 * Restarts the modem of a home from afar, for who has just typed a code; tells by itself when it is back, and never does it twice or while a failure of
 * the area is the reason.
 */
export const modem = ({ accounts, network, outages }: ModemPorts) =>
  skill('modem', texts)
    .hears(utterancesIn(__dirname))
    .needs('home', { level: 2, fresh: true })
    .loads('state', z.enum(['ready', 'restarting']), async (known) => {
      const { home, t } = known;
      const [service, account, outage] = await Promise.all([network.find(home.contract), accounts.read(home.contract), outages.at(home.contract)]);
      if (account?.status === 'suspended') return leave(suspended(known));
      if (outage) return leave({ text: `${outageWords(outage, known)} ${t.notDuring}`, choices: [{ id: 'go:outage', label: t.notify }] });
      if (!service) return leave({ text: t.none, choices: [{ id: 'go:agent', label: t.person }] });
      return service.modem.state === 'restarting' ? 'restarting' : 'ready';
    })
    .acts('busy', z.literal(false), async (turn) => {
      if (turn.state !== 'restarting') return false as const;
      turn.say(turn.t.already);
      follow(turn, undefined, false);
      return leave();
    })
    .confirms('agreed', { words: ({ t }) => ({ text: t.consent }), yes: ({ t }) => t.yes, no: ({ t }) => t.no })
    .on('look', Look, (turn, value) => look(turn, value, network))
    .does(async (turn) => {
      const { home, effect, id, t, say, tried } = turn;
      const done = await effect('restart', Begun, () => network.restart(home.contract, id('restart')), 'never');
      const begun: RestartBegun = done.status === 'done' ? done.value : { status: 'unsure' };
      if (begun.status === 'refused') {
        tried({ text: 'El módem no aceptó el reinicio a distancia' });
        return say({ text: t.refused, choices: [{ id: 'go:modem-works', label: t.works }, { id: 'go:no-service', label: t.still }] }); // prettier-ignore
      }
      say(begun.status === 'started' ? t.started : begun.status === 'busy' ? t.already : t.unsure);
      tried({ text: begun.status === 'unsure' ? 'Reinicio del módem pedido, sin respuesta' : 'Reinicio del módem pedido' });
      return follow(turn, begun.status === 'started' ? begun.job : undefined, begun.status === 'unsure');
    });

/** Looks after it from now on: see `look`. */
function follow({ home, now, ring }: Told & Tools, job: string | undefined, unsure: boolean): void {
  const value: Look = { contract: home.contract, since: now, told: false, unsure, ...(job !== undefined && { job }) };
  ring('look', now + LOOK_MS, { name: 'modem:look', value });
}

const suspended = ({ t }: Told) => ({
  text: t.suspended,
  choices: [
    { id: 'go:pay-invoice', label: t.pay },
    { id: 'go:reconnect', label: t.paid },
  ],
});
