import { z } from 'zod';
import { formatMoney, subtract, type Money } from '../../../../domain/money';
import { showMsisdn } from '../../../../domain/msisdn';
import { textsFor } from '../../../../domain/texts';
import type { Lending } from '../../../../integrations/lending/port';
import type { RepayDetails } from '../../../../domain/spending/details';
import type { Means, PaymentMethods } from '../../../../integrations/payments/port';
import type { SimSwap } from '../../../../integrations/sim-swap/port';
import { StoredMoney } from '../../../engine/amounts';
import { leave, type Control } from '../../../engine/control';
import { Gate, openSim } from '../../../engine/gate';
import { payWith, StoredMeans } from '../../../engine/means';
import { skill, type Known, type Mobile } from '../../../engine/skill';
import { utterancesIn } from '../../../engine/utterances';
import { keptProfile, owing, Profile } from '../debts';
import { notHere } from '../refusals';
import { wayOut } from '../terms';
import { texts as loanTexts } from '../texts';
import { texts } from './texts';
import { consentWords, outcomeWords, settledWords } from './words';

export interface RepayPorts {
  readonly lending?: Lending;
  readonly means: PaymentMethods;
  readonly simSwap?: SimSwap;
}
type Owing = Known<typeof texts.es, { readonly mobile: Mobile; readonly profile: Profile; readonly owed: Money }>;

/** Pays all that is owed of advances before it is collected, from the balance or the wallet. */
export const repayLoan = ({ lending, means: payments, simSwap }: RepayPorts) =>
  skill('repay-loan', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, money: true })
    .loads('profile', Profile, async (told) => {
      const profile = await lending?.profile(told.mobile.msisdn);
      return profile === undefined ? leave(notHere({ ...told, t: textsFor(loanTexts, told.language, told.form) })) : keptProfile(profile);
    })
    .loads('owed', StoredMoney, async ({ profile, now, t, mobile, country }) => {
      const { owed } = owing(profile, now);
      const text = t.nothingOwed({ line: showMsisdn(mobile.msisdn, country) });
      return owed.minor > 0 ? owed : leave({ text, choices: [{ id: 'go:balances', label: t.balance }] });
    })
    .loads('sim', Gate, openSim(simSwap))
    .loads('means', z.array(StoredMeans), async (told) => enough(await payments.of(told.mobile.msisdn), told))
    .asks('pay', payWith({ ask: ({ t }) => t.payWith, from: ({ means }) => means }))
    .confirms('agreed', {
      words: consentWords,
      yes: ({ t, owed, country }) => t.yes({ amount: formatMoney(owed, country) }),
      stepUp: () => true,
      edits: ({ t, means }): Readonly<Record<string, string>> => (means.length > 1 ? { pay: t.otherMeans } : {}),
    })
    .settles(settledWords)
    .does(async (paying) => {
      const { agreed, money, say, owed, pay } = paying;
      const details: RepayDetails = { means: pay.kind === 'wallet' ? 'wallet' : 'balance' };
      const spent = await money.spend(agreed, { kind: 'repay', amount: owed, details });
      if (spent.status === 'limit') throw new TypeError('a payment of a debt has no limit');
      const words = outcomeWords(spent, paying);
      if (spent.status === 'unknown') say(words);
      else money.tell(spent.operation, words);
      return spent.status === 'done' ? undefined : leave();
    });

/** What can pay all of it, the balance first; else what is missing, and how the debt gets paid by a top-up. */
function enough(all: readonly Means[], told: Owing): Means[] | Control {
  const { t, owed, country, profile, language, form } = told;
  const usable = all.filter(({ kind, barred }) => barred === undefined && (kind === 'balance' || kind === 'wallet'));
  const can = usable.filter(({ available }) => available === undefined || available.minor >= owed.minor);
  if (can.length > 0) return can.toSorted((a, b) => a.kind.localeCompare(b.kind));
  const available = usable.find(({ kind }) => kind === 'balance')?.available;
  const more = wayOut({ t: textsFor(loanTexts, language, form), country }, profile.recovery, owed);
  const shown = formatMoney(owed, country);
  const missing = available && formatMoney(subtract(owed, available), country);
  return leave({
    text: missing === undefined ? t.noMeans({ owed: shown, more }) : t.notEnough({ owed: shown, missing, more }),
    choices: [{ id: 'go:top-up', label: t.topUp }, { id: 'go:balances', label: t.balance }], // prettier-ignore
  });
}
