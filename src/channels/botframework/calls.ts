import { z } from 'zod';

/** What other bots may ask for, by skill; `manifests/skill/care-bot.json` publishes exactly these. */
export const CALLS = [
  'balances',
  'quota',
  'plan',
  'top-up',
  'buy-pack',
  'loans',
  'subscriptions',
  'invoices',
  'pay-invoice',
  'stores',
  'faq',
  'ticket',
] as const;

const words = z
  .union([z.string().max(200), z.number()])
  .optional()
  .catch(undefined);
/** What a caller may know already: pieces of a sentence, in the customer's words. Each still stands in the consent; nobody is signed in by it. */
export const Value = z.object({ amount: words, line: words, size: words, period: words, place: words, month: words, words });
