import { createHmac } from 'node:crypto';
import { keysOfRedis, type PersonalData } from './erase';
import { knownOf, type LastKnown } from './last-known';
import type { RedisConnection } from './redis';

/** The name of a line in the keys of its codes, as `otp.ts` makes it: the start of each. */
const codesOf = (pepper: string, line: string): string =>
  `{o:${createHmac('sha256', pepper).update(`line|${line}`).digest('base64url').slice(0, 32)}}:`;

/**
 * Codes under way are erased, and that the line was ever proved. How many were sent and how many failed stays until it expires (a day; failures 90 days), under an HMAC of the
 * number: erasing it would let a stranger start guessing, or sending, anew. docs/privacy.md says so.
 */
export function codeData({ redis: { client }, pepper }: { readonly redis: RedisConnection; readonly pepper: string }): PersonalData {
  const keys = (lines: readonly string[]): Promise<string[]> => {
    const tags = lines.map((line) => codesOf(pepper, line));
    return tags.length === 0 ? Promise.resolve([]) : keysOfRedis(client, (key) => tags.some((tag) => key.startsWith(tag)));
  };
  const ended = (key: string): boolean => key.includes(':challenge:') || key.endsWith(':proved');
  const challenges = async (lines: readonly string[]): Promise<string[]> => (await keys(lines)).filter(ended);
  return {
    async find({ lines }) {
      return Promise.all(
        (await keys(lines)).map(async (key) => {
          const { part } = /^\{[^}]*\}:(?<part>\w+)/.exec(key)?.groups ?? {};
          const left = await client.pttl(key);
          return { kind: 'codes', value: { what: part, until: new Date(Date.now() + left).toISOString() } };
        }),
      );
    },
    async erase({ lines }) {
      let gone = 0;
      for (const key of await challenges(lines)) gone += await client.del(key);
      return { codes: gone };
    },
  };
}

/** Last known answers of backends about a line. */
export function knownData({
  redis: { client },
  known,
  pepper,
}: {
  readonly redis: RedisConnection;
  readonly known: Pick<LastKnown, 'open'>;
  readonly pepper: string;
}): PersonalData {
  const keys = (lines: readonly string[]): Promise<string[]> => {
    const prefixes = lines.map((line) => knownOf(pepper, line));
    return prefixes.length === 0 ? Promise.resolve([]) : keysOfRedis(client, (key) => prefixes.some((prefix) => key.startsWith(prefix)));
  };
  return {
    async find({ lines }) {
      const all = await Promise.all((await keys(lines)).map((key) => known.open(key).catch(() => undefined)));
      return all.filter((each) => each !== undefined).map((value) => ({ kind: 'last known', value }));
    },
    async erase({ lines }) {
      let gone = 0;
      for (const key of await keys(lines)) gone += await client.del(key);
      return { 'last known': gone };
    },
  };
}
