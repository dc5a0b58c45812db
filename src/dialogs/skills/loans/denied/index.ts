import { caseName } from '../../../../domain/cases/name';
import { promiseFor } from '../../../../domain/cases/hours';
import { datedMoment, spokenDay, spokenMoment } from '../../../../domain/dates';
import { formatMoney, type Money } from '../../../../domain/money';
import { lastFour, showMsisdn } from '../../../../domain/msisdn';
import type { Operation } from '../../../../domain/spending';
import { textsFor } from '../../../../domain/texts';
import type { CaseParts } from '../../../../integrations/cases/port';
import type { Lending } from '../../../../integrations/lending/port';
import { leave } from '../../../engine/control';
import { skill, type Known, type Mobile } from '../../../engine/skill';
import { utterancesIn } from '../../../engine/utterances';
import { keptProfile, owing, Profile } from '../debts';
import { notHere } from '../refusals';
import { texts as loanTexts } from '../texts';
import { texts } from './texts';

/** How many operations back the one is looked for in which it was taken. */
const BACK = 100;
/** Between the order here and the loan as the operator dates it, in ms. */
const APART_MS = 10 * 60_000;

type Told = Known<typeof texts.es, { readonly mobile: Mobile; readonly profile: Profile }>;
type Debt = Profile['debts'][number];

/** "Yo no pedí ese adelanto": when it was taken and what was agreed to, and a case for a person. Nothing is sold here. */
export const loanDenied = ({ lending, cases, hours }: CaseParts & { readonly lending?: Lending }) =>
  skill('loan-denied', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2 })
    .loads('profile', Profile, async (told) => {
      const profile = await lending?.profile(told.mobile.msisdn);
      return profile === undefined ? leave(notHere({ ...told, t: textsFor(loanTexts, told.language, told.form) })) : keptProfile(profile);
    })
    .does(async (told) => {
      const { t, say, money, mobile, profile, country, now, language } = told;
      const debt = profile.debts.toSorted((a, b) => b.takenAt - a.takenAt)[0];
      if (!debt) {
        const text = t.none({ line: showMsisdn(mobile.msisdn, country) });
        return say({ text, choices: [{ id: 'go:balance-use', label: t.whereItWent }, { id: 'go:agent', label: t.person }] }); // prettier-ignore
      }
      const taken = takenIn(await money.operations(BACK), debt);
      const until = promiseFor('normal', now, hours, country);
      const opened = await cases.open(`loan-denied:${mobile.msisdn}:${debt.id}`, caseOf(told, debt, taken, until));
      say({ text: found(told, debt, taken) });
      const owed = formatMoney(owing(profile, now).owed, country);
      const when = spokenMoment(until, now, country, language);
      say({ text: t.opened({ reference: caseName(opened), owed, when }), choices: [{ id: 'go:agent', label: t.person }] });
    });

/** The order by which the loan was taken in a chat of ours; undefined when it was not. */
const takenIn = (operations: readonly Operation[], { lent, takenAt }: Debt): Operation | undefined =>
  operations.find(
    ({ kind, state, amount, at }) => kind === 'advance' && state === 'done' && amount.minor === lent.minor && Math.abs(at - takenAt) <= APART_MS,
  );

function found({ t, country, now, language }: Told, { lent, takenAt }: Debt, taken: Operation | undefined): string {
  const shown = formatMoney(lent, country);
  if (!taken) return t.elsewhere({ lent: shown, when: spokenDay(takenAt, now, country, language) });
  const { evidence, reference } = taken;
  return t.taken({ lent: shown, when: spokenMoment(evidence.agreedAt, now, country, language), reference, words: evidence.words });
}

/** Agents read Spanish, whatever the customer does. */
function caseOf({ mobile, country }: Told, { lent, owed, takenAt }: Debt, taken: Operation | undefined, promisedBy: number) {
  const shown = (each: Money): string => formatMoney(each, country);
  const when = datedMoment(taken?.evidence.agreedAt ?? takenAt, country);
  return {
    ...{ topic: 'loans', reason: 'complaint', line: mobile.msisdn, promised: `Respuesta antes del ${datedMoment(promisedBy, country)}`, promisedBy },
    summary: `Dice que no pidió el adelanto de ${shown(lent)} (${when}); debe ${shown(owed)}, línea …${lastFour(mobile.msisdn)}`,
    facts: {
      adelanto: `${shown(lent)}, ${when}`,
      consentimiento: taken ? `${taken.reference}: "${taken.evidence.words}" (versión ${taken.evidence.release})` : 'no por este chat',
    },
  };
}
