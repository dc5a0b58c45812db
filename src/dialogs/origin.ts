import type { CaseOrigin } from '../domain/cases/record';
import type { Mark } from '../domain/alarm';
import { homeIn, proves } from '../state/session';
import { contactMode } from './contact';
import type { Desk } from './engine/desk';
import type { ConversationRecord } from './engine/record';
import { noTrail } from './engine/trail';

/** Where a case comes from, as far as the conversation itself knows: pure, so that the same turn gives the same packet. */
export type Known = Omit<CaseOrigin, 'account' | 'operations'>;

/** So long what was said of us belongs to what is asked of us, ms. */
export const SURVEY_MS = 72 * 3_600_000;

/** How a conversation is called by the channel it came through: the word before the colon. */
const CHANNELS: Readonly<Record<string, string>> = { web: 'web', bf: 'bot_framework', fb: 'messenger', sunshine: 'zendesk' };
const MOODS: readonly (readonly [mood: CaseOrigin['mood'], marks: readonly Mark[]])[] = [
  ['crisis', ['crisis']],
  ['worried', ['theft', 'fraud', 'extortion', 'threat', 'death']],
  ['angry', ['angry']],
];

export function originOf({ conversation, country, now, record }: Pick<Desk, 'conversation' | 'country' | 'now' | 'record'>): Known {
  const { language, form, marks = [], trail = noTrail, surveyed } = record;
  const { score, why, at = 0 } = surveyed ?? {};
  return {
    ...{ conversation, channel: CHANNELS[conversation.split(':')[0] ?? ''] ?? 'chat', country: country.code, language, form },
    ...identityIn(record, now),
    ...{ mood: MOODS.find(([, all]) => all.some((mark) => marks.includes(mark)))?.[0] ?? 'calm', asked: trail.persons, marks: [...marks] },
    contactMode: contactMode(marks),
    ...(score !== undefined && now - at < SURVEY_MS && { survey: { score, ...(why !== undefined && { why }) } }),
    ...{
      tried: trail.tried.map(({ text }) => text),
      articles: [...trail.articles],
      turns: [...(trail.earlier ?? []), ...trail.turns].map((turn) => ({ ...turn })),
    },
  };
}

/** Who somebody proved to be by now; the line or contract that is spoken of stands first. */
function identityIn({ session }: ConversationRecord, now: number): Pick<CaseOrigin, 'level' | 'provedAt' | 'lines' | 'contracts'> {
  const { current, home, speaks } = session;
  const lines = session.lines.filter(({ msisdn }) => proves(session, msisdn, now, false));
  const homes = session.homes.flatMap(({ contract }) => homeIn(session, contract, now, false) ?? []);
  const line = lines.find(({ msisdn }) => msisdn === current) ?? lines[0];
  const contract = homes.find((each) => each.contract === home) ?? homes[0];
  const spoken = speaks === 'home' ? (contract ?? line) : (line ?? contract);
  const level = spoken === undefined ? 0 : 'level' in spoken ? spoken.level : 2;
  const first = <T>(all: readonly T[], one: T | undefined): T[] => (one === undefined ? [...all] : [one, ...all.filter((each) => each !== one)]);
  return {
    level,
    ...(spoken && { provedAt: 'codeAt' in spoken && spoken.codeAt !== undefined ? spoken.codeAt : spoken.provedAt }),
    lines: speaks === 'home' && contract ? lines.map(({ msisdn }) => msisdn) : first(lines, line).map(({ msisdn }) => msisdn),
    contracts: first(homes, contract).map((each) => each.contract),
  };
}
