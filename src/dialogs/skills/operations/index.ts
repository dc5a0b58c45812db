import { z } from 'zod';
import { capital, spokenMoment } from '../../../domain/dates';
import type { Card, Message } from '../../../domain/message';
import { formatMoney } from '../../../domain/money';
import { lastFour, maskMsisdn } from '../../../domain/msisdn';
import { Operation } from '../../../domain/spending';
import { leave } from '../../engine/control';
import { oneOf } from '../../engine/question';
import { skill, type Known, type Mobile } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

/** Operations that are told; older ones are in the ledger for 35 days. */
const MOST = 12;
/** What the details of every order may say of themselves. */
const Named = z.object({ name: z.string().optional(), to: z.string().optional() });

type Told = Known<typeof texts.es, { readonly mobile: Mobile }>;

/** The line's last operations with reference and state, those in verification included, and a receipt of each. */
export const operations = () =>
  skill('operations', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2 })
    .acts('list', Operation.array(), async ({ money, t }) => {
      const list = await money.operations(MOST);
      return list.length > 0 ? [...list] : leave({ text: t.none, choices: [{ id: 'go:balances', label: t.balance }] });
    })
    .asks(
      'which',
      oneOf({
        ask: (told) => ({ text: [told.t.these, ...told.list.map((each, index) => `${index + 1}. ${inOneLine(each, told)}`)].join('\n') }),
        from: ({ list }) => list.map(({ order, reference }) => ({ id: order, label: reference })),
      }),
    )
    .does(async (told) => {
      const { list, which, money, say } = told;
      const chosen = list.find(({ order }) => order === which);
      if (!chosen) return;
      const message = receipt(chosen, told);
      // Whoever reads the receipt was told, though the chat in which it was bought is gone.
      if (chosen.outcome === undefined) say(message);
      else money.tell(chosen, message);
    });

/** "R-7K2M9: recarga de Q20.00, hoy a las 2:21 p. m., hecha." */
function inOneLine(operation: Operation, told: Told): string {
  const { t, now, country, language } = told;
  const { reference, at } = operation;
  return t.line({ reference, what: whatOf(operation, told), when: spokenMoment(at, now, country, language), state: stateOf(operation, told) });
}

function whatOf({ kind, amount, details }: Operation, { t, country }: Told): string {
  const name = Named.safeParse(details).data?.name;
  const what = t[NAMES[kind] ?? 'other'];
  return [name === undefined ? what : `${what} ${name}`, ...(amount.minor > 0 ? [formatMoney(amount, country)] : [])].join(' ');
}
const NAMES: Readonly<Record<string, 'topUp' | 'voucher' | 'pack' | 'advance' | 'repay' | 'subscribe' | 'unsubscribe' | 'invoice'>> = {
  ...{ 'top-up': 'topUp', voucher: 'voucher', pack: 'pack', advance: 'advance', repay: 'repay' },
  ...{ subscribe: 'subscribe', unsubscribe: 'unsubscribe', invoice: 'invoice' },
};

const stateOf = ({ state }: Operation, { t }: Told): string => ({ done: t.done, refused: t.refused, sent: t.unknown, unknown: t.unknown })[state];

/** A receipt that can be shown to others: it names the line by its last digits, and no balance. */
function receipt(operation: Operation, told: Told): Message {
  const { t, country, language, now, brand } = told;
  const { reference, at, line } = operation;
  const to = Named.safeParse(operation.details).data?.to ?? line;
  const when = capital(spokenMoment(at, now, country, language));
  const card: Card = {
    speak: t.speak({ reference, what: whatOf(operation, told), state: stateOf(operation, told) }),
    head: { icon: operation.state === 'done' ? 'check' : 'clock', title: whatOf(operation, told) },
    line: maskMsisdn(to),
    facts: [
      { name: t.reference, value: reference },
      { name: t.when, value: when },
      { name: t.state, value: capital(stateOf(operation, told)) },
    ],
  };
  const text = t.receipt({ brand, reference, what: whatOf(operation, told), last: lastFour(to), when, state: stateOf(operation, told) });
  return { text, cards: [card], choices: [{ id: 'go:operations', label: t.all }] };
}
