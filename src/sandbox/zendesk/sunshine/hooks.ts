import { randomBytes } from 'node:crypto';
import type { FaultKind, Faults } from '../../control/faults';
import type { Chat } from '../rows';

const DEADLINE_MS = 20_000;
const TRIES = 5;
/** Answers after which an event is not sent again. */
const FINAL: readonly number[] = [400, 401, 403, 404, 406];

export interface SunshineHook {
  readonly url: string;
  readonly secret: string;
  readonly appId: string;
  /** Name of the bot on the switchboard. */
  readonly responder: string;
}

const id = (): string => randomBytes(12).toString('hex');
const HOLDERS = { bot: id(), agents: id() };

/** Tells the bot's integration what happened, as its webhook would: `X-API-Key`, tried again in growing pauses. */
export type Tell = (type: string, chat: Chat, payload: object) => void;

export function teller(hook: SunshineHook | undefined, faults: Pick<Faults, 'take'>, retryMs: number): Tell {
  return (type, chat, payload) => {
    if (!hook) return;
    const { holder } = chat;
    const active =
      holder === 'bot'
        ? { id: HOLDERS.bot, name: hook.responder, integrationId: HOLDERS.bot, integrationType: 'custom' }
        : { id: HOLDERS.agents, name: 'zd-agentWorkspace', integrationId: HOLDERS.agents, integrationType: 'zd:agentWorkspace' };
    const conversation = { id: chat.cid, type: 'personal', activeSwitchboardIntegration: active };
    const event = { id: id(), createdAt: new Date().toISOString(), type, payload: { conversation, ...payload } };
    const body = JSON.stringify({ app: { id: hook.appId }, webhook: { id: HOLDERS.bot, version: 'v2' }, events: [event] });
    void play(hook, body, faults.take('zendesk-hooks', []), retryMs);
  };
}

async function play(hook: SunshineHook, body: string, fault: FaultKind | undefined, retryMs: number): Promise<void> {
  if (fault === 'drop') return;
  if (fault?.startsWith('slow:')) await pause(Number(fault.slice('slow:'.length)));
  else if (fault === 'apply-then-hang' || fault === 'error-after') await deliver(hook, body, retryMs);
  await deliver(hook, body, retryMs);
}

async function deliver({ url, secret }: SunshineHook, body: string, retryMs: number): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      const headers = { 'content-type': 'application/json', 'x-api-key': secret };
      const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(DEADLINE_MS) });
      await answer.body?.cancel();
      if (answer.ok || FINAL.includes(answer.status)) return;
    } catch {
      // Nobody there: later.
    }
    await pause(retryMs * 2 ** (tries - 1));
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
