import { worst } from './close';
import { old, part, share, type Figure, type Material } from './figures';
import { isHuman, isSolved, WINDOWS, type Session, type Window } from './sessions';

/** How one vendor counts: over which of its own units, and which of them it would call a success. */
interface Way {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly of: (material: Material) => readonly Session[];
  readonly counts: (session: Session, material: Material) => boolean;
}

const solved = ({ outcome }: Session): boolean => isSolved(outcome);
const alone = ({ outcome }: Session): boolean => !isHuman(outcome);
const engagedOf = ({ engaged }: Material): readonly Session[] => engaged;
const spoken = (units: readonly Session[]): readonly Session[] => units.filter(({ outcome }) => outcome !== 'unengaged');
/** Zendesk's and Fin's unit: visits to the same chat are one conversation until it was quiet for the window. Another channel is another one. */
const conversations = (material: Material, window: Window): readonly Session[] => {
  const { from, to, ever } = material;
  const known = joinedBefore.get(ever)?.[window] ?? joined(ever, WINDOWS[window]);
  joinedBefore.set(ever, { ...joinedBefore.get(ever), [window]: known });
  return old(
    material,
    known.filter(({ at }) => at >= from && at < to),
    window,
  );
};
/** Three figures are of the same conversations. */
const joinedBefore = new WeakMap<Material['ever'], Partial<Record<Window, readonly Session[]>>>();

/** What a definition needs and nobody here can know is said in it. */
const WAYS: readonly Way[] = [
  {
    id: 'zendesk-automated',
    name: 'Zendesk, automated resolution rate',
    definition: 'no person in it, and solved when it had been quiet for 72 h ÷ conversations; without its language model as judge',
    of: (material) => conversations(material, '72h'),
    counts: solved,
  },
  {
    id: 'fin-resolution',
    name: 'Intercom Fin, resolution rate',
    definition: 'confirmed, or left after the last answer and not back in that chat within 24 h ÷ conversations with a question',
    of: (material) => spoken(conversations(material, '24h')),
    counts: solved,
  },
  {
    id: 'fin-automation',
    name: 'Intercom Fin, automation rate',
    definition: 'involvement × resolution: the same ÷ all conversations',
    of: (material) => conversations(material, '24h'),
    counts: solved,
  },
  {
    id: 'fin-deflection',
    name: 'Deflection, as Fin criticises it',
    definition: 'conversations that never reached a person, who gave up included ÷ all conversations',
    of: (material) => conversations(material, '24h'),
    counts: alone,
  },
  {
    id: 'google-contained',
    name: 'Google Dialogflow CX, contained, no callback',
    definition: 'no person, and the same person not back about anything within 24 h ÷ sessions',
    of: (material) => old(material, material.all, '24h'),
    counts: (one, { anyReturn }) => alone(one) && !anyReturn(one, '24h', 'person'),
  },
  {
    id: 'copilot-resolved',
    name: 'Copilot Studio, resolved',
    definition: 'engaged sessions that were confirmed, or reached their end in silence ÷ engaged sessions',
    of: engagedOf,
    counts: solved,
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
    definition: 'distinct chats of the period that no person had ÷ distinct chats of the period',
    of: ({ all }) => joined(all),
    counts: alone,
  },
  {
    id: 'chatwoot-handoff',
    name: 'Chatwoot, handoff rate',
    definition: 'distinct chats of the period that a person had ÷ distinct chats of the period',
    of: ({ all }) => joined(all),
    counts: ({ outcome }) => isHuman(outcome),
  },
  {
    id: 'chatwoot-durable',
    name: 'Chatwoot Captain, durable resolution rate',
    definition: 'resolutions whose chat was not written to again within 7 d ÷ resolutions of that age',
    of: (material) => old(material, material.engaged, '7d').filter(solved),
    counts: (one, { anyReturn }) => !anyReturn(one, '7d', 'chat'),
  },
  {
    id: 'session-deflection',
    name: 'Session-level deflection, 24 h',
    definition: 'sessions with no ticket or person, here or elsewhere, for the same person within 24 h ÷ sessions',
    of: (material) => old(material, material.all, '24h'),
    counts: (one, { neededPeople }) => !neededPeople(one, '24h'),
  },
];

/** The same conversations, as others count. */
export function vendorFigures(material: Material): readonly Figure[] {
  return [
    selfService(material),
    common(material),
    ...WAYS.map(({ of, counts, ...named }) => share(named, of(material), (session) => counts(session, material))),
  ];
}

/** Visits to the same chat as one, while less than `gapMs` lies between them: a person in one of them had all of it, and its last end is its end. */
function joined(sessions: readonly Session[], gapMs = Infinity): readonly Session[] {
  const whole: Session[][] = [];
  const last = new Map<string, Session[]>();
  for (const session of sessions) {
    const open = last.get(session.chat);
    const before = open?.at(-1);
    if (open && before && session.began - before.at <= gapMs) open.push(session);
    else {
      const unit = [session];
      last.set(session.chat, unit);
      whole.push(unit);
    }
  }
  return whole.map(asOne);
}

function asOne(visits: readonly Session[]): Session {
  const [first] = visits;
  const last = visits.at(-1);
  if (!first || !last) throw new Error('a conversation has a visit');
  if (first === last) return first;
  const human = worst(visits.map(({ outcome }) => outcome));
  const ended = visits.findLast(({ outcome }) => outcome !== 'unengaged')?.outcome ?? 'unengaged';
  return { ...last, began: first.began, outcome: isHuman(human) ? human : ended, matters: visits.flatMap(({ matters }) => matters) };
}

function selfService({ all, engaged, elsewhere }: Material): Figure {
  const withTickets = [...engaged.filter(({ outcome }) => isHuman(outcome)), ...elsewhere];
  const people = new Set(withTickets.map(({ person }) => person)).size;
  return {
    id: 'zendesk-self-service',
    name: 'Zendesk, self-service score',
    definition: 'sessions ÷ people with a ticket, same period; a ratio, no cause implied',
    ratio: true,
    ...{ numerator: all.length, denominator: people, value: people === 0 ? undefined : all.length / people },
    behind: all.map(({ id }) => id),
  };
}

/** The formula that most help desks mean by "deflection rate". */
function common({ engaged, elsewhere }: Material): Figure {
  const kept = engaged.filter(solved);
  const tickets = engaged.filter(({ outcome }) => isHuman(outcome)).length + elsewhere.length;
  return {
    id: 'common-deflection',
    name: 'Deflection rate, common practice',
    definition: 'self-service resolutions ÷ (self-service resolutions + tickets), same period, whoever came back',
    ...part(kept.length, kept.length + tickets),
    behind: kept.map(({ id }) => id),
  };
}
