import { z } from 'zod';
import { add, money, type Money } from '../../../domain/money';
import type { LendingProfile, LoanOffer, Refusal } from '../../../integrations/lending/port';
import { StoredMoney } from '../../engine/amounts';

const REASONS = ['debt-open', 'line-young', 'few-top-ups', 'balance-enough', 'sim-changed', 'postpaid', 'minor', 'limit-used', 'down'] as const satisfies readonly Refusal[]; // prettier-ignore

const Debt = z.object({
  id: z.string(),
  lent: StoredMoney,
  fee: StoredMoney,
  owed: StoredMoney,
  takenAt: z.number(),
  due: z.number().exactOptional(),
});

/** What the operator says of a line's loans, as a flow keeps it. */
export const Profile = z.object({
  ...{ limit: StoredMoney, available: StoredMoney, debts: z.array(Debt) },
  recovery: z.object({ rule: z.enum(['all', 'half', 'oldest']), keeps: StoredMoney.exactOptional() }),
  refusal: z.object({ reason: z.enum(REASONS), missingTopUps: z.number().exactOptional(), from: z.number().exactOptional() }).exactOptional(),
});
export type Profile = z.infer<typeof Profile>;

/** What can be borrowed, as a flow keeps it. */
export const Offer = z.object({
  ...{ id: z.string(), kind: z.enum(['advance', 'pack']), name: z.string() },
  ...{ lent: StoredMoney, fee: StoredMoney, total: StoredMoney, content: z.string().exactOptional() },
});
export type Offer = z.infer<typeof Offer>;

export const keptProfile = ({ debts, ...profile }: LendingProfile): Profile => ({ ...profile, debts: debts.map((debt) => ({ ...debt })) });

/** What is within what is left of the limit, smallest first. */
export const within = (offers: readonly LoanOffer[], { available }: Pick<Profile, 'available'>): Offer[] =>
  offers.filter(({ lent }) => lent.minor <= available.minor).toSorted((a, b) => a.lent.minor - b.lent.minor);

/** All that is still owed, and since when: the day it was due where that has passed, else the day it was taken. Epoch ms. */
export function owing({ debts, limit }: Pick<Profile, 'debts' | 'limit'>, now: number): { readonly owed: Money; readonly since: number } {
  const owed = debts.reduce<Money>((sum, debt) => add(sum, debt.owed), money(0, limit.currency));
  const [oldest] = debts.toSorted((a, b) => a.takenAt - b.takenAt);
  const { due = now, takenAt = now } = oldest ?? {};
  return { owed, since: due < now ? due : takenAt };
}
