import { z } from 'zod';
import { spokenMoment } from '../../../domain/dates';
import type { Message } from '../../../domain/message';
import { lastFour } from '../../../domain/msisdn';
import type { Reminder, Reminders } from '../../../integrations/reminders/port';
import type { Sms } from '../../../integrations/sms/port';
import { leave, redo } from '../../engine/control';
import { oneOf } from '../../engine/question';
import { skill, type Basics, type Known, type Mobile } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { dueOf, momentOf, namedIn, Occasion, occasionsOf, type Sources } from './occasions';
import { texts } from './texts';

/** Nobody wrote for so long, ms: what is said in the chat may not be seen, or not be allowed any more, and an SMS goes out too. A little less than a day: the window of a channel may close while it is on its way. */
const AWAY_MS = 23.5 * 3_600_000;
/** A reminder that could not be checked when it was due is tried once more after this, ms. */
const AGAIN_MS = 30 * 60_000;
const NAME_CHARACTERS = 20;

export interface ReminderPorts extends Sources {
  readonly reminders: Reminders;
  readonly sms: Sms;
}
type Told = Known<typeof texts.es, { readonly mobile: Mobile; readonly occasions: readonly Occasion[] }>;

const HEARD = utterancesIn(__dirname);
const idOf = ({ what, end }: Occasion): string => `${what}:${end}`;
const spoken = (ms: number, { now, country, language }: Basics): string => spokenMoment(ms, now, country, language);

/** A word before a pack ends, a balance runs out, an advance or a bill is due: only to who asked for it, never at night. */
export const remind = (ports: ReminderPorts) =>
  skill('reminders', texts)
    .hears(HEARD)
    .needs('mobile', { level: 2 })
    .loads('occasions', Occasion.array(), async ({ mobile, now, t }) => {
      const soon = (await occasionsOf(mobile.msisdn, ports)).filter(({ end }) => end > now);
      return soon.length > 0 ? soon : leave(t.nothing);
    })
    .asks('which', {
      ...oneOf<Told, { id: string; label: string }>({
        ask: (told) => [isElsewhere(told) ? told.t.notThat : told.t.which, ...told.occasions.map((each) => `• ${wordsOf(each, told)}`)].join('\n'),
        from: (told) => told.occasions.map((each) => ({ id: idOf(each), label: labelOf(each, told) })),
      }),
      assumes: (told: Told) => {
        const [one, ...others] = isElsewhere(told) ? [] : meant(told);
        return one && others.length === 0 ? idOf(one) : undefined;
      },
    })
    .loads('at', z.number(), async (told) => {
      const one = told.occasions.find((each) => idOf(each) === told.which);
      if (!one) return redo('which');
      const at = momentOf(one, told.now, told.country);
      return at ?? leave(told.t.tooLate({ when: spoken(one.end, told) }));
    })
    .confirms('agreed', {
      words: (told) => {
        const one = told.occasions.find((each) => idOf(each) === told.which);
        return { text: told.t.agree({ of: one ? wordsOf(one, told) : '', at: spoken(told.at, told), last: lastFour(told.mobile.msisdn) }) };
      },
      yes: ({ t }) => t.yes,
    })
    .on('due', z.object({ id: z.string() }), async (told, { id }) => {
      const { visitor, now, ring, say, effect, session, t, brand } = told;
      const mine = (await ports.reminders.of(visitor)).find((each) => each.id === id);
      if (!mine) return; // told already, or not wanted any more
      if (now < mine.at + AGAIN_MS) ring(`again:${id}`, now + AGAIN_MS, { name: 'reminders:due', value: { id } });
      const ahead = mine.home === undefined ? await occasionsOf(mine.line, ports) : await dueOf(mine.home, ports.bills);
      const still = ahead.some(({ what, end }) => what === mine.what && end === mine.end);
      await ports.reminders.drop(visitor, id);
      if (!still || mine.end <= now) return; // bought anew, or paid: nothing is owed to anybody
      const words = dueWords(mine, told);
      say(words);
      if (session.idleMs() < AWAY_MS) return;
      const text = t.sms({ brand, said: words.text });
      await effect(
        'sms',
        z.literal('sent'),
        async () => (await ports.sms.send({ to: mine.line, text, reference: told.attempt }), 'sent' as const),
        'never',
      );
    })
    .does(async (told) => {
      const { occasions, which, at, mobile, visitor, id, ring, say, t } = told;
      const one = occasions.find((each) => idOf(each) === which);
      if (!one) return;
      const reminder: Reminder = { ...one, id: id('reminder'), line: mobile.msisdn, at };
      await ports.reminders.keep(visitor, reminder);
      ring(`remind:${which}`, at, { name: 'reminders:due', value: { id: reminder.id } });
      say(t.done({ at: spoken(at, told) }));
    });

/** What was asked for, as far as words name it; all of it where they do not. */
function meant({ occasions, said }: Told): readonly Occasion[] {
  const named = namedIn(said.words);
  return named === undefined ? occasions : occasions.filter(({ what }) => what === named);
}
/** Something else was asked for than there is: it is not offered as if it was that. */
const isElsewhere = (told: Told): boolean => meant(told).length === 0;

function wordsOf(each: Occasion, told: Pick<Told, 't'> & Basics): string {
  const v = { name: each.name, when: spoken(each.end, told) };
  if (each.what === 'pack') return told.t.ofPack(v);
  return { balance: told.t.ofBalance, loan: told.t.ofLoan, bill: told.t.ofBill }[each.what](v);
}
const labelOf = ({ what, name }: Occasion, { t }: Pick<Told, 't'>): string =>
  what === 'pack' ? name.slice(0, NAME_CHARACTERS) : { balance: t.balance, loan: t.loan, bill: t.bill }[what];

/** The session may be over by then: a line by its last digits, and no amounts. */
function dueWords({ what, name, line, end, home }: Reminder, told: Pick<Told, 't'> & Basics): Message {
  const { t } = told;
  const v = { name, last: lastFour(home ?? line), when: spoken(end, told) };
  const text = { pack: t.duePack, balance: t.dueBalance, loan: t.dueLoan, bill: home === undefined ? t.dueBill : t.dueHomeBill }[what](v);
  const way = {
    pack: { id: 'go:buy-pack', label: t.buy },
    balance: { id: 'go:top-up', label: t.topUp },
    loan: { id: 'go:repay-loan', label: t.repay },
    bill: { id: 'go:pay-invoice', label: t.payBill },
  }[what];
  return { text, choices: [way, { id: 'go:reminders-stop', label: t.stop }] };
}
