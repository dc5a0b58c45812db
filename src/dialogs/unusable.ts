import { processed } from './processed';
import type { Round } from './round';

/** A button of another question: nothing is done for it. */
export async function over({ desk, flows, voice }: Round): Promise<void> {
  const known = await processed(desk);
  if (known) {
    desk.say(known);
    return flows.reprompt();
  }
  if (flows.ids().length === 0) return desk.say(voice.menu(desk, voice.t(desk).over));
  desk.say(voice.t(desk).over);
  return flows.reprompt();
}

/** A card was written: what else that message said is not acted on. The question stays open, also one of the root's own. */
export async function warned({ desk, flows, voice }: Round): Promise<void> {
  const { asking, last } = desk.record;
  const own = asking && last.findLast(({ question }) => question === asking.id);
  if (!own && flows.ids().length === 0) return desk.say(voice.menu(desk, voice.t(desk).cards));
  desk.say(voice.t(desk).cards);
  return own ? desk.say(own) : flows.reprompt();
}
