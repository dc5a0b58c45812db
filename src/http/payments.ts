import type { Request, Server } from 'restify';
import { BackendFailure } from '../domain/failure';
import { noticeOf } from '../integrations/dlocal/client';
import { isTheirs, type DlocalKeys } from '../integrations/dlocal/signature';
import { parseJson, readBody } from './body';
import { refuse } from './errors';
import { memoryLimits, senderOf, type Limits } from './limits';
import type { Render } from './pages';
import { payPage, statePage } from './pages/pay-page';
import type { PayView } from './pages/pay-view';
import { sendJson } from './server';

/** `line:order`, as the ledger names an order. */
const MEMBER = /^[\w-]{22}:([\w-]{1,60})$/;
/** Who agreed to a recurring payment, by the order that began it. */
const MANDATE = /^[\w-]{10,60}$/;

/** Of what anybody may write as a token so much is kept in mind, characters. */
const LONGEST_TOKEN = 64;

/** What is done about a payment that the gateway says something of: it is read again, whatever was said. */
export interface PaymentNews {
  /** Of an order of ours, named as in the ledger's index. */
  readonly order: (member: string) => Promise<void>;
  /** Of a bill that the operator's biller charged to a saved card: `order` is the gateway's name for it. */
  readonly charged: (mandate: string, order: string) => Promise<void>;
}

/**
 * `POST /webhooks/payments`: the gateway says that something happened. Its signature is over the bytes as they came. A notification that comes
 * twice, late or in another order does no harm: it only makes somebody read the payment itself. While Redis is away it is a 503, and comes again.
 */
export function paymentNotices(
  server: Server,
  {
    keys,
    news,
    proxies,
    limits = memoryLimits(),
  }: { readonly keys: DlocalKeys; readonly news: PaymentNews; readonly proxies: number; readonly limits?: Limits },
): void {
  server.post('/webhooks/payments', async (request, response) => {
    if (limits.take('unproved', senderOf(request, proxies)) > 0) throw refuse(429, 'TooManyRequests', 'Too many notifications at once.');
    const body = await readBody(request);
    const signed = { date: headerOf(request, 'x-date'), authorization: headerOf(request, 'authorization') };
    if (!isTheirs(keys, signed, body)) throw refuse(403, 'Forbidden', 'The signature is not the gateway’s.');
    const notice = noticeOf(parseJson(body));
    if (notice === undefined) throw refuse(400, 'BadRequest', 'A notification names a payment and its order.');
    const query = new URL(request.url ?? '', 'http://bot').searchParams;
    const [member, mandate] = [query.get('order') ?? '', query.get('mandate') ?? ''];
    if (MANDATE.test(mandate) && notice.order.startsWith(`${mandate}.`)) await readAgain(() => news.charged(mandate, notice.order));
    else if (MEMBER.exec(member)?.[1] === notice.order) await readAgain(() => news.order(member));
    else throw refuse(400, 'BadRequest', 'The notification is of another order.');
    sendJson(response, 200, { status: 'noted' });
  });
}

/** What cannot be read now is read when it is told again. */
async function readAgain(read: () => Promise<void>): Promise<void> {
  await read().catch((error: unknown) => {
    throw error instanceof BackendFailure ? refuse(503, 'ServiceUnavailable', 'The payment cannot be read now.') : error;
  });
}

const headerOf = ({ headers }: Request, name: string): string => String(headers[name] ?? '');

/**
 * `GET /pagar/:token` and `GET /payments/return?of=:token`: what is known of a payment. However often they are opened, nothing changes; a link that is
 * opened all the time is refused for a moment, because for each opening the bill or the payment is read.
 */
export const paymentPages = (
  view: (token: string, isBack: boolean) => Promise<PayView | undefined>,
  clock: () => number,
  limits: Limits = memoryLimits(),
): Readonly<Record<string, (req: Request) => Promise<Render>>> => {
  const seen = async (token: string, isBack: boolean): Promise<PayView | undefined> => {
    const wait = limits.take('page', token.slice(0, LONGEST_TOKEN));
    if (wait > 0) throw refuse(429, 'TooManyRequests', 'This link was opened too often. Please wait a moment.', { 'Retry-After': String(wait) });
    return view(token, isBack);
  };
  return {
    '/pagar/:token': async ({ url = '' }) => payPage(await seen(new URL(url, 'http://bot').pathname.split('/').at(-1) ?? '', false), clock()),
    '/payments/return': async ({ url = '' }) => statePage(await seen(new URL(url, 'http://bot').searchParams.get('of') ?? '', true)),
  };
};
