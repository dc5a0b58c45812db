import { z } from 'zod';
import type { Choice, Message } from '../../domain/message';
import type { Means } from '../../integrations/payments/port';
import type { ChosenMeans } from '../../domain/spending/details';
import { textsFor } from '../../domain/texts';
import { StoredMoney } from './amounts';
import { again, type Control } from './control';
import type { Basics } from './known';
import { short } from './label';
import { moneyTexts } from './money-texts';
import { asMessage, type Question } from './question';

/** A means as an answer is kept. */
const Chosen = z.object({ id: z.string(), kind: z.enum(['balance', 'wallet', 'card', 'bill', 'page']), name: z.string() });
/** Means of payment as a flow keeps them. */
export const StoredMeans = z.object({
  ...Chosen.shape,
  available: StoredMoney.exactOptional(),
  barred: z.enum(['expired', 'blocked', 'over-limit', 'open-invoice', 'minor']).exactOptional(),
});

/** What people call a means of payment, folded. */
const CALLED: readonly (readonly [Means['kind'], RegExp])[] = [
  ['page', /\b(?:otra tarjeta|tarjeta nueva|enlace|link|another card|new card)\b/],
  ['card', /\b(?:tarjeta|visa|mastercard|card)\b/],
  ['wallet', /\b(?:billetera|wallet|tigo money|mi dinero movil)\b/],
  ['balance', /\b(?:saldo|balance|recarga)\b/],
  ['bill', /\b(?:factura|recibo|boleta|bill)\b/],
];

/** Said as what to pay with, and not in passing: "con mi billetera", "usar la tarjeta de mi mamá". */
const NAMED = /\b(?:con|usar|usa|usando|with|use|using)(?: \w+){0,2} (?:saldo|balance|billetera|wallet|tarjeta|visa|mastercard|card|factura|bill)\b/;

/**
 * What to pay with: the first of `from` goes without saying, the others are there for whoever comes back to it. `more` are further buttons, each with
 * what it does.
 */
export function payWith<K extends Basics>(spec: {
  readonly ask: (known: K) => Message | string;
  readonly from: (known: K) => readonly Means[];
  readonly more?: (known: K) => readonly (Choice & { readonly does: Control })[];
}): Question<K, ChosenMeans> {
  return {
    ask: (known) => ({
      ...asMessage(spec.ask(known)),
      choices: [
        ...spec.from(known).map(({ id, name }) => ({ id, label: short(name) })),
        ...(spec.more?.(known) ?? []).map(({ id, label }) => ({ id, label })),
      ],
    }),
    keeps: Chosen,
    assumes: (known) => {
      const [best] = spec.from(known);
      return best && chosen(best);
    },
    read: ({ choice, numbered, folded }, known) => {
      const usable = spec.from(known);
      const picked = choice ?? numbered;
      const does = spec.more?.(known).find(({ id }) => id === picked)?.does;
      if (does) return does;
      if (picked !== undefined) return taken(usable.find(({ id }) => id === picked));
      const called = CALLED.find(([, words]) => words.test(folded))?.[0];
      const means = usable.find(({ kind }) => kind === called) ?? (called === 'card' ? usable.find(({ kind }) => kind === 'page') : undefined);
      if (means || called === undefined || !NAMED.test(folded)) return taken(means);
      return again(textsFor(moneyTexts, known.language, known.form).notWith);
    },
  };
}

const taken = (means: Means | undefined): ChosenMeans | Control => (means ? chosen(means) : again());
const chosen = ({ id, kind, name }: Means): ChosenMeans => ({ id, kind, name });
