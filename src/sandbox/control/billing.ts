import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { shown } from '../dlocal/payments';
import { json, type Reply, type Route } from '../http/reply';
import { runBiller } from '../operator/autopay';
import { issue } from '../operator/bill-ledger';
import type { Core } from '../operator/customers';
import { applyHeld } from '../operator/held-payments';
import { COUNTRY_CODES } from '../seed/countries';
import { refusal } from './guard';
import { get, post, reading } from './reading';

/** Minor units. */
const NewBill = z.strictObject({ account: z.string(), minor: z.int().min(1).max(100_000_000) });
/** The reference of a payment that waits, as its paper says. */
const Applied = z.strictObject({ reference: z.string().min(1).max(60) });
const NewCard = z.strictObject({ minor: z.int().min(1).max(100_000_000), country: z.enum(COUNTRY_CODES) });
const BillerRun = z.strictObject({ account: z.string().optional() });

/** What the operator does by itself, at a word: makes a bill, charges what is charged by itself, prints a scratch card. And payments, as the gateway tells them. */
export const billing = (core: Core): Route[] => [
  get('/sandbox/payments', () => json(200, core.deeds.all('card-payment').map(shown))),
  post(
    '/sandbox/bills',
    reading(NewBill, ({ account, minor }) => issued(issue(core, account, minor))),
  ),
  post(
    '/sandbox/biller',
    reading(BillerRun, ({ account }) => json(200, { charged: runBiller(core, account) })),
  ),
  post(
    '/sandbox/vouchers',
    reading(NewCard, (card) => json(201, { pin: printed(core, card) })),
  ),
  post(
    '/sandbox/applied',
    reading(Applied, ({ reference }) =>
      applyHeld(core, reference) ? json(200, { reference }) : refusal(404, 'No payment with this reference waits.'),
    ),
  ),
];

const issued = (bill: string | undefined): Reply => (bill === undefined ? refusal(404, 'There is no such billing account.') : json(200, { bill }));

/** Twelve digits, as the seeded ones have. */
function printed({ deeds, clock }: Core, card: z.infer<typeof NewCard>): string {
  const pin = `60${String(randomInt(10 ** 10)).padStart(10, '0')}`;
  deeds.put({ kind: 'scratch-card', key: pin, print: '', at: clock.now(), line: '', ...card });
  return pin;
}
