import { z } from 'zod';
import type { Country } from '../../../domain/countries';
import { fold } from '../../../domain/fold';
import type { Choice } from '../../../domain/message';
import { compare, formatMoney, type Money } from '../../../domain/money';
import { showMsisdn } from '../../../domain/msisdn';
import type { Limit } from '../../../domain/spending';
import type { Catalogue, TopUpRules } from '../../../integrations/catalogue/port';
import type { Lending } from '../../../integrations/lending/port';
import type { Lines } from '../../../integrations/lines/port';
import type { Means, PaymentMethods } from '../../../integrations/payments/port';
import type { TopUpDetails } from '../../../domain/spending/details';
import type { SimSwap } from '../../../integrations/sim-swap/port';
import { amount, isAccepted, StoredMoney } from '../../engine/amounts';
import { handTo, isControl, leave, redo, type Control } from '../../engine/control';
import { closed, Gate, simGate } from '../../engine/gate';
import { payWith, StoredMeans } from '../../engine/means';
import { replyOf, type Question } from '../../engine/question';
import { skill } from '../../engine/skill';
import { saidIn } from '../../engine/slots';
import { isForSomebody } from '../../engine/somebody';
import { utterancesIn } from '../../engine/utterances';
import { Before, lastIn } from './before';
import { Kind, lastDigits, recipient, type Told } from './recipient';
import { texts } from './texts';
import { consentWords, OTHERS_AMOUNT, OTHERS_COUNT, outcomeWords, settledWords, whose, type Wish } from './words';

/** Top-ups of other people's lines that one line may pay for in a day; in money, as much as the largest top-up. */
const OTHERS_A_DAY = 4;

/** How it is told to the operator where an order was made. */
const CHANNEL = 'chat';

const Rules = z.object({
  ...{ amounts: z.array(StoredMoney), min: StoredMoney, max: StoredMoney, step: StoredMoney },
  validity: z.array(z.object({ from: StoredMoney, days: z.number() })),
  promotions: z.array(z.object({ from: StoredMoney, times: z.number().exactOptional(), words: z.string() })),
});
const Debt = z.object({ kept: StoredMoney, left: StoredMoney, stillOwed: StoredMoney }).nullable();

export interface TopUpPorts {
  readonly catalogue: Catalogue;
  readonly means: PaymentMethods;
  readonly lending?: Lending;
  readonly simSwap?: SimSwap;
  readonly lines: Lines;
}

/** Money onto the customer's own line or another one of this operator, by saved card, wallet or the gateway's page. */
export const topUp = ({ catalogue, means: payments, lending, simSwap, lines }: TopUpPorts) =>
  skill('top-up', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, money: true })
    .loads('by', z.literal('means'), async ({ said }) => (isWithPin(said.words ?? '') ? handTo('voucher', { line: said.line }) : 'means'))
    .loads('kind', Kind, async ({ mobile }) => (await lines.read(mobile.msisdn)).value?.plan.kind ?? 'prepaid')
    .loads('rules', Rules, async ({ mobile, t }) => {
      const rules = await catalogue.topUps(mobile.msisdn);
      return rules === undefined ? leave({ text: t.nothingHere, choices: [{ id: 'go:balances', label: t.balance }] }) : listed(rules);
    })
    .loads('sim', Gate, simGate(simSwap))
    .loads('means', z.array(StoredMeans), async (known) => {
      const { mobile, sim, t } = known;
      const all = await payments.of(mobile.msisdn);
      const means = all.filter(
        ({ kind, barred }) => barred === undefined && (kind === 'page' || (sim.gate === 'open' && (kind === 'card' || kind === 'wallet'))),
      );
      if (means.length > 0) return named(means, t).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
      return leave(sim.gate === 'open' ? { text: t.noMeans, choices: [voucher(t.pin)], shields: 'digits' } : closed(sim, known));
    })
    .loads('before', Before, async ({ said, money, now }) => lastIn(said.words, money, now))
    .asks('to', recipient(lines), { from: 'line' })
    .asks('amount', howMuch(lines), { from: 'amount' })
    .asks('pay', howPaid)
    .loads('fits', z.literal('fits'), async ({ means, amount: wanted, pay }) =>
      enough(means, wanted).some(({ id }) => id === pay.id) ? 'fits' : redo('pay'),
    )
    .asksIf('last4', ({ to, mobile }) => !mobile.lines.includes(to), lastDigits)
    .loads('sure', z.literal('sure'), async ({ last4, to }) => (last4 === undefined || last4 === to ? 'sure' : redo('last4'))) // another line since
    .loads('debt', Debt, async ({ mobile, to, amount: wanted }) => (to === mobile.msisdn ? ((await lending?.recovery(to, wanted)) ?? null) : null))
    .confirms('agreed', {
      words: consentWords,
      yes: ({ t }) => t.yes,
      passes: ({ folded }) => OTHER_WISH.test(folded),
      stepUp: ({ to, mobile, pay }) => pay.kind === 'wallet' || (to !== mobile.msisdn && pay.kind !== 'page'),
      edits: ({ t, pay }) => ({ pay: pay.kind === 'card' ? t.otherCard : t.otherMeans, amount: t.changeAmount }),
    })
    .settles(settledWords)
    .does(async (wish) => {
      const { agreed, to, pay, money, mobile, say, rules } = wish;
      const others: Limit[] = [
        { name: OTHERS_COUNT, count: OTHERS_A_DAY },
        { name: OTHERS_AMOUNT, minor: rules.max.minor },
      ];
      const details: TopUpDetails = { to, means: pay, channel: CHANNEL };
      const spent = await money.spend(agreed, { kind: 'top-up', amount: wish.amount, details, limits: to === mobile.msisdn ? [] : others });
      const words = outcomeWords(spent, wish);
      if (spent.status === 'limit' || spent.status === 'unknown') say(words);
      else money.tell(spent.operation, words);
      return spent.status === 'done' ? undefined : leave();
    });

const ORDER: readonly Means['kind'][] = ['card', 'wallet', 'page'];
/** The page takes any card: beside a saved one it is another one. */
function named(means: readonly Means[], t: Told['t']): Means[] {
  const page = means.some(({ kind }) => kind === 'card') ? t.otherCard : t.newCard;
  return means.map((each) => (each.kind === 'page' ? { ...each, name: page } : each));
}
/** "Recargar con un PIN", "una tarjeta raspable": what it is worth is not asked. A wallet has a PIN too. */
const isWithPin = (text: string): boolean => WITH_PIN.test(fold(text)) && !/\b(?:billetera|wallet)\b/.test(fold(text));
const WITH_PIN = /\b(?:pin|pines|raspables?|raspaditas?|scratch|voucher)\b|\b(?:tarjetas? de (?:recarga|saldo)|top ?up card)\b/;

/** "Comprar paquete de 20" at a top-up of 20 is another wish, not another amount. */
const OTHER_WISH = /\b(?:paquetes?|packs?|bolsas?|megas|gigas|adelantos?|prestame|prestamo|advance|loan|suscrip\w*|subscri\w*|facturas?|bill)\b/;

/** The same line, by the PIN of a scratch card instead. */
const byPin = (to: string, country: Country): Control => handTo('voucher', { line: showMsisdn(to, country) });
const voucher = (label: string): Choice => ({ id: 'go:voucher', label });
const enough = (means: readonly Means[], wanted: Money): Means[] =>
  means.filter(({ available }) => available === undefined || compare(available, wanted) >= 0);

/** What it is paid with; a card, else the wallet, goes without saying. */
const howPaid = payWith<Told & Pick<Wish, 'amount' | 'to'> & { readonly means: readonly Means[]; readonly sim: Gate }>({
  whyNot: ({ t, sim }) => (sim.gate === 'open' ? undefined : t.simMeans),
  ask: ({ t, amount: wanted, means, country }) =>
    enough(means, wanted).length > 0 ? t.payWith : t.noMeansFor({ amount: formatMoney(wanted, country) }),
  from: ({ means, amount: wanted }) => enough(means, wanted),
  more: ({ t, to, country }) => [
    { id: 'pin', label: t.pin, does: byPin(to, country) },
    { id: 'amount', label: t.changeAmount, does: redo('amount') },
  ],
});

/** How much. Whoever names a line here, alone or with the amount, means that one. */
function howMuch(lines: Lines): Question<Told & Pick<Wish, 'rules' | 'to'>, Money> {
  const to = recipient(lines);
  const asked = amount<Told & Pick<Wish, 'rules' | 'to'>>({
    ask: (known) => known.t.howMuch({ who: whose(known) }),
    rules: ({ rules }) => rules,
    more: ({ t }) => [{ id: 'line', label: t.otherLine }],
  });
  return {
    ...asked,
    assumes: ({ before, rules }) => (before?.amount && isAccepted(before.amount, rules) ? before.amount : undefined),
    read: async (reply, known) => {
      if (reply.choice === 'line') return redo('to');
      if (reply.choice === undefined && isWithPin(reply.text)) return byPin(known.to, known.country);
      const { line, amount: piece } = reply.choice === undefined ? saidIn(reply.text, known.country) : {};
      if (line === undefined && reply.choice === undefined && known.to === known.mobile.msisdn && isForSomebody(reply.text)) return redo('to');
      if (line === undefined) return asked.read(reply, known);
      const named = await to.read(replyOf({ text: line, files: [] }, { text: '' }), known);
      if (isControl(named)) return named;
      const read = piece === undefined ? undefined : await asked.read(replyOf({ text: piece, files: [] }, { text: '' }), known);
      return { control: 'amend', name: 'to', value: named, ...(read !== undefined && !isControl(read) && { also: { amount: read } }) };
    },
  };
}

const listed = ({ amounts, validity, promotions, ...rules }: TopUpRules) => ({
  ...{ ...rules, amounts: [...amounts], validity: [...validity], promotions: [...promotions] },
});
