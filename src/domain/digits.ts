/** The first digit of the scripts that phones sold in the nine countries can type besides ours. NFKC plains the full-width ones. */
const ZEROS = [0x0660, 0x06f0];

/** Text with plain digits, signs and spaces: full-width forms by NFKC, Arabic-Indic digits by their value. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
  });
}
