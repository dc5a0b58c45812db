import { z } from 'zod';
import { BackendFailure } from '../../domain/failure';
import type { Money } from '../../domain/money';
import type { Caller } from '../http/caller';
import { instant, moneyIn, optionalText } from '../tmf';
import type { Wallet } from '../wallet/client';
import type { Means, PaymentMethods } from './port';

const PATH = '/tmf-api/paymentMethod/v4/paymentMethod';

const KINDS: Readonly<Record<string, Means['kind']>> = {
  bucketpaymentmethod: 'balance',
  digitalwallet: 'wallet',
  tokenizedcard: 'card',
  accountpaymentmethod: 'bill',
};
const Raw = z.object({
  ...{ id: z.string(), name: optionalText, '@type': z.string(), status: optionalText, statusReason: optionalText },
  ...{ brand: optionalText, lastFourDigits: z.string().regex(/^\d{4}$/).nullish(), expirationDate: instant.nullish(), availableAmount: moneyIn.nullish() }, // prettier-ignore
});
type Raw = z.infer<typeof Raw>;
const BARRED = z.enum(['expired', 'blocked', 'over-limit', 'open-invoice', 'minor']);

interface MeansParts {
  readonly caller: Caller;
  /** Absent where no wallet can be asked: then nobody is offered one. */
  readonly wallet: Wallet | undefined;
  /** What a gateway's hosted page is called; absent where there is no gateway. */
  readonly page?: string | undefined;
  readonly clock: () => number;
}

/** What a line can pay with (TMF670); of cards the brand and four digits. What is in a wallet is asked of the wallet. */
export function meansClient({ caller, wallet, page, clock }: MeansParts): PaymentMethods {
  return {
    async of(msisdn) {
      const raw = await caller.list({ operation: 'means', path: PATH, query: { 'relatedParty.id': msisdn }, schema: Raw });
      const all = raw.flatMap((each) => meansOf(each, clock()) ?? []);
      const mine = wallet ? all : all.filter(({ kind }) => kind !== 'wallet');
      const hosted: Means[] = page === undefined ? [] : [{ id: 'page', kind: 'page', name: page }];
      return Promise.all(
        [...mine, ...hosted].map(async (means) => (means.kind === 'wallet' && !means.barred ? { ...means, ...(await held(wallet, msisdn)) } : means)),
      );
    },
  };
}

/** What is in it, unless the wallet is away: then whether it is enough is found out by paying. */
async function held(wallet: Wallet | undefined, msisdn: string): Promise<{ available?: Money }> {
  const available = await wallet?.balance(msisdn).catch((error: unknown) => {
    if (error instanceof BackendFailure) return undefined;
    throw error;
  });
  return available ? { available } : {};
}

function meansOf(raw: Raw, now: number): Means | undefined {
  const kind = KINDS[raw['@type'].toLowerCase()];
  if (kind === undefined) return undefined;
  const barred = barOf(raw, now);
  return {
    ...{ id: raw.id, kind, name: nameOf(raw, kind) },
    ...(raw.availableAmount && { available: raw.availableAmount }),
    ...(barred && { barred }),
  };
}

function barOf({ status, statusReason, expirationDate }: Raw, now: number): Means['barred'] {
  if (typeof expirationDate === 'number' && expirationDate < now) return 'expired';
  if (status === undefined || status.toLowerCase() === 'active') return undefined;
  return BARRED.safeParse(statusReason).data ?? 'blocked';
}

const nameOf = ({ name, brand, lastFourDigits }: Raw, kind: Means['kind']): string =>
  kind === 'card' && lastFourDigits ? `${brand ?? 'Tarjeta'} ••${lastFourDigits}` : (name ?? kind);
