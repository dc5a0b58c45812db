import { z } from 'zod';
import type { CaseRecord } from '../../domain/cases/record';
import { failed } from '../http/exchange';
import type { Answered, Zendesk } from './client';

const User = z.object({ id: z.number() });
const One = z.object({ user: User });
const Found = z.object({ users: z.array(User) });
const LOCALES = { es: 'es-419', en: 'en-US' } as const;

/** Who a case is of, as Zendesk knows people. */
export interface Requesters {
  /** Finds the customer, by our own name for them first, then by the phone; else makes one. */
  ensure(record: CaseRecord): Promise<Answered<number>>;
  find(record: CaseRecord): Promise<number | undefined>;
}

/**
 * A proved line is its owner's, a proved contract its holder's. Whoever proved nothing is only this conversation: a number that anybody could type gives
 * no way to somebody else's tickets.
 */
export function requesters(zendesk: Zendesk, nameOf: (conversation: string) => string): Requesters {
  const search = async (query: Readonly<Record<string, string>>): Promise<number | undefined> => {
    const pages = await zendesk.pages({ operation: 'user-search', schema: Found, call: (client) => client.users.search(query) });
    return pages.flatMap(({ users }) => users)[0]?.id;
  };
  const find = async (record: CaseRecord): Promise<number | undefined> => {
    const { externalId, phone } = personOf(record, nameOf);
    return (await search({ external_id: externalId })) ?? (phone === undefined ? undefined : await search({ query: `phone:${phone}` }));
  };
  return {
    find,
    async ensure(record) {
      const before = await find(record);
      if (before !== undefined) return { ok: true, value: before };
      const { externalId, phone, name } = personOf(record, nameOf);
      const user = {
        ...{ name, external_id: externalId, locale: LOCALES[record.origin?.language ?? 'es'], skip_verify_email: true },
        ...(phone !== undefined && { phone }),
      };
      const answer = await zendesk.ask({ operation: 'user-create', schema: One, call: (client) => client.users.createOrUpdate({ user }) });
      return answer.ok ? { ok: true, value: answer.value.user.id } : answer;
    },
  };
}

function personOf(record: CaseRecord, nameOf: (conversation: string) => string): { externalId: string; phone?: string; name: string } {
  const { line, contract, origin } = record;
  const holder = origin?.account['Titular'];
  const proved = (number: string | undefined, all: readonly string[] | undefined): string | undefined =>
    number !== undefined && (record.level === 2 || all?.includes(number) === true || origin === undefined) ? number : undefined;
  const mobile = proved(line, origin?.lines) ?? (line === undefined && contract === undefined ? origin?.lines[0] : undefined);
  if (mobile !== undefined) return { externalId: `line:${mobile}`, phone: `+${mobile}`, name: holder ?? `Cliente …${mobile.slice(-4)}` };
  const home = proved(contract, origin?.contracts) ?? (line === undefined ? origin?.contracts[0] : undefined);
  if (home !== undefined) return { externalId: `contract:${home}`, name: holder ?? `Cliente, cuenta …${home.slice(-4)}` };
  if (!origin) throw failed('zendesk', 'contract', 'a case of nobody');
  return { externalId: `chat:${nameOf(origin.conversation)}`, name: 'Cliente del chat' };
}
