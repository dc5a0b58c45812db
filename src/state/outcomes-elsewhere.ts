import type { Fact } from '../domain/outcomes';
import { FACTS, outcomeNames, TICKETS } from './outcomes-keys';
import type { Store } from './redis-mailbox';
import { homeOwner } from './session';

/** As long as facts are kept, ms. */
const LIFE_MS = 400 * 24 * 3_600_000;

/** A ticket that this bot did not open, as an export of the help desk tells it. */
export interface OtherTicket {
  /** Its number there. */
  readonly ticket: string;
  /** Whose it is: a line (E.164 without `+`), or a contract. */
  readonly line?: string | undefined;
  readonly contract?: string | undefined;
  /** When it was opened, epoch ms. */
  readonly at: number;
  /** One of the bot's topics: `balances`, `pay-invoice`… Another word is kept, and meets nothing. */
  readonly topic: string;
  /** Where it came from: `phone`, `mail`, `store`. */
  readonly channel: string;
}

/** Takes tickets that were opened elsewhere into the facts. A ticket that is known changes nothing. @returns how many are new */
export async function keepTickets(
  { redis: { client } }: Pick<Store, 'redis'>,
  tickets: readonly OtherTicket[],
  { pepper, country }: { readonly pepper: string; readonly country: string },
): Promise<number> {
  const names = outcomeNames(pepper);
  let taken = 0;
  for (const { ticket: number, line, contract, at, topic, channel } of tickets) {
    const owner = line ?? (contract === undefined ? undefined : homeOwner(contract));
    if (owner === undefined) continue; // nobody's: it can be joined with nobody
    const ticket = names.chat(`ticket ${number}`);
    if ((await client.sadd(TICKETS, ticket)) === 0) continue;
    const fact: Fact = { kind: 'ticket', ticket, person: names.person(owner), chat: ticket, verified: true, channel, country, at, topic };
    await client.multi().xadd(FACTS, '*', 'fact', JSON.stringify(fact)).pexpire(TICKETS, LIFE_MS).exec();
    taken++;
  }
  return taken;
}
