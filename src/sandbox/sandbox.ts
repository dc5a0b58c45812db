import type { Server } from 'node:http';
import { join } from 'node:path';
import { FaultKind } from './control/faults';
import { controlGuard } from './control/guard';
import { pages } from './control/pages';
import { control } from './control/routes';
import { age } from './dlocal/changes';
import { notifier } from './dlocal/notify';
import { hostedPages } from './dlocal/page';
import { dlocal } from './dlocal/payments';
import type { DlocalAccess } from './dlocal/signature';
import { createGate } from './http/gate';
import type { Family } from './http/reply';
import { createHttp } from './http/server';
import { openMemory, type Memory } from './memory';
import { messenger, type MessengerAccess } from './messenger';
import { kannel, type SmsAccess } from './operator/kannel';
import { createTokens, oauth, type OauthAccess } from './operator/oauth';
import { lending } from './operator/lending';
import { simSwap } from './operator/sim-swap';
import { bearer, tmForum } from './operator/tmf';
import { decide, wallets } from './operator/wallet';
import type { CountryCode } from './seed/countries';
import { serviceDesk } from './zendesk';
import type { ZendeskAccess } from './zendesk/access';
import { agentDesk } from './zendesk/agent-desk';
import { helpCenter, helpPages } from './zendesk/help-center';
import type { Installed } from './zendesk/install';
import { customers, sunshine } from './zendesk/sunshine';
import { teller, type SunshineHook } from './zendesk/sunshine/hooks';
import { workspace } from './zendesk/sunshine/people';
import type { SunshineAccess } from './zendesk/sunshine/say';

export interface SandboxOptions extends OauthAccess, SmsAccess, ZendeskAccess, DlocalAccess {
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
  /** The bot's webhook at the stand-in's Zendesk: set up when given, with its trigger and its fields. */
  readonly zendeskHook?: Installed;
  /** The bot on Zendesk messaging: where it hears, and the key it calls with. */
  readonly sunshine?: { readonly hook: SunshineHook; readonly access: SunshineAccess };
  /** The app and page at the stand-in's Meta. */
  readonly messenger?: MessengerAccess;
  /** Between two tries of a delivery report, or of a webhook, ms; 2 s as the gateway is set. */
  readonly reportRetryMs?: number;
}

interface Sandbox {
  /** Resolves once it listens. */
  start(): Promise<void>;
  /** `http://127.0.0.1:3979`, known after `start`. */
  readonly url: string;
  /** What the HTTP controls drive, for who runs in the same process. */
  readonly control: Pick<Memory, 'clock' | 'faults' | 'books' | 'sms' | 'desk' | 'epoch' | 'reset'>;
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
  const notes = notifier(memory, options, memory.faults);
  const server = serve(options, memory, notes.tell);
  const deciding = setInterval(() => (decide(memory), age(memory), notes.tell()), DECIDE_EVERY_MS).unref();
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

function serve(options: SandboxOptions, memory: Memory, tell: () => void): Server {
  const { clock, faults, switches, sms, epoch } = memory;
  const tokens = createTokens(clock.now, epoch);
  const { botUrl = 'http://localhost:3978', country = 'GT', openControl = false, assetsDir = BUILT_ASSETS } = options;
  const families = [
    oauth(tokens, options),
    tmForum(memory, switches, tokens),
    lending(memory, (failure) => bearer(tokens, failure)),
    simSwap(clock, (failure) => bearer(tokens, failure)),
    wallets(memory, { verdictOf: switches.verdict, guard: (failure) => bearer(tokens, failure) }),
    dlocal(memory, options),
    hostedPages(memory, tell),
    kannel(sms, options),
    agentDesk(memory.desk, controlGuard(openControl)),
    ...messaging(options, memory, controlGuard(openControl)),
    ...messenger(memory, { access: options.messenger, country, guard: controlGuard(openControl), retryMs: options.reportRetryMs ?? REPORT_RETRY_MS }),
    control({ ...memory, botUrl, country, open: openControl }),
    helpCenter(clock.now, options),
    ...serviceDesk(memory.desk, faults, { ...options, hookRetryMs: options.reportRetryMs ?? REPORT_RETRY_MS }),
    helpPages(),
    pages(assetsDir, epoch),
  ];
  return createHttp(
    families,
    createGate(faults, (value) => FaultKind.safeParse(value).data),
  );
}

function messaging(
  { sunshine: bot, reportRetryMs = REPORT_RETRY_MS }: SandboxOptions,
  { desk, faults }: Memory,
  guard: ReturnType<typeof controlGuard>,
): Family[] {
  const play = { desk, tell: teller(bot?.hook, faults, reportRetryMs), hook: bot?.hook, access: bot?.access };
  workspace(play);
  return [customers(play, guard), sunshine(play)];
}
