import { old, share, type Figure, type Material } from './figures';
import { isHuman, isSolved, type Session } from './sessions';

/** How one vendor counts: over which conversations, and which of them it would call a success. */
interface Way {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly of: (material: Material) => readonly Session[];
  readonly counts: (session: Session, material: Material) => boolean;
}

const engagedOf = ({ engaged }: Material): readonly Session[] => engaged;

/** What a definition needs and nobody here can know is said in it. */
const WAYS: readonly Way[] = [
  {
    id: 'zendesk-automated',
    name: 'Zendesk, automated resolution rate',
    definition: 'answered, no person, silent in that chat for 72 h ÷ conversations; without its language model as judge',
    of: (material) => old(material, '72h'),
    counts: (one, { anyReturn }) => isSolved(one.outcome) && !anyReturn(one, '72h', 'chat'),
  },
  {
    id: 'fin-resolution',
    name: 'Intercom Fin, resolution rate',
    definition: 'confirmed, or left after an answer without asking more, and not back in that chat within 24 h ÷ conversations',
    of: (material) => old(material, '24h'),
    counts: (one, { anyReturn }) => isSolved(one.outcome) && !anyReturn(one, '24h', 'chat'),
  },
  {
    id: 'google-contained',
    name: 'Google Dialogflow CX, contained, no callback',
    definition: 'no person, and the same person not back about anything within 24 h ÷ sessions',
    of: (material) => old(material, '24h'),
    counts: (one, { anyReturn }) => !isHuman(one.outcome) && !anyReturn(one, '24h', 'person'),
  },
  {
    id: 'copilot-resolved',
    name: 'Copilot Studio, resolved',
    definition: 'engaged sessions that were confirmed, or reached their end in silence ÷ engaged sessions',
    of: engagedOf,
    counts: ({ outcome }) => isSolved(outcome),
  },
  {
    id: 'copilot-escalated',
    name: 'Copilot Studio, escalated',
    definition: 'engaged sessions with a person ÷ engaged sessions',
    of: engagedOf,
    counts: ({ outcome }) => isHuman(outcome),
  },
  {
    id: 'copilot-abandoned',
    name: 'Copilot Studio, abandoned',
    definition: 'engaged sessions neither resolved nor escalated ÷ engaged sessions',
    of: engagedOf,
    counts: ({ outcome }) => outcome === 'abandoned',
  },
  {
    id: 'chatwoot-bot',
    name: 'Chatwoot, bot resolution rate',
    definition: 'conversations that no person had ÷ all conversations of the bot',
    of: ({ all }) => all,
    counts: ({ outcome }) => !isHuman(outcome),
  },
  {
    id: 'chatwoot-durable',
    name: 'Chatwoot Captain, durable resolution rate',
    definition: 'resolutions still closed after 7 d ÷ resolutions of that age',
    of: (material) => old(material, '7d').filter(({ outcome }) => isSolved(outcome)),
    counts: (one, { anyReturn }) => !anyReturn(one, '7d', 'chat'),
  },
  {
    id: 'session-deflection',
    name: 'Session-level deflection, 24 h',
    definition: 'engaged sessions, no ticket or person, none for the same person within 24 h ÷ engaged sessions',
    of: (material) => old(material, '24h'),
    counts: (one, { neededPeople }) => !neededPeople(one, '24h'),
  },
];

/** The same conversations, as others count. */
export function vendorFigures(material: Material): readonly Figure[] {
  return [selfService(material), ...WAYS.map(({ of, counts, ...named }) => share(named, of(material), (session) => counts(session, material)))];
}

function selfService({ engaged }: Material): Figure {
  const people = new Set(engaged.filter(({ outcome }) => isHuman(outcome)).map(({ person }) => person)).size;
  return {
    id: 'zendesk-self-service',
    name: 'Zendesk, self-service score',
    definition: 'sessions ÷ people with a ticket, same period; a ratio, no cause implied',
    ratio: true,
    ...{ numerator: engaged.length, denominator: people, value: people === 0 ? undefined : engaged.length / people },
    behind: engaged.map(({ id }) => id),
  };
}
