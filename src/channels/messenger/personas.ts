import { z } from 'zod';
import type { Graph } from './graph';

/** Names of people, as Messenger shows them beside their words. */
export interface Personas {
  /** Id of the persona of that name; undefined when there is none and none can be made. Never throws. */
  of(page: string, name: string): Promise<string | undefined>;
}

const Made = z.looseObject({ id: z.string() });
/** People whose personas are at hand. */
const AT_HAND = 200;
/** So long no persona is asked for that was refused, ms. */
const REFUSED_MS = 600_000;

/** @param picture shown beside the name, where Meta can fetch it */
export function personas({ graph, picture, clock }: { readonly graph: Graph; readonly picture: string; readonly clock: () => number }): Personas {
  const known = new Map<string, { readonly id?: string; readonly at: number }>();
  return {
    async of(page, name) {
      const key = `${page} ${name}`;
      const before = known.get(key);
      if (before?.id !== undefined || (before && clock() - before.at < REFUSED_MS)) return before.id;
      const called = await graph.call(page, 'personas', { name, profile_picture_url: picture });
      const id = called.ok ? Made.safeParse(called.body).data?.id : undefined;
      known.set(key, { at: clock(), ...(id !== undefined && { id }) });
      const [oldest] = known.keys();
      if (known.size > AT_HAND && oldest !== undefined) known.delete(oldest);
      return id;
    },
  };
}
