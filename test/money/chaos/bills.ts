import { ACCESS } from '../../support/sandbox';
import { post } from './cuts';
import type { ChaosWorld } from './world';

/** A postpaid line, and the number on its bills. */
export const BILLED = '5555-0104';
const ACCOUNT = '70041183';

/** Bills to pay, each of an amount of its own, and a kept card to pay them with. */
export function billsOf({ sandbox }: Pick<ChaosWorld, 'sandbox'>) {
  let last = 60_000;
  return {
    issue: (): Promise<void> => post(sandbox, '/sandbox/bills', { account: ACCOUNT, minor: (last += 101) }),
    keepCard: async (): Promise<void> => {
      const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: ACCESS.clientId, client_secret: ACCESS.clientSecret });
      const token: unknown = await (await fetch(`${sandbox}/oauth/token`, { method: 'POST', body: form })).json();
      const bearer = typeof token === 'object' && token !== null && 'access_token' in token ? String(token.access_token) : '';
      const card = {
        ...{ '@type': 'tokenizedCard', name: 'Visa ••1111', brand: 'Visa', lastFourDigits: '1111', token: 'CID-00000001', tokenType: 'gateway' },
        ...{ expirationDate: '2039-09-01T00:00:00.000Z', relatedParty: [{ id: '50255550104', role: 'customer' }] },
      };
      const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', 'idempotency-key': 'chaos-card' };
      const answer = await fetch(`${sandbox}/tmf-api/paymentMethod/v4/paymentMethod`, { method: 'POST', headers, body: JSON.stringify(card) });
      if (!answer.ok) throw new Error(`no card was kept: ${answer.status}`);
    },
  };
}
