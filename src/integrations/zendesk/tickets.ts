import { z } from 'zod';
import { areIn } from '../../domain/cases/attached';
import type { CaseRecord } from '../../domain/cases/record';
import { failed } from '../http/exchange';
import type { Zendesk } from './client';
import { ourselves } from './ourselves';
import { packetOf, type Packet } from './packet';
import type { TicketDesk } from './port';
import { agentGroups, ticketFields } from './settings';
import { requesters } from './users';

const BACKEND = 'zendesk';
/** How far Zendesk's clock may be behind ours, ms. */
const SKEW_MS = 60_000;

/** What is one of a known outage, and all else. */
const [QUESTION, INCIDENT] = ['question', 'incident'] as const;

const One = z.object({ ticket: z.object({ id: z.number() }) });
const Requested = z.object({ tickets: z.array(z.object({ id: z.number(), external_id: z.string().nullish() })) });
const Comments = z.object({
  comments: z.array(
    z.object({
      ...{ body: z.string(), plain_body: z.string().nullish(), created_at: z.iso.datetime({ offset: true }) },
      attachments: z.array(z.object({ size: z.number().nullish() })).default([]),
    }),
  ),
});

export interface TicketsParts {
  readonly zendesk: Zendesk;
  /** Which group of the account takes what, by name or id: `GT.home=Hogar`, `fraud=360001`. What is not named goes where the account sends it. */
  readonly groups: Readonly<Record<string, string>>;
  /** Names a conversation to Zendesk: the same for the same, and nothing can be made of it. */
  readonly nameOf: (conversation: string) => string;
  readonly clock: () => number;
}

/** Tickets in Zendesk Support. */
export function ticketDesk({ zendesk, groups, nameOf, clock }: TicketsParts): TicketDesk {
  const people = requesters(zendesk, nameOf);
  const me = ourselves(zendesk);
  const [fieldsOf, groupsOf] = [ticketFields(zendesk, clock), agentGroups(zendesk, clock)];
  const placed = async (packet: Packet): Promise<object> => {
    const [fields, named] = [await fieldsOf(), await groupsOf()];
    const custom = Object.entries(packet.fields).flatMap(([name, value]) => {
      const id = fields.get(name);
      return id === undefined ? [] : [{ id, value: String(value) }];
    });
    const group = packet.groups.map((each) => groups[each]).find((each) => each !== undefined);
    const id = group === undefined ? undefined : (named.get(group) ?? (/^\d+$/.test(group) ? Number(group) : undefined));
    return { custom_fields: custom, ...(id !== undefined && { group_id: id }) };
  };

  return {
    async upload(file) {
      const answer = await zendesk.upload(file);
      return answer.ok ? answer.value : undefined;
    },
    async file(record, { bare, uploads }) {
      const packet = packetOf(record);
      const requester = await people.ensure(record);
      if (!requester.ok) return { status: 'refused', why: `requester: status ${requester.status}, ${requester.fields.join(', ')}` };
      // Unsaid, the note would be the customer's own.
      const comment = {
        body: packet.note,
        public: false,
        author_id: await me(),
        ...(uploads && uploads.tokens.length > 0 && { uploads: [...uploads.tokens] }),
      };
      const ticket = {
        ...{ subject: packet.subject, comment, requester_id: requester.value, external_id: record.reference },
        ...{ tags: [...packet.tags], priority: packet.priority, type: record.incident === undefined ? QUESTION : INCIDENT },
        ...(!bare && (await placed(packet))),
        ...(!bare && incidentOf(record)),
      };
      const idempotencyKey = [`case-${record.id}`, ...(bare ? ['bare'] : []), ...(uploads ? [uploads.at] : [])].join('-');
      const answer = await zendesk.ask({
        operation: 'ticket-create',
        schema: One,
        idempotencyKey,
        call: (client) => client.tickets.create({ ticket }),
      });
      if (answer.ok) return { status: 'filed', ticket: String(answer.value.ticket.id) };
      return { status: 'refused', why: `status ${answer.status}, ${answer.fields.join(', ')}` };
    },
    async find(record) {
      const requester = await people.find(record);
      if (requester === undefined) return undefined;
      const call: Parameters<Zendesk['pages']>[0]['call'] = (client) => client.tickets.listByUserRequested(requester);
      const pages = await zendesk.pages({ operation: 'tickets-requested', schema: Requested, call });
      const found = pages.flatMap(({ tickets }) => tickets).find(({ external_id: reference }) => reference === record.reference);
      return found && String(found.id);
    },
    async comment(record, ticket, { text, uploads }) {
      const author = await people.find(record);
      const comment = {
        body: wordsOf(text),
        public: true,
        ...(author !== undefined && { author_id: author }),
        ...(uploads.length > 0 && { uploads: [...uploads] }),
      };
      const answer = await zendesk.ask({
        operation: 'ticket-comment',
        schema: One,
        call: (client) => client.tickets.update(Number(ticket), { ticket: { comment } }),
      });
      if (!answer.ok && answer.status === 409) throw failed(BACKEND, 'unavailable', 'a conflict');
      return answer.ok ? 'added' : 'refused';
    },
    async has(_, ticket, { text, files }, since) {
      const pages = await zendesk.pages({ operation: 'comments', schema: Comments, call: (client) => client.tickets.getComments(Number(ticket)) });
      const words = (body: string): string => body.replaceAll('&nbsp;', ' ').replace(/\s+/g, ' ').trim();
      return pages
        .flatMap(({ comments }) => comments)
        .filter(({ plain_body: plain, body, created_at: at }) => Date.parse(at) >= since - SKEW_MS && words(plain ?? body) === words(wordsOf(text)))
        .some(({ attachments }) => areIn(attachments.map(({ size }) => size ?? undefined), files)); // prettier-ignore
    },
  };
}

/** Zendesk takes no comment without words. */
const wordsOf = (text: string): string => (text.trim() === '' ? 'Archivo del cliente.' : text);

/** The ticket of a known outage is the parent: its incidents are silent. */
const incidentOf = ({ incident }: CaseRecord): object => (incident !== undefined && /^\d+$/.test(incident) ? { problem_id: Number(incident) } : {});
