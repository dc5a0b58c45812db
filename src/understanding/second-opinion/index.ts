import type { Language } from '../../domain/texts';
import type { SecondOpinion } from '../../integrations/second-opinion/port';
import type { Understood } from '../bands';

interface Ear<U extends Understood> {
  hear(text: string, language: Language): U;
}

/**
 * A recogniser that, when it is unsure, asks somebody else which of its own two or three guesses is meant. The other one can only put a guess first:
 * it is still asked about, so nothing begins that the customer did not choose. Without a client, and whenever that fails, the recogniser's own word
 * stands, unchanged.
 */
export function withSecondOpinion<U extends Understood, E extends Ear<U>>(
  ear: E & Ear<U>,
  client: SecondOpinion | undefined,
): Omit<E, 'hear'> & { hear(text: string, language: Language): U | Promise<U> } {
  if (client === undefined) return ear;
  return {
    ...ear,
    async hear(text, language) {
      const own = ear.hear(text, language);
      if (own.band !== 'unsure') return own;
      const meant = await client.ask(
        text,
        own.intents.map(({ skill }) => skill),
        language,
      );
      const first = own.intents.find(({ skill }) => skill === meant);
      return first === undefined ? own : { ...own, intents: [first, ...own.intents.filter((intent) => intent !== first)] };
    },
  };
}
