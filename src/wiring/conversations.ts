import { hkdfSync } from 'node:crypto';
import { lightAdapter } from '../channels/light-adapter';
import type { Config } from '../config';
import { conversation, type ConversationParts } from '../dialogs/conversation';
import { ConversationRecord } from '../dialogs/engine/record';
import { root } from '../dialogs/root';
import { MENU, PERSON, skills, type Ports } from '../dialogs/skills';
import { rootTexts } from '../dialogs/texts';
import { countryOf } from '../domain/countries';
import type { Arrival, Message } from '../domain/message';
import { textsFor } from '../domain/texts';
import { effects } from '../state/effects';
import type { Turn } from '../state/mailbox';
import { outbox } from '../state/outbox';
import { redisMailbox, type Store } from '../state/redis-mailbox';
import { turns, type Turns } from '../state/turns';
import { phrases } from '../understanding/phrases';
import { createRecogniser } from '../understanding/recogniser';
import type { Parts } from './parts';

const LEASE_MS = 10_000;
/** Life of a conversation's state. Who somebody is ends earlier: state/session.ts. */
const STATE_MS = 24 * 3_600_000;

export interface Conversing extends Parts {
  readonly store: Store;
  readonly ports: Ports;
  readonly typing: ConversationParts['typing'];
}

/** The mailbox and the dialogs behind it. `idle` resolves when no slow turn is being finished in the background. */
export function conversations(config: Config, { store, ports, clock, report, typing }: Conversing): { readonly turns: Turns; idle(): Promise<void> } {
  const background = new Set<Promise<void>>();
  const mailbox = redisMailbox({ ...store, leaseMs: LEASE_MS, stateMs: STATE_MS, isLog: (id) => id.startsWith('web:') });
  const all = skills(ports);
  const ear = root({ skills: all, menu: MENU, person: PERSON, recogniser: phrases(all), guesser: createRecogniser(), report });
  const adapter = lightAdapter();
  const handle = conversation({
    country: countryOf(config.OPERATOR_COUNTRY),
    brand: config.BRAND_NAME,
    language: 'es',
    effects: effects(store),
    signingKey: Buffer.from(hkdfSync('sha256', config.TOKEN_SECRET.split(',')[0] ?? '', '', 'buttons', 32)),
    clock,
    report,
    typing,
    background: (work) => {
      background.add(work);
      void work.finally(() => background.delete(work));
    },
    post: async (to, id, event) => void (await bot.accept({ conversation: to, id, message: JSON.stringify(event satisfies Arrival) })),
    hear: (desk, arrival) => adapter.run(desk, (context) => ear.hear(context, arrival)),
  });
  const bot: Turns = turns({
    mailbox,
    outbox: outbox({ mailbox, leaseMs: LEASE_MS, report, send: async () => ({ gaveUp: 'no channel sends' }) }),
    handle,
    apology: (turn) => [JSON.stringify(apology(turn))],
    leaseMs: LEASE_MS,
    report,
  });
  return { turns: bot, idle: async () => void (await Promise.all(background)) };
}

/** For a message that was set aside, in the language that is remembered, if it can be read. */
function apology({ state }: Turn): Message {
  const read = ConversationRecord.safeParse(parsed(state));
  const { language, form } = read.success ? read.data : ({ language: 'es', form: 'tu' } as const);
  return { text: textsFor(rootTexts, language, form).apology, language };
}

/** Must not throw: nothing comes after an apology. */
function parsed(state: string | undefined): unknown {
  try {
    return JSON.parse(state ?? 'null');
  } catch {
    return undefined;
  }
}
