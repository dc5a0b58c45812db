import { sentOf } from './errors';
import type { Graph } from './graph';
import type { Thread } from './receive';

/** Who may speak in a thread, by Meta's conversation routing. */
export interface Control {
  /** The thread goes to the page's inbox. `later`: it may be tried again, twice does no harm. Never throws. */
  pass(thread: Thread, metadata: string): Promise<'done' | 'later' | { readonly refused: string }>;
  /** The thread comes back. False: it was refused, or nobody knows. Never throws. */
  take(thread: Thread): Promise<boolean>;
  /** Asks whoever has the thread for it. False: this reached nobody. Never throws. */
  request(thread: Thread): Promise<boolean>;
}

const WANTED = 'the customer asked for the bot';

/** @param inbox the app that the page's inbox is @see https://developers.facebook.com/docs/messenger-platform/handover-protocol, whose calls conversation routing takes */
export const threadControl = (graph: Graph, inbox: string): Control => ({
  async pass({ page, psid }, metadata) {
    const called = await graph.call(page, 'pass_thread_control', { recipient: { id: psid }, target_app_id: inbox, metadata });
    if (called.ok) return 'done';
    const sent = typeof called.error === 'string' ? 'unsure' : sentOf(called.error, 0);
    return typeof sent === 'object' && 'gaveUp' in sent ? { refused: sent.gaveUp } : 'later';
  },
  async take({ page, psid }) {
    return (await graph.call(page, 'take_thread_control', { recipient: { id: psid }, metadata: WANTED })).ok;
  },
  async request({ page, psid }) {
    const called = await graph.call(page, 'request_thread_control', { recipient: { id: psid }, metadata: WANTED });
    return called.ok || called.error !== 'unsent';
  },
});
