import type { LedgerDesk } from '../../src/dialogs/engine/spend';
import type { Operation, Order, Settled, Spent } from '../../src/domain/spending';

/** How the other side answers one order. */
export type Answer = Settled | { readonly status: 'unknown'; readonly until: number } | { readonly status: 'limit' };

/** A ledger in memory: it records what was spent, once each, and answers as it is told to. */
export interface TestLedger extends LedgerDesk {
  readonly orders: Order[];
  /** What the next order comes to; after that, `done` again. */
  next(...answers: Answer[]): void;
  /** The operation of an order as it stands, for a `settles` event. */
  settle(at: number, outcome: Settled, which?: number): Operation;
}

/** @param references names of the orders, in turn */
export function testLedger(references: readonly string[] = ['R-7K2M9', 'R-8H4T6', 'R-2M3N4', 'R-5P6Q7']): TestLedger {
  const orders: Order[] = [];
  const known = new Map<string, Spent>();
  const answers: Answer[] = [];
  const operationOf = (order: Order): Operation => ({
    ...{ order: order.id, reference: references[orders.indexOf(order)] ?? 'R-99999', kind: order.kind, line: order.line, amount: order.amount },
    ...{ details: order.details, state: 'sent', at: order.evidence.agreedAt, teller: order.teller, evidence: order.evidence },
  });
  const spent = (order: Order): Spent => {
    const answer = answers.shift() ?? { status: 'done', facts: {} };
    const operation = operationOf(order);
    if (answer.status === 'limit') return { status: 'limit', limit: order.limits[0] ?? { name: 'none' } };
    if (answer.status === 'unknown') return { status: 'unknown', operation: { ...operation, state: 'unknown' }, until: answer.until };
    return { status: answer.status, operation: { ...operation, state: answer.status, outcome: answer }, outcome: answer };
  };
  return {
    orders,
    next: (...more) => void answers.push(...more),
    settle: (at, outcome, which = 0) => {
      const order = orders[which];
      if (!order) throw new Error('no such order');
      return { ...operationOf(order), state: outcome.status, outcome, settledAt: at };
    },
    spend: async (order) => {
      const before = known.get(order.id);
      if (before) return before;
      orders.push(order);
      const now = spent(order);
      known.set(order.id, now);
      return now;
    },
    operations: async () => [...known.values()].flatMap((each) => ('operation' in each ? [each.operation] : [])).toReversed(),
    operation: async (_line, order) => {
      const found = known.get(order);
      return found && 'operation' in found ? found.operation : undefined;
    },
    nameOf: (line, order) => `${line}:${order}`,
  };
}
