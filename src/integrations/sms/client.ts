import { exchange, failed, type Fetch } from '../http/exchange';
import { guard, type Reach } from '../http/guard';
import { encoded } from './gsm7';
import type { Sms } from './port';
import { ALL_REPORTS, reportUrl } from './report';

export interface KannelParts extends Reach {
  /** Of smsbox; without a path, `/cgi-bin/sendsms` is meant. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** The short code that customers see. */
  readonly sender: string;
  /** Where this bot takes delivery reports, and the secret they must carry. */
  readonly report: { readonly base: string; readonly token: string };
  /** `max-messages` of our `sendsms-user`, for Kannel cuts what is longer without a word. */
  readonly maxParts?: number;
  readonly fetch?: Fetch;
}

const SENDSMS = '/cgi-bin/sendsms';
/** The gateway must be set to this (`max-messages = 5`): its own default is 1. */
const MAX_PARTS = 5;
/** `0: Accepted for delivery`, `3: Queued for later delivery`. All else in a 202 is a refusal. */
const TAKEN = /^[03]:/;

/** One receiver: sendsms would send to each of several numbers with spaces between them. */
const MSISDN = /^\d{7,15}$/;

/**
 * Short messages through Kannel's sendsms. Sent once: a message whose fate is unknown is not sent again by itself.
 *
 * @throws RangeError for a report URL that the gateway would misread
 */
export function kannel(parts: KannelParts): Sms {
  const guarded = guard(parts);
  reportUrl(parts.report, 'reference');
  const { backend, maxParts = MAX_PARTS, fetch } = parts;
  return {
    send: async ({ to, text, reference }) => {
      if (!MSISDN.test(to)) throw new RangeError('not one MSISDN');
      const url = sendsms(parts, { to, reference, ...bounded(text, maxParts) });
      await guarded('send', async (signal) => {
        const { status, body } = await exchange(backend, { method: 'GET', url }, signal, fetch);
        if (status === 202 && TAKEN.test(body)) return;
        throw failed(backend, status === 429 || status >= 500 ? 'unavailable' : 'contract', `status ${status}`);
      });
    },
  };
}

function bounded(text: string, maxParts: number): { readonly text: string; readonly coding: string } {
  if (text.trim() === '') throw new RangeError('an SMS without text');
  const { parts, ...sent } = encoded(text);
  if (parts > maxParts) throw new RangeError(`an SMS of ${parts} parts; at most ${maxParts}`);
  return sent;
}

interface Outgoing {
  readonly to: string;
  readonly text: string;
  readonly coding: string;
  readonly reference: string;
}

/** Kannel takes its credentials in the query, so this URL is never shown to anybody. */
function sendsms({ url, username, password, sender, report }: KannelParts, { to, text, coding, reference }: Outgoing): URL {
  const target = new URL(url);
  if (target.pathname === '/') target.pathname = SENDSMS;
  const query = { username, password, from: sender, to: `+${to}`, text, coding, charset: 'UTF-8' };
  const reporting = { 'dlr-mask': String(ALL_REPORTS), 'dlr-url': reportUrl(report, reference) };
  target.search = new URLSearchParams({ ...query, ...reporting }).toString();
  return target;
}
