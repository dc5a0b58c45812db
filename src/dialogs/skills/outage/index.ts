import { z } from 'zod';
import { spokenMoment } from '../../../domain/dates';
import { afterQuiet } from '../../../domain/quiet';
import type { Accounts } from '../../../integrations/accounts/port';
import type { Outage, Outages, OutageWatch, OutageWatches } from '../../../integrations/outages/port';
import type { Sms } from '../../../integrations/sms/port';
import { again, leave } from '../../engine/control';
import { noteOther, noteTold, outageWords, wasJustTold } from '../../engine/outage-words';
import { yesOrNo, type Question } from '../../engine/question';
import { skill, type Basics, type Known, type Tools } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

const HOUR_MS = 3_600_000;
/** An outage that lasts longer is not waited for, ms. */
const WAIT_MS = 72 * HOUR_MS;
/** Who wrote so lately is awake, ms. */
const AWAKE_MS = HOUR_MS;
/** Nobody wrote for so long, ms: what is said in the chat may not be seen, or not be allowed any more. */
const AWAY_MS = 23.5 * HOUR_MS;
/** Of a watch, in an event. */
const Look = z.object({ key: z.string(), id: z.string() });

const Found = z.object({
  place: z.enum(['home', 'mobile']),
  outage: z.object({ id: z.string(), words: z.string() }).nullable(),
  /** Told a moment ago, right after signing in. */
  told: z.boolean(),
  /** They asked for a word already. */
  watched: z.boolean(),
  account: z.enum(['active', 'suspended', 'cancelled']).nullable(),
});
type Told = Known<typeof texts.es, { readonly found: z.infer<typeof Found> }>;

export interface OutagePorts {
  readonly accounts: Accounts;
  readonly outages: Outages;
  readonly watches: OutageWatches;
  readonly sms: Sms;
}

/** A known failure where the customer lives: since when, why, until when, and a word when it is over. */
export const outage = ({ accounts, outages, watches, sms }: OutagePorts) =>
  skill('outage', texts)
    .hears(utterancesIn(__dirname))
    .needs('account', { level: 1 })
    .loads('found', Found, async (known) => {
      const { account, visitor, now } = known;
      if (account.kind === 'mobile') return { place: 'mobile' as const, outage: null, told: false, watched: false, account: null };
      const [open, held, watch] = await Promise.all([outages.at(account.id), accounts.read(account.id), watches.of(visitor)]);
      return {
        ...{ place: 'home' as const, outage: open ? { id: open.id, words: outageWords(open, known) } : null, told: wasJustTold(known) },
        ...{ watched: open !== undefined && watch?.id === open.id && watch.until > now, account: held?.status ?? null },
      };
    })
    .asksIf('notify', ({ found }) => found.outage !== null && !found.watched, shallI)
    .on('look', Look, (turn, watch) => looked(turn, watch, { outages, watches, sms }))
    .does(async (told) => {
      const { found, notify, t, say } = told;
      if (found.outage) noteTold(told);
      else return say({ text: found.place === 'mobile' ? t.mobile : t.none, choices: [{ id: 'go:no-service', label: t.check }] });
      if (found.watched) return say({ text: `${found.outage.words} ${t.already}`, choices: [{ id: 'go:outage-quiet', label: t.quiet }] });
      if (notify === 'other') {
        noteOther(told);
        return leave(undefined, 'no-service');
      }
      if (notify !== 'yes') return say(t.fine);
      const { id, level, kind } = told.account;
      const line = kind === 'home' && level === 2 ? await accounts.phoneOnFile(id) : undefined;
      await watched(told, { id: found.outage.id, ...(line !== undefined && { line }) }, watches);
      return say({
        text: line === undefined ? t.noted : t.notedSms,
        choices: found.account === 'suspended' ? [{ id: 'go:pay-invoice', label: t.pay }] : [],
      });
    });

const shallI: Question<Told, 'yes' | 'no' | 'other'> = {
  ask: ({ t, found }) => {
    const account = found.account === 'active' ? [t.upToDate] : found.account === 'suspended' ? [t.suspended] : [];
    return {
      text: [...(found.told ? [] : [found.outage?.words ?? '']), ...account, t.ask].join(' '),
      choices: [
        { id: 'yes', label: t.yes },
        { id: 'other', label: t.other },
      ],
    };
  },
  rephrase: ({ t }) => t.askAgain,
  keeps: z.enum(['yes', 'no', 'other']),
  read: (reply) => {
    const choice = reply.choice ?? reply.numbered;
    if (choice === 'other') return 'other';
    const yes = yesOrNo(reply) ?? (WISHES.test(reply.folded) ? true : undefined);
    return yes === undefined ? again() : yes ? 'yes' : 'no';
  },
};
const WISHES = /^(?:si\b.*|avis(?:a|e)me|tell me|yes\b.*|por favor|please)$/;

type Waiting = Pick<Basics, 'visitor' | 'now'> & Pick<Tools, 'id' | 'ring'>;

async function watched({ visitor, now, id, ring }: Waiting, of: Pick<OutageWatch, 'id' | 'line'>, watches: OutageWatches): Promise<void> {
  const key = id('watch');
  await watches.keep(visitor, { ...of, key, until: now + WAIT_MS });
  ring('look', now + watches.everyMs, { name: 'outage:look', value: { key, id: of.id } });
}

/** Tells the end once: nobody looks again after it. Who wants no word any more, or asked anew, has another watch than this one. */
async function looked(
  turn: Known<typeof texts.es, object> & Tools,
  { key, id }: z.infer<typeof Look>,
  { outages, watches, sms }: Pick<OutagePorts, 'outages' | 'watches' | 'sms'>,
): Promise<void> {
  const { visitor, now, ring, session, country } = turn;
  const watch = await watches.of(visitor);
  if (watch?.key !== key || watch.until < now) return;
  const found = await outages.look(id);
  if (found === 'unknown' || found?.state === 'open') ring('look', now + watches.everyMs, { name: 'outage:look', value: { key, id } });
  else if (found?.state === 'over') {
    const at = session.idleMs() < AWAKE_MS ? now : afterQuiet(now, country);
    if (at === now) return tellEnd(turn, found, watch.line, sms);
    await watches.keep(visitor, { ...watch, until: Math.max(watch.until, at + HOUR_MS) });
    ring('look', at, { name: 'outage:look', value: { key, id } }); // nobody is woken up for it
  }
}

/** Where it was is told to who is still signed in. */
async function tellEnd(
  turn: Known<typeof texts.es, object> & Tools,
  { area, ended = turn.now }: Outage,
  line: string | undefined,
  sms: Sms,
): Promise<void> {
  const { say, session, effect, t, now, country, language, brand, attempt } = turn;
  const when = spokenMoment(ended, now, country, language);
  const words = session.home() === undefined || area === '' ? t.backThere({ when }) : t.back({ area, when });
  const text = `${words} ${t.slow}`;
  say({ text, choices: [{ id: 'go:no-service', label: t.still }] });
  if (line === undefined || session.idleMs() < AWAY_MS) return;
  const said = { to: line, text: t.sms({ brand, said: text }), reference: attempt };
  await effect('sms', z.literal('sent'), async () => (await sms.send(said), 'sent' as const), 'never');
}
