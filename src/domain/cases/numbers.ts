/** Seven digits or more in a row, as lines, documents, accounts and cards are written. */
const LONG = /\+?\d(?:[\s.-]?\d){6,}/g;
/** An amount ("Gs. 1.234.500", "$ 43.871.205"), a formal complaint's number ("4433-26-0001182"), a date, "12500.50". */
const AMOUNT = /(?:Q|L|C?\$|₡|Bs\.?|Gs\.?|B\/\.)\s?$/;
const ALLOWED = /^(?:\d{1,7}\.\d{2}|\d{3,4}-\d{2}-\d{7}|\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})$/;

/** A day as programs write it. An hour may follow it, and the two together are no number of anybody's. */
const DAY = /((?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d))/;

/** A contract or a document alone, as an answer to who asked for it: "770021", "576937-K", "PE-12-3456", "1234567-1A LP". */
const ALONE = /^(?:(?:1[0-3]|[1-9])?(?:PE|PI|AV|E|N)[ -])?\d[\d .-]*\d(?:[ -]{0,3}[\dA-Z]{1,2})?(?: ?[A-Z]{2})?$/i;
/** The same with its name before it: "mi contrato es 770021". */
const NAMED =
  /\b(contrato|cuenta|dpi|cui|nit|dui|dni|ruc|carn[eé]t?|c[eé]dula|documento|identidad|account|contract)((?:\s+(?:es|n[oº]|nro|n[uú]mero|number|is))*[\s.:#]*)(\d[\d.-]{3,}\d(?:-?[A-Z])?)\b/giu;
/** Fewer digits say an amount, or an hour. */
const SHORTEST = 5;
const MONEY = /[.,]\d\d$/;

/** A text in which numbers of people are known by their last four digits only. Amounts, dates and references stay. */
export function withoutNumbers(text: string): string {
  const line = text.trim();
  const isAlone = ALONE.test(line) && digitsOf(line).length >= SHORTEST && !MONEY.test(line) && !ALLOWED.test(line);
  if (isAlone) return ending(line);
  const named = text.replace(NAMED, (whole, name: string, between: string, number: string) =>
    digitsOf(number).length < SHORTEST || MONEY.test(number) ? whole : `${name}${between}${ending(number)}`,
  );
  return named
    .split(DAY)
    .map((part, at) => (at % 2 === 1 ? part : withoutLong(part)))
    .join('');
}

const withoutLong = (text: string): string =>
  text.replace(LONG, (number, at: number) => (ALLOWED.test(number) || AMOUNT.test(text.slice(Math.max(0, at - 5), at)) ? number : ending(number)));

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const ending = (number: string): string => `…${digitsOf(number).slice(-4)}`;
