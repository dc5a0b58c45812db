import { closing, type Fact, type Step } from '../../src/domain/outcomes';
import type { RedisConnection } from '../../src/state/redis';

const DAY = 24 * 3_600_000;
const TOPICS = ['balances', 'buy-pack', 'pay-invoice', 'no-service', 'top-up', 'invoices', 'plan', 'faq'] as const;
const ENDS = ['proved', 'proved', 'proved', 'confirmed', 'told', undefined] as const;

/** Numbers that look like chance, and are the same at every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** The facts of `count` made-up conversations that ended within `days` before `until`, some of people who come back, some surveyed. */
export function manyFacts(count: number, { until, days = 30 }: { readonly until: number; readonly days?: number }): readonly Fact[] {
  const roll = dice(42);
  const facts: Fact[] = [];
  for (let at = 0; at < count; at++) {
    const when = until - Math.floor(roll() * days * DAY);
    const topic = TOPICS[Math.floor(roll() ** 2 * TOPICS.length)] ?? 'balances';
    const end = ENDS[Math.floor(roll() * ENDS.length)];
    const channel = roll() < 0.7 ? 'web' : 'messenger';
    const person = `person-${Math.floor(roll() * count * 0.7)}`;
    const base = { channel, country: 'GT', language: 'es', said: true, engages: roll() < 0.95 };
    const step: Step = {
      ...base,
      number: 1,
      at: when,
      topic,
      ...(end && { end }),
      ...(roll() < 0.12 && { ticket: true }),
      ...(roll() < 0.05 && { unheard: true }),
    };
    const about = { person, chat: `${person}-${channel}`, verified: roll() < 0.8 };
    const closed = closing([step], about).map((fact) => (fact.kind === 'closed' ? { ...fact, session: `${about.chat}.${at}` } : fact));
    facts.push(...closed);
    if (roll() < 0.06) {
      const score = Math.floor(10.999 * roll() ** 0.4);
      const survey = { kind: 'survey' as const, ...about, channel, country: 'GT', topic };
      facts.push({ ...survey, at: when }, ...(roll() < 0.4 ? [{ ...survey, at: when + 1, score }] : []));
    }
    if (topic === 'faq' && roll() < 0.5) facts.push({ kind: 'judged', ...about, channel, country: 'GT', topic, at: when, helped: roll() < 0.7 });
  }
  return facts;
}

/** Writes facts where the bot keeps them. */
export async function keep({ client }: RedisConnection, facts: readonly Fact[]): Promise<void> {
  const AT_ONCE = 2_000;
  for (let at = 0; at < facts.length; at += AT_ONCE) {
    const all = client.pipeline();
    for (const fact of facts.slice(at, at + AT_ONCE)) all.xadd('{outcomes}:facts', '*', 'fact', JSON.stringify(fact), 'id', 'sealed');
    await all.exec();
  }
}
