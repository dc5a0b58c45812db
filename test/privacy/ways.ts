import { channelChat, type BotWorld } from '../support/bot-framework';
import type { Chat } from '../support/chat';
import { metaOf, strangerOf, wordsOf } from '../support/messenger';
import type { World } from '../support/app';

/** What a customer of the page on Messenger hears, message by message. */
export async function onMessenger({ sandbox, codeOf }: Pick<World, 'sandbox' | 'codeOf'>, lines: readonly string[]): Promise<string> {
  const phone = strangerOf({ ...metaOf(sandbox.url), codeOf });
  const heard: string[] = [];
  for (const text of lines) {
    await phone.do({ text });
    heard.push(...(await phone.hear(1)).map(wordsOf));
  }
  return heard.join('\n');
}

/** What a customer of a Bot Framework channel hears. */
export async function onChannel(bot: Pick<BotWorld, 'connector' | 'post'>, lines: readonly string[]): Promise<string> {
  const chat = channelChat(bot);
  const heard: string[] = [];
  for (const text of lines) {
    await chat.send(text);
    heard.push(...(await chat.hear(1)).map(({ text: words = '' }) => words));
  }
  return heard.join('\n');
}

/** Each line with so many replies; resolves to the last ones. A code is asked of the phone when it is its turn. */
export async function through(chat: Chat, lines: readonly (readonly [said: string | (() => Promise<string>), replies: number])[]): Promise<string> {
  let heard: string[] = [];
  for (const [said, replies] of lines) {
    await chat.send(typeof said === 'string' ? said : await said());
    heard = (await chat.hear(replies)).map(({ text = '' }) => text);
  }
  return heard.join('\n');
}
