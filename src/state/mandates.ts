import { z } from 'zod';
import { FORMS, LANGUAGES } from '../domain/texts';
import type { Mandate, Mandates } from '../integrations/recurring/port';
import type { PersonalData } from './erase';
import { lineName } from './ledger-keys';
import type { Store } from './redis-mailbox';

/** One that is charged every month is read every month, ms. */
const KEEP_MS = 400 * 24 * 3_600_000;

const Kept: z.ZodType<Mandate> = z.object({
  ...{ id: z.string(), owner: z.string(), account: z.string(), conversation: z.string(), language: z.enum(LANGUAGES), form: z.enum(FORMS) },
  ...{ words: z.string(), version: z.string(), agreedAt: z.number() },
});

/** Mandates in Redis, sealed; an owner has few, found by an HMAC. Reading one keeps it for longer. @param pepper keeps numbers out of the names of keys */
export function mandates({
  redis,
  vault,
  unreadable = () => {},
  pepper,
}: Store & { readonly pepper: string }): Mandates & { of(owner: string): Promise<Mandate[]>; drop(owner: string): Promise<void> } {
  const keyOf = (id: string): string => `mandate:${id}`;
  const indexOf = (owner: string): string => `mandates:${lineName(pepper, owner)}`;
  const find = async (id: string): Promise<Mandate | undefined> => {
    const sealed = await redis.client.getex(keyOf(id), 'PX', KEEP_MS);
    if (sealed === null) return undefined;
    try {
      return Kept.parse(JSON.parse(vault.open(sealed, ['mandate', id])));
    } catch (error) {
      unreadable('mandate', error);
      return undefined;
    }
  };
  const ids = (owner: string): Promise<string[]> => redis.client.smembers(indexOf(owner));
  return {
    find,
    async keep(mandate) {
      await redis.client.sadd(indexOf(mandate.owner), mandate.id);
      await redis.client.pexpire(indexOf(mandate.owner), KEEP_MS);
      await redis.client.set(keyOf(mandate.id), vault.seal(JSON.stringify(mandate), ['mandate', mandate.id]), 'PX', KEEP_MS);
    },
    of: async (owner) => (await Promise.all((await ids(owner)).map(find))).filter((each) => each !== undefined),
    async drop(owner) {
      for (const id of await ids(owner)) await redis.client.del(keyOf(id));
      await redis.client.del(indexOf(owner));
    },
  };
}

/** Mandates of a line or contract. Erased here, the operator still charges: that is turned off there. */
export const mandateData = (kept: ReturnType<typeof mandates>): PersonalData => ({
  find: async ({ lines }) => (await Promise.all(lines.map((line) => kept.of(line)))).flat().map((value) => ({ kind: 'mandates', value })),
  async erase({ lines }) {
    let gone = 0;
    for (const line of lines) {
      gone += (await kept.of(line)).length;
      await kept.drop(line);
    }
    return { mandates: gone };
  },
});
