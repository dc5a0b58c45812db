import { z } from 'zod';
import { formatMoney } from '../../../domain/money';
import { isTheft } from '../../../domain/theft';
import type { Reconnected } from '../../../integrations/reconnection/port';
import { StoredMoney } from '../../engine/amounts';
import { Billing, billingOf } from '../../engine/billing';
import { leave } from '../../engine/control';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { opened, type Found } from './case';
import { Held, heldIn } from './held';
import { owedIn, type ReconnectPorts } from './owed';
import { unconfirmed } from './unconfirmed';
import { texts } from './texts';
import { heldWords } from './words';

export { moreTime } from './more-time';

/** How far back payments are looked for, ms. */
const BACK_MS = 35 * 86_400_000;

const Standing = z.object({ cut: z.boolean(), why: z.exactOptional(z.string()) });
const Asked: z.ZodType<Reconnected> = z.union([
  z.object({ status: z.enum(['active', 'asked']) }),
  z.object({ status: z.literal('refused'), reason: z.enum(['debt', 'not-applied', 'not-eligible', 'other']) }),
]);

/** Paid and still cut off: the payment is found, nobody is told to pay twice, and the reconnection is asked for; where it is not given, a person gets what was found. */
export const reconnect = (ports: ReconnectPorts) =>
  skill('reconnect', texts)
    .hears(utterancesIn(__dirname))
    .needs('account', { level: 1 })
    .loads('billing', Billing, async (told) => {
      const choices = [{ id: 'go:no-service', label: told.t.noService }];
      return (await billingOf(ports.accounts)(told)) ?? leave({ text: told.t.noBills, choices });
    })
    .loads('standing', Standing, async ({ account }) => ({ ...(await ports.reconnection.standing(account)) }))
    .loads('owed', StoredMoney.nullable(), async ({ billing }) => owedIn(await ports.bills.list(billing.account)) ?? null)
    .loads('held', Held.nullable(), async ({ billing, now }) => heldIn(await ports.receipts.ofAccount(billing.account, now - BACK_MS)))
    .does(async (told) => {
      const { standing, owed, held, say } = told;
      if (isStolen(standing))
        return say({ text: told.t.otherReason({ whose: told.billing.whose }), choices: [{ id: 'go:agent', label: told.t.person }] });
      if (held === null && (owed !== null || !standing.cut)) return say((owed === null ? undefined : await unconfirmed(told)) ?? notPaid(told));
      if (!standing.cut) return said(told, ports, { asked: 'not-needed' });
      const { account, billing, effect, id } = told;
      const ask = () => ports.reconnection.ask(id('reconnect'), { kind: account.kind, id: account.id, account: billing.account });
      const asked = await effect('reconnect', Asked, ask, 'repeat');
      return said(told, ports, {
        asked: asked.status === 'unknown' ? 'unknown' : asked.value.status === 'refused' ? asked.value.reason : asked.value.status,
      });
    });

/** What was reported stolen or lost is lifted by a person or in a store, whoever paid. */
const isStolen = ({ cut, why }: Found['standing']): boolean => cut && isTheft(why);

/** Nothing was found that waits: it is active, or something is owed. */
function notPaid({ t, billing, standing, owed, country }: Found) {
  const { whose } = billing;
  if (owed === null) return { text: t.active({ whose }), choices: [{ id: 'go:no-service', label: t.noService }] };
  const amount = formatMoney(owed, country);
  const pay = { id: 'go:pay-invoice', label: t.pay };
  const time = { id: 'go:more-time', label: t.moreTime };
  if (!standing.cut) return { text: t.activeOwing({ whose, amount }), choices: [pay, time, { id: 'go:invoices', label: t.invoice }] };
  return { text: t.debt({ whose, amount }), choices: [pay, time, { id: 'go:find-payment', label: t.paidAlready }] };
}

/** What was found first, then what was done about it. */
async function said(told: Found, ports: ReconnectPorts, { asked }: { readonly asked: string }): Promise<void> {
  const { t, say, held, billing, tried } = told;
  say(held === null ? t.clear({ whose: billing.whose }) : heldWords(held, told));
  const words = asked === 'active' ? t.back : asked === 'asked' ? t.asked : await opened(ports, told, asked);
  tried({ text: `Reconexión pedida: ${OUTCOMES[asked] ?? 'no concedida'}` }); // the case says so itself
  return say(words);
}

/** Agents read Spanish. */
const OUTCOMES: Readonly<Record<string, string>> = {
  active: 'concedida',
  asked: 'aceptada, en curso',
  unknown: 'sin respuesta',
  'not-needed': 'no hacía falta',
};
