import { z } from 'zod';
import type { Caller } from '../http/caller';
import { failed } from '../http/exchange';
import { listed, optionalText } from '../tmf';
import type { Mails, Suspensions } from './port';

const PRODUCT = '/tmf-api/productInventory/v4/product';
const Characteristics = listed(z.object({ name: z.string(), value: z.unknown() })).nullish();
const Found = z.object({ id: z.string(), status: z.string(), productCharacteristic: Characteristics });
const Answer = z.object({ status: optionalText, productCharacteristic: Characteristics });

/** By TMF637 v4: finds the product that is the line, and suspends it. */
export function suspensionsClient(caller: Caller): Suspensions {
  return {
    async suspend(msisdn, reason) {
      const query = { 'productCharacteristic.value': msisdn };
      const products = await caller.list({ operation: 'line', path: PRODUCT, query, schema: Found });
      const line = products.find(
        (product) => said(product, 'lineType') !== undefined && said(product, 'msisdn') === msisdn && product.status !== 'terminated',
      );
      if (!line) return undefined;
      const body = { status: 'suspended', statusReason: reason };
      const path = `${PRODUCT}/${encodeURIComponent(line.id)}`;
      const answer = await caller.write({ operation: 'suspend', method: 'PATCH', path, body, schema: Answer });
      if (!answer.ok) throw failed('suspensions', 'contract', `refused with ${answer.status}`);
      if (answer.value.status !== 'suspended') throw failed('suspensions', 'contract', 'the line is not suspended');
      const reference = said(answer.value, 'suspensionReference');
      const wallet = said(answer.value, 'wallet');
      return {
        ...(reference !== undefined && { reference }),
        wallet: wallet === 'frozen' || wallet === 'none' ? wallet : 'unknown',
        lending: said(answer.value, 'lending') === 'frozen' ? 'frozen' : 'unknown',
      };
    },
  };
}

/** By TMF681 v4. */
export function mailsClient(caller: Caller, sender: string): Mails {
  return {
    async send(key, { to, subject, text }) {
      const body = { content: text, subject, messageType: 'Email', sender: { name: sender }, receiver: [{ email: to }] };
      const path = '/tmf-api/communicationManagement/v4/communicationMessage';
      await caller.post({ operation: 'mail', path, body, headers: { 'idempotency-key': key }, schema: z.object({ state: optionalText }) });
    },
  };
}

function said({ productCharacteristic }: Pick<z.infer<typeof Answer>, 'productCharacteristic'>, wanted: string): string | undefined {
  const value = productCharacteristic?.find(({ name }) => name === wanted)?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
