import type { Config } from '../config';
import { caller, type Caller, type CallerParts } from '../integrations/http/caller';
import { secondOpinion, SECOND_OPINION_MS } from '../integrations/second-opinion/client';
import type { SecondOpinion } from '../integrations/second-opinion/port';
import { guide } from '../integrations/help/articles';
import { helpCenter, type HelpCenterClient } from '../integrations/help/client';
import type { HelpCenter } from '../integrations/help/port';
import type { Zendesk } from '../integrations/zendesk/client';
import { articleShelf } from '../state/articles';
import type { Store } from '../state/redis-mailbox';
import { createRecogniser } from '../understanding/recogniser';
import type { Parts } from './parts';

/** How often the help center is read again. */
const REFRESH_MS = 10 * 60_000;
/** Sooner, while it could not be read yet: a process that has just started may have been too busy to hear Redis. The last one is repeated. */
const RETRIES_MS = [1_000, 4_000, 15_000];

/** The help center of the configuration, read now and from time to time; one that says that it is away, where none is set. */
function helpOf(config: Config, { account, store, clock, report }: Asked): HelpCenter & { stop(): void } {
  const { ZENDESK_URL: baseUrl, OPERATOR_COUNTRY: country } = config;
  if (baseUrl === undefined || account === undefined)
    return { search: async () => ({ status: 'away' }), article: async () => undefined, stop: () => undefined };
  const { isStrange } = createRecogniser();
  const center = helpCenter({ guide: guide(account, baseUrl), shelf: articleShelf(store.redis), isStrange, country, clock, report });
  return { ...center, stop: refreshing(center) };
}

/** @returns how to stop */
function refreshing(center: HelpCenterClient): () => void {
  let timer: NodeJS.Timeout | undefined;
  const stopping = new AbortController();
  const again = async (failures = 0): Promise<void> => {
    const isRead = await center.refresh(stopping.signal);
    const pause = isRead ? REFRESH_MS : (RETRIES_MS[failures] ?? RETRIES_MS.at(-1));
    if (!stopping.signal.aborted) timer = setTimeout(() => void again(isRead ? 0 : failures + 1), pause).unref();
  };
  void again();
  return () => {
    stopping.abort();
    clearTimeout(timer);
  };
}

type Reached = Omit<CallerParts, 'baseUrl' | 'authorize' | 'random'>;

export interface Asked extends Pick<Parts, 'clock' | 'report'> {
  /** Zendesk, where an account is set. */
  readonly account: Zendesk | undefined;
  readonly store: Pick<Store, 'redis'>;
}

/** Who is asked besides the operator's own systems: its help center and, where one is configured, a second opinion. `stop` ends what is read from time to time. */
export function askedElsewhere(
  config: Config,
  reach: (backend: string, deadlineMs: number) => Reached,
  asked: Asked,
): { readonly help: HelpCenter; readonly opinion?: SecondOpinion; stop(): void } {
  const callerOf = (parts: Reached, baseUrl: string, authorization: string | undefined): Caller =>
    caller({
      ...parts,
      ...{ baseUrl, random: Math.random },
      ...(authorization !== undefined && { authorize: { header: async () => authorization, drop: () => undefined } }),
    });
  const help = helpOf(config, asked);
  const { SECOND_OPINION_URL: url, SECOND_OPINION_MODEL: model, SECOND_OPINION_KEY: key } = config;
  if (url === undefined || model === undefined) return { help, stop: help.stop };
  const opinion = secondOpinion({
    model,
    caller: callerOf(reach('opinion', SECOND_OPINION_MS), url, key === undefined ? undefined : `Bearer ${key}`),
  });
  return { help, opinion, stop: help.stop };
}
