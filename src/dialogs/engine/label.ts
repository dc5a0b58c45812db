/** Characters on a button: what every channel shows in full. */
export const LABEL = 20;

/** The word that a family of offers carries in front: everybody who sees a list of packs knows that they are packs. */
const FAMILY = /^(?:paquete|superrecarga|megapack|pack)\s+(?=\S)/i;
/** What must not stand last. A sign belongs either to the word before it or to those that stand alone: where two ways lead through one, twenty take hours. */
const DANGLING = /[,;:]*(?:\s+(?:(?:y|de|del|con|por|a|al|la|el|and|of|for|with|the)[,;:]*|[^\p{L}\p{N}\s]+))*$/u;

/** A name for a button: as many whole words as fit into `room` characters, without the word of the family where there is no room for it. */
export function short(name: string, room: number = LABEL): string {
  if (name.length <= room) return name;
  const bare = name.replace(FAMILY, '');
  if (bare.length <= room) return bare;
  const whole = bare
    .slice(0, room + 1)
    .replace(/\s+\S*$/, '')
    .replace(DANGLING, '');
  return whole.slice(0, room).trim();
}
