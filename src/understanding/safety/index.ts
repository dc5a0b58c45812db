import type { Alarm } from '../../domain/alarm';
import type { Language } from '../../domain/texts';
import { wordsOf } from '../normalise';
import { spelling } from '../spelling';
import { CRISIS_EN, CRISIS_ES } from './crisis';
import { DEATH_EN, DEATH_ES, HOLDER_DIED } from './death';
import { EXTORTION_EN, EXTORTION_ES } from './extortion';
import { FRAUD_EN, FRAUD_ES } from './fraud';
import { IDIOMS } from './idioms';
import { LISTS } from './lists';
import { namedWords, sounding, tableOf, type Table } from './pattern';
import { THEFT_EN, THEFT_ES } from './theft';
import { THREAT_EN, THREAT_ES } from './threat';

/** What was found in a text that must not wait, and in which language it was said. */
export interface Grave {
  readonly alarm: Alarm;
  readonly language: Language;
}

/** In the order of what matters most when several are said. */
const TABLES = [
  { alarm: 'crisis', es: CRISIS_ES, en: CRISIS_EN },
  { alarm: 'extortion', es: EXTORTION_ES, en: EXTORTION_EN },
  { alarm: 'threat', es: THREAT_ES, en: THREAT_EN },
  { alarm: 'theft', es: THEFT_ES, en: THEFT_EN },
  { alarm: 'fraud', es: FRAUD_ES, en: FRAUD_EN },
  { alarm: 'death', es: DEATH_ES, en: DEATH_EN },
] as const;

const LOOKS = TABLES.flatMap(({ alarm, es, en }) => [
  { alarm, language: 'es' as const, said: tableOf(es, LISTS) },
  { alarm, language: 'en' as const, said: tableOf(en, LISTS) },
]);
const HOLDER = tableOf(HOLDER_DIED, LISTS);
const SAYINGS = tableOf(IDIOMS, LISTS);
const isIn = (heard: string, table: Table): boolean => heard.search(table(heard) ?? NEVER) >= 0;
const NEVER = /(?!)/;

const NAMED = new Set(namedWords([...TABLES.flatMap(({ es, en }) => [...es, ...en]), ...IDIOMS], LISTS));
/** Shorter words have too many neighbours: "Mario" is no "murió". */
const SHORTEST_MISTYPED = 7;
const spelt = spelling([...NAMED].filter(({ length }) => length >= SHORTEST_MISTYPED));
const asMeant = (words: readonly string[]): readonly string[] => words.flatMap((word) => (NAMED.has(word) ? [word] : spelt([word])));

/** What is normalised at once: longer texts are read in pieces that overlap, so that nothing in the middle of a long one is missed. */
const PIECE = 900;
const OVERLAP = 100;

/**
 * Words of crisis, extortion, threat, theft of the phone, fraud in progress or the death of a holder, in Spanish or English, whatever
 * language the chat is in. Pure. It would rather hear too much than too little, but sayings ("me muero de risa", "mi plan murió") are none.
 */
export function graveIn(text: string): Grave | undefined {
  const whole = piecesOf(text).map((piece) => sounding(asMeant(wordsOf(piece))));
  const pieces = whole.map((piece) => (isIn(piece, HOLDER) ? piece : piece.replace(SAYINGS(piece) ?? NEVER, ' ')));
  const found = LOOKS.find(({ said }) => pieces.some((piece) => isIn(piece, said)));
  return found && { alarm: found.alarm, language: found.language };
}

function piecesOf(text: string): readonly string[] {
  if (text.length <= PIECE) return [text];
  const starts = Array.from({ length: Math.ceil(text.length / (PIECE - OVERLAP)) }, (_, at) => at * (PIECE - OVERLAP));
  return starts.map((start) => text.slice(start, start + PIECE));
}
