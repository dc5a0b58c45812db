import { z } from 'zod';
import type { Settled, SpendKind } from '../../domain/spending';
import { SaveCardDetails } from '../../domain/spending/details';
import type { Page } from '../gateway/page';
import type { KeptCard } from '../gateway/port';
import type { Caller } from '../http/caller';
import { failed } from '../http/exchange';
import { anyDetails } from '../kinds';
import { ALL_LEGS_MS, refusedBy, touched } from '../refusals';
import type { SavedCards } from './port';

const PATH = '/tmf-api/paymentMethod/v4/paymentMethod';
const Kept = z.object({ id: z.string() });
const BRANDS: Readonly<Record<string, string>> = { VI: 'Visa', VISA: 'Visa', MC: 'Mastercard', MASTERCARD: 'Mastercard', AE: 'Amex' };

/** Cards that the operator keeps (TMF670), by the gateway's token: no number of a card is ever here. */
export function savedCards(caller: Caller): SavedCards {
  return {
    async remove(id) {
      const path = `${PATH}/${encodeURIComponent(id)}`;
      const answer = await caller.write({ operation: 'remove-card', method: 'DELETE', path, schema: z.unknown() });
      if (answer.ok) return 'removed';
      if (answer.status === 404 || answer.status === 410) return 'gone';
      if (answer.status === 409) return 'in-use';
      throw failed('payments', 'contract', `not removed, status ${answer.status}`);
    },
  };
}

/** A card that is typed on the gateway's page for nothing, and then kept for a line. */
export const cardKinds = ({ caller, page }: { readonly caller: Caller; readonly page: Page }): readonly SpendKind[] => [
  anyDetails(saveCardKind(caller, page)),
];

function saveCardKind(caller: Caller, page: Page): SpendKind<SaveCardDetails> {
  return {
    ...{ kind: 'save-card', details: SaveCardDetails, label: 'keyed', deadlineMs: ALL_LEGS_MS },
    async send(key, { payer, what }, order) {
      const typed = await page.take(key, { ...order, what });
      if (typed.status !== 'paid') return typed;
      const { card } = typed;
      if (card === undefined) throw failed('gateway', 'contract', 'a card was typed and not kept');
      return touched(async () => {
        const body = methodOf(card, payer);
        const answer = await caller.write({ operation: 'save-card', path: PATH, body, headers: { 'idempotency-key': key.id }, schema: Kept });
        if (!answer.ok) return refusedBy('payments', answer, order);
        return { status: 'done', facts: { card: answer.value.id, name: body.name } } satisfies Settled;
      });
    },
  };
}

function methodOf({ token, brand, last4, expires }: KeptCard, payer: string) {
  const called = BRANDS[brand.toUpperCase()] ?? (brand || 'Tarjeta');
  return {
    ...{ '@type': 'tokenizedCard', name: `${called} ••${last4}`, brand: called, lastFourDigits: last4, token, tokenType: 'gateway' },
    ...{ expirationDate: new Date(expires).toISOString(), relatedParty: [{ id: payer, role: 'customer' }] },
  };
}
