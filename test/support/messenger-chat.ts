import { wordsOf, type MessengerPhone, type MessengerWorld } from './messenger';
import { scripted, stillness, type Scripted } from './scripted';

/** A chat as the conversation tests know it, on Messenger. */
export async function messengerChat(world: MessengerWorld, options: { language?: 'es' | 'en'; join?: boolean } = {}): Promise<Scripted> {
  const phone = world.stranger();
  if (options.join !== false) {
    await phone.do({ postback: { title: 'Empezar', payload: 'GET_STARTED' } });
    await phone.hear(1);
    if (options.language === 'en') {
      await phone.do({ text: 'english' });
      await phone.hear(1);
    }
  }
  return chatOn(world, phone);
}

/** A phone that is written on already. */
export const chatOn = (world: MessengerWorld, phone: MessengerPhone): Scripted =>
  scripted(
    {
      ...{ write: (text) => phone.do({ text }), tap: (label) => phone.tap(label), isStill: stillness(world) },
      rest: async () => (await phone.rest()).map(wordsOf),
    },
    world.codeOf,
  );
