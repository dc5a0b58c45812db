import { z } from 'zod';
import type { CaseParts } from '../../../integrations/cases/port';
import type { Catalogue } from '../../../integrations/catalogue/port';
import type { PaymentMethods } from '../../../integrations/payments/port';
import type { SimSwap } from '../../../integrations/sim-swap/port';
import type { Subscriptions } from '../../../integrations/subscriptions/port';
import { leave } from '../../engine/control';
import { Gate, openSim } from '../../engine/gate';
import { StoredMeans } from '../../engine/means';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { openCase } from './case/open';
import { Held, kept, Offer } from './held';
import { nothingAtAll, whichWish } from './list';
import { nothingOnSale, stillThere, whatPays, whichOffer } from './offers';
import { texts } from './texts';
import { consentWords, orderOf, outcomeWords, settledWords, wantedOf } from './words';

export { subscriptionCase } from './case';

export interface SubscriptionPorts extends CaseParts {
  readonly subscriptions: Subscriptions;
  readonly catalogue: Catalogue;
  readonly means: PaymentMethods;
  readonly simSwap?: SimSwap;
}

/** What the line is subscribed to, with a button that ends each; and what it may subscribe to. */
export const subscriptions = ({ subscriptions: held, catalogue, means: payments, simSwap, ...parts }: SubscriptionPorts) =>
  skill('subscriptions', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, money: true })
    .loads('mine', z.array(Held), async ({ mobile }) => (await held.of(mobile.msisdn)).map((each) => ({ ...each })))
    .loads('offers', z.array(Offer), async (told) => {
      const offers = (await catalogue.subscriptions(told.mobile.msisdn)).map(kept);
      return told.mine.length + offers.length > 0 ? offers : leave(nothingAtAll(told));
    })
    .asks('wish', whichWish, { from: 'words' })
    .loads('sale', z.literal('open'), async (told) => {
      const none = told.wish.does === 'buy' ? nothingOnSale(told) : undefined;
      return none ? leave(none) : 'open';
    })
    .loads('sim', Gate, async (told) => (told.wish.does === 'buy' ? openSim(simSwap)(told) : { gate: 'open' }))
    .asksIf('offer', ({ wish }) => wish.does === 'buy', whichOffer())
    .loads('there', z.literal('there'), async (told) => stillThere(told))
    .loads('means', z.array(StoredMeans), async ({ wish, mobile }) => (wish.does === 'buy' ? [...(await payments.of(mobile.msisdn))] : []))
    .asksIf('pay', ({ wish }) => wish.does === 'buy', whatPays)
    .confirms('agreed', {
      words: consentWords,
      yes: ({ t, wish }) => (wish.does === 'buy' ? t.yesBuy : t.yesCancel),
      no: ({ t, wish }) => (wish.does === 'buy' ? undefined : t.keep),
      stepUp: ({ wish, pay }) => wish.does === 'buy' && pay?.kind === 'wallet',
      edits: ({ t, wish }): Readonly<Record<string, string>> => (wish.does === 'buy' ? { offer: t.otherOne, pay: t.otherMeans } : {}),
    })
    .settles(settledWords)
    .does(async (asked) => {
      const { agreed, money, say, wish } = asked;
      const spent = await money.spend(agreed, orderOf(wantedOf(asked)));
      if (spent.status === 'limit') throw new TypeError('a subscription has no limit');
      const words = outcomeWords(spent, asked);
      if (spent.status === 'unknown') say(words);
      else money.tell(spent.operation, words);
      if (wish.does === 'denied') say(await openCase(parts, spent.operation, asked));
      return spent.status === 'done' ? undefined : leave();
    });
