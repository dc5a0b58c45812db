import { Message } from '../../domain/message';
import type { ActivityLog, LogRow } from '../../state/activity-log';
import { activityId, placed, type Activity } from './activity';
import { EchoBody } from './receive';
import { render } from './render';

/** Rows per page: a long conversation comes in several answers or frames. */
const PAGE = 100;

/** A page of what was said after a position. `position`: where the next page begins. */
export interface Page {
  readonly activities: readonly Activity[];
  readonly position: number;
  readonly isLast: boolean;
  /** Number of the last reply in it, 0 when there is none. */
  readonly said: number;
}

export interface Transcript {
  /** @param conversation Direct Line's id. Throws within 0.5 s while Redis is away. */
  page(conversation: string, after: number): Promise<Page>;
  /** Position of the newest row, 0 when nothing was said yet. */
  last(conversation: string): Promise<number>;
}

/** How the mailbox calls a web chat's conversation. */
export const mailboxId = (conversation: string): string => `web:${conversation}`;

/** The log of a conversation, as activities. @param name the bot's */
export function transcript(log: Pick<ActivityLog, 'read'>, name: string): Transcript {
  return {
    async page(conversation, after) {
      const { rows, last, answers } = await log.read(mailboxId(conversation), after, PAGE);
      const activities: Activity[] = [];
      let replyTo = answers ? activityId(conversation, after) : undefined;
      for (const row of rows) {
        if (row.kind === 'echo') replyTo = activityId(conversation, row.position);
        activities.push(...activitiesOf(row, { conversation, name, replyTo }));
      }
      const position = Math.max(after, rows.at(-1)?.position ?? after);
      const said = Math.max(0, ...rows.map(({ number = 0 }) => number));
      return { activities, position, said, isLast: position >= last || rows.length === 0 };
    },
    last: async (conversation) => (await log.read(mailboxId(conversation), 0, 1)).last,
  };
}

/** Nothing for a row that can no longer be opened or read: it must not end the chat. */
function activitiesOf(row: LogRow, context: { conversation: string; name: string; replyTo: string | undefined }): readonly Activity[] {
  const { conversation } = context;
  const place = { conversation, position: row.position, at: row.at };
  const body = parse(row.text);
  if (row.kind === 'reply') {
    const message = Message.safeParse(body);
    return message.success ? render(message.data, { ...place, name: context.name, replyTo: context.replyTo }) : [];
  }
  const echo = EchoBody.safeParse(body);
  if (!echo.success) return [];
  const { user, text, channelData, attachments } = echo.data;
  const { id, timestamp, channelId } = placed(place);
  return [
    {
      type: 'message',
      id,
      timestamp,
      channelId,
      conversation: { id: conversation },
      from: { id: user, role: 'user' },
      text,
      textFormat: 'plain',
      ...(channelData && { channelData }),
      ...(attachments && { attachments }),
    },
  ];
}

function parse(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
