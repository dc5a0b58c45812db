import { spokenDay } from '../../../domain/dates';
import type { Choice, Message } from '../../../domain/message';
import { formatMoney } from '../../../domain/money';
import { closed } from '../../engine/gate';
import type { Known } from '../../engine/skill';
import { owing, type Profile } from './debts';
import { wayOut } from './terms';
import type { texts } from './texts';

type Told = Known<typeof texts.es, object>;
type Because = (told: Told, profile: Profile) => Message;

/** Where nothing is lent at all. */
export const notHere = ({ t }: Told): Message => ({ text: t.notHere, choices: [to('top-up', t.topUp), to('balances', t.balance)] });

/** Why nothing can be lent now: what is missing, until when, and what can be done instead. */
export const refusedLoan = (told: Told, profile: Profile): Message => (profile.refusal ? WHY[profile.refusal.reason] : nothing)(told, profile);

/** Nothing is within the limit, though nothing was refused. */
export const nothing: Because = ({ t }) => ({ text: t.nothingNow, choices: [to('top-up', t.topUp), to('buy-pack', t.pack)] });

const to = (skill: string, label: string): Choice => ({ id: `go:${skill}`, label });

const debtOpen: Because = (told, profile) => {
  const { t, country, now, language } = told;
  const { owed, since } = owing(profile, now);
  const day = spokenDay(since, now, country, language);
  const text = t.debtOpen({ owed: formatMoney(owed, country), day, more: wayOut(told, profile.recovery, owed) });
  return { text, choices: [to('top-up', t.topUp), to('repay-loan', t.payDebt), to('loan-denied', t.notMe)] };
};

const WHY: Readonly<Record<NonNullable<Profile['refusal']>['reason'], Because>> = {
  'debt-open': debtOpen,
  'line-young': ({ t, now, country, language }, { refusal }) => ({
    text: refusal?.from === undefined ? t.lineYoungSoon : t.lineYoung({ from: spokenDay(refusal.from, now, country, language) }),
    choices: [to('top-up', t.topUp), to('balances', t.balance)],
  }),
  'few-top-ups': ({ t }, { refusal }) => ({
    text: t.fewTopUps({ missing: refusal?.missingTopUps ?? 1 }),
    choices: [to('top-up', t.topUp), to('balances', t.balance)],
  }),
  'balance-enough': ({ t }) => ({ text: t.balanceEnough, choices: [to('buy-pack', t.pack), to('balances', t.balance)] }),
  'sim-changed': (told, { refusal }) => closed(refusal?.from === undefined ? { gate: 'unknown' } : { gate: 'changed', until: refusal.from }, told),
  postpaid: ({ t }) => ({ text: t.postpaid, choices: [to('buy-pack', t.pack), to('plan', t.seePlan)] }),
  minor: ({ t }) => ({ text: t.minor, choices: [to('balances', t.balance)] }),
  'limit-used': ({ t, country }, { limit, debts }) => ({
    text: t.limitUsed({ limit: formatMoney(limit, country) }),
    choices: [...(debts.length > 0 ? [to('repay-loan', t.payDebt)] : []), to('top-up', t.topUp)],
  }),
  down: ({ t }) => ({ text: t.down, choices: [to('loans', t.tryAgain), to('top-up', t.topUp)] }),
};
