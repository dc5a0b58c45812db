const upTo = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const sixteenOn = upTo(16, 19);
const ANY = upTo(13, 19);

/**
 * First digits that card schemes issue, and how long such numbers are (ISO/IEC 7812 issuer ranges, as the schemes publish them).
 * IMEIs have 15 digits, always pass the Luhn check and may begin with 30 or 50 (their reporting bodies): no card of that length is
 * issued there, so that length is left out. Maestro's 12 digits are left out: they are MSISDNs and vouchers.
 */
const RANGES: readonly (readonly [from: string, to: string, lengths: readonly number[]])[] = [
  ['4', '4', [13, 16, 18, 19]], // Visa, and Electron
  ['51', '55', [16]], // Mastercard
  ['2221', '2720', [16]],
  ['34', '34', [15]], // American Express
  ['37', '37', [15]],
  ['300', '305', [14, ...sixteenOn]], // Diners Club
  ['3095', '3095', [14, ...sixteenOn]],
  ['36', '36', upTo(14, 19)],
  ['38', '39', upTo(14, 19)],
  ['2131', '2131', [15]], // JCB
  ['1800', '1800', [15]],
  ['3528', '3589', sixteenOn],
  ['2200', '2204', sixteenOn], // Mir
  ['81', '82', sixteenOn], // UnionPay, RuPay
  ['50', '50', [13, 14, ...sixteenOn]], // Maestro, Elo
  ['56', '59', ANY], // Maestro and the region's own schemes
  ['6', '6', ANY], // Maestro, Discover, UnionPay (62), Hipercard and others
];

/** Whether 13 to 19 plain digits can be the number of a payment card: a known range, a length of that range, and the Luhn digit. */
export function isCardNumber(digits: string): boolean {
  return RANGES.some(([from, to, lengths]) => lengths.includes(digits.length) && within(digits, from, to)) && passesLuhn(digits);
}

function within(digits: string, from: string, to: string): boolean {
  const first = digits.slice(0, from.length);
  return first >= from && first <= to;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether 15 digits are an IMEI: one of the reporting bodies that ever issued them, and the Luhn digit. */
export const isImei = (digits: string): boolean => /^(?:01|10|3[035]|4[459]|5[0-4]|86|9[189])\d{13}$/.test(digits) && passesLuhn(digits);
