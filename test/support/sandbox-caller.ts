import { breaker } from '../../src/integrations/http/breaker';
import { caller, type Caller } from '../../src/integrations/http/caller';
import { clientCredentials } from '../../src/integrations/http/oauth';
import type { TestSandbox } from './sandbox';

/** How the bot reaches the sandbox' TM Forum interfaces, without the bot. */
export function sandboxCaller({ url, access }: TestSandbox, backend: string): Caller {
  const reach = (name: string) => ({ backend: name, deadlineMs: 5_000, clock: Date.now, breaker: breaker(Date.now) });
  const authorize = clientCredentials({ ...reach('oauth'), tokenUrl: `${url}/oauth/token`, ...access });
  return caller({ ...reach(backend), baseUrl: url, authorize, random: () => 0.01 });
}
