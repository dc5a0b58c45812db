/** Seven digits or more in a row, as lines, documents, accounts and cards are written. */
const LONG = /\+?\d(?:[\s.-]?\d){6,}/g;
/** An amount ("Gs. 1.234.500", "$ 43.871.205"), a formal complaint's number ("4433-26-0001182"), a date. */
const AMOUNT = /(?:Q|L|C?\$|₡|Bs\.?|Gs\.?|B\/\.)\s?$/;
const ALLOWED = /^(?:\d{3,4}-\d{2}-\d{7}|\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})$/;

/** A text in which numbers of people are known by their last four digits only. Amounts, dates and references stay. */
export function withoutNumbers(text: string): string {
  return text.replace(LONG, (number, at: number) => {
    if (ALLOWED.test(number) || AMOUNT.test(text.slice(Math.max(0, at - 5), at))) return number;
    return `…${number.replace(/\D/g, '').slice(-4)}`;
  });
}
