/** Where a text is best cut, best first: after a paragraph, a line, a sentence, a word. */
const ENDS = [/\n\n(?=[^\n]*$)/, /\n(?=[^\n]*$)/, /[.!?…](?=\s[^.!?…]*$)/, /\s(?=\S*$)/];
/** A cut that leaves less than this share of a piece is no good one. */
const LEAST = 0.4;

/** A text in pieces of at most `most` UTF-16 units, cut between sentences where that can be, never inside a character. Nothing is lost but white space. */
export function pieces(text: string, most: number): readonly string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const at = cutIn(rest, most);
    found.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? found : [...found, rest];
}

function cutIn(text: string, most: number): number {
  const head = text.slice(0, most + 1);
  for (const end of ENDS) {
    const match = end.exec(head);
    const at = match ? match.index + match[0].length : 0;
    if (at > most * LEAST && at <= most) return at;
  }
  return isLowSurrogate(text.charCodeAt(most)) ? most - 1 : most;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc_00 && unit <= 0xdf_ff;
