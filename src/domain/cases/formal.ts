import type { Country } from '../countries';
import { fold } from '../fold';

/** A petition, complaint or appeal in the law's sense: named so. */
const FORMAL =
  / (pqrs?|peticion|derecho de peticion|queja formal|reclamo formal|reclamacion formal|recurso de (?:reposicion|apelacion)|superintendencia|sic|radicar|interponer|formal complaint) /;
/** What was said so long before belongs to another matter, ms. */
const FRESH_MS = 15 * 60_000;

export const isFormal = (text: string): boolean => FORMAL.test(` ${fold(text)} `);

/** "Quiero poner un PQR" comes before the story, and the law counts the days of it all the same. @param turns oldest first; `done`: a matter ended with it */
export function wasFormal(
  turns: readonly { readonly at: number; readonly said: string; readonly done?: string | undefined }[],
  now: number,
): boolean {
  const since = turns.findLastIndex(({ done }) => done !== undefined) + 1;
  return turns.slice(since).some(({ said, at }) => now - at < FRESH_MS && isFormal(said));
}

/** Whether the law of the country gives a formal complaint a number and counts its days: Colombia's PQR. */
export const countsDays = ({ code }: Pick<Country, 'code'>): boolean => code === 'CO';
