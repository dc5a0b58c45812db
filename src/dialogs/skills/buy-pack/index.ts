import { z } from 'zod';
import type { Catalogue, Pack } from '../../../integrations/catalogue/port';
import type { Lending } from '../../../integrations/lending/port';
import type { PaymentMethods } from '../../../integrations/payments/port';
import type { PackDetails } from '../../../domain/spending/details';
import type { SimSwap } from '../../../integrations/sim-swap/port';
import { StoredMoney } from '../../engine/amounts';
import { leave, redo, type Control } from '../../engine/control';
import { Gate, openSim } from '../../engine/gate';
import { StoredMeans } from '../../engine/means';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { KINDS } from './choose';
import { barredWords, whatKind, whichPack } from './lists';
import { forPacks, paidFrom, stillFits, Ways, waysOf } from './paying';
import { texts } from './texts';
import { consentWords, outcomeWords, settledWords } from './words';

/** How it is told to the operator where an order was made. */
const CHANNEL = 'chat';

const StoredPack = z.object({
  ...{ id: z.string(), name: z.string(), kind: z.enum(KINDS), price: StoredMoney, days: z.number() },
  ...{ data: z.number().exactOptional(), voice: z.number().exactOptional(), sms: z.number().exactOptional() },
  ...{ content: z.string(), limits: z.string().exactOptional(), personal: z.string().exactOptional() },
  barred: z.enum(['sold-out', 'roaming-off', 'minor', 'not-for-this-line']).exactOptional(),
});

export interface BuyPackPorts {
  readonly catalogue: Catalogue;
  readonly means: PaymentMethods;
  readonly lending?: Lending;
  readonly simSwap?: SimSwap;
}

/** A pack of data, minutes or messages, paid from the balance, the bill or the wallet. */
export const buyPack = ({ catalogue, means: payments, lending, simSwap }: BuyPackPorts) =>
  skill('buy-pack', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, money: true })
    .loads('sim', Gate, openSim(simSwap))
    .loads('packs', z.array(StoredPack), async ({ mobile, t }) => {
      const packs = await catalogue.packs(mobile.msisdn);
      return packs.length > 0 ? [...packs] : leave({ text: t.nothing, choices: [{ id: 'go:balances', label: t.balance }] });
    })
    .loads('means', z.array(StoredMeans), async ({ mobile }) => forPacks(await payments.of(mobile.msisdn)))
    .asks('wish', whatKind)
    .asks('pack', whichPack)
    .loads('picked', StoredPack, async ({ packs, pack, t }) => stillOnSale(packs, pack.id, t))
    .loads('ways', Ways.nullable(), async (known) => waysOf(known, { catalogue, lending }))
    .asks('pay', paidFrom)
    .loads('fits', z.literal('fits'), stillFits)
    .confirms('agreed', {
      words: consentWords,
      yes: ({ t }) => t.yes,
      stepUp: ({ pay }) => pay.kind === 'wallet',
      edits: ({ t, means, picked, pay }) => ({
        pack: t.others,
        ...(means.some(({ id, available }) => id !== pay.id && (available?.minor ?? 0) >= picked.price.minor) && { pay: t.otherMeans }),
      }),
    })
    .settles(settledWords)
    .does(async (buying) => {
      const { agreed, picked, pay, mobile, money, say, t } = buying;
      const details: PackDetails = {
        to: mobile.msisdn,
        offer: picked.id,
        name: picked.name,
        price: picked.price.minor,
        means: pay,
        channel: CHANNEL,
      };
      const spent = await money.spend(agreed, { kind: 'pack', amount: picked.price, details });
      if (spent.status === 'refused' && spent.outcome.status === 'refused' && spent.outcome.reason === 'price-changed') {
        money.tell(spent.operation, { text: t.oldPrice });
        return { control: 'reread' };
      }
      const words = outcomeWords(spent, buying);
      if (spent.status === 'done' || spent.status === 'refused') money.tell(spent.operation, words);
      else say(words);
      return spent.status === 'done' ? undefined : leave();
    });

/** The pack as it is sold now; another one is chosen where it no longer is. */
function stillOnSale(
  packs: readonly z.infer<typeof StoredPack>[],
  id: string,
  t: Parameters<typeof barredWords>[1],
): z.infer<typeof StoredPack> | Control {
  const pack = packs.find((each) => each.id === id);
  if (!pack) return redo('pack', t.gone);
  return pack.barred === undefined ? pack : redo('pack', barredWords(pack satisfies Pack, t));
}
