import { z } from 'zod';
import { billsOf, BILLED } from './bills';
import { customer, type Customer, type ScratchCard } from './customer';
import type { ChaosWorld } from './world';

/** Two people with a saved card on one line, one on another, two with nothing but a wallet: they top up and buy packs. */
const BUYING = ['5555-0101', '5555-0101', '5555-0102', '5555-0106', '5555-0106'];
/** The one to which money is lent: the debt is collected from what the others on it top up. */
const LENT = '5555-0101';
/** Those that are topped up with scratch cards; the second one owes an advance. */
const SCRATCHED = ['5555-0102', '5555-0103'];

/** Everybody, with what they want. */
export async function castOf(world: ChaosWorld, random: () => number): Promise<readonly Customer[]> {
  const amounts = amountsOf();
  const bills = billsOf(world);
  await bills.keepCard();
  const buyCard = cardsOf(world);
  return [
    ...BUYING.map((line) => customer({ ...world, line, random, wish: () => topsUpOrBuys(random, amounts) })),
    customer({ ...world, line: LENT, random, wish: () => borrowsOrRepays(random) }),
    ...SCRATCHED.map((line) => customer({ ...world, line, random, wish: () => 'recargar con un PIN', buyCard })),
    customer({ ...world, line: BILLED, random, wish: () => 'pagar mi factura', bill: bills.issue }),
  ];
}

/** Each top-up has an amount of its own, as long as there are any. */
function amountsOf(): () => number {
  let last = 4;
  return () => (last = last >= 499 ? 5 : last + 1);
}

const topsUpOrBuys = (random: () => number, amounts: () => number): string =>
  random() < 0.75 ? `recarga ${amounts()}` : 'quiero comprar un paquete de 5';
const borrowsOrRepays = (random: () => number): string => (random() < 0.6 ? 'préstame saldo' : 'quiero pagar mi adelanto');

const Printed = z.object({ pin: z.string() });

/** Scratch cards, each of an amount of its own, in minor units. */
function cardsOf({ sandbox }: Pick<ChaosWorld, 'sandbox'>): () => Promise<ScratchCard> {
  let last = 80_000;
  return async () => {
    const minor = (last += 101);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox}/sandbox/vouchers`, { method: 'POST', headers, body: JSON.stringify({ minor, country: 'GT' }) });
    return { ...Printed.parse(await answer.json()), minor };
  };
}
