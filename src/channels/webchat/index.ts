import { memoryLimits, type Limits } from '../../http/limits';
import type { HttpServer } from '../../http/server';
import type { ActivityLog } from '../../state/activity-log';
import type { Once } from '../../state/once';
import type { Turns } from '../../state/turns';
import { directLineRoutes } from './direct-line';
import { cors, origins } from './origins';
import { streams } from './stream';
import { tokens } from './token';
import { transcript } from './transcript';
import type { Files } from './upload';
import { visitorRoute } from './visitor';

export { tokens } from './token';
export { mailboxId } from './transcript';
export { conversationsOf } from './visitor';
export type { Files, StoredFile } from './upload';

/** What web chat needs of the rest of the bot. */
export interface WebChatOptions {
  readonly http: HttpServer;
  readonly turns: Pick<Turns, 'accept'>;
  /** Replies in it are `Message` as JSON; `typing:<number of the last reply>`, announced, is shown as such. */
  readonly log: ActivityLog;
  readonly once: Once;
  /** Where customers' files wait for whoever reads them; without it they are checked and shown in the chat, and kept nowhere. */
  readonly files?: Files;
  readonly isCommand: (text: string) => boolean;
  /** Sign visitors' tokens: the first signs, all verify. */
  readonly tokenSecrets: readonly string[];
  /** For servers that mint tokens for pages of their own; none switches that off. */
  readonly directLineSecrets?: readonly string[];
  /** Where customers reach us, e.g. `https://chat.operator.example`. */
  readonly publicUrl: string;
  /** Origins of other pages that may use the API. */
  readonly allowedOrigins: readonly string[];
  readonly production: boolean;
  /** The bot's name. */
  readonly name: string;
  /** Reverse proxies of ours in front, for limits by address; 0 when customers connect directly. */
  readonly proxies?: number;
  readonly limits?: Limits;
  /** Unix ms. */
  readonly clock?: () => number;
}

/** Mounts `POST /webchat/token`, `/v3/directline/…` and its WebSocket stream. Conversations are `web:<id>` in the mailbox ({@link mailboxId}), in log mode. */
export function webChat(options: WebChatOptions): void {
  const { http, turns, log, once, files, isCommand, name, production, proxies = 0, limits = memoryLimits() } = options;
  const admission = origins({ publicUrl: options.publicUrl, allowed: options.allowedOrigins, production });
  const parts = {
    ...{ http, turns, log, once, files, isCommand, name, production, proxies, limits },
    tokens: tokens(options.tokenSecrets, options.clock),
    transcript: transcript(log, name),
    origins: admission,
    secrets: options.directLineSecrets ?? [],
  };
  cors(http.server, admission);
  visitorRoute(http.server, parts);
  directLineRoutes(http.server, parts);
  streams(parts);
}
