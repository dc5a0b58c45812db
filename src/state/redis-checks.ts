import { Cluster, type Redis } from 'ioredis';
import type { RedisConnection } from './redis';

/** What a Redis is for. `session`: conversations. `ledger`: money, also when it holds conversations besides. */
export type RedisRole = 'session' | 'ledger';

/** What an operator states of a Redis, instead of its CONFIG or against it. */
export interface Stated {
  /** `noeviction` (or `volatile`) and `aof` (or `replicated`), and for money `always`: for a managed Redis that does not answer CONFIG. */
  readonly durability?: readonly string[];
  /** The variable that holds the statement, for whoever must set it. */
  readonly variable?: string;
  /** A power loss may cost the last second of the money journal, and that is known and accepted. */
  readonly everysecAccepted?: boolean;
}

export interface RedisFindings {
  /** Each one a reason not to start in production: what is wrong, and what to set. */
  readonly problems: readonly string[];
  /** CONFIG is not allowed here, and what was stated was believed. */
  readonly isStated: boolean;
}

const ASKED = ['maxmemory-policy', 'appendonly', 'appendfsync', 'save'] as const;
type Settings = Readonly<Record<(typeof ASKED)[number], string>>;
const REFUSED = /NOPERM|unknown (sub)?command|not allowed|disabled|ERR unknown/i;

/**
 * Whether this Redis may be trusted with what is kept in it: that nothing is evicted which must not be, and that it outlives a restart.
 * Of a cluster every master is asked.
 *
 * @throws when Redis does not answer
 */
export async function redisChecks({ client }: Pick<RedisConnection, 'client'>, role: RedisRole, stated: Stated = {}): Promise<RedisFindings> {
  const masters = client instanceof Cluster ? client.nodes('master') : [client];
  const found = await Promise.all(masters.map((node) => settingsOf(node).catch(() => settingsOf(node)))); // who starts is busy, and may not hear at once
  const known = found.filter((each) => each !== undefined);
  const problems = known.flatMap((settings) => problemsOf(settings, role, stated));
  const isStated = known.length < found.length;
  return { isStated, problems: [...new Set(isStated ? [...problems, ...statementOf(role, stated)] : problems)] };
}

/** Undefined where CONFIG is not allowed. */
async function settingsOf(node: Redis): Promise<Settings | undefined> {
  try {
    const entries = await Promise.all(ASKED.map(async (name) => [name, await setting(node, name)] as const));
    const all = new Map<string, string | undefined>(entries);
    const [policy, appendonly] = [all.get('maxmemory-policy'), all.get('appendonly')];
    if (policy === undefined || appendonly === undefined) return undefined; // some services answer, with nothing
    return { 'maxmemory-policy': policy, appendonly, appendfsync: all.get('appendfsync') ?? '', save: all.get('save') ?? '' };
  } catch (error) {
    if (error instanceof Error && REFUSED.test(error.message)) return undefined;
    throw error;
  }
}

/** RESP2 answers a list, RESP3 a map. */
async function setting(node: Redis, name: string): Promise<string | undefined> {
  const answer: unknown = await node.config('GET', name);
  const value: unknown = Array.isArray(answer) ? answer[1] : answer instanceof Map ? answer.get(name) : Reflect.get(Object(answer), name);
  return typeof value === 'string' ? value : undefined;
}

function problemsOf({ 'maxmemory-policy': policy, appendonly, appendfsync, save }: Settings, role: RedisRole, stated: Stated): string[] {
  const evicts = role === 'ledger' ? policy !== 'noeviction' : policy.startsWith('allkeys-');
  const needed = role === 'ledger' ? 'noeviction' : 'noeviction (or a volatile-… one)';
  const slow = role === 'ledger' && appendonly === 'yes' && appendfsync !== 'always' && !(appendfsync === 'everysec' && stated.everysecAccepted);
  return [
    ...(evicts ? [`maxmemory-policy is ${policy}: ${kept(role)} would be evicted. Set it to ${needed}.`] : []),
    ...(appendonly === 'yes'
      ? []
      : [
          `appendonly is ${appendonly}${save ? ' (snapshots alone lose minutes)' : ''}: ${kept(role)} would be lost by a restart. Set appendonly yes.`,
        ]),
    ...(slow
      ? [`appendfsync is ${appendfsync}: a power loss would forget charges. Set appendfsync always, or LEDGER_DURABILITY=everysec-accepted.`]
      : []),
    ...(role === 'session' && appendonly === 'yes' && appendfsync === 'no'
      ? ['appendfsync is no: half a minute could be lost. Set appendfsync everysec.']
      : []),
  ];
}

const kept = (role: RedisRole): string => (role === 'ledger' ? 'orders that move money' : 'conversations, and messages that were accepted,');

/** What must have been stated where nothing can be asked. */
function statementOf(role: RedisRole, { durability = [], variable = 'REDIS_DURABILITY_STATEMENT', everysecAccepted = false }: Stated): string[] {
  const says = (...words: readonly string[]): boolean => words.some((each) => durability.includes(each));
  const missing = [
    ...(says('noeviction', ...(role === 'session' ? ['volatile'] : [])) ? [] : ['noeviction']),
    ...(says('aof', ...(role === 'session' ? ['replicated'] : [])) ? [] : ['aof']),
    ...(role === 'session' || says('always') || everysecAccepted ? [] : ['always']),
  ];
  if (missing.length === 0) return [];
  return [`CONFIG is not allowed here, so its operator must say how it is set: ${variable} must contain ${missing.join(',')}.`];
}
