import { formatMoney } from '../../../domain/money';
import type { Lending } from '../../../integrations/lending/port';
import type { AdvanceDetails } from '../../../domain/spending/details';
import type { SimSwap } from '../../../integrations/sim-swap/port';
import { leave, redo } from '../../engine/control';
import { Gate, openSim } from '../../engine/gate';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { whichOffer, whichWish } from './choose';
import { keptProfile, Offer, Profile, within } from './debts';
import { notHere, nothing, refusedLoan } from './refusals';
import { texts } from './texts';
import { chosen, consentWords, outcomeWords, settledWords } from './words';
import { z } from 'zod';

export { loanDebt } from './debt';
export { loanDenied } from './denied';
export { repayLoan } from './repay';

export interface LoanPorts {
  /** Absent where the operator lends nothing. */
  readonly lending?: Lending;
  readonly simSwap?: SimSwap;
}

/** An advance or a pack on credit: what it costs and when it is collected is said before the yes, and why not when there is none. */
export const loans = ({ lending, simSwap }: LoanPorts) =>
  skill('loans', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, money: true })
    .asks('wish', whichWish, { from: 'words' })
    .loads('profile', Profile, async (told) => {
      const profile = await lending?.profile(told.mobile.msisdn);
      if (profile === undefined) return leave(notHere(told));
      const kept = keptProfile(profile);
      return kept.refusal ? leave(refusedLoan(told, kept)) : kept;
    })
    .loads('sim', Gate, openSim(simSwap))
    .loads('offers', z.array(Offer), async (told) => {
      const offers = within((await lending?.offers(told.mobile.msisdn)) ?? [], told.profile);
      return offers.length > 0 ? offers : leave(nothing(told, told.profile));
    })
    .asks('offer', whichOffer, { from: 'amount' })
    .loads('there', z.literal('there'), async ({ offers, offer }) => (offers.some(({ id }) => id === offer) ? 'there' : redo('offer'))) // another list since
    .confirms('agreed', {
      words: consentWords,
      yes: (asked) => {
        const { kind, lent } = chosen(asked);
        return kind === 'pack' ? asked.t.yesPack : asked.t.yes({ amount: formatMoney(lent, asked.country) });
      },
      stepUp: () => true,
      edits: (asked) => ({ offer: chosen(asked).kind === 'pack' ? asked.t.otherPack : asked.t.other }),
    })
    .settles(settledWords)
    .does(async (asked) => {
      const { agreed, money, say } = asked;
      const { id, name, lent, fee } = chosen(asked);
      const details: AdvanceDetails = { offer: id, name, lent: lent.minor, fee: fee.minor };
      const spent = await money.spend(agreed, { kind: 'advance', amount: lent, details });
      if (spent.status === 'limit') return leave(nothing(asked, asked.profile));
      const words = outcomeWords(spent, asked);
      if (spent.status === 'unknown') say(words);
      else money.tell(spent.operation, words);
      return spent.status === 'done' ? undefined : leave();
    });
