import type { Language } from '../domain/texts';
import { nobody } from '../state/session';
import type { Command } from './commands';
import { unmarkContact } from './contact';
import { offerSecond, promise, waiting } from './interruptions';
import type { Round } from './round';

/** Obeys a command that needs no skill. The person's command is a skill of its own. */
export async function obey(round: Round, command: Exclude<Command, 'person'>): Promise<void> {
  const { desk, flows, voice } = round;
  const t = voice.t(desk);
  const open = flows.ids().length > 0;
  switch (command) {
    case 'menu':
      return toMenu(round);
    case 'cancel':
      return cancel(round);
    case 'help':
      desk.say(voice.menu(desk, t.help));
      return flows.reprompt();
    case 'leave':
      return leave(round);
    case 'repeat':
      return open ? flows.reprompt() : repeat(round);
    case 'back':
      return back(round);
    case 'language':
      return speak(round, desk.record.language === 'es' ? 'en' : 'es');
    case 'spanish':
    case 'english':
      return speak(round, command === 'spanish' ? 'es' : 'en');
  }
}

/** Who leaves a consent by the menu is told that nothing came of it, as who cancels it is. */
function toMenu(round: Round): void {
  const { desk, flows, voice } = round;
  const { menu, cancelled } = voice.t(desk);
  const text = flows.guarded() ? cancelled : menu;
  forget(round);
  desk.say(voice.menu(desk, text));
}

/** The second wish of the message whose first one is dropped was not dropped with it. */
function cancel(round: Round): void {
  const { desk, flows, voice } = round;
  const t = voice.t(desk);
  const open = flows.ids().length > 0;
  const left = waiting(round);
  forget(round);
  if (!open || left.length === 0) return desk.say(voice.menu(desk, open ? t.cancelled : t.nothingToCancel));
  desk.say(t.dropped);
  promise(round, left);
  offerSecond(round);
}

/** "Adiós" inside a question ends it; where something was under way, that it came to nothing is said. */
export function partFrom(round: Round): void {
  const { desk, flows, voice } = round;
  const { dropped, bye } = voice.t(desk);
  const text = flows.guarded() ? `${dropped} ${bye}` : bye;
  forget(round);
  desk.say(text);
}

function forget(round: Round): void {
  const { desk, flows } = round;
  flows.drop();
  delete desk.record.parked;
  delete desk.record.asking;
  promise(round, []);
  desk.record.misses = 0;
}

function leave(round: Round): void {
  const { desk, voice } = round;
  const wasIn = desk.record.session.lines.length + desk.record.session.homes.length > 0;
  forget(round);
  desk.record.session = nobody;
  desk.forgets = true;
  for (const left of ['trail', 'journey', 'surveyed'] as const) delete desk.record[left]; // whoever writes next may be somebody else
  unmarkContact(desk);
  desk.say(voice.menu(desk, wasIn ? voice.t(desk).signedOut : voice.t(desk).notSignedIn));
}

async function back({ desk, flows, voice }: Round): Promise<void> {
  if (await flows.back()) return;
  const { notBack, firstStep } = voice.t(desk);
  if (flows.ids().length === 0) return desk.say(voice.menu(desk, notBack));
  desk.say(firstStep);
  return flows.reprompt();
}

function repeat({ desk, voice }: Round): void {
  const { last } = desk.record;
  if (last.length === 0) desk.say(voice.menu(desk, voice.t(desk).nothingToRepeat));
  for (const message of last) desk.say(message);
}

/** In another language everything open is asked again, so that a consent is given to words that were understood. */
async function speak({ desk, flows, voice }: Round, language: Language): Promise<void> {
  desk.record.language = language;
  const t = voice.t(desk);
  if (flows.ids().length === 0) return desk.say(voice.menu(desk, t.languageSet));
  desk.say(t.languageSet);
  return flows.reprompt(true); // what was read holds words of the other language
}
