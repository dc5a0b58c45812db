import type { Faults } from '../control/faults';
import type { Family } from '../http/reply';
import { failure, isAgent, type ZendeskAccess } from './access';
import type { ServiceDesk } from './desk';
import { hookCaller } from './hooks';
import { rateLimits } from './limits';
import { peopleRoutes } from './people';
import { settingRoutes } from './settings';
import { install, type Installed } from './install';
import { ticketRoutes } from './tickets';
import { attachments, uploadRoutes } from './uploads';

/** Largest upload, in bytes: 50 MB at Zendesk, less here. */
const UPLOAD_BYTES = 12 * 1024 * 1024;

export interface ServiceDeskOptions extends ZendeskAccess {
  /** The bot's webhook, trigger and fields, set up before the first ticket. */
  readonly zendeskHook?: Installed;
  /** Between two tries of a webhook, ms. */
  readonly hookRetryMs: number;
}

/** Zendesk Support's REST API, as far as a bot uses it: only the API user may call, within the plan's limits. */
export function serviceDesk(desk: ServiceDesk, faults: Faults, options: ServiceDeskOptions): Family[] {
  const limits = rateLimits();
  desk.always(limits.forget);
  const { zendeskHook: hook } = options;
  if (hook) desk.always(() => install(desk, hook));
  hookCaller(desk, faults, options.hookRetryMs);
  const routes = [...ticketRoutes(desk, limits), ...peopleRoutes(desk), ...uploadRoutes(desk), ...settingRoutes(desk)];
  const limited = routes.map((route) => ({
    ...route,
    handle: async (call: Parameters<typeof route.handle>[0]) => {
      const reply = limits.refuse(call) ?? (await route.handle(call));
      return { ...reply, headers: { ...limits.headers(), ...reply.headers } };
    },
  }));
  const guard: Family['guard'] = (call) => (isAgent(call, options) ? undefined : failure(401, "Couldn't authenticate you"));
  return [{ prefix: '/api/v2/', failure, guard, routes: limited, bodyLimitBytes: UPLOAD_BYTES }, attachments(desk)];
}
