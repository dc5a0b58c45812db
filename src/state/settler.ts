import type { Ledger } from './ledger';
import type { Spending } from './spending';
import { sweeper, type Sweeper } from './sweeper';

/** Looks after orders that nobody looks after: in doubt, settled and not yet told, or left by a process that died. */
export function settler({
  ledger,
  spending,
  report,
}: {
  readonly ledger: Pick<Ledger, 'due'>;
  readonly spending: Pick<Spending, 'look'>;
  readonly report: (event: string, detail: object) => void;
}): Sweeper {
  const failed = (error: unknown): void => report('settler.failed', { error: String(error) });
  return sweeper({
    mailbox: { overdue: async (shard) => [...(await ledger.due(shard))] },
    take: (member) => spending.look(member).catch(failed), // one that cannot be read must not stop the others
    isFull: () => false,
    failed,
  });
}
