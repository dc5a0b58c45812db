import { z } from 'zod';
import type { Order } from '../domain/spending';
import type { Effects } from '../state/effects';
import { ownerOf } from './engine/identity';
import type { ConversationRecord } from './engine/record';
import { Agreed, type LedgerDesk } from './engine/spend';
import { Stored } from './engine/steps';

interface Books {
  readonly effects: Effects;
  readonly ledger: Pick<LedgerDesk, 'operation'>;
}
/** The message whose turn takes long. */
interface Slow {
  readonly conversation: string;
  readonly number: number;
}
type Fate = z.infer<typeof Fate>;
const Fate = z.enum(['sent', 'stopped']);

/** A payment that its customer left before it was sent. Nothing was moved, and nobody waits for its end. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Decided once, by whoever comes first: the slow turn that is about to send, or the customer who leaves it. True when it is as `fate` says. */
async function decide({ effects }: Books, slow: Slow, fate: Fate): Promise<boolean> {
  const decided = await effects.once({ ...slow, step: 'fate' }, Fate, async () => fate, 'never');
  return decided.status === 'done' && decided.value === fate;
}

/** Whether a slow turn may send the order now. What was sent before is only looked up by the ledger. @throws while Redis is away */
export async function maySend(books: Books, slow: Slow, { line, id }: Order): Promise<boolean> {
  return (await decide(books, slow, 'sent')) || (await books.ledger.operation(line, id)) !== undefined;
}

/**
 * The customer leaves a slow turn. True when no money was sent in it, and none will be. `record` is that of before the turn: the consent that it
 * may act on is there. @throws while Redis is away
 */
export async function stopsHere(books: Books, slow: Slow, record: ConversationRecord): Promise<boolean> {
  if (ordersIn(record).length === 0) return true;
  return (await decide(books, slow, 'stopped')) && !(await isSent(books, record));
}

/** Whether an order of the flows that are open is in the ledger: it was agreed to, and sent. */
export async function isSent({ ledger }: Pick<Books, 'ledger'>, record: ConversationRecord): Promise<boolean> {
  const found = await Promise.all(ordersIn(record).map(({ owner, order }) => ledger.operation(owner, order)));
  return found.some((operation) => operation !== undefined);
}

/** Orders that a yes is asked for, and those that have theirs: a PIN is typed after it, also by who goes on so with a flow that was left. */
function ordersIn({ stack, parked = [] }: ConversationRecord): readonly { readonly owner: string; readonly order: string }[] {
  const open = stack.flatMap(({ state }) => Stored.safeParse(state).data ?? []);
  const left = parked.flatMap(({ state }) => Stored.safeParse(state).data ?? []);
  return [
    ...open.flatMap((stored) => owned(stored, stored.asked?.order)),
    ...[...open, ...left].flatMap((stored) => Object.values(stored.answers).flatMap((answer) => owned(stored, Agreed.safeParse(answer).data?.order))),
  ];
}

function owned(stored: Stored, order: string | undefined): { readonly owner: string; readonly order: string }[] {
  const owner = ownerOf(stored);
  return owner === undefined || order === undefined ? [] : [{ owner, order }];
}
