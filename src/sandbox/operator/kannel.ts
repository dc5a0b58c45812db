import { plain, type Call, type Family, type Reply } from '../http/reply';
import { sameSecret } from '../http/secret';
import { asGsm7, asUcs2 } from './gsm7';
import type { SmsCentre } from './sms';

/** The gateway answers in lines of text and calls them HTML. */
const say = (status: number, text: string): Reply => plain(status, text, 'text/html');

export interface SmsAccess {
  readonly smsUser: string;
  readonly smsPassword: string;
}

/** Kannel's sendsms: its observed answers, good and bad. */
export function kannel(centre: SmsCentre, access: SmsAccess): Family {
  const send = (read: (call: Call) => Parameter) => (call: Call) => sendSms(read(call), centre, access);
  return {
    prefix: '/cgi-bin/',
    routes: [
      {
        method: 'GET',
        path: '/cgi-bin/sendsms',
        counterpart: 'sms',
        handle: send(
          ({ query }) =>
            (name) =>
              query.get(name) ?? undefined,
        ),
      },
      {
        method: 'POST',
        path: '/cgi-bin/sendsms',
        counterpart: 'sms',
        handle: (call) => (isText(call) ? send(fromHeaders)(call) : say(400, 'Invalid content-type')),
      },
    ],
    failure: (status, message) => say(status, FAILURES[status] ?? message),
  };
}

const FAILURES: Readonly<Record<number, string>> = {
  403: 'Authorization failed for sendsms',
  404: 'Unknown request.',
  503: 'Temporal failure, try again later.',
};

/** A parameter of sendsms by its name in the query. */
type Parameter = (name: string) => string | undefined;

const isText = (call: Call): boolean => /^text\/plain\b/i.test(call.headers['content-type'] ?? '');

/** A POST carries the text as its body and the rest in headers. */
function fromHeaders(call: Call): Parameter {
  return (name) => {
    if (name === 'text') return call.body.toString('utf8');
    const value = call.headers[`x-kannel-${name}`];
    return typeof value === 'string' ? value : undefined;
  };
}

function sendSms(parameter: Parameter, centre: SmsCentre, access: SmsAccess): Reply {
  const known = sameSecret(parameter('username') ?? '', access.smsUser);
  if (!sameSecret(parameter('password') ?? '', access.smsPassword) || !known) return say(403, 'Authorization failed for sendsms');
  const to = parameter('to') ?? '';
  if (to.trim() === '') return say(400, 'Missing receiver number, rejected');
  const coding = parameter('coding') ?? '0';
  if (!/^[012]$/.test(coding)) return say(400, 'Coding field misformed, rejected');
  const receivers = to.trim().split(/\s+/);
  if (!receivers.every((number) => /^\+?\d{3,15}$/.test(number))) return say(400, 'Number(s) has/have been denied by white- and/or black-lists.');
  // 7 bit loses what GSM has no letter for; an empty text is sent empty; a long one is cut: none of these is an error here.
  const text = coding === '2' ? asUcs2(parameter('text') ?? '') : asGsm7(parameter('text') ?? '');
  const report = reportOf(parameter);
  for (const number of receivers) {
    centre.accept({ from: parameter('from') ?? '', to: number.replace('+', ''), text, ...(report && { report }) });
  }
  return say(202, '0: Accepted for delivery');
}

/** Where delivery reports go, if the sender wants any. Only http and https are called. */
function reportOf(parameter: Parameter): { url: string; mask: number } | undefined {
  const url = parameter('dlr-url') ?? '';
  const mask = Number(parameter('dlr-mask') ?? '0');
  return /^https?:\/\//i.test(url) && Number.isInteger(mask) && mask > 0 ? { url, mask } : undefined;
}
