import { z } from 'zod';
import { money as moneyOf } from '../../../domain/money';
import type { AutopayDetails } from '../../../domain/spending/details';
import type { Accounts } from '../../../integrations/accounts/port';
import type { PaymentMethods } from '../../../integrations/payments/port';
import type { Mandates, Recurring } from '../../../integrations/recurring/port';
import type { SimSwap } from '../../../integrations/sim-swap/port';
import { Billing, billingOf, payerGate } from '../../engine/billing';
import { leave, redo } from '../../engine/control';
import { closed, Gate } from '../../engine/gate';
import { StoredMeans } from '../../engine/means';
import { oneOf } from '../../engine/question';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';
import { Charged, chargedWords, outcomeWords, settledWords, statusWords, wishesOf } from './words';

export interface AutopayPorts {
  readonly accounts: Pick<Accounts, 'ofLine' | 'phoneOnFile'>;
  readonly means: PaymentMethods;
  readonly recurring: Recurring;
  readonly mandates: Mandates;
  readonly simSwap?: SimSwap;
}

/** The release of the words that are agreed to: another text, another version. */
const VERSION = '1';
const Plan = z.object({
  ...{ state: z.enum(['on', 'off']), method: z.string().exactOptional() },
  last: z.object({ state: z.enum(['paid', 'failed']), at: z.number() }).exactOptional(),
});

/** Bills that are charged to a kept card by themselves: on, off, how it stands. The consent is kept with its words, version and time. */
export const autopay = ({ accounts, means: payments, recurring, mandates, simSwap }: AutopayPorts) =>
  skill('autopay', texts)
    .hears(utterancesIn(__dirname))
    .needs('account', { level: 2, money: true })
    .loads('billing', Billing, async (told) => (await billingOf(accounts)(told)) ?? leave(told.t.noBills))
    .loads('plan', Plan, async ({ billing }) => {
      const { state, method, last } = await recurring.of(billing.account);
      return { state, ...(method !== undefined && { method }), ...(last && { last }) };
    })
    .loads('cards', z.array(StoredMeans), async ({ billing: { payer } }) =>
      payer === undefined ? [] : (await payments.of(payer)).filter(({ kind }) => kind === 'card'),
    )
    .asks('wish', oneOf({ ask: statusWords, from: wishesOf }))
    .loads('sim', Gate, async (known) => {
      if (known.wish === 'leave') return leave();
      const gate = await payerGate(simSwap)(known, known.billing.payer);
      return gate.gate === 'open' || known.wish === 'off' ? gate : leave(closed(gate, known, { page: true }));
    })
    .loads('good', z.array(StoredMeans), async ({ cards, wish, plan, t }) => {
      const valid = cards.filter(({ barred }) => barred === undefined);
      const good = valid.filter(({ id }) => plan.state === 'off' || id !== plan.method);
      if (good.length > 0 || wish === 'off') return good;
      return leave({ text: valid.length > 0 ? t.needsOther : t.needsCard, choices: [{ id: 'go:cards', label: t.keepCard }] });
    })
    .asksIf('which', ({ wish, good }) => wish === 'on' && good.length > 1, {
      ...oneOf<Parameters<typeof statusWords>[0] & { readonly good: readonly z.infer<typeof StoredMeans>[] }, { id: string; label: string }>({
        ask: ({ t }) => t.whichCard,
        from: ({ good }) => good.map(({ id, name }) => ({ id, label: name.slice(0, 20) })),
      }),
    })
    .loads('card', StoredMeans.nullable(), async ({ wish, good, which }) =>
      wish === 'off' ? null : (good.find(({ id }) => which === undefined || id === which) ?? redo('which')),
    )
    .confirms('agreed', {
      words: ({ t, billing: { whose }, card }) => ({ text: card === null ? t.askOff({ whose }) : t.askOn({ whose, card: card.name }) }),
      yes: ({ t, card }) => (card === null ? t.yesOff : t.yesOn),
      stepUp: ({ card }) => card !== null,
      edits: ({ t, card, good }) => (card !== null && good.length > 1 ? { which: t.otherCard } : {}),
    })
    .settles(settledWords)
    .on('charged', Charged, async (turn, charge) => turn.say(chargedWords(turn, charge)))
    .does(async (told) => {
      const { agreed, billing, card, plan, money, effect, say, now, language, form, visitor, account, country } = told;
      const owner = account.kind === 'mobile' ? account.id : `home:${account.id}`;
      const kept = { id: agreed.order, owner, account: billing.account, words: agreed.words, version: VERSION, agreedAt: agreed.shownAt };
      // Kept before it is turned on, and when it is turned off: a charge that nobody can be told of would be silent.
      if (card !== null)
        await effect('mandate', z.null(), async () => (await mandates.keep({ ...kept, conversation: visitor, language, form }), null), 'repeat');
      const details: AutopayDetails = {
        ...{ account: billing.account, to: card === null ? 'off' : 'on', method: card?.id ?? plan.method ?? '', name: card?.name ?? '' },
        ...{ words: agreed.words, version: VERSION, agreedAt: agreed.shownAt },
      };
      const spent = await money.spend(agreed, { kind: 'autopay', amount: moneyOf(0, country.currency), details });
      const words = outcomeWords(spent, { ...told, now });
      if (spent.status === 'done' || spent.status === 'refused') money.tell(spent.operation, words);
      else say(words);
    });
