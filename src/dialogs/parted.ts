import type { Moves } from './round';

/** Hearings of parts: a message can be made of commas. */
const MOST_HEARD = 12;
/** Where one wish may end and the next begin. */
const BETWEEN = /[,.;]\s*(?:(?:y|and)\s+)?|\s+(?:y|and)\s+/giu;

/**
 * The sentence of each of several wishes ("paga mi factura y recarga 20"), in their order, so that none takes the other's amount. All have all of it
 * where nobody can tell them apart.
 */
export async function parted(text: string, wishes: readonly string[], { wanted }: Pick<Moves, 'wanted'>): Promise<readonly string[]> {
  let left = MOST_HEARD;
  const says = async (part: string, wish: string): Promise<boolean> => {
    if (left-- <= 0) return false;
    const heard = await wanted(part);
    return heard.band === 'unsure' ? heard.skills[0] === wish : heard.band === 'sure' && heard.skill === wish && heard.then === undefined;
  };
  const cut = async (rest: string, [wish = '', ...others]: readonly string[]): Promise<readonly string[] | undefined> => {
    if (others.length === 0) return (await says(rest, wish)) ? [rest] : undefined;
    for (const { 0: between, index } of rest.matchAll(BETWEEN)) {
      const more = (await says(rest.slice(0, index), wish)) ? await cut(rest.slice(index + between.length), others) : undefined;
      if (more) return [rest.slice(0, index), ...more];
    }
    return undefined;
  };
  return (await cut(text, wishes)) ?? wishes.map(() => text);
}
