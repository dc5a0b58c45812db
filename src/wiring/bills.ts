import { conversationsOf, tokens } from '../channels/webchat';
import type { Config } from '../config';
import type { Ports } from '../dialogs/skills';
import { fold } from '../domain/fold';
import { documents } from '../http/documents';
import type { PagesOptions } from '../http/pages';
import { billsClient } from '../integrations/bills/client';
import { billDelivery } from '../integrations/bills/delivery';
import type { Caller } from '../integrations/http/caller';
import { reconnectionClient } from '../integrations/reconnection/client';
import { billLinks, isBound, type LinkedBills } from '../state/bill-links';
import type { Store } from '../state/redis-mailbox';

interface BillParts {
  readonly tmf: (backend: string) => Caller;
  readonly store: Store;
  readonly clock: () => number;
}
export type BillBackends = Pick<Ports, 'billDetails' | 'billDelivery' | 'reconnection'> & { readonly billLinks: LinkedBills };

/** What is told of a bill, how it reaches its customer, and what is cut off for one. */
export const billBackends = (config: Config, { tmf, store, clock }: BillParts): BillBackends => ({
  billDetails: billsClient(tmf('bill-details')),
  billDelivery: billDelivery(tmf('bill-delivery')),
  billLinks: billLinks({ ...store, pepper: config.OTP_PEPPER, clock, publicUrl: config.publicUrl }),
  reconnection: reconnectionClient(tmf('reconnection')),
});

/** `/documents/:token`: a bill, for the browser of the chat where it was asked for. A chat that is not on the web has none: there the link alone decides. */
export function billDocuments(
  config: Config,
  { billLinks: links, billDetails }: Pick<BillBackends, 'billLinks' | 'billDetails'>,
  clock: () => number,
): NonNullable<PagesOptions['asked']> {
  const signed = tokens(config.TOKEN_SECRET.split(','), clock);
  return documents({
    proxies: config.TRUSTED_PROXIES,
    find: async (token) => {
      const linked = await links.find(token);
      return (
        linked && {
          name: `factura-${fold(linked.month).replace(/ /g, '-')}.pdf`,
          isFor: (request) => !isBound(linked.visitor) || conversationsOf(signed, request, config.production).includes(linked.visitor),
          read: () => billDetails.pdf(linked.bill),
        }
      );
    },
  });
}
