import { z } from 'zod';
import type { Zendesk } from './client';

/** Fields and groups of an account change when somebody sets them up. */
const SETTINGS_MS = 10 * 60_000;
const Fields = z.object({ ticket_fields: z.array(z.object({ id: z.number(), title: z.string() })) });
const Groups = z.object({ groups: z.array(z.object({ id: z.number(), name: z.string() })) });

/** Numbers in one account, by the names that people gave. Zendesk is asked once in ten minutes. @throws BackendFailure */
export type Named = () => Promise<ReadonlyMap<string, number>>;

/** Custom fields of tickets, by title. */
export const ticketFields = (zendesk: Zendesk, clock: () => number): Named =>
  once(clock, async () => {
    const pages = await zendesk.pages({ operation: 'fields', schema: Fields, call: (client) => client.ticketfields.list() });
    return new Map(pages.flatMap((page) => page.ticket_fields).map(({ id, title }) => [title, id]));
  });

/** Groups of agents. */
export const agentGroups = (zendesk: Zendesk, clock: () => number): Named =>
  once(clock, async () => {
    const pages = await zendesk.pages({ operation: 'groups', schema: Groups, call: (client) => client.groups.list() });
    return new Map(pages.flatMap((page) => page.groups).map(({ id, name }) => [name, id]));
  });

function once(clock: () => number, ask: Named): Named {
  let known: { readonly all: ReadonlyMap<string, number>; readonly at: number } | undefined;
  return async () => {
    if (known && clock() - known.at < SETTINGS_MS) return known.all;
    known = { all: await ask(), at: clock() };
    return known.all;
  };
}
