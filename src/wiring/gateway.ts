import type { Config } from '../config';
import type { SpendKey } from '../domain/spending';
import { dlocalGateway } from '../integrations/dlocal/client';
import { signing, type DlocalKeys } from '../integrations/dlocal/signature';
import { pageOf, type Page } from '../integrations/gateway/page';
import type { OpenLinks, PaymentGateway } from '../integrations/gateway/port';
import { caller, type CallerParts } from '../integrations/http/caller';
import { yourls } from '../integrations/short-links/client';
import { memberOf } from '../state/ledger-keys';
import { hostedAt, payToken, type PayLinks } from '../state/pay-links';

type Reached = Omit<CallerParts, 'baseUrl' | 'random'>;

interface GatewayReach {
  readonly reach: (backend: string) => Reached;
  readonly clock: () => number;
  /** Where links are kept. A report that opens no page needs none. */
  readonly links?: PayLinks;
}

/** What dLocal gave the operator; undefined where cards are not typed. */
export function dlocalKeys({ DLOCAL_URL: url, DLOCAL_LOGIN: login, DLOCAL_TRANS_KEY: transKey, DLOCAL_SECRET_KEY: secretKey }: Config) {
  return url && login && transKey && secretKey ? { url, keys: { login, transKey, secretKey } satisfies DlocalKeys } : undefined;
}

/** The card gateway and its page, where the operator has one. Customers get links on our own domain, or on the operator's short one. */
export function cardGateway(
  config: Config,
  { reach, clock, links }: GatewayReach,
): { readonly gateway: PaymentGateway; readonly page: Page } | undefined {
  const dlocal = dlocalKeys(config);
  if (dlocal === undefined) return undefined;
  const { OTP_PEPPER: pepper, OPERATOR_COUNTRY: country, BRAND_NAME: brand, publicUrl } = config;
  const member = (key: SpendKey, line: string): string => memberOf(pepper, line, key.id);
  const { authorize: _, ...reached } = reach('gateway');
  const gateway = dlocalGateway({
    caller: caller({ ...reached, fetch: signing(dlocal.keys, reached.fetch), baseUrl: dlocal.url, random: Math.random }),
    notifyAt: (key, line) => withQuery(noticesAt(config), 'order', member(key, line)),
    returnTo: (key, line) => withQuery(`${publicUrl}/payments/return`, 'of', payToken(pepper, member(key, line))),
  });
  const short = shortLinks(config, reach);
  const linkTo = async (key: SpendKey, line: string, { url, validUntil, what }: { url: string; validUntil: number; what: string }) => {
    const named = member(key, line);
    if (links === undefined) return { url, validUntil };
    await links.keep({ member: named, url, validUntil, what });
    const token = payToken(pepper, named);
    const own = hostedAt(publicUrl, token, validUntil);
    // A link that is not short works as well.
    return { url: (await short?.shorten(own.url, token).catch(() => undefined)) ?? own.url, validUntil };
  };
  return { gateway, page: pageOf({ gateway, country, brand, clock, linkTo }) };
}

const noticesAt = ({ DLOCAL_NOTIFICATION_URL: set, publicUrl }: Config): string => set ?? `${publicUrl}/webhooks/payments`;
/** Where the operator's biller has the gateway say what became of a charge under a mandate. */
export const mandateNotice = (config: Config, mandate: string): string => withQuery(noticesAt(config), 'mandate', mandate);

/** Links that customers got and that are still good. */
export const openLinks = ({ OTP_PEPPER: pepper, publicUrl }: Config, links: PayLinks, clock: () => number): OpenLinks => ({
  async of(line, order) {
    const token = payToken(pepper, memberOf(pepper, line, order));
    const link = await links.find(token);
    return link && link.validUntil > clock() ? hostedAt(publicUrl, token, link.validUntil) : undefined;
  },
});

function withQuery(base: string, name: string, value: string): string {
  const url = new URL(base);
  url.searchParams.set(name, value);
  return url.href;
}

function shortLinks({ YOURLS_URL: url, YOURLS_SIGNATURE: signature }: Config, reach: GatewayReach['reach']) {
  if (!url || !signature) return undefined;
  return yourls({ ...reach('short-links'), url, signature });
}
