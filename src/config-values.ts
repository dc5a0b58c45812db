import { z } from 'zod';

/** An address of the web. */
export const url = z.url({ protocol: /^https?$/ });
/** Scheme, host and port, without what may stand behind them: pages, cookies and webhooks of ours are at its root. */
export const origin = url
  .refine(isBare, 'needs an address like https://chat.operator.example, with nothing behind it')
  .transform((text) => new URL(text).origin);
function isBare(text: string): boolean {
  if (!URL.canParse(text)) return true; // which is said already, and asked here all the same
  const { origin: bare, href } = new URL(text);
  return href === `${bare}/`;
}
/** One Redis, or the nodes of a cluster. */
export const redis = z
  .string()
  .regex(/^rediss?:\/\/[^\s,]+(\s*,\s*rediss?:\/\/[^\s,]+)*$/, 'needs redis:// or rediss:// and a host; of a cluster its nodes, separated by commas');
export const port = z.coerce.number().int().min(0).max(65_535);
/** 32 bytes in base64url. */
export const secret = z.string().regex(/^[\w-]{43}$/, 'needs 32 random bytes in base64url');
/** The same, or several of them separated by commas: the first is used, the others still open what they sealed or verify what they signed. */
export const secrets = z.string().regex(/^[\w-]{43}(,[\w-]{43})*$/, 'needs 32 random bytes in base64url');
/** Items separated by commas. */
export const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  );

/** `api-key=abc,x-tenant=mine`, values percent-encoded, as OpenTelemetry writes headers. */
export const pairs = list.transform((items, context) => {
  const entries = items.map((item): [string, string] => [
    item.slice(0, Math.max(0, item.indexOf('='))).trim(),
    item.slice(item.indexOf('=') + 1).trim(),
  ]);
  if (entries.every(([name, value]) => /^[\w-]+$/.test(name) && /^(?:[\x21-\x24\x26-\x7e]|%[\da-f]{2})+$/i.test(value)))
    return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), decodeURIComponent(value)]));
  context.addIssue({ code: 'custom', message: 'needs names and values like api-key=abc,x-tenant=mine' });
  return z.NEVER;
});

/** `GT.home=Hogar,fraud=360001`: words of ours, and what somebody else calls it. */
export const named = list.transform((items) =>
  Object.fromEntries(items.map((item) => [item.slice(0, Math.max(0, item.indexOf('='))).trim(), item.slice(item.indexOf('=') + 1).trim()])),
);
