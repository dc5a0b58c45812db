import { z } from 'zod';
import { kindIn, LINE_KINDS, type BillLine, type LineKind } from '../../domain/bills';
import { listed, moneyIn, optionalText } from '../tmf';

const Characteristic = z.object({ name: z.string(), value: z.unknown() });

/** A TMF678 v4 applied billing rate: one line of a bill. */
export const Rate = z
  .object({
    ...{ id: z.string(), name: optionalText, description: optionalText, type: optionalText, taxIncludedAmount: moneyIn },
    ...{ product: z.object({ id: optionalText }).nullish(), characteristic: listed(Characteristic).nullish() },
  })
  .transform((rate, context): BillLine => {
    const name = rate.name ?? rate.description ?? '';
    const of = (wanted: string): unknown => rate.characteristic?.find((each) => each.name === wanted)?.value;
    const item = rate.product?.id;
    const disputed = Disputed.safeParse(of('disputedAmount'));
    if (of('disputedAmount') !== undefined && !disputed.success) context.addIssue('not an amount of money');
    return {
      ...{ id: rate.id, name, kind: kindOf(of('chargeType'), rate.type, name), amount: rate.taxIncludedAmount },
      ...(item !== undefined && { item }),
      ...(disputed.success && { disputed: disputed.data }),
      ...(of('collectedInDispute') === false && { waits: true }),
    };
  });

const Disputed = moneyIn;
const Kind = z.enum(LINE_KINDS);

/** As the operator says, by a characteristic of our profile or by the type; else by the words on the bill. */
function kindOf(said: unknown, type: string | undefined, name: string): LineKind {
  const kind = Kind.safeParse(said);
  if (kind.success) return kind.data;
  const words = kindIn(name);
  if (words !== 'other') return words;
  if (/penalt/i.test(type ?? '')) return 'late-fee';
  return /credit/i.test(type ?? '') ? 'credit' : 'other';
}
