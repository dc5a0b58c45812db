import { z } from 'zod';
import { fold } from '../../../domain/fold';
import { capital, spokenMoment } from '../../../domain/dates';
import type { Card, Message } from '../../../domain/message';
import { formatMoney } from '../../../domain/money';
import { lastFour, maskMsisdn } from '../../../domain/msisdn';
import { Operation } from '../../../domain/spending';
import { isOnPage } from '../../../domain/spending/details';
import { handTo, leave } from '../../engine/control';
import { oneOf, PAGE } from '../../engine/question';
import { skill, type Known, type Mobile } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

/** Operations that are told; older ones are in the ledger for 35 days. */
const MOST = 12;
/** What the details of every order may say of themselves. */
const Named = z.object({ name: z.string().optional(), to: z.string().optional() });
/** What a list needs of an operation. What was agreed to is long, and read again with the receipt. */
const Listed = Operation.pick({ order: true, reference: true, kind: true, amount: true, details: true, state: true, at: true });
type Listed = z.infer<typeof Listed>;

type Told = Known<typeof texts.es, { readonly mobile: Mobile }>;

/** The line's last operations with reference and state, those in verification included, and a receipt of each. */
export const operations = () =>
  skill('operations', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2, from: 'line' })
    .loads('list', Listed.array(), async ({ money, t }) => {
      const list = await money.operations(MOST);
      return list.length > 0 ? list.map((each) => Listed.parse(each)) : leave({ text: t.none, choices: elsewhere(t) });
    })
    .asks('which', whichOne, { from: 'reference' })
    .does(async (told) => {
      const { which, money, say } = told;
      const chosen = (await money.operations(MOST)).find(({ order }) => order === which); // it may have ended since the list was shown
      if (!chosen) return leave({ text: told.t.gone, choices: elsewhere(told.t) });
      // Whoever reads the receipt was told, though the chat in which it was bought is gone.
      if (chosen.outcome === undefined) say(receipt(chosen, told));
      else money.tell(chosen, receipt(chosen, told));
      return undefined;
    });

const inList = oneOf<Told & { readonly list: readonly Listed[] }, { id: string; label: string }>({
  ask: (told) => ({ text: [told.t.these, ...pageOf(told).map((each, index) => `${index + 1}. ${inOneLine(each, told)}`)].join('\n') }),
  from: ({ list }) => list.map(({ order, reference }) => ({ id: order, label: reference })),
});
/** "Eso no lo hice yo". */
const STRANGE =
  /\b(?:no (?:la |lo |las |los )?(?:hice|reconozco|pedi|compre|autorice)|no (?:es|fue|son) mi[oa]s?|(?:yo )?no fui|not mine|was ?n t me|did ?n t (?:do|make|buy|ask)|do ?n t recogni[sz]e)\b/;

/** By tap, number or reference, also where the sentence that began it said that. What somebody else did is for a person, with the numbers that are on the screen. */
const whichOne: typeof inList = {
  ...inList,
  read: (reply, told) => {
    const named = told.list.filter(({ reference }) => ` ${reply.folded} `.includes(` ${fold(reference)} `));
    if (reply.choice === undefined && STRANGE.test(reply.folded)) {
      const meant = (named.length > 0 ? named : pageOf(told)).map(({ reference }) => reference).join(', ');
      return handTo('ticket', { words: told.t.notMine({ references: meant, text: reply.text }) });
    }
    return named.length === 1 && named[0] ? named[0].order : inList.read(reply, told);
  },
};

/** What is not in the ledger of this chat is found elsewhere. */
const elsewhere = (t: Told['t']) => [
  { id: 'go:find-payment', label: t.find },
  { id: 'go:balance-use', label: t.whereItWent },
  { id: 'go:balances', label: t.balance },
];

/** Those that have a button now, numbered as the buttons are. */
const pageOf = ({ list, page }: Told & { readonly list: readonly Listed[] }): readonly Listed[] => list.slice(page * PAGE, (page + 1) * PAGE);

/** "R-7K2M9: recarga de Q20.00, hoy a las 2:21 p. m., hecha." */
function inOneLine(operation: Listed, told: Told): string {
  const { t, now, country, language } = told;
  const { reference, at } = operation;
  return t.line({ reference, what: whatOf(operation, told), when: spokenMoment(at, now, country, language), state: stateOf(operation, told) });
}

/** "Recarga de Q20.00", "compra de Paquete Todo en uno 3 días, Q20.00", "cancelación de Música". */
function whatOf({ kind, amount, details }: Listed, { t, country }: Told): string {
  const name = Named.safeParse(details).data?.name;
  const what = t[NAMES[kind] ?? 'other'];
  const price = formatMoney(amount, country);
  if (name === undefined || !TAKES_NAME.has(kind)) return amount.minor > 0 ? t.of({ what, price }) : what;
  return [`${what} ${name}`, ...(amount.minor > 0 ? [price] : [])].join(', ');
}
const NAMES: Readonly<Record<string, 'topUp' | 'voucher' | 'pack' | 'advance' | 'repay' | 'subscribe' | 'unsubscribe' | 'invoice'>> = {
  ...{ 'top-up': 'topUp', voucher: 'voucher', pack: 'pack', advance: 'advance', repay: 'repay' },
  ...{ subscribe: 'subscribe', unsubscribe: 'unsubscribe', invoice: 'invoice' },
};
/** Kinds whose words go on with a name: "compra de …". */
const TAKES_NAME = new Set(['pack', 'subscribe', 'unsubscribe']);

/** What waits for its customer to pay on the gateway's page is not in doubt: nobody has paid, or nobody has said so yet. */
const stateOf = ({ state, details }: Listed, { t }: Told): string => {
  const open = isOnPage(details) ? t.unpaid : t.unknown;
  return { done: t.done, refused: t.refused, sent: open, unknown: open }[state];
};

const ICONS = { done: 'check', refused: 'help', sent: 'clock', unknown: 'clock' } as const;

/** A receipt that can be shown to others: it names the line by its last digits, and no balance. */
function receipt(operation: Operation, told: Told): Message {
  const { t, country, language, now, brand } = told;
  const { reference, at, line } = operation;
  const to = Named.safeParse(operation.details).data?.to ?? line;
  const [what, state, when] = [whatOf(operation, told), stateOf(operation, told), capital(spokenMoment(at, now, country, language))];
  const card: Card = {
    speak: t.speak({ reference, what, state }),
    head: { icon: ICONS[operation.state], title: capital(what) },
    line: maskMsisdn(to),
    facts: [
      { name: t.reference, value: reference },
      { name: t.when, value: when },
      { name: t.state, value: capital(state) },
    ],
  };
  return {
    text: t.receipt({ brand, reference, what, last: lastFour(to), when, state }),
    cards: [card],
    choices: [{ id: 'go:operations', label: t.all }],
  };
}
