import { createHmac } from 'node:crypto';
import type { Arrival } from '../domain/message';
import { homeOwner } from '../state/session';
import type { Desk } from './engine/desk';
import { ask } from './interruptions';
import { smallTalk } from './manners';
import type { Round } from './round';

/** Journeys after which a customer may be asked; never after a theft, an outage, a refusal, money that is in doubt, or words of distress. */
const JOURNEYS: ReadonlySet<string> = new Set([
  ...['balances', 'quota', 'plan', 'top-up', 'voucher', 'buy-pack', 'loans', 'repay-loan', 'subscriptions', 'balance-use', 'operations'],
  ...['invoices', 'pay-invoice', 'cards', 'autopay', 'wifi', 'modem', 'stores', 'usage-history', 'faq', 'cases', 'reminders', 'handover'],
]);
/** Somebody who comes back later says goodbye to something else, ms. */
const FRESH_MS = 60 * 60_000;

export interface Survey {
  /** Share of the visits in which it is asked, 0 to 1. */
  readonly share: number;
  /** The right to ask this person; they are not asked again for long. */
  readonly first: (person: string) => Promise<boolean>;
  /** Nobody knows the outcome of an order of this line, or of `home:<contract>`, yet. */
  readonly inDoubt: (owner: string) => Promise<boolean>;
}

/** What was done in a turn: whether a skill came to its end, or was begun and did not. */
export function travelled({ desk, flows }: Round, began: boolean, failed: boolean): void {
  const { record, finished, spent, now } = desk;
  const isGood = !failed && (spent === undefined || spent === 'done');
  if (finished !== undefined && JOURNEYS.has(finished) && isGood) record.journey = { skill: finished, at: now };
  else if (failed || (finished !== undefined && finished !== 'nps') || (began && flows.ids().length === 0)) delete record.journey;
}

/** Asks who thanks or takes leave, or whose case a person has just solved. Never blocks: any other answer is heard as if it had not been asked. */
export function survey(round: Round, arrival: Arrival, surveys: Survey): Promise<void> | undefined {
  const { desk, flows } = round;
  const { record, conversation, number } = desk;
  if (isBadNews(arrival)) delete record.journey;
  const topic = topicOf(round, arrival);
  if (topic === undefined || record.survey === 'never' || record.attended || record.called || record.asking || flows.ids().length > 0)
    return undefined;
  return drawn(`${conversation}:${number}`) < surveys.share ? asks(round, topic, surveys) : undefined;
}

async function asks(round: Round, topic: string, { first, inDoubt }: Survey): Promise<void> {
  const { desk, voice } = round;
  const { record, now, conversation } = desk;
  for (const owner of ownersIn(desk)) if (await inDoubt(owner)) return;
  const { current, home } = record.session;
  if (!(await first(current ?? home ?? conversation))) return;
  delete record.journey;
  ask(round, 'nps', { skill: topic, text: voice.t(desk).survey });
  record.surveyed = { topic, at: now };
  desk.nps = { asked: true };
}

/** Money that was in doubt did not move, or people look for it now. */
const isBadNews = (arrival: Arrival): boolean =>
  arrival.kind === 'event' &&
  arrival.name.endsWith(':settled') &&
  !(typeof arrival.value === 'object' && arrival.value !== null && 'what' in arrival.value && arrival.value.what === 'done');

/** Whose money may be in doubt: of everything that is proved in this chat, not only of what it speaks of now. */
const ownersIn = ({ record: { session } }: Desk): readonly string[] => [
  ...session.lines.map(({ msisdn }) => msisdn),
  ...session.homes.map(({ contract }) => homeOwner(contract)),
];

function topicOf({ desk }: Round, arrival: Arrival): string | undefined {
  if (desk.finished === 'handover') return 'handover';
  const polite = arrival.kind === 'said' ? smallTalk(arrival.text) : undefined;
  const { journey } = desk.record;
  return (polite === 'thanks' || polite === 'bye') && journey && desk.now - journey.at < FRESH_MS ? journey.skill : undefined;
}

/** A number from 0 to 1, the same at every run of the turn. */
const drawn = (name: string): number => createHmac('sha256', 'survey').update(name).digest().readUInt32BE() / 2 ** 32;
