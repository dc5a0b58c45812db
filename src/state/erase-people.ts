import { createHmac } from 'node:crypto';
import type { Identity, PersonalData } from './erase';
import { digest, keyOf } from './keys';
import type { RedisConnection } from './redis';

/** As long as anything of a conversation can live: what was set aside on its last day, 30 days, and a week before that. In ms. */
const LIFE_MS = 38 * 24 * 3_600_000;

/** Which conversations a line was proved in: so that all that is kept about somebody can be found again, under an HMAC of their number. */
export interface People {
  /** `lines` have been proved in `conversation`. Throws within 0.5 s while Redis is away. */
  proved(conversation: string, lines: readonly string[]): Promise<void>;
  /** A line, with the conversations in which it was proved in the last {@link LIFE_MS}. */
  of(line: string): Promise<Identity>;
}

/** {@link People}, and what it keeps itself. */
export function people({ redis: { client }, pepper }: { readonly redis: RedisConnection; readonly pepper: string }): People & PersonalData {
  const nameOf = (line: string): string => createHmac('sha256', pepper).update(`person|${line}`).digest('base64url').slice(0, 22);
  const indexOf = (name: string): string => `person:${name}`;
  const linesOf = (conversation: string): string => keyOf(conversation, 'lines');

  return {
    async proved(conversation, lines) {
      for (const name of lines.map(nameOf)) {
        await client.zadd(indexOf(name), Date.now(), conversation);
        await client.zremrangebyscore(indexOf(name), '-inf', Date.now() - LIFE_MS);
        await client.pexpire(indexOf(name), LIFE_MS);
        await client.sadd(linesOf(conversation), name);
        await client.pexpire(linesOf(conversation), LIFE_MS);
      }
    },
    async of(line) {
      const conversations = await client.zrange(indexOf(nameOf(line)), '0', '-1');
      return { lines: [line], conversations };
    },
    async find({ lines }) {
      const found = await Promise.all(lines.map((line) => client.zrange(indexOf(nameOf(line)), '0', '-1')));
      return found.filter(({ length }) => length > 0).map((value) => ({ kind: 'conversations of a line', value }));
    },
    async erase({ lines, conversations }) {
      let gone = 0;
      for (const conversation of conversations) {
        const names = await client.smembers(linesOf(conversation));
        for (const name of names) gone += await client.zrem(indexOf(name), conversation);
        await client.del(linesOf(conversation));
      }
      for (const line of lines) gone += await client.del(indexOf(nameOf(line)));
      // That a web chat was begun is remembered under a digest of its id.
      for (const conversation of conversations) gone += await client.del(`once:${digest(`conversation ${conversation.replace(/^web:/, '')}`)}`);
      return { 'conversations of a line': gone };
    },
  };
}
