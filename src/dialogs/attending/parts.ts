import type { Agents, CaseLinks, OutgoingFile, ToldBook } from '../../integrations/agents/port';
import { caseName } from '../../domain/cases/name';
import { textsFor, type Texts } from '../../domain/texts';
import { handoverTexts } from '../care/handover/texts';
import type { Attended, Unsent } from '../engine/attended';
import type { Desk } from '../engine/desk';

/** What it takes to lead a conversation between a customer and people. */
export interface AttendingParts {
  readonly agents: Agents;
  readonly links: CaseLinks;
  readonly told: ToldBook;
  /** The bytes of a file that the customer sent; undefined when they are gone. */
  readonly bytesOf?: (file: NonNullable<Unsent['files']>[number], conversation: string) => Promise<OutgoingFile | undefined>;
  /** Whether people answer at this moment, epoch ms. */
  readonly isOpen: (at: number) => boolean;
  /** Channels with people of their own: the conversation is given to them. */
  readonly passes?: (conversation: string) => boolean;
  /** After so long without an answer the customer is told, ms. */
  readonly quietMs: number;
  readonly report: (event: string, detail: object) => void;
}

/** Names of the events that this sends itself: they begin with the word before the colon. */
export const EVENTS = {
  ...{ changed: 'attended:changed', flush: 'attended:flush', quiet: 'attended:quiet' },
  /** The channel's people gave the conversation back, or never got it. */
  ...{ returned: 'attended:returned', kept: 'attended:kept' },
} as const;
/** Choices that are nobody's question. */
export const BACK = 'attended:back';
export const WAIT = 'attended:wait';
/** Choices that lead to the bot and its menu. */
export const LEAVING: readonly string[] = [BACK, 'menu', 'go:menu'];

export const wordsFor = ({ record }: Desk): Texts<typeof handoverTexts.es> => textsFor(handoverTexts, record.language, record.form);

export const caseOf = ({ ticket, reference }: Attended): string => caseName({ number: ticket, reference });

/** The same, as what is written on it is addressed. */
export const caseOn = ({ ticket, reference }: Attended): NonNullable<Unsent['on']> => ({ reference, ...(ticket !== undefined && { ticket }) });

/** The bot has the conversation again; what is not on the ticket yet still goes there. */
export function leave({ record }: Pick<Desk, 'record'>, attended: Attended): void {
  const { waits: _, ...rest } = attended;
  if (rest.unsent.length > 0) record.attended = { ...rest, leaves: true };
  else delete record.attended;
}

/** The same, where the channel's own people had it. */
export function takenBack(desk: Pick<Desk, 'record'>, attended: Attended): void {
  delete attended.passed;
  leave(desk, attended);
}
