import { z } from 'zod';
import type { Caller } from '../http/caller';
import { withLastKnown, type Remembering } from '../last-known';
import { StoredMoney } from '../tmf';
import { bucketOf, type Held } from './bucket';
import type { Balance, Buckets, Prepaid } from './port';

interface PrepaidParts extends Remembering {
  /** Of the operator's TM Forum base URL: paths begin with `/tmf-api`. */
  readonly caller: Caller;
}

const PATH = '/tmf-api/prepayBalanceManagement/v4/bucket';

const StoredBuckets = z.object({
  balances: z.array(
    z.object({
      ...{ name: z.string(), main: z.boolean(), amount: StoredMoney },
      ...{ until: z.exactOptional(z.number()), only: z.exactOptional(z.string()) },
    }),
  ),
  allowances: z.array(
    z.object({
      ...{ kind: z.enum(['data', 'voice', 'sms', 'social']), name: z.string() },
      ...{ left: z.exactOptional(z.number()), of: z.exactOptional(z.number()), until: z.exactOptional(z.number()) },
    }),
  ),
});

/**
 * Buckets by TMF654 v4. Which are usable is the backend's word (`status`), by its own clock. `"@type": "MainBalance"` marks the main
 * balance and `"Bonus"` a promotional one; where nothing is marked, the one called Saldo is the main one, or else the first.
 */
export function prepaidClient({ caller, ...remembering }: PrepaidParts): Prepaid {
  const live = async (msisdn: string): Promise<Buckets> => {
    const query = { 'logicalResource.id': msisdn, status: 'active' };
    return bucketsOf(await caller.list({ operation: 'buckets', path: PATH, query, schema: bucketOf(msisdn) }));
  };
  return { buckets: withLastKnown('prepaid', StoredBuckets, live, remembering) };
}

function bucketsOf(all: readonly Held[]): Buckets {
  const money = all.filter((each) => each?.kind === 'balance');
  const own = money.filter(({ type }) => type !== 'bonus');
  const main = own.find(({ type }) => type === 'main') ?? own.find(({ balance }) => /^saldo$/i.test(balance.name)) ?? own[0];
  return {
    balances: money.map((each): Balance => ({ ...each.balance, main: each === main })),
    allowances: all.flatMap((each) => (each?.kind === 'allowance' ? [each.allowance] : [])),
  };
}
