import { z } from 'zod';
import { money } from '../../domain/money';
import type { Caller } from '../http/caller';
import { instant, listed, moneyIn, optionalText, quantityIn } from '../tmf';
import type { Movement, Movements } from './port';

const ADJUSTED = '/tmf-api/prepayBalanceManagement/v4/adjustBalance';
const USED = '/tmf-api/usageManagement/v4/usage';
const Kind = z.enum(['top-up', 'pack', 'transfer', 'subscription', 'advance', 'recovery', 'expired', 'refund']);

const Adjusted = z.object({
  ...{ id: z.string(), adjustType: optionalText, description: optionalText, confirmationDate: instant, amount: quantityIn },
  logicalResource: listed(z.object({ id: z.string() })),
  product: listed(z.object({ id: z.string() })).nullish(),
  receiverLogicalResource: listed(z.object({ id: z.string() })).nullish(),
});
const Used = z.object({
  ...{ id: z.string(), usageType: z.string(), description: optionalText, usageDate: instant },
  ratedProductUsage: listed(z.object({ taxIncludedRatingAmount: moneyIn })).nullish(),
  relatedParty: listed(z.object({ id: z.string() })),
});

/** Adjustments of the main balance (TMF654), and calls, data and messages that were charged one by one (TMF635). */
export function movementsClient(caller: Caller): Movements {
  return {
    async of(msisdn, since) {
      const [adjusted, used] = await Promise.all([
        caller.list({ operation: 'adjustments', path: ADJUSTED, query: { 'logicalResource.id': msisdn }, schema: adjustedOf(msisdn) }),
        caller.list({
          operation: 'usage',
          path: USED,
          query: { 'relatedParty.id': msisdn, 'usageDate.gte': new Date(since).toISOString() },
          schema: usedOf(msisdn),
        }),
      ]);
      return [...adjusted, ...used.flatMap((each) => each ?? [])].filter(({ at }) => at >= since).sort((a, b) => b.at - a.at);
    },
  };
}

/** A filter that was ignored must not show somebody else's money. */
const adjustedOf = (msisdn: string) =>
  Adjusted.refine(({ logicalResource }) => logicalResource.some(({ id }) => id === msisdn)).transform((raw): Movement => {
    const [product] = raw.product ?? [];
    const [other] = raw.receiverLogicalResource ?? [];
    return {
      ...{ id: raw.id, at: raw.confirmationDate, kind: Kind.safeParse(raw.adjustType).data ?? 'other' },
      ...{ name: raw.description ?? raw.adjustType ?? '', amount: raw.amount },
      ...(product && { product: product.id }),
      ...(other && { other: other.id }),
    };
  });

const KINDS: Readonly<Record<string, Movement['kind']>> = { voice: 'calls', data: 'data', sms: 'sms' };

const usedOf = (msisdn: string) =>
  Used.refine(({ relatedParty }) => relatedParty.some(({ id }) => id === msisdn)).transform((raw, context): Movement | undefined => {
    if (!raw.ratedProductUsage) return undefined; // of a pack or a plan: nothing was charged for it alone
    const [first] = raw.ratedProductUsage;
    if (
      first === undefined ||
      raw.ratedProductUsage.some(({ taxIncludedRatingAmount: { currency } }) => currency !== first.taxIncludedRatingAmount.currency)
    ) {
      context.addIssue('usage without an amount, or in two currencies');
      return z.NEVER;
    }
    const sum = raw.ratedProductUsage.reduce((total, { taxIncludedRatingAmount: { minor } }) => total + minor, 0);
    return {
      ...{ id: raw.id, at: raw.usageDate, kind: KINDS[raw.usageType.toLowerCase()] ?? 'other', name: raw.description ?? raw.usageType },
      amount: money(-sum, first.taxIncludedRatingAmount.currency),
    };
  });
