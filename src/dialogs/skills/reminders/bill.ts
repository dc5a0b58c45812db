import { z } from 'zod';
import { spokenMoment } from '../../../domain/dates';
import { lastFour } from '../../../domain/msisdn';
import { catalog, forms } from '../../../domain/texts';
import type { Accounts } from '../../../integrations/accounts/port';
import type { Bills } from '../../../integrations/bills/port';
import type { Reminders } from '../../../integrations/reminders/port';
import { billingOf } from '../../engine/billing';
import { leave } from '../../engine/control';
import { skill, type Basics } from '../../engine/skill';
import { dueOf, momentOf } from './occasions';

const texts = catalog(
  {
    title: forms({ tu: 'el aviso de tu factura', vos: 'el aviso de tu factura', usted: 'el aviso de su factura' }),
    button: 'Aviso de factura',
    noBills: forms({
      tu: 'Esa línea no recibe facturas, así que no hay fecha de pago que avisarte.',
      vos: 'Esa línea no recibe facturas, así que no hay fecha de pago que avisarte.',
      usted: 'Esa línea no recibe facturas, así que no hay fecha de pago que avisarle.',
    }),
    nothing: (v: { whose: string }) => `No hay una factura por vencer, ${v.whose}.`,
    late: (v: { whose: string; when: string }) => `La factura, ${v.whose}, venció ${v.when}: ya no hay fecha que avisar.`,
    tooLate: (v: { when: string }) => `La factura vence ${v.when}, ya casi: no alcanza para un aviso.`,
    agree: forms({
      tu: (v: { whose: string; when: string; at: string; last: string }) =>
        `Factura, ${v.whose}: se paga a más tardar ${v.when}. Te aviso ${v.at}, en este chat; si no estás, por SMS al …${v.last}. No aviso de noche, y lo quitas cuando quieras con *no más avisos*. ¿Lo dejo puesto?`,
      vos: (v: { whose: string; when: string; at: string; last: string }) =>
        `Factura, ${v.whose}: se paga a más tardar ${v.when}. Te aviso ${v.at}, en este chat; si no estás, por SMS al …${v.last}. No aviso de noche, y lo quitás cuando quieras con *no más avisos*. ¿Lo dejo puesto?`,
      usted: (v: { whose: string; when: string; at: string; last: string }) =>
        `Factura, ${v.whose}: se paga a más tardar ${v.when}. Le aviso ${v.at}, en este chat; si no está, por SMS al …${v.last}. No aviso de noche, y lo quita cuando quiera con *no más avisos*. ¿Lo dejo puesto?`,
    }),
    yes: forms({ tu: 'Sí, avísame', vos: 'Sí, avisame', usted: 'Sí, avíseme' }),
    done: forms({
      tu: (v: { at: string }) => `Listo. Te aviso ${v.at}.`,
      vos: (v: { at: string }) => `Listo. Te aviso ${v.at}.`,
      usted: (v: { at: string }) => `Listo. Le aviso ${v.at}.`,
    }),
    pay: 'Pagar mi factura',
  },
  {
    title: 'the reminder of your bill',
    button: 'Bill reminder',
    noBills: 'That line gets no bills, so there is no date to remind you of.',
    nothing: (v) => `No bill is about to be due, ${v.whose}.`,
    late: (v) => `The bill, ${v.whose}, was due ${v.when}: there is no date left to remind you of.`,
    tooLate: (v) => `The bill is due ${v.when}, so soon that a reminder would not help.`,
    agree: (v) =>
      `Bill, ${v.whose}: to be paid by ${v.when}. I will remind you ${v.at}, in this chat; if you are not here, by SMS to …${v.last}. Never at night, and *no more reminders* ends it. Shall I?`,
    yes: 'Yes, remind me',
    done: (v) => `Done. I will remind you ${v.at}.`,
    pay: 'Pay my bill',
  },
);

/** Word for word: half of each is what somebody says who pays now. */
const UTTERANCES = {
  es: [
    'recuérdame pagar mi factura',
    'recuérdame pagar la factura',
    'recuérdame pagar el internet',
    'recuérdame pagar la factura de mi casa',
    'avísame antes de que venza mi factura',
    'avísame antes de que venza la factura',
    'avísame antes de que venza mi internet',
    'recuérdame la fecha de mi factura',
    'avísame cuando tenga que pagar',
    'aviso de factura',
  ],
  en: [
    'remind me to pay my bill',
    'remind me before my bill is due',
    'remind me to pay the internet',
    'remind me when my bill is due',
    'bill reminder',
  ],
};

/** The bill that is due next, whose it is, and the phone that gets an SMS. */
const Due = z.object({ whose: z.string(), account: z.string(), line: z.string(), end: z.number() });

interface BillReminderPorts {
  readonly accounts: Pick<Accounts, 'ofLine' | 'phoneOnFile'>;
  readonly bills: Bills;
  readonly reminders: Reminders;
}

const spoken = (ms: number, { now, country, language }: Basics): string => spokenMoment(ms, now, country, language);

/** A word before a bill is due, of a line or of a home. It rings in `reminders`, which tells it. */
export const remindOfBill = ({ accounts, bills, reminders }: BillReminderPorts) =>
  skill('bill-reminder', texts)
    .hears(UTTERANCES)
    .needs('account', { level: 2 })
    .loads('due', Due, async (told) => {
      const { t, now } = told;
      const billing = await billingOf(accounts)(told);
      if (billing?.payer === undefined) return leave(t.noBills);
      const { account, whose, payer: line } = billing;
      const all = (await dueOf(account, bills)).toSorted((a, b) => a.end - b.end);
      const next = all.find(({ end }) => end > now);
      if (next) return { whose, account, line, end: next.end };
      const [oldest] = all;
      const pay = [{ id: 'go:pay-invoice', label: t.pay }];
      return leave(oldest ? { text: t.late({ whose, when: spoken(oldest.end, told) }), choices: pay } : t.nothing({ whose }));
    })
    .loads('at', z.number(), async ({ due, now, country, language, t }) => {
      const at = momentOf(due, now, country);
      const when = spokenMoment(due.end, now, country, language);
      return at ?? leave({ text: t.tooLate({ when }), choices: [{ id: 'go:pay-invoice', label: t.pay }] });
    })
    .confirms('agreed', {
      words: (told) => {
        const { due, at, t } = told;
        return { text: t.agree({ whose: due.whose, when: spoken(due.end, told), at: spoken(at, told), last: lastFour(due.line) }) };
      },
      yes: ({ t }) => t.yes,
    })
    .does(async (told) => {
      const { due, at, account, visitor, id, ring, say, t } = told;
      const home = account.kind === 'home' ? { home: due.account } : {};
      const mine = { id: id('reminder'), what: 'bill' as const, name: '', line: due.line, end: due.end, at, ...home };
      await reminders.keep(visitor, mine);
      ring('remind', at, { name: 'reminders:due', value: { id: mine.id } });
      say(t.done({ at: spoken(at, told) }));
    });
