import { z } from 'zod';
import { beforeWhen, promiseFor, type ServiceHours } from '../../../../domain/cases/hours';
import { caseName } from '../../../../domain/cases/name';
import { datedDay, datedMoment, spokenDay } from '../../../../domain/dates';
import { fold } from '../../../../domain/fold';
import { formatMoney, readAmount } from '../../../../domain/money';
import type { Cases, NewCase } from '../../../../integrations/cases/port';
import { Billing } from '../../../engine/billing';
import { again, leave } from '../../../engine/control';
import { oneOf, type Question } from '../../../engine/question';
import { skill, type Known, type Signed } from '../../../engine/skill';
import { billed, chosenBill, KeptBill, KeptLine, lastBills, monthOf, type InvoicePorts } from '../bill';
import { texts } from './texts';

type Told = Known<
  typeof texts.es,
  { readonly account: Signed; readonly billing: Billing; readonly bill: KeptBill; readonly lines: readonly KeptLine[] }
>;
type Chosen = Told & { readonly line: string };
type Explained = Chosen & { readonly why: string };

/** Most of what a customer writes about a charge goes into the case, characters. */
const WHY_CHARACTERS = 300;

/** One line of a bill that its customer does not recognise: a case with all that an agent needs. Nobody is told not to pay unless the operator says so. */
export const disputedLine = (ports: InvoicePorts & { readonly cases: Cases; readonly hours: ServiceHours }) =>
  skill('invoice-dispute', texts)
    .needs('account', { level: 2 })
    .loads('billing', Billing, billed(ports))
    .loads('all', z.array(KeptBill), lastBills(ports))
    .loads('bill', KeptBill, async (told) => chosenBill(told))
    .loads('lines', z.array(KeptLine), async (told) => {
      const charges = (await ports.billDetails.lines(told.bill.id)).filter(({ amount, kind }) => amount.minor > 0 && kind !== 'tax');
      const choices = [{ id: 'go:agent', label: told.t.person }];
      return charges.length > 0 ? [...charges] : leave({ text: told.t.nothing({ month: monthOf(told.bill, told) }), choices });
    })
    .asks('line', whichLine, { from: 'words' })
    .asks('why', whatAboutIt)
    .does(async (told) => {
      const { t, country, language, now, say, tried } = told;
      const line = lineOf(told);
      const until = promiseFor('normal', now, ports.hours, country);
      const { reference, number, since } = await ports.cases.open(`dispute:${told.bill.id}:${line.id}`, caseOf(told, line, until));
      tried({ opened: number === undefined ? { reference } : { reference, number } });
      const named = { reference: caseName({ number, reference }), name: line.name, amount: formatMoney(line.amount, country) };
      const opened =
        since === undefined
          ? t.opened({ ...named, when: beforeWhen(until, now, country, language) })
          : t.openAlready({ ...named, day: spokenDay(since, now, country, language) });
      say({ text: line.waits ? `${opened} ${t.waits}` : opened, choices: [{ id: 'go:invoice-lines', label: t.lines }] });
    });

const LABEL = 20;
/** A button's words: whole ones, as many as fit. */
function label(name: string, number: number): string {
  const room = LABEL - `${number}. `.length;
  const short = name.length <= room ? name : `${name.slice(0, room - 1).replace(/[\s,:(]+\S*$/, '')}…`;
  return `${number}. ${short}`;
}

const picking = oneOf<Told, { id: string; label: string }>({
  ask: (told) => ({ text: [told.t.which({ month: monthOf(told.bill, told) }), ...rows(told)].join('\n') }),
  from: ({ lines }) => lines.map(({ id, name }, index) => ({ id, label: label(name, index + 1) })),
});
const rows = ({ t, lines, country }: Told): string[] =>
  lines.map(({ name, amount }, index) => t.row({ number: index + 1, name, amount: formatMoney(amount, country) }));

/** By button or number, by what it costs ("el de 75"), or by a word that only one line has ("el roaming"). */
const whichLine: Question<Told, string> = {
  ...picking,
  read: async (reply, told) => {
    const { lines, country, t } = told;
    const amount = readAmount(reply.text, country);
    const priced = typeof amount === 'object' ? lines.filter((each) => each.amount.minor === amount.minor) : [];
    const words = new Set(telling(reply.folded));
    const called = lines.filter(({ name }) => telling(fold(name)).some((word) => words.has(word)));
    const picked = await picking.read(reply, told);
    const found = typeof picked === 'string' ? lines.find(({ id }) => id === picked) : (onlyOf(priced) ?? onlyOf(called));
    if (!found) return typeof picked === 'string' ? again() : picked;
    return found.disputed ? again(t.already({ name: found.name, amount: formatMoney(found.disputed, country) })) : found.id;
  },
};
/** Words that say which line is meant; not those that any line may have. */
const telling = (folded: string): string[] => folded.split(' ').filter((word) => word.length > 3 && !ANY_LINE.has(word));
const ANY_LINE: ReadonlySet<string> = new Set(
  'cargo cargos cobro cobros cobran cobraron factura recibo pago pagar mensual plan dias meses linea este esta esto para charge bill line'.split(' '),
);
const onlyOf = (found: readonly KeptLine[]): KeptLine | undefined => (found.length === 1 ? found[0] : undefined);

const lineOf = ({ lines, line }: Chosen): KeptLine => {
  const found = lines.find(({ id }) => id === line);
  if (!found) throw new TypeError('a line that was chosen is on the bill');
  return found;
};

const whatAboutIt: Question<Chosen, string> = {
  ask: (told) => {
    const { name, amount } = lineOf(told);
    const choices = (['notMine', 'notUsed', 'otherAmount'] as const).map((id) => ({ id, label: told.t[id] }));
    return { text: told.t.why({ name, amount: formatMoney(amount, told.country) }), choices };
  },
  keeps: z.string(),
  read: ({ choice, numbered, text }) => SAID[choice ?? numbered ?? ''] ?? (/\p{L}{2}/u.test(text) ? text.trim().slice(0, WHY_CHARACTERS) : again()),
};
/** Agents read Spanish. */
const SAID: Readonly<Record<string, string>> = { notMine: 'no es suyo', notUsed: 'no lo usó', otherAmount: 'el monto no es ese' };

function caseOf(told: Explained, line: KeptLine, promisedBy: number): NewCase {
  const { account, bill, billing, country, why } = told;
  const amount = formatMoney(line.amount, country);
  const month = monthOf(bill, { ...told, language: 'es' });
  return {
    ...{ topic: 'invoices', reason: 'complaint', priority: 'normal', level: 2, macro: 'Cargo no reconocido' },
    ...(account.kind === 'mobile' ? { line: account.id } : { contract: account.id }),
    summary: `No reconoce "${line.name}" ${amount}, factura de ${month}, cuenta …${billing.account.slice(-4)}`,
    facts: {
      ...{ cobro: `${line.name}, ${amount}`, dice: why, factura: `${month}, total ${formatMoney(bill.total, country)}` },
      ...{ vence: datedDay(bill.due, country), 'por pagar': formatMoney(bill.remaining, country) },
      'mientras tanto': line.waits ? 'esa parte no se cobra, y se le dijo' : 'no se le dijo que no pague',
    },
    expects: 'Que se quite el cobro',
    ...{ promised: `Respuesta antes del ${datedMoment(promisedBy, country)}`, promisedBy },
    money: { state: 'not_moved', amount: line.amount.minor, currency: line.amount.currency, reference: `…${bill.number.slice(-6)}` },
  };
}
