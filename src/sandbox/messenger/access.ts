/** A Meta app with one page, as both sides know it. Without it there is no Messenger. */
export interface MessengerAccess {
  readonly appId: string;
  readonly appSecret: string;
  readonly pageId: string;
  readonly pageToken: string;
  /** The bot's webhook. */
  readonly webhook: string;
}

/** The page's own inbox is an app too: https://developers.facebook.com/docs/messenger-platform/handover-protocol */
export const INBOX_APP = '263902037430900';
