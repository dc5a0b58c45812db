import { json, type Call, type Reply } from '../http/reply';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** Names that only this machine answers to: a foreign name that points here (DNS rebinding) is none of them. */
const LOCAL_NAMES = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Keeps the controls in the hands of who sits at this machine: callers from elsewhere are refused, unless `open`, and so is every
 * web page but our own, because it may move money of the demo and clocks of a test.
 */
export function controlGuard(open: boolean): (call: Call) => Reply | undefined {
  return ({ remote, headers }) => {
    const { host = '', origin } = headers;
    if (!open && !(LOOPBACK.test(remote) && LOCAL_NAMES.test(host))) return refusal(403, 'The sandbox is controlled from its own machine only.');
    const site = headers['sec-fetch-site'];
    const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && !isOwn(origin, host));
    return foreign ? refusal(403, 'Other web pages may not control the sandbox.') : undefined;
  };
}

const isOwn = (origin: string, host: string): boolean => origin === `http://${host}` || origin === `https://${host}`;

/** An error of the control interface. `issues` name what is wrong in the body, field by field. */
export function refusal(status: number, message: string, issues?: readonly { path: string; message: string }[]): Reply {
  return json(status, { error: message, ...(issues && { issues }) });
}
