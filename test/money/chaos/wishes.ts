import { z } from 'zod';
import type { ScratchCard } from './customer';
import type { ChaosWorld } from './world';

/** Lines that can pay, each as often as people use it. */
export const LINES = ['5555-0101', '5555-0102', '5555-0101'];
/** The one to which money is lent: the debt is collected from what the others on it top up. */
export const LENT = '5555-0101';
/** The one that is topped up with scratch cards. */
export const SCRATCHED = '5555-0102';

/** Each top-up has an amount of its own, as long as there are any. */
export function amountsOf(): () => number {
  let last = 4;
  return () => (last = last >= 499 ? 5 : last + 1);
}

export const topsUpOrBuys = (random: () => number, amounts: () => number): string =>
  random() < 0.75 ? `recarga ${amounts()}` : 'quiero comprar un paquete de 5';
export const borrowsOrRepays = (random: () => number): string => (random() < 0.6 ? 'préstame saldo' : 'quiero pagar mi adelanto');

const Printed = z.object({ pin: z.string() });

/** Scratch cards, each of an amount of its own, in minor units. */
export function cardsOf({ sandbox }: Pick<ChaosWorld, 'sandbox'>): () => Promise<ScratchCard> {
  let last = 80_000;
  return async () => {
    const minor = (last += 101);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox}/sandbox/vouchers`, { method: 'POST', headers, body: JSON.stringify({ minor, country: 'GT' }) });
    return { ...Printed.parse(await answer.json()), minor };
  };
}
