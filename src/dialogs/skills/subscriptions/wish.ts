import { z } from 'zod';
import { fold } from '../../../domain/fold';

/** What is wanted: to end one, to end one that nobody asked for, or to begin one. */
export const Wish = z.object({ does: z.enum(['cancel', 'denied', 'buy']), id: z.string().exactOptional() });
export type Wish = z.infer<typeof Wish>;

const DENIED =
  /\b(?:(?:no|nunca) (?:me |la |lo |los |las )?(?:pedi|suscribi|inscribi|autorice|solicite|active|contrate)|yo no fui|sin (?:mi )?permiso|sin pedirl[oa]|me suscribieron|nobody asked|never (?:asked|subscribed)|did ?n t (?:ask|subscribe|request|order)|without my permission|not mine)\b/;
const CANCEL =
  /\b(?:cancel\w*|quit[aeo]\w*|kit[ae]\w*|baja|desactiv\w*|desuscrib\w*|desinscrib\w*|anul\w*|deten\w*|sac[ae]\w*|stop|salir|unsubscribe|remove|turn off|take off|end|ya no|no (?:la |lo |el )?quiero|no (?:me )?renuev\w*)\b/;
const BUY =
  /\b(?:activar|activarme|activa|activame|contratar|contrato|suscribirme|suscribime|suscribeme|subscribe|activate|buy|add|sign me up|(?:qu|k)iero (?:el|la|un|una|netflix|spotify)|cuanto (?:cuesta|vale)|precio|que suscripciones hay|que servicios puedo|how much is|can i subscribe)\b/;

/** What a sentence wants of subscriptions; undefined when it says nothing of it. "Quítame esa que no pedí" is a cancellation: it is asked about afterwards. */
export function doneTo(text: string): Wish['does'] | undefined {
  const folded = fold(text);
  if (CANCEL.test(folded)) return 'cancel';
  if (DENIED.test(folded)) return 'denied';
  return BUY.test(folded) ? 'buy' : undefined;
}

/** Shorter words are in too many names, and in every sentence. */
const LETTERS = 4;
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(' ')
    .map((word) => IN_SPANISH[word] ?? word)
    .filter((word) => word.length >= LETTERS);
/** Operators name what they sell in Spanish, whoever buys it. */
const IN_SPANISH: Readonly<Record<string, string>> = {
  ...{ music: 'musica', sport: 'deportes', sports: 'deportes', cloud: 'nube', insurance: 'seguro', parental: 'parental', movies: 'video' },
};

/** The one whose name the text speaks of ("esa musica" is "Música"); undefined when it is none, or several alike. */
export function namedIn<T extends { readonly name: string }>(text: string, all: readonly T[]): T | undefined {
  const said = wordsOf(text);
  const scored = all
    .map((each) => ({
      each,
      hits: wordsOf(each.name).filter((word) => said.some((other) => other.startsWith(word) || word.startsWith(other))).length,
    }))
    .filter(({ hits }) => hits > 0)
    .toSorted((a, b) => b.hits - a.hits);
  const [best, next] = scored;
  return best && best.hits !== next?.hits ? best.each : undefined;
}

/** The text is a name and nothing else. */
export const isName = (text: string, name: string): boolean => {
  const said = wordsOf(text);
  const known = wordsOf(name);
  return said.length > 0 && said.every((word) => known.some((other) => other.startsWith(word) || word.startsWith(other)));
};
