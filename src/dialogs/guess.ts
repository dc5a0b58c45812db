import type { Intent } from '../understanding/port';
import type { Round } from './round';
import { START } from './voice';

/** A recogniser that also says how far to trust it. */
export interface Guesser {
  /** sure: the one intent. unsure: the best two or three. none: empty. */
  hear(text: string, language: 'es' | 'en'): { readonly band: 'sure' | 'unsure' | 'none'; readonly intents: readonly Intent[] };
}

/**
 * What a text probably wants that no phrase of a skill says word for word. `begin` names a skill to start; `told` means that something
 * was said: what this release does not do yet, or "is it about …?" with buttons. Undefined when even a guess would be none.
 */
export function guess(
  { desk, voice }: Round,
  text: string,
  guesser: Guesser,
  isBuilt: (skill: string) => boolean,
): 'told' | { readonly begin: string } | undefined {
  const { band, intents } = guesser.hear(text, desk.record.language);
  const [first] = intents;
  if (!first) return undefined;
  if (first.language) desk.record.language = first.language;
  const t = voice.t(desk);
  if (band === 'sure' && isBuilt(first.skill)) return { begin: first.skill };
  if (band === 'sure' && first.skill === 'greet') desk.say(voice.hello(desk));
  else if (band === 'sure' && first.skill === 'bye') desk.say(t.bye);
  else if (band === 'sure') desk.say(voice.menu(desk, t.notYet));
  else
    return asked(
      { desk, voice },
      intents.filter(({ skill }) => isBuilt(skill)),
      t.perhaps,
    );
  return 'told';
}

/** "Is it about one of these?": only what this release can do. */
function asked({ desk, voice }: Pick<Round, 'desk' | 'voice'>, intents: readonly Intent[], text: string): 'told' | undefined {
  if (intents.length === 0) return undefined;
  desk.say({ text, choices: [...intents.map(({ skill }) => voice.button(desk, skill)), { id: `${START}menu`, label: voice.t(desk).somethingElse }] });
  return 'told';
}
