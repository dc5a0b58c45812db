import { ActivityTypes, BotAdapter, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from 'botbuilder-core';
import type { Desk } from '../dialogs/engine/desk';
import { DESK } from '../dialogs/engine/flow';

/** Runs a turn of one of our own channels through the SDK's middleware, without its connector. */
export interface LightAdapter {
  readonly run: (desk: Desk, logic: (context: TurnContext) => Promise<void>) => Promise<void>;
  /** Bot Framework middleware, in its order. */
  readonly use: BotAdapter['use'];
}

export function lightAdapter(): LightAdapter {
  const adapter = new CollectingAdapter();
  let hasMiddleware = false;
  return {
    use: (...middlewares) => {
      hasMiddleware = true;
      return adapter.use(...middlewares);
    },
    run: (desk, logic) => {
      const context = new TurnContext(adapter, activityOf(desk));
      context.turnState.set(DESK, desk);
      // Without middleware there is no need for the SDK's proxy, through which every look at the context costs more.
      return hasMiddleware ? adapter.through(context, logic) : logic(context);
    },
  };
}

/** What the SDK needs to know of a message; the dialogs read the desk. */
function activityOf({ conversation, number, said, record }: Desk): Partial<Activity> {
  const [channelId = ''] = conversation.split(':');
  return {
    type: ActivityTypes.Message,
    id: `${conversation}|${number}`,
    channelId,
    conversation: { id: conversation, isGroup: false, conversationType: '', name: '' },
    from: { id: conversation, name: '' },
    recipient: { id: 'bot', name: '' },
    text: said.text,
    locale: record.language,
  };
}

/** What is sent through the SDK goes where all replies go: onto the desk, and out with the turn's commit. */
class CollectingAdapter extends BotAdapter {
  through(context: TurnContext, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    return this.runMiddleware(context, logic);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const desk: Desk = context.turnState.get(DESK);
    for (const { type, text } of activities) if (type === ActivityTypes.Message && text) desk.say(text);
    return activities.map(() => ({ id: '' }));
  }

  override async updateActivity(): Promise<void> {
    throw new Error('what was said cannot be changed here');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('what was said cannot be taken back here');
  }

  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    throw new Error('events of ours come through the mailbox');
  }
}
