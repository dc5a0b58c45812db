/**
 * A process of its own that makes tickets of cases at the stand-in Zendesk, and kills itself at `KILL_AT`: "before file", "after file".
 * The customer is a list in Redis.
 */
import { ticketDesk } from '../../src/integrations/zendesk/tickets';
import { breaker } from '../../src/integrations/http/breaker';
import { zendesk } from '../../src/integrations/zendesk/client';
import { caseBook } from '../../src/state/cases';
import { caseFiles } from '../../src/state/cases-files';
import { caseSender, type CaseSender } from '../../src/state/cases-sender';
import { connectRedis, type RedisConnection } from '../../src/state/redis';
import { PATIENT_MS } from '../support/redis';
import { testVault } from './world';

export const PEPPER = 'p'.repeat(32);
/** More than a ticket's number waits for the turn that opened the case, ms. */
const LATER_MS = 4_000;

interface Place {
  readonly redis: RedisConnection;
  readonly url: string;
  readonly access: { readonly user: string; readonly token: string };
  readonly clock: () => number;
  /** Called before and after every step. */
  readonly reach: (point: string) => void;
}

/** A sender as the product makes it, whose every step can be its last. */
export function senderAt({ redis, url, access, clock, reach }: Place): CaseSender {
  const marked = <T extends object>(parts: T): T =>
    Object.fromEntries(
      Object.entries(parts).map(([name, act]) => [
        name,
        async (...all: unknown[]) => {
          reach(`before ${name}`);
          const done = await (act as (...all: unknown[]) => unknown)(...all);
          reach(`after ${name}`);
          return done;
        },
      ]),
    ) as T;
  const account = zendesk({
    ...{ backend: 'zendesk', baseUrl: url, deadlineMs: 60_000, clock: Date.now, random: () => 0, observe: () => undefined },
    ...{ breaker: breaker(Date.now), access },
  });
  const tell = async (_: string, what: object): Promise<void> => void (await redis.client.rpush('told', JSON.stringify(what)));
  return caseSender({
    ...{ clock, report: () => undefined, files: marked(caseFiles({ redis, vault: testVault })), ...marked({ tell }) },
    book: marked(caseBook({ redis, vault: testVault, pepper: PEPPER, clock })),
    desk: marked(ticketDesk({ zendesk: account, groups: {}, nameOf: (conversation) => conversation, clock })),
  });
}

async function main({ REDIS_URL = '', ZENDESK_URL = '', ZENDESK_USER = '', ZENDESK_TOKEN = '', KILL_AT }: NodeJS.ProcessEnv): Promise<void> {
  const redis = connectRedis(REDIS_URL, undefined, PATIENT_MS);
  await redis.ready();
  let passed = 0;
  const sender = senderAt({
    ...{ redis, url: ZENDESK_URL, access: { user: ZENDESK_USER, token: ZENDESK_TOKEN }, clock: () => Date.now() + passed },
    reach: (point) => void (point === KILL_AT && process.kill(process.pid, 'SIGKILL')),
  });
  await sender.sweep();
  passed = LATER_MS;
  await sender.sweep();
  process.exit(0);
}

if (require.main === module) void main(process.env);
