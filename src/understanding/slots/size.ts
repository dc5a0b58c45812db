import { fold } from '../../domain/fold';
import { readQuantity } from '../../domain/quantity';
import { spelledNumbers } from '../../domain/money/words';

const COUNT = String.raw`\d{1,5}(?:[.,]\d{1,2})?|medi[oa]|un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce|quince|veinte|treinta|cien|quinient[oa]s|mil|one|two|three|four|five|ten|half a|a`;
export const SIZE = new RegExp(String.raw`(?<![a-zñ\d.,])(?:${COUNT}) ?(?:gb|gigas?|gigabytes?|g(?=\s|$)|mb|megas?|megabytes?)(?![a-zñ\d])`, 'g');

/** Data as people ask for it ("2 gigas", "medio giga", "500 megas", "1,5 GB"), in bytes. Undefined when there is none. */
export function readSize(text: string): number | undefined {
  const typed = text.toLowerCase().replace(',', '.');
  const units = /g(?:b|igas?|igabytes?)?\s*$/.test(typed.trim()) ? 'gb' : 'mb';
  const said = fold(text);
  const literal = /\d+(?:\.\d+)?/.exec(typed)?.[0];
  const amount = literal ?? (/\b(?:medi[oa]|half)\b/.test(said) ? '0.5' : spelledNumbers(said)[0]?.value);
  return /(?:gb|gigas?|gigabytes?|mb|megas?|megabytes?|\dg|\d g)\s*$/.test(typed.trim())
    ? readQuantity({ amount: amount ?? 1, units })?.count
    : undefined;
}
