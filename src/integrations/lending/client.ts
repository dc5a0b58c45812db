import { z } from 'zod';
import { decimalOf, instant, moneyIn } from '../tmf';
import type { Caller } from '../http/caller';
import { Refusal, type Lending, type LendingProfile, type LoanOffer } from './port';

/** Airtime lending lives under a customer's number, as in the public loan API that it follows; the fields of its bodies are ours. */
export const loansOf = (msisdn: string): string => `/lending/v2/customers/${encodeURIComponent(msisdn)}/loans`;

const Debt = z
  .object({ id: z.string(), principal: moneyIn, fee: moneyIn, outstanding: moneyIn, takenDate: instant, dueDate: instant.nullish() })
  .transform(({ id, principal, fee, outstanding, takenDate, dueDate }) => ({
    ...{ id, lent: principal, fee, owed: outstanding, takenAt: takenDate },
    ...(typeof dueDate === 'number' && { due: dueDate }),
  }));

const Profile = z
  .object({
    creditLimit: moneyIn,
    availableCredit: moneyIn,
    debts: z.array(Debt),
    recovery: z.object({ rule: z.enum(['all', 'half', 'oldest']), keeps: moneyIn.nullish() }),
    /** A reason that we have no words for is told as a limit that is used up. */
    refusal: z.object({ reason: Refusal.catch('limit-used'), missingTopUps: z.int().nullish(), from: instant.nullish() }).nullish(),
  })
  .transform(({ creditLimit, availableCredit, debts, recovery, refusal }): LendingProfile => ({
    ...{ limit: creditLimit, available: availableCredit, debts },
    recovery: { rule: recovery.rule, ...(recovery.keeps && { keeps: recovery.keeps }) },
    ...(refusal && {
      refusal: {
        reason: refusal.reason,
        ...(typeof refusal.missingTopUps === 'number' && { missingTopUps: refusal.missingTopUps }),
        ...(typeof refusal.from === 'number' && { from: refusal.from }),
      },
    }),
  }));

const Offer = z
  .object({
    ...{ id: z.string(), type: z.enum(['advance', 'pack']), name: z.string(), amount: moneyIn, fee: moneyIn, total: moneyIn },
    description: z.string().nullish(),
  })
  .refine(({ amount, fee, total }) => amount.minor + fee.minor === total.minor, 'the total is not the sum')
  .transform(({ id, type, name, amount, fee, total, description }): LoanOffer => ({
    ...{ id, kind: type, name, lent: amount, fee, total },
    ...(description && { content: description }),
  }));

const Preview = z.object({ kept: moneyIn, left: moneyIn, stillOwed: moneyIn });

/** Airtime lending; a line to which nothing is ever lent has no profile. */
export function lendingClient(caller: Caller): Lending {
  return {
    profile: (msisdn) => caller.find({ operation: 'loan-profile', path: loansOf(msisdn), schema: Profile }),
    offers: async (msisdn) =>
      (await caller.find({ operation: 'loan-offers', path: `${loansOf(msisdn)}/eligibleBundle`, schema: z.array(Offer) })) ?? [],
    async recovery(msisdn, amount) {
      const query = { amount: String(decimalOf(amount)) };
      const preview = await caller.find({ operation: 'loan-recovery', path: `${loansOf(msisdn)}/recovery`, query, schema: Preview });
      return preview === undefined || preview.kept.minor + preview.stillOwed.minor === 0 ? undefined : preview;
    },
  };
}
