import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { LANGUAGES } from '../domain/texts';
import type { ArticleShelf, SharedArticle } from '../integrations/help/port';
import type { RedisConnection } from './redis';

const ARTICLES = '{help}:articles';
const META = '{help}:read';
/** Nobody asked the help center for so long: what was read of it is not believed any more, ms. */
const KEEP_MS = 30 * 24 * 3_600_000;
const RIGHT = '{help}:reader';
/** In place of a reader's name: what there is was read, and nobody need read it again yet. */
const READ = 'read';

/** Written by another release, an article may look otherwise: then it is left out until all is read again. */
const Article = z.object({
  ...{ id: z.string(), title: z.string(), excerpt: z.string(), text: z.string(), url: z.exactOptional(z.string()), updated: z.number() },
  ...{ skills: z.array(z.string()), language: z.enum(LANGUAGES), countries: z.array(z.string()), phrasings: z.array(z.string()) },
});
const Meta = z.object({ version: z.coerce.number(), cursor: z.coerce.number(), wholeAt: z.coerce.number() });

/** Articles in Redis. They are public, so they are not sealed; they stay while the help center is away. */
export function articleShelf({ client }: RedisConnection): ArticleShelf {
  const me = randomUUID();
  const isMine = async (): Promise<boolean> => (await client.get(RIGHT)) === me;
  const fieldOf = ({ language, id }: Pick<SharedArticle, 'language' | 'id'>): string => `${language} ${id}`;
  return {
    async upTo() {
      const read = Meta.safeParse(await client.hgetall(META));
      return read.success ? read.data : undefined;
    },
    async all() {
      const read = Object.values(await client.hgetall(ARTICLES)).map((json) => Article.safeParse(parsed(json)));
      const articles = read.flatMap(({ data }) => data ?? []);
      return articles.sort((one, other) => fieldOf(one).localeCompare(fieldOf(other)));
    },
    async put(articles, { cursor, wholeAt }, ids) {
      const all = client.multi();
      const gone = ids?.flatMap((id) => LANGUAGES.map((language) => fieldOf({ language, id })));
      if (gone === undefined) all.del(ARTICLES);
      else if (gone.length > 0) all.hdel(ARTICLES, ...gone);
      if (articles.length > 0) all.hset(ARTICLES, Object.fromEntries(articles.map((article) => [fieldOf(article), JSON.stringify(article)])));
      all.hincrby(META, 'version', 1).hset(META, { cursor, wholeAt }).pexpire(META, KEEP_MS).pexpire(ARTICLES, KEEP_MS);
      for (const [error] of (await all.exec()) ?? []) if (error) throw error;
    },
    // Whoever was given it and did not hear so, because the answer came too late, has it all the same.
    mayRead: async (forMs) => (await client.set(RIGHT, me, 'PX', Math.ceil(forMs), 'NX')) === 'OK' || isMine(),
    rest: async (forMs) => void (await client.set(RIGHT, READ, 'PX', Math.ceil(forMs))),
    giveUp: async () => void ((await isMine()) && (await client.del(RIGHT))),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
