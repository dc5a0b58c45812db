import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RedisConnection } from './redis';

/** Runs one Lua script: atomic, one round trip. */
export type Script = (keys: readonly string[], args: readonly (string | number)[]) => Promise<unknown>;

/** Reads `lua/<parts>.lua`, one after the other, as one script. */
export function script({ client, gather }: RedisConnection, ...parts: readonly string[]): Script {
  const lua = parts.map((part) => readFileSync(join(__dirname, 'lua', `${part}.lua`), 'utf8')).join('\n');
  const sha = createHash('sha1').update(lua).digest('hex');
  return (keys, args) => {
    gather();
    return client.evalsha(sha, keys.length, ...keys, ...args).catch((error: unknown) => {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return client.eval(lua, keys.length, ...keys, ...args); // a Redis that has just started
    });
  };
}
