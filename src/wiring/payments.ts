import { z } from 'zod';
import type { Config } from '../config';
import { countryOf } from '../domain/countries';
import type { Arrival } from '../domain/message';
import type { Operation } from '../domain/spending';
import type { Server } from 'restify';
import { paymentNotices, paymentPages, type PaymentNews } from '../http/payments';
import type { PagesOptions } from '../http/pages';
import type { PayView } from '../http/pages/pay-view';
import { InvoiceDetails } from '../domain/spending/details';
import type { Bills } from '../integrations/bills/port';
import type { PaymentGateway } from '../integrations/gateway/port';
import type { Mandates } from '../integrations/recurring/port';
import type { Accepted, Delivery } from '../state/mailbox';
import type { PayLinks } from '../state/pay-links';
import type { Backends } from './backends';
import type { Conversations } from './conversations';
import { dlocalKeys } from './gateway';
import type { Parts } from './parts';

interface CardParts extends Pick<PaymentParts, 'clock' | 'report' | 'accept' | 'books'> {
  readonly ports: Pick<Backends, 'gateway' | 'links' | 'mandates' | 'bills'>;
  readonly server: Server;
}

/** The gateway's way in, and the pages around a payment; nothing where cards are not typed. */
export function cardPayments(config: Config, { ports, server, ...parts }: CardParts): NonNullable<PagesOptions['asked']> {
  const { gateway, links, mandates, bills } = ports;
  const dlocal = dlocalKeys(config);
  if (!gateway || !dlocal) return {};
  const { news, view } = paymentsOf(config, { ...parts, gateway, links, mandates, isOwed: (operation) => isOwed(bills, operation) });
  paymentNotices(server, { keys: dlocal.keys, news, proxies: config.TRUSTED_PROXIES });
  return paymentPages(view, parts.clock);
}

/** A bill that was paid otherwise meanwhile is not asked for again. When it cannot be asked, the operator refuses what is too much, and it goes back. */
async function isOwed(bills: Bills, { details, amount }: Operation): Promise<boolean> {
  const invoice = InvoiceDetails.safeParse(details).data;
  if (invoice === undefined) return true;
  const all = await bills.list(invoice.account).catch(() => undefined);
  const bill = all?.find(({ id }) => id === invoice.bill);
  return bill === undefined || bill.remaining.minor >= amount.minor;
}

interface PaymentParts extends Pick<Parts, 'clock' | 'report'> {
  readonly gateway: PaymentGateway;
  readonly links: PayLinks;
  readonly accept: (delivery: Delivery) => Promise<Pick<Accepted, 'status'>>;
  readonly books: Pick<Conversations, 'hurry' | 'journal'>;
  /** Whether what was to be paid is still owed. */
  readonly isOwed: (operation: Operation) => Promise<boolean>;
  readonly mandates: Pick<Mandates, 'find'>;
}

/** What the gateway's notifications do, and what the pages around a payment may tell. */
interface Payments {
  readonly news: PaymentNews;
  /** @param isBack somebody comes back from the gateway: there may be news */
  view(token: string, isBack: boolean): Promise<PayView | undefined>;
}

/** What an order is for, where its details say so. */
const Named = z.object({ what: z.string() });

/** The biller charged a saved card, or could not: the customer is told in the chat where it was agreed to, once. */
async function charged(
  { gateway, mandates, accept }: Pick<PaymentParts, 'gateway' | 'mandates' | 'accept'>,
  id: string,
  order: string,
): Promise<void> {
  const mandate = await mandates.find(id);
  const payment = mandate && (await gateway.byOrder(order));
  if (!mandate || (payment?.state !== 'paid' && payment?.state !== 'rejected')) return;
  const { conversation, language, account } = mandate;
  const value = { account, amount: payment.amount, state: payment.state, reference: order.slice(-5).toUpperCase() };
  const event: Arrival = { kind: 'event', name: 'autopay:charged', value, language };
  await accept({ conversation, id: `charged:${order}:${payment.state}`, message: JSON.stringify(event) });
}

function paymentsOf(config: Config, { gateway, links, accept, books, clock, report, isOwed, mandates }: PaymentParts): Payments {
  const { hurry, journal } = books;
  return {
    news: {
      charged: (mandate, order) => charged({ gateway, mandates, accept }, mandate, order),
      async order(member) {
        const entry = await journal.entry(member);
        if (entry === undefined) return;
        if (entry.operation.state !== 'refused') return hurry(member);
        await givenBack(member, entry.operation);
      },
    },
    async view(token, isBack) {
      const link = await links.find(token);
      const entry = link && (await journal.entry(link.member));
      if (!link || !entry) return undefined;
      if (isBack) await hurry(link.member);
      const { kind, amount, reference, state, details, teller } = entry.operation;
      const what = Named.safeParse(details).data?.what ?? link.what;
      const country = countryOf(config.OPERATOR_COUNTRY);
      const view = { kind, amount, what, reference, validUntil: link.validUntil, country, language: teller.language };
      if (state === 'done') return { ...view, state: 'paid' };
      if (state === 'refused') return { ...view, state: isBack ? 'not-paid' : 'closed' };
      if (isBack) return { ...view, state: 'checking' };
      const isOpen = clock() < link.validUntil && (await isOwed(entry.operation));
      return isOpen ? { ...view, state: 'open', url: link.url } : { ...view, state: 'closed' };
    },
  };

  /** Paid after everybody was told that it was not: it goes back, and who ordered it is told. The key gives it back once. */
  async function givenBack(member: string, operation: Operation): Promise<void> {
    const entry = await journal.entry(member);
    if (!entry) return;
    const key = journal.keyOf(entry);
    if ((await gateway.payment(key))?.state !== 'paid') return;
    if ((await gateway.refund(key)) === 'refused') return report('payment.late', { kind: operation.kind, outcome: 'kept' });
    report('payment.late', { kind: operation.kind, outcome: 'given back' });
    const { conversation, skill, language } = operation.teller;
    const event: Arrival = { kind: 'event', name: `${skill}:given-back`, value: { operation }, language };
    await accept({ conversation, id: `given-back:${operation.order}`, message: JSON.stringify(event) });
  }
}
