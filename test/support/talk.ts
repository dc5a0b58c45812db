import type { Country } from '../../src/domain/countries';
import { countryOf } from '../../src/domain/countries';
import type { Arrival, Message, Tap } from '../../src/domain/message';
import type { Attending } from '../../src/dialogs/attending';
import type { Review } from '../../src/dialogs/round';
import type { Survey } from '../../src/dialogs/survey';
import { conversation, type ConversationParts } from '../../src/dialogs/conversation';
import type { LedgerDesk } from '../../src/dialogs/engine/spend';
import type { Skill } from '../../src/dialogs/engine/skill';
import { choicesOf } from '../../src/dialogs/engine/question';
import { newRecord } from '../../src/dialogs/engine/record';
import { enterHome, nobody, raiseHomes, signIn } from '../../src/state/session';
import { root } from '../../src/dialogs/root';
import { lightAdapter } from '../../src/channels/light-adapter';
import type { Effects } from '../../src/state/effects';
import type { Outcome } from '../../src/state/mailbox';
import { phrases } from '../../src/understanding/phrases';
import { Message as MessageSchema } from '../../src/domain/message';

/** A conversation without Redis or HTTP: the engine alone, turn by turn, as the mailbox would run it. */
export interface Talk {
  /** Says or taps something; resolves to what the bot said. */
  say(said: string | { text?: string; tap: Tap }): Promise<readonly Message[]>;
  /** An event, a join or a language switch. */
  arrive(arrival: Arrival): Promise<readonly Message[]>;
  /** Plays a script of `>` and `<` lines and gives what was really said, in the same form. */
  play(script: string): Promise<string[]>;
  /** Taps the button with this label on the last message that had one. */
  tap(label: string): Promise<readonly Message[]>;
  state: string | undefined;
  now: number;
  readonly posted: { to: string; id: string; event: Arrival }[];
  readonly outcomes: Outcome[];
  readonly reported: string[];
  /** The next message was written before the last reply was delivered. */
  unseen: boolean;
  /** The next turn has hardly any time: what takes longer is told by itself. All others have all the time that a slow machine takes. */
  hurried: boolean;
  /** Runs of the next turn that ended with the death of their process. */
  tries: number;
}

/** How long a turn may take before its customer hears that it goes on, ms. */
const PATIENT_MS = 60_000;
const HURRIED_MS = 20;

/** For skills that move no money. */
const none = (): never => {
  throw new Error('this talk has no ledger');
};
const noLedger: LedgerDesk = { spend: none, operations: none, operation: async () => undefined, nameOf: (line, order) => `${line}:${order}` };

export function talk(
  skills: readonly Skill[],
  options: {
    country?: Country;
    menu?: readonly string[];
    person?: string;
    number?: number;
    /** Its id, where several of a customer are played. */
    conversation?: string;
    ledger?: LedgerDesk;
    attending?: Attending;
    surveys?: Survey;
    review?: Review;
    /** Begins signed in: a home by its contract, at level 2 with a code of this moment; a line, E.164 without `+`. */
    home?: { readonly contract: string; readonly level: 1 | 2; readonly contracts?: readonly string[] };
    mobile?: string;
    /** In place of effects that are remembered for as long as the talk. */
    effects?: Effects;
  } = {},
): Talk {
  const done = new Map<string, unknown>();
  const effects: Effects = {
    async once({ conversation: to, number, step }, schema, act) {
      const key = `${to} ${number} ${step}`;
      if (!done.has(key)) done.set(key, await act());
      return { status: 'done', value: schema.parse(done.get(key)) };
    },
  };
  const reported: string[] = [];
  const report = (event: string, detail: object): void => void reported.push(`${event} ${JSON.stringify(detail)}`);
  const ear = root({
    skills,
    menu: options.menu ?? [],
    person: options.person ?? skills[0]?.id ?? '',
    recogniser: phrases(skills),
    report,
    ...(options.attending && { attending: options.attending }),
    ...(options.surveys && { surveys: options.surveys }),
    ...(options.review && { review: options.review }),
  });
  const adapter = lightAdapter();
  let number = options.number ?? 1_000;
  let said = 0;
  let shown: readonly Message[] = [];
  const posted: Talk['posted'] = [];
  const begun = Date.parse('2026-11-20T20:20:00Z');
  const self: Talk = {
    state: signedInAs(options, begun),
    now: begun,
    posted,
    outcomes: [],
    reported,
    unseen: false,
    hurried: false,
    tries: 0,
    say: (text) => self.arrive(typeof text === 'string' ? { kind: 'said', text } : { kind: 'said', text: text.text ?? '', tap: text.tap }),
    async arrive(arrival) {
      const seen = self.unseen ? said - 1 : said;
      const outcome = await (self.hurried ? hurriedly : handle)({
        conversation: options.conversation ?? 'test:1',
        fence: 1,
        number: ++number,
        tries: self.tries,
        throws: 0,
        suspect: false,
        delivery: `d${number}`,
        wanted: false,
        message: JSON.stringify(arrival),
        state: self.state,
        said,
        seen,
      });
      self.unseen = false;
      self.hurried = false;
      self.tries = 0;
      self.outcomes.push(outcome);
      self.state = outcome.state;
      said += outcome.replies.length;
      const messages = outcome.replies.map((reply) => MessageSchema.parse(JSON.parse(reply)));
      if (messages.length > 0) shown = messages;
      return messages;
    },
    async tap(label) {
      for (const message of shown.toReversed()) {
        const choice = choicesOf(message).find((each) => each.label === label);
        if (choice) return self.say({ text: label, tap: { choice: choice.id, ...(message.question && { question: message.question }) } });
      }
      throw new Error(`no button ${label}`);
    },
    async play(script) {
      const heard: string[] = [];
      for (const line of script
        .split('\n')
        .map((each) => each.trim())
        .filter((each) => each.startsWith('>'))) {
        const text = line.slice(1).trim();
        const replies = /^\[.*\]$/.test(text) ? await self.tap(text.slice(1, -1)) : await self.say(text);
        heard.push(line, ...replies.map((reply) => `< ${reply.text}`));
      }
      return heard;
    },
  };
  const parts: ConversationParts = {
    country: options.country ?? countryOf('GT'),
    brand: 'Alba',
    effects: options.effects ?? effects,
    ledger: options.ledger ?? noLedger,
    release: 'test',
    language: 'es',
    signingKey: Buffer.alloc(32, 7),
    report,
    typing: () => undefined,
    background: () => undefined,
    clock: () => self.now,
    post: async (to, id, event) => void (posted.some((each) => each.id === id) || posted.push({ to, id, event })),
    hear: (desk, arrival) => adapter.run(desk, (context) => ear.hear(context, arrival)),
  };
  const [handle, hurriedly] = [conversation({ ...parts, budgetMs: PATIENT_MS }), conversation({ ...parts, budgetMs: HURRIED_MS })];
  return self;
}

/** The state of a conversation in which somebody has just signed in. */
function signedInAs({ country = countryOf('GT'), home, mobile }: NonNullable<Parameters<typeof talk>[1]>, now: number): string | undefined {
  if (!home && mobile === undefined) return undefined;
  const line = mobile === undefined ? nobody : signIn(nobody, mobile, now, 's1');
  const entered = home ? enterHome(line, { contract: home.contract, others: home.contracts ?? [] }, now, 's2') : line;
  const session = home?.level === 2 ? raiseHomes(entered, [home.contract, ...(home.contracts ?? [])], now, 's3') : entered;
  return JSON.stringify({ ...newRecord('es', country.form), session });
}

/** The lines of a script, to compare with what `play` gives. */
export const lines = (script: string): string[] =>
  script
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
