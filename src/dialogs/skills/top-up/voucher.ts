import { z } from 'zod';
import { spokenMoment, theHour } from '../../../domain/dates';
import type { Message } from '../../../domain/message';
import { add, formatMoney, money as moneyOf, type Money } from '../../../domain/money';
import { lastFour, showMsisdn } from '../../../domain/msisdn';
import type { Operation, Spent } from '../../../domain/spending';
import { textsFor } from '../../../domain/texts';
import type { Lending, LendingProfile } from '../../../integrations/lending/port';
import type { Lines } from '../../../integrations/lines/port';
import type { VoucherDetails } from '../../../domain/spending/details';
import { StoredMoney } from '../../engine/amounts';
import { again, leave, type Control } from '../../engine/control';
import { declined } from '../../engine/declined';
import { moneyTexts } from '../../engine/money-texts';
import type { Question } from '../../engine/question';
import { celebrated, factsOf, receipt } from '../../engine/receipt';
import { skill, type Known, type Mobile } from '../../engine/skill';
import type { MoneyView } from '../../engine/spend';
import { utterancesIn } from '../../engine/utterances';
import { Kind, recipient, type Told as Recipient } from './recipient';
import { texts } from './texts';
import { voucherTexts } from './voucher-texts';

/** Shortest and longest PIN of a scratch card, in digits. */
const PIN_DIGITS = { min: 10, max: 16 };

/** So many PINs of a line may be wrong within a day: people mistype, and who goes on guesses. */
const WRONG = 5;
const DAY_MS = 24 * 3_600_000;
/** Orders of the line among which they are looked for. */
const LATELY = 30;

type Told = Known<typeof voucherTexts.es, { readonly mobile: Mobile; readonly to: string; readonly owed: Money | null }>;

/** A scratch card: its PIN is asked for last, and kept nowhere. What it is worth is known only afterwards. */
export const voucher = ({ lines, lending }: { readonly lines: Lines; readonly lending?: Lending }) =>
  skill('voucher', voucherTexts)
    .hears(utterancesIn(`${__dirname}/voucher`))
    .needs('mobile', { level: 2, money: true })
    .loads('wrong', z.number(), wrongPins)
    .loads('kind', Kind, async ({ mobile }) => (await lines.read(mobile.msisdn)).value?.plan.kind ?? 'prepaid')
    .asks('to', inTopUpWords(recipient(lines)), { from: 'line' })
    .loads('owed', StoredMoney.nullable(), async ({ mobile, to }) => (to === mobile.msisdn ? owedOf(await lending?.profile(to)) : null))
    .confirms('agreed', {
      words: consentWords,
      yes: ({ t }) => t.yes,
      edits: ({ t }) => ({ to: t.otherLine }),
      notYet: ({ t }, { text }) => (isPin(digitsOf(text)) ? t.pinLater : undefined),
    })
    .asksSecret('pin', {
      ask: ({ t, wrong, to, country }) => ({ text: wrong > 0 ? t.pinAgain({ line: showMsisdn(to, country) }) : t.pin, expects: 'secret' }),
      keeps: z.string(),
      read: (reply, known) => {
        const digits = digitsOf(reply.text);
        if (digits.length === 0) return declined(reply, known) ?? again();
        return isPin(digits) ? digits : again({ text: known.t.pinLength, expects: 'secret' });
      },
    })
    .settles(({ t, country, language }, { reference, details, line, settledAt, at, outcome, amount }, what) => {
      const last = lastFour(z.object({ to: z.string() }).safeParse(details).data?.to ?? line);
      if (what === 'stuck') return { text: t.stuck({ reference, last }), choices: [{ id: 'go:operations', label: t.seeOperations }] };
      if (what === 'refused') return { text: t.settledNot({ last }), choices: [{ id: 'go:voucher', label: t.button }], shields: 'digits' };
      const worth = factsOf(outcome).amount;
      const shown = worth === undefined ? '' : t.of({ amount: formatMoney(moneyOf(worth, amount.currency), country) });
      return { text: t.settledDone({ worth: shown, last, when: theHour(settledAt ?? at, country, language), reference }) };
    })
    .does(async (told) => {
      const { agreed, pin, to, money, say, country, id, now } = told;
      const details: VoucherDetails = { to, channel: 'chat' };
      const spent = await money.spend(agreed, { kind: 'voucher', amount: moneyOf(0, country.currency), details, secret: pin });
      const words: Message = { ...outcomeWords(spent, told), shields: 'digits' }; // who has one card may have another
      if (spent.status === 'done' || spent.status === 'refused') money.tell(spent.operation, words);
      else say(words);
      if (isWrongPin(spent)) return { control: 'amend', name: 'agreed', value: { ...agreed, order: id('order pin'), shownAt: now } };
      return spent.status === 'done' ? undefined : leave();
    });

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
const isPin = ({ length }: string): boolean => length >= PIN_DIGITS.min && length <= PIN_DIGITS.max;

/** Nothing moved, and it is only the PIN: the same is asked for again, for an order of its own, so that whoever mistyped types, and nothing else. */
const isWrongPin = (spent: Spent): boolean =>
  spent.status === 'refused' && spent.operation.outcome?.status === 'refused' && spent.operation.outcome.reason.startsWith('voucher-');

/** How many PINs were wrong of late, if another may still be tried; the order of this very turn, should it run again, is none of the others. */
async function wrongPins({
  money,
  now,
  t,
  country,
  language,
}: Known<typeof voucherTexts.es, { readonly money: MoneyView }>): Promise<number | Control> {
  const wrong = (await money.operations(LATELY)).filter(
    ({ kind, outcome, at, order }) =>
      kind === 'voucher' && outcome?.status === 'refused' && outcome.reason.startsWith('voucher-') && now - at < DAY_MS && order !== money.proposed,
  );
  const first = wrong[WRONG - 1]; // newest first: once this one is a day old, there are fewer
  if (first === undefined) return wrong.length;
  const when = spokenMoment(first.at + DAY_MS, now, country, language);
  return leave({ text: t.guessed({ count: WRONG, when }), choices: [{ id: 'go:agent', label: t.person }, { id: 'go:top-up', label: t.otherWay }] }); // prettier-ignore
}

/** What open advances will take first; how much of the card that is, nobody knows before it is scratched. */
function owedOf(profile: LendingProfile | undefined): Money | null {
  const [first, ...more] = (profile?.debts ?? []).map(({ owed }) => owed);
  return first === undefined ? null : more.reduce(add, first);
}

function consentWords({ t, to, owed, country }: Told): Message {
  const debt = owed === null ? [] : [t.debt({ owed: formatMoney(owed, country) })];
  return { text: [t.consent({ line: showMsisdn(to, country) }), ...debt, t.goOn].join(' '), shields: 'digits' };
}

function outcomeWords(spent: Spent, told: Told): Message {
  const { t, country, language, form } = told;
  if (spent.status === 'limit') return { text: t.limit };
  const { reference, outcome } = spent.operation;
  if (spent.status === 'unknown')
    return {
      text: t.unknown({ when: theHour(spent.until, country, language), reference }),
      choices: [{ id: 'go:operations', label: t.seeOperations }],
    };
  if (spent.status === 'refused') {
    const reason = outcome?.status === 'refused' ? outcome.reason : '';
    const text = t.refused({ why: textsFor(moneyTexts, language, form).refused({ reason }) });
    return isWrongPin(spent) ? { text } : { text, choices: [{ id: 'go:voucher', label: t.another }, { id: 'go:agent', label: t.person }] }; // prettier-ignore
  }
  return doneWords(spent.operation, told);
}

function doneWords(operation: Operation, told: Told): Message {
  const { t, to, country, mobile } = told;
  const { reference, amount, outcome } = operation;
  const line = showMsisdn(to, country);
  const { amount: worth, balanceAfter: balance, kept = 0 } = factsOf(outcome);
  const shown = (minor: number): string => formatMoney(moneyOf(minor, amount.currency), country);
  const own = to === mobile.msisdn;
  const text = [
    worth === undefined ? t.done({ line }) : t.doneWorth({ line, amount: shown(worth) }),
    ...(own && kept > 0 ? [t.doneKept({ kept: shown(kept) })] : []),
    ...(own && balance !== undefined ? [t.doneBalance({ balance: shown(balance) })] : []),
    t.reference({ reference }),
  ].join(' ');
  const paid = worth === undefined ? operation : { ...operation, amount: moneyOf(worth, amount.currency) };
  return {
    text: celebrated(text),
    cards: [receipt(paid, t.receipt, to, told)],
    choices: [
      { id: 'go:buy-pack', label: t.packs },
      { id: 'go:operations', label: t.seeReceipt },
    ],
  };
}

/** The question for a line is the top-up's, with its words. */
function inTopUpWords(question: Question<Recipient, string>): Question<Omit<Recipient, 't'>, string> {
  const also = (known: Omit<Recipient, 't'>): Recipient => ({ ...known, t: textsFor(texts, known.language, known.form) });
  return {
    keeps: question.keeps,
    ask: (known) => question.ask(also(known)),
    rephrase: (known, misses) => question.rephrase?.(also(known), misses) ?? question.ask(also(known)),
    assumes: (known) => question.assumes?.(also(known)),
    read: (reply, known) => question.read(reply, also(known)),
  };
}
