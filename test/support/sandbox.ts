import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Counterpart } from '../../src/sandbox/http/reply';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/sandbox';
import { until } from './until';

/** A fault as `POST /sandbox/faults` takes it. */
export interface Fault {
  readonly counterpart: Counterpart;
  readonly kind: 'refuse' | 'limit' | 'wrong' | 'timeout' | 'apply-then-hang' | 'error-after' | 'drop' | 'error' | `slow:${number}`;
  /** E.164 without `+`; absent: every line. */
  readonly msisdn?: string;
  /** How many calls it hits; absent: until it is cleared. */
  readonly times?: number;
}

/** The stand-in operator, running in this process on a free port, spoken to over HTTP only. */
export interface TestSandbox {
  readonly url: string;
  /** What a client of the operator needs. */
  readonly access: { readonly clientId: string; readonly clientSecret: string; readonly smsUser: string; readonly smsPassword: string };
  /** Text of the newest SMS delivered to a line (any spelling of the number that contains its E.164 digits), or undefined. */
  sms(to: string): Promise<string | undefined>;
  /** Text of the oldest delivered SMS that this function has not returned yet: waits for the next code, never for an old one. */
  waitForSms(to: string): Promise<string>;
  fault(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  /** How the owner of a line answers when a wallet asks for approval; everybody approves until told otherwise. */
  wallet(msisdn: string, verdict: 'approve' | 'decline' | 'silent'): Promise<void>;
  /** Another price than the catalogue's, for everybody and at once: `GT-M7`, "48.00". */
  price(offer: string, amount: string): Promise<void>;
  clock(move: { advanceMs: number } | { set: string } | { reset: true }): Promise<void>;
  /** Reseeds everything; the clock goes back to the machine's, or to `at` (ISO 8601). Resolves to the new epoch. */
  reset(at?: string): Promise<string>;
  close(): Promise<void>;
}

export const ACCESS = { clientId: 'test-client', clientSecret: 'test-secret', smsUser: 'test-sms', smsPassword: 'test-sms-secret' };
/** The API user of the stand-in Zendesk, and what its webhook is signed with. */
export const ZENDESK = { zendeskUser: 'bot@operator.example', zendeskToken: 'test-zendesk-token' };
export const WEBHOOK_SECRET = 'test-secret-of-the-zendesk-webhook';
/** What a merchant of the stand-in card gateway knows. */
export const DLOCAL = { dlocalLogin: 'test-login', dlocalTransKey: 'test-trans-key', dlocalSecretKey: 'test-secret-of-the-gateway' };

/** What the build made for browsers: only a test that looks at the sandbox' pages needs it. */
const BUILT = resolve(__dirname, '../../dist/web');

/** Starts a sandbox with a data directory of its own, which `close` removes (one given in `options` is kept). */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const own = options.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'sandbox-')) : undefined;
  const sandbox = createSandbox({ port: 0, dataDir: own ?? '', assetsDir: BUILT, ...ACCESS, ...DLOCAL, ...ZENDESK, ...options });
  await sandbox.start();
  const read = async (path: string): Promise<unknown> => (await fetch(sandbox.url + path)).json();
  const seen = new Map<string, number>();
  return {
    url: sandbox.url,
    access: ACCESS,
    sms: async (to) => (await delivered(read, to)).at(-1)?.text,
    waitForSms: (to) => nextSms(read, seen, digitsOf(to)),
    fault: async (fault) => void (await post(sandbox.url, '/sandbox/faults', fault)),
    clearFaults: async () => void (await post(sandbox.url, '/sandbox/faults', { clear: true })),
    wallet: async (msisdn, verdict) => void (await post(sandbox.url, '/sandbox/wallet', { msisdn, verdict })),
    price: async (offer, amount) => void (await post(sandbox.url, '/sandbox/prices', { offer, amount })),
    clock: async (move) => void (await post(sandbox.url, '/sandbox/clock', move)),
    reset: async (at) => {
      seen.clear();
      const { epoch } = (await post(sandbox.url, '/sandbox/reset', at === undefined ? {} : { at })) as { epoch: string };
      return epoch;
    },
    close: async () => {
      await sandbox.close();
      if (own !== undefined) await rm(own, { recursive: true, force: true });
    },
  };
}

interface Sms {
  readonly text: string;
  readonly state: string;
}
type Read = (path: string) => Promise<unknown>;

const digitsOf = (to: string): string => to.replace(/\D/g, '');

/** Delivered messages to a line, oldest first. */
async function delivered(read: Read, to: string): Promise<Sms[]> {
  const { messages } = (await read(`/sandbox/sms?to=${digitsOf(to)}`)) as { messages: Sms[] };
  return messages.filter((sms) => sms.state === 'delivered').reverse();
}

async function nextSms(read: Read, seen: Map<string, number>, to: string): Promise<string> {
  const next = await until(async () => (await delivered(read, to))[seen.get(to) ?? 0], `a new SMS to ${to}`);
  seen.set(to, (seen.get(to) ?? 0) + 1);
  return next.text;
}

async function post(url: string, path: string, body: object): Promise<unknown> {
  const answer = await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}
