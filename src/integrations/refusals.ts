import { z } from 'zod';
import { BackendFailure } from '../domain/failure';
import type { Sent, Settled } from '../domain/spending';
import type { Written } from './http/caller';
import { failed } from './http/exchange';

/** Why the other side said no, for skills: each has words of its own. */
const REASONS = [
  ...(['insufficient', 'sold-out', 'price-changed', 'not-eligible', 'card-declined', 'card-expired', 'voucher-used', 'voucher-expired'] as const),
  ...(['voucher-unknown', 'wallet-insufficient', 'wallet-declined', 'blocked', 'limit', 'not-found', 'sim-changed', 'already-paid'] as const),
] as const;
type Reason = (typeof REASONS)[number] | 'other';
export type Refused = Extract<Settled, { status: 'refused' }>;

const Reasoned = z.enum(REASONS);

/**
 * A no, by its own reason. One without a reason that we know is a no only to what was never sent before: a gateway's bare 403 to a repetition
 * says nothing about what became of the first sending.
 *
 * @param words what the other side calls our reasons, by its own codes
 * @throws BackendFailure for a no that leaves doubt
 */
export function refusedBy(
  backend: string,
  { status, code, reason }: Extract<Written<never>, { ok: false }>,
  { first }: Pick<Sent, 'first'>,
  words: Readonly<Record<string, Reason>> = {},
): Refused {
  const own = words[code] ?? Reasoned.safeParse(code).data ?? Reasoned.safeParse(reason).data;
  if (own !== undefined) return { status: 'refused', reason: own };
  if (first !== true || status === 409 || status === 422) throw failed(backend, 'contract', `refused with ${status} and no reason that is known`);
  return { status: 'refused', reason: 'other' };
}

/** What fails after money was taken is never "nothing was asked". */
export async function touched<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof BackendFailure && error.untouched ? new BackendFailure(error.backend, error.kind, { cause: error }) : error;
  }
}

/** What fails before anything was asked for the first time: certainly nothing was taken. */
export async function before<T>({ first }: Pick<Sent, 'first'>, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof BackendFailure && first ? new BackendFailure(error.backend, error.kind, { cause: error, untouched: true }) : error;
  }
}

/** For one request: longer than a client's own deadline of 8 s. */
export const ONE_LEG_MS = 10_000;
/** For a payment, what it buys and its way back: four requests, one after the other. Whoever looks sooner would ask while they are under way. */
export const ALL_LEGS_MS = 34_000;
