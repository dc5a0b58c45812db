import { spokenDay } from '../../../../domain/dates';
import type { Card, Message } from '../../../../domain/message';
import { formatMoney, type Money } from '../../../../domain/money';
import { lastFour, maskMsisdn, showMsisdn } from '../../../../domain/msisdn';
import { textsFor } from '../../../../domain/texts';
import type { Lending } from '../../../../integrations/lending/port';
import { leave } from '../../../engine/control';
import { skill, type Known, type Mobile } from '../../../engine/skill';
import { utterancesIn } from '../../../engine/utterances';
import { keptProfile, owing, Profile } from '../debts';
import { notHere } from '../refusals';
import { wayOut } from '../terms';
import { texts as loanTexts } from '../texts';
import { texts } from './texts';

type Told = Known<typeof texts.es, { readonly mobile: Mobile; readonly profile: Profile }>;

/** What is owed of advances and how it is collected, the limit, and what is left of it. */
export const loanDebt = ({ lending }: { readonly lending?: Lending }) =>
  skill('loan-debt', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2 })
    .loads('profile', Profile, async (told) => {
      const profile = await lending?.profile(told.mobile.msisdn);
      return profile === undefined ? leave(notHere({ ...told, t: textsFor(loanTexts, told.language, told.form) })) : keptProfile(profile);
    })
    .does(async (told) => told.say(answer(told)));

function answer(told: Told): Message {
  const { t, country, language, form, now, mobile, profile } = told;
  const loan = textsFor(loanTexts, language, form);
  const shown = (each: Money): string => formatMoney(each, country);
  const { owed, since } = owing(profile, now);
  const line = showMsisdn(mobile.msisdn, country);
  const limit = t.limit({ limit: shown(profile.limit), available: shown(profile.available) });
  const isOwing = owed.minor > 0;
  const day = (at: number): string => spokenDay(at, now, country, language);
  const each = profile.debts.map((debt) => t.one({ lent: shown(debt.lent), fee: shown(debt.fee), owed: shown(debt.owed), day: day(debt.takenAt) }));
  const ways = [
    { id: 'go:repay-loan', label: loan.payDebt },
    { id: 'go:loan-denied', label: loan.notMe },
  ];
  return {
    text: isOwing
      ? [t.owes({ line, owed: shown(owed), day: day(since) }), ...each, wayOut({ t: loan, country }, profile.recovery, owed), limit].join(' ')
      : [t.nothing({ line }), limit].join(' '),
    cards: [card(told, owed)],
    choices: isOwing ? ways : profile.available.minor > 0 && !profile.refusal ? [{ id: 'go:loans', label: loan.wantAdvance }] : [],
  };
}

function card({ t, country, mobile: { msisdn }, profile: { limit, available } }: Told, owed: Money): Card {
  const shown = (each: Money): string => formatMoney(each, country);
  return {
    speak: t.speak({ last: lastFour(msisdn), owed: shown(owed) }),
    head: { icon: 'wallet', title: t.card },
    line: maskMsisdn(msisdn),
    facts: [
      { name: t.owed, value: shown(owed) },
      { name: t.limitName, value: shown(limit) },
      { name: t.left, value: shown(available) },
    ],
  };
}
