import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { activityOf, type BotWorld } from './bot-framework';
import type { Said } from './connector';
import { scripted, stillness, type Scripted } from './scripted';

const Tappable = z.looseObject({
  title: z.string(),
  payload: z.string().optional(),
  value: z.unknown().optional(),
  data: z.looseObject({}).optional(),
});
type Tappable = z.infer<typeof Tappable>;
const Template = z.looseObject({
  text: z.string().optional(),
  buttons: z.array(Tappable).default([]),
  elements: z.array(z.looseObject({ title: z.string(), subtitle: z.string().optional(), buttons: z.array(Tappable).default([]) })).default([]),
});
/** What the bot says on Azure's Facebook channel, in Messenger's own words. */
const Native = z.looseObject({
  text: z.string().optional(),
  attachment: z.looseObject({ payload: Template }).optional(),
  quick_replies: z.array(Tappable).default([]),
});

const WAIT_MS = 90_000;

/** A chat as the conversation tests know it, through Azure: its web channel, or its Facebook channel. */
export async function azureChat(
  bot: BotWorld,
  channelId: 'webchat' | 'facebook',
  options: { language?: 'es' | 'en'; join?: boolean } = {},
): Promise<Scripted> {
  const conversation = randomUUID();
  let read = 0;
  const said = (): readonly Said[] =>
    bot.connector.sendings.flatMap((each) => (each.conversation === conversation && each.activity.type === 'message' ? [each.activity] : []));
  const send = async (more: object): Promise<void> => {
    const activity = activityOf(bot.connector, conversation, { channelId, locale: `${options.language ?? 'es'}-GT`, ...more });
    for (const end = Date.now() + WAIT_MS; ;) {
      const { status } = await bot.post(activity);
      if (status === 200) return;
      // Azure sends again what was answered with a 503; the mailbox takes it once.
      if (status !== 503 || Date.now() > end) throw new Error(`the bot said ${status}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const onFacebook = channelId === 'facebook';
  const mid = (): string => `m_${randomUUID()}`;
  const chat = scripted(
    {
      write: (text) => send({ text, ...(onFacebook && { channelData: { message: { mid: mid(), text } } }) }),
      async tap(label) {
        const { text, value, ...button } = tappable(said(), label);
        if (!onFacebook) return send({ text, value });
        if (button.isReply)
          return send({ text: label, channelData: { message: { mid: mid(), text: label, quick_reply: { payload: button.payload } } } });
        return send({ text: button.payload, channelData: { postback: { mid: mid(), title: label, payload: button.payload } } });
      },
      rest: async () => {
        const all = said();
        return all.slice(read, (read = all.length)).map(wordsOf);
      },
      isStill: stillness(bot.world),
    },
    bot.world.codeOf,
  );
  if (options.join !== false) {
    await send({ type: 'conversationUpdate', membersAdded: [{ id: 'customer' }] });
    await chat.hear(1);
  }
  return chat;
}

/** All that can be read of an activity. */
function wordsOf({ text = '', channelData }: Said): string {
  const { text: words, attachment } = Native.parse(channelData ?? {});
  const elements = attachment?.payload.elements ?? [];
  return [text, words, attachment?.payload.text, ...elements.flatMap(({ title, subtitle }) => [title, subtitle])].filter(Boolean).join('\n');
}

/** The button of this label that was shown last, as its channel brings it back. */
function tappable(said: readonly Said[], label: string): { text: string; value: unknown; payload: string | undefined; isReply: boolean } {
  for (const { suggestedActions, attachments = [], channelData } of said.toReversed()) {
    const { quick_replies: replies, attachment } = Native.parse(channelData ?? {});
    const { buttons = [], elements = [] } = attachment?.payload ?? {};
    const onCards = attachments.flatMap(({ content }) => z.array(Tappable).parse([...(content.actions ?? []), ...(content.buttons ?? [])]));
    const all = [
      ...replies,
      ...buttons,
      ...elements.flatMap((each) => each.buttons),
      ...z.array(Tappable).parse(suggestedActions?.actions ?? []),
      ...onCards,
    ];
    const found = all.find(({ title }) => title === label);
    if (found) return { text: label, value: valueOf(found), payload: found.payload, isReply: replies.includes(found) };
  }
  throw new Error(`no button ${label}`);
}

/** An Adaptive Card's button keeps its value further inside. */
const valueOf = ({ value, data }: Tappable): unknown =>
  value ?? z.looseObject({ cardAction: z.looseObject({ value: z.unknown() }) }).safeParse(data).data?.cardAction.value;
