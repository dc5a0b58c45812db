import type { ServerResponse } from 'node:http';
import type { Reply } from '../http/reply';

/** What has changed, for pages that follow along. */
type Change = 'sms' | 'messenger' | 'tickets' | 'books' | 'clock' | 'faults' | 'reset';

export interface Events {
  emit(change: Change): void;
  /** Server-sent events, one `data:` line for each change; it carries no content, the page reads that anew. */
  follow(): Reply | undefined;
  close(): void;
}

/** Pages that may follow at a time. */
const FOLLOWERS = 50;
const HEARTBEAT_MS = 20_000;

export function createEvents(): Events {
  const followers = new Set<ServerResponse>();
  const toAll = (text: string): void => followers.forEach((response) => response.write(text));
  const heartbeat = setInterval(() => toAll(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();

  function stream(response: ServerResponse): void {
    followers.add(response);
    response.on('close', () => followers.delete(response));
    response.write('retry: 1000\n\n');
  }

  return {
    emit: (change) => toAll(`data: ${change}\n\n`),
    follow: () => (followers.size < FOLLOWERS ? { status: 200, headers: { 'content-type': 'text/event-stream' }, stream } : undefined),
    close: () => {
      clearInterval(heartbeat);
      followers.forEach((response) => response.destroy());
    },
  };
}
