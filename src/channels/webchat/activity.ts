/** What we write of Direct Line's activity; clients ignore what they do not know. */
export interface Activity {
  readonly type: 'message' | 'typing';
  readonly id: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly channelId: 'webchat';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'bot' | 'user' };
  readonly replyToId?: string;
  readonly locale?: string;
  readonly text?: string;
  readonly textFormat?: 'plain' | 'markdown';
  readonly speak?: string;
  readonly inputHint?: 'acceptingInput' | 'expectingInput';
  readonly attachmentLayout?: 'list' | 'carousel';
  readonly attachments?: readonly object[];
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly CardAction[] };
  readonly value?: unknown;
  readonly channelData?: Readonly<Record<string, unknown>>;
}

/** A button that comes back as a message: the bubble shows its title, the bot gets `value`. */
export interface CardAction {
  readonly type: 'messageBack';
  readonly title: string;
  readonly displayText: string;
  readonly text: string;
  readonly value: { readonly q?: string; readonly choice: string };
}

/** Where an activity stands. */
export interface Place {
  /** Direct Line's conversation id, without `web:`. */
  readonly conversation: string;
  /** Position in the conversation's log. */
  readonly position: number;
  /** Unix time, ms. */
  readonly at: number;
}

/** Ids sort as the transcript does. A position has 13 digits today; seven is what the protocol's own samples show. */
export const activityId = (conversation: string, position: number): string => `${conversation}|${String(position).padStart(7, '0')}`;

export const placed = ({ conversation, position, at }: Place): Pick<Activity, 'id' | 'timestamp' | 'channelId' | 'conversation'> => ({
  id: activityId(conversation, position),
  timestamp: new Date(at).toISOString(),
  channelId: 'webchat',
  conversation: { id: conversation },
});

/** Who speaks when no person does. The name is the brand's. */
export const botAccount = (name: string): Activity['from'] => ({ id: 'bot', name, role: 'bot' });
