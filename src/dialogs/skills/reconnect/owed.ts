import type { ServiceHours } from '../../../domain/cases/hours';
import { money, type Money } from '../../../domain/money';
import type { Accounts } from '../../../integrations/accounts/port';
import type { Bill, Bills } from '../../../integrations/bills/port';
import type { Cases } from '../../../integrations/cases/port';
import type { Receipts } from '../../../integrations/receipts/port';
import type { Reconnection } from '../../../integrations/reconnection/port';

export interface ReconnectPorts {
  readonly accounts: Pick<Accounts, 'ofLine' | 'phoneOnFile'>;
  readonly bills: Bills;
  readonly receipts: Pick<Receipts, 'ofAccount'>;
  readonly reconnection: Reconnection;
  readonly cases: Cases;
  /** When people answer. */
  readonly hours: ServiceHours;
}

/** All that is open of an account's bills; undefined when nothing is. */
export function owedIn(bills: readonly Bill[]): Money | undefined {
  const [first, ...more] = bills.filter(({ remaining }) => remaining.minor > 0);
  return (
    first &&
    money(
      more.reduce((sum, { remaining }) => sum + remaining.minor, first.remaining.minor),
      first.remaining.currency,
    )
  );
}
