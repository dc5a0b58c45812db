import type { Server } from 'node:http';
import { join } from 'node:path';
import { FaultKind } from './control/faults';
import { pages } from './control/pages';
import { control } from './control/routes';
import { createGate } from './http/gate';
import { createHttp } from './http/server';
import { openMemory, type Memory } from './memory';
import { kannel, type SmsAccess } from './operator/kannel';
import { createTokens, oauth, type OauthAccess } from './operator/oauth';
import { lending } from './operator/lending';
import { simSwap } from './operator/sim-swap';
import { bearer, tmForum } from './operator/tmf';
import { decide, wallets } from './operator/wallet';
import type { CountryCode } from './seed/countries';
import { helpCenter, helpPages, type ZendeskAccess } from './zendesk/help-center';

export interface SandboxOptions extends OauthAccess, SmsAccess, ZendeskAccess {
  /** 0 takes a free one. */
  readonly port: number;
  /** Loopback unless told otherwise. */
  readonly host?: string;
  /** Where its memory is kept; made if missing. */
  readonly dataDir: string;
  /** Where "Open the chat" leads. */
  readonly botUrl?: string;
  /** The built browser files, with `sandbox/` and `shared/`. */
  readonly assetsDir?: string;
  /** Whose people the pages show first. All nine are seeded. */
  readonly country?: CountryCode;
  /** Lets other machines use the controls: they may move its clock, read its codes and forget it all. */
  readonly openControl?: boolean;
  /** Between two tries of a delivery report, ms; 2 s as the gateway is set. */
  readonly reportRetryMs?: number;
}

interface Sandbox {
  /** Resolves once it listens. */
  start(): Promise<void>;
  /** `http://127.0.0.1:3979`, known after `start`. */
  readonly url: string;
  /** What the HTTP controls drive, for who runs in the same process. */
  readonly control: Pick<Memory, 'clock' | 'faults' | 'books' | 'sms' | 'epoch' | 'reset'>;
  /** Cuts every connection and stops; what it remembers stays in `dataDir`. */
  close(): Promise<void>;
}

const BUILT_ASSETS = join(__dirname, '..', 'web');
const REPORT_RETRY_MS = 2_000;
/** How often customers look at their phones: those who were asked to approve a payment. */
const DECIDE_EVERY_MS = 250;

/** A stand-in for a telco's systems, spoken to over HTTP. Goes on from what `dataDir` remembers. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { host = '127.0.0.1', port } = options;
  const memory = openMemory(options.dataDir, options.reportRetryMs ?? REPORT_RETRY_MS);
  const server = serve(options, memory);
  const deciding = setInterval(() => decide(memory), DECIDE_EVERY_MS).unref();
  let url: string | undefined;
  return {
    control: memory,
    get url() {
      if (url === undefined) throw new Error('the sandbox has not been started');
      return url;
    },
    start: async () => {
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('the sandbox listens on a port');
      url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
    },
    close: async () => {
      clearInterval(deciding);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      memory.close();
    },
  };
}

function serve(options: SandboxOptions, memory: Memory): Server {
  const { clock, faults, switches, sms, epoch } = memory;
  const tokens = createTokens(clock.now, epoch);
  const { botUrl = 'http://localhost:3978', country = 'GT', openControl = false, assetsDir = BUILT_ASSETS } = options;
  const families = [
    oauth(tokens, options),
    tmForum(memory, switches, tokens),
    lending(memory, (failure) => bearer(tokens, failure)),
    simSwap(clock, (failure) => bearer(tokens, failure)),
    wallets(memory, { verdictOf: switches.verdict, guard: (failure) => bearer(tokens, failure) }),
    kannel(sms, options),
    control({ ...memory, botUrl, country, open: openControl }),
    helpCenter(clock.now, options),
    helpPages(),
    pages(assetsDir, epoch),
  ];
  return createHttp(
    families,
    createGate(faults, (value) => FaultKind.safeParse(value).data),
  );
}
