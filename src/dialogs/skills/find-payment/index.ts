import { z } from 'zod';
import { spokenDay, spokenMoment } from '../../../domain/dates';
import type { Message } from '../../../domain/message';
import { formatMoney, readAmount } from '../../../domain/money';
import { lastFour } from '../../../domain/msisdn';
import type { Cases } from '../../../integrations/cases/port';
import type { Receipts } from '../../../integrations/receipts/port';
import { again } from '../../engine/control';
import type { Question, Reply } from '../../engine/question';
import { skill, type Known, type Mobile, type Tools } from '../../engine/skill';
import { readDay } from '../../engine/slots';
import { utterancesIn } from '../../engine/utterances';
import { obvious, Payment, search } from './search';
import { texts } from './texts';

const DAY_MS = 86_400_000;
/** How far back payments are looked for. */
const DAYS = 35;
/** By when a person answers, in ms. */
const ANSWER_MS = 24 * 3_600_000;

type Told = Known<typeof texts.es, { readonly mobile: Mobile; readonly payments: readonly Payment[] }>;
type Answered = Told & {
  readonly amount: number | null | undefined;
  readonly day: string | null | undefined;
  readonly reference: string | null | undefined;
};

const isOpen = ({ payments, now }: Told): boolean => obvious(payments, now) === undefined;
/** "No me acuerdo" is an answer too. */
const forgot = ({ choice, numbered, folded }: Reply): boolean =>
  choice === 'unknown' ||
  numbered === 'unknown' ||
  /\b(no (lo )?(se|recuerdo|tengo|me acuerdo)|i do not know|no idea|not sure|i dont know)\b/.test(folded);
const unknown = ({ t }: Told) => [{ id: 'unknown', label: t.forgot }];

const howMuch: Question<Told, number | null> = {
  ask: (told) => ({ text: told.t.askAmount, choices: unknown(told), expects: 'number' }),
  keeps: z.int().nullable(),
  read: (reply, { country }) => {
    const amount = readAmount(reply.text, country);
    if (amount !== undefined && amount !== 'ambiguous') return amount.minor;
    return forgot(reply) ? null : again();
  },
};

const whichDay: Question<Told, string | null> = {
  ask: (told) => ({
    text: told.t.askDay,
    choices: [{ id: 'today', label: told.t.today }, { id: 'yesterday', label: told.t.yesterday }, ...unknown(told)],
  }),
  keeps: z.string().nullable(),
  read: (reply, { now, country }) => {
    const picked = { today: 'hoy', yesterday: 'ayer' }[reply.choice ?? reply.numbered ?? ''] ?? reply.text;
    return readDay(picked, now, country) ?? (forgot(reply) ? null : again());
  },
};

const whichReference: Question<Told, string | null> = {
  ask: (told) => ({ text: told.t.askReference, choices: unknown(told) }),
  keeps: z.string().nullable(),
  read: (reply) => (forgot(reply) ? null : /\d{3}/.test(reply.text) ? reply.text.trim().slice(0, 40) : again()),
};

/** A top-up that did not arrive, a payment not seen, a double charge: found by amount, day and reference, and told as it is. */
export const findPayment = ({ receipts, cases }: { readonly receipts: Receipts; readonly cases: Cases }) =>
  skill('find-payment', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2 })
    .loads('payments', Payment.array(), async ({ mobile, now }) => [...(await receipts.of(mobile.msisdn, now - DAYS * DAY_MS))])
    .asksIf('amount', isOpen, howMuch, { from: 'amount' })
    .asksIf('day', isOpen, whichDay, { from: 'day' })
    .asksIf('reference', (told) => isOpen(told) && found(told) === undefined, whichReference, { from: 'reference' })
    .asksIf('double', ({ payments, now }) => obvious(payments, now)?.kind === 'double', doubtful)
    .does(async (told) => {
      const plain = obvious(told.payments, told.now);
      if (plain?.kind === 'held') return held(told, plain.payment, cases);
      if (plain?.kind === 'double') return told.double === true ? doubled(told, plain.first, plain.second, cases) : told.say(fine(told));
      const payment = found(told);
      if (payment === undefined) return missing(told, cases);
      return payment.state === 'received' ? held(told, payment, cases) : told.say(settled(told, payment));
    });

const doubtful: Question<Told, boolean> = {
  ask: (told) => {
    const two = obvious(told.payments, told.now);
    if (two?.kind !== 'double') return told.t.askAmount;
    const { t, country, language, now } = told;
    const [first, second] = [two.first, two.second].map(({ at }) => spokenMoment(at, now, country, language));
    const choices = [
      { id: 'yes', label: t.onlyOne },
      { id: 'no', label: t.both },
    ];
    return { text: t.double({ amount: formatMoney(two.first.amount, country), first: first ?? '', second: second ?? '' }), choices };
  },
  keeps: z.boolean(),
  read: ({ choice, numbered, folded }) => {
    const said = choice ?? numbered;
    if (said === 'yes' || /^(si|yes|solo una|solo queria una|only one|just one)\b/.test(folded)) return true;
    return said === 'no' || /^(no|las dos|ambas|both)\b/.test(folded) ? false : again();
  },
};

const found = (told: Told & Partial<Answered>): Payment | undefined =>
  search(told.payments, { minor: told.amount ?? undefined, day: told.day ?? undefined, reference: told.reference ?? undefined }, told.country);

type Telling = Told & Tools;

/** The money is here and not yet where it belongs: do not pay again, a person applies it. */
async function held(told: Telling, payment: Payment, cases: Cases): Promise<void> {
  const { t, say, country, language, now, mobile } = told;
  const values = {
    amount: formatMoney(payment.amount, country),
    when: spokenMoment(payment.at, now, country, language),
    reference: payment.reference,
  };
  const isKnown = payment.what === 'invoice' ? t.heldInvoice(values) : t.heldTopUp(values);
  const { reference } = await cases.open(`held:${payment.id}:${mobile.msisdn}`, {
    ...{ topic: 'find-payment', reason: 'refused', line: mobile.msisdn, promised: spokenMoment(now + ANSWER_MS, now, country, 'es') },
    summary: `Pagó ${values.amount} (${payment.place}) ${spokenMoment(payment.at, now, country, 'es')}, ref. ${payment.reference}; recibido y no aplicado a …${lastFour(mobile.msisdn)}`,
    facts: { pago: payment.reference, estado: 'recibido, no aplicado' },
  });
  say({ text: `${isKnown} ${t.doNotPay}` });
  say({
    text: t.asked({ reference, when: spokenMoment(now + ANSWER_MS, now, country, language) }),
    choices: [{ id: 'go:balances', label: t.balance }],
  });
}

async function doubled(told: Telling, first: Payment, second: Payment, cases: Cases): Promise<void> {
  const { t, say, country, language, now, mobile } = told;
  const amount = formatMoney(first.amount, country);
  const { reference } = await cases.open(`double:${second.id}:${mobile.msisdn}`, {
    ...{ topic: 'find-payment', reason: 'complaint', line: mobile.msisdn, promised: spokenMoment(now + ANSWER_MS, now, country, 'es') },
    summary: `Cobro doble: ${amount} dos veces (${first.reference} y ${second.reference}), ${spokenDay(second.at, now, country, 'es')}; dice que quería una`,
    facts: { primero: first.reference, segundo: second.reference },
  });
  say({ text: t.doubleCase({ amount, reference, when: spokenMoment(now + ANSWER_MS, now, country, language) }) });
}

const fine = ({ t }: Told): Message => ({ text: t.bothFine, choices: [{ id: 'go:balances', label: t.balance }] });

function settled(told: Told, { amount, at, state, reference }: Payment): Message {
  const { t, country, language, now } = told;
  const values = { amount: formatMoney(amount, country), when: spokenMoment(at, now, country, language), reference };
  const choices = [
    { id: 'go:balances', label: t.balance },
    { id: 'go:balance-use', label: t.whereItWent },
    { id: 'go:agent', label: t.notThat },
  ];
  return { text: state === 'applied' ? t.applied(values) : t.reversed(values), choices };
}

/** Nothing fits: what was looked for goes to a person, so that nobody asks it again. */
async function missing(told: Telling & Answered, cases: Cases): Promise<void> {
  const { t, say, country, language, now, mobile, id, amount, day, reference: paper } = told;
  const looked = [
    ...(typeof amount !== 'number' ? [] : [formatMoney({ minor: amount, currency: country.currency }, country)]),
    ...[day, paper].flatMap((each) => each ?? []),
  ];
  const { reference } = await cases.open(id('case'), {
    ...{ topic: 'find-payment', reason: 'not_found', line: mobile.msisdn, promised: spokenMoment(now + ANSWER_MS, now, country, 'es') },
    summary: `No aparece un pago: ${looked.join(', ') || 'sin datos'}, línea …${lastFour(mobile.msisdn)}`,
    facts: { buscado: looked.join(', '), periodo: `${DAYS} días`, resultado: 'sin coincidencias' },
  });
  say({ text: t.notFound({ reference, when: spokenMoment(now + ANSWER_MS, now, country, language) }) });
}
