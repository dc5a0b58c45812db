import { z } from 'zod';
import { spokenDay } from '../../../../domain/dates';
import { formatMoney } from '../../../../domain/money';
import type { MoreTime } from '../../../../integrations/reconnection/port';
import { StoredMoney } from '../../../engine/amounts';
import { Billing, billingOf } from '../../../engine/billing';
import { leave } from '../../../engine/control';
import { skill } from '../../../engine/skill';
import { utterancesIn } from '../../../engine/utterances';
import { owedIn, type ReconnectPorts } from '../owed';
import { texts } from './texts';

const Given: z.ZodType<MoreTime> = z.discriminatedUnion('status', [
  z.object({ status: z.literal('granted'), until: z.number() }),
  z.object({ status: z.literal('refused'), reason: z.enum(['used', 'not-eligible', 'other']) }),
]);

/** More time before a service is cut off: asked once, promised only as the operator grants it, and not by who knows a contract and a document: it is soon used up. */
export const moreTime = (ports: Pick<ReconnectPorts, 'accounts' | 'bills' | 'reconnection'>) =>
  skill('more-time', texts)
    .hears(utterancesIn(__dirname))
    .needs('account', { level: 2 })
    .loads('billing', Billing, async (told) => (await billingOf(ports.accounts)(told)) ?? leave(told.t.noBills))
    .loads('owed', StoredMoney, async ({ billing, t }) => {
      const owed = owedIn(await ports.bills.list(billing.account));
      return owed ?? leave(t.nothing({ whose: billing.whose }));
    })
    .confirms('agreed', {
      words: ({ t, billing, owed, country }) => ({ text: t.ask({ whose: billing.whose, amount: formatMoney(owed, country) }) }),
      yes: ({ t }) => t.yes,
    })
    .does(async ({ t, billing, owed, effect, id, say, tried, now, country, language }) => {
      const given = await effect('more-time', Given, () => ports.reconnection.moreTime(id('more-time'), billing.account), 'repeat');
      if (given.status === 'unknown') return say({ text: t.unknown, choices: [{ id: 'go:more-time', label: t.again }] });
      if (given.value.status === 'granted') {
        tried({ text: 'Pidió más tiempo para pagar: concedido' });
        return say(t.granted({ amount: formatMoney(owed, country), day: spokenDay(given.value.until, now, country, language) }));
      }
      tried({ text: 'Pidió más tiempo para pagar: no se concedió' });
      const why = { used: t.used, 'not-eligible': t.notEligible, other: t.refused }[given.value.reason];
      return say({ text: why, choices: [{ id: 'go:pay-invoice', label: t.pay }, { id: 'go:agent', label: t.person }] }); // prettier-ignore
    });
