import { BadConfig, type Config } from '../config';
import type { Report } from '../observability/observers';
import { redisChecks, type RedisRole } from '../state/redis-checks';
import type { RedisConnection } from '../state/redis';

type Settings = Pick<Config, 'production' | 'LEDGER_REDIS_URL' | 'LEDGER_DURABILITY' | 'LEDGER_DURABILITY_STATEMENT' | 'REDIS_DURABILITY_STATEMENT'>;

/**
 * Waits for a Redis, and looks at how it is set before anything is kept in it. Outside production what is wrong is only reported.
 *
 * @param which the variable it is named by
 * @throws BadConfig in production, naming what to set; Error where it does not answer in time
 */
export async function demandSafeRedis(
  redis: RedisConnection,
  { role, which, config, report }: { role: RedisRole; which: string; config: Settings; report: Report },
): Promise<void> {
  await redis.ready().catch((error: unknown) => {
    throw new Error(`The Redis of ${which} cannot be used: redis.error in the log says why.`, { cause: error });
  });
  const variable = role === 'ledger' && config.LEDGER_REDIS_URL !== undefined ? 'LEDGER_DURABILITY_STATEMENT' : 'REDIS_DURABILITY_STATEMENT';
  const durability = config[variable];
  const { problems, isStated } = await redisChecks(redis, role, { durability, variable, everysecAccepted: config.LEDGER_DURABILITY !== undefined });
  if (problems.length > 0 && config.production)
    throw new BadConfig(`The Redis of ${which} is not safe for what is kept in it:\n${problems.map((each) => `  ${each}`).join('\n')}`);
  for (const problem of problems) report('redis.unsafe', { problem });
  if (isStated) report('redis.stated', { stated: durability.join(',') });
}
