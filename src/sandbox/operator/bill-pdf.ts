/** A text on a page: points from the left (or, `right`, its last character's right edge) and from the top. */
interface Word {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly font?: keyof typeof FONTS;
  readonly right?: boolean;
  /** 0 is black, 1 is white. */
  readonly grey?: number;
}

/** What stands on a printed bill, each already in the operator's words. */
export interface PrintedBill {
  readonly brand: string;
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly lines: readonly (readonly [what: string, amount: string])[];
  readonly total: readonly [name: string, amount: string];
  readonly due: string;
  readonly foot: string;
}

const PAGE = { width: 595, height: 842, left: 56, right: 539 } as const;
/** Fonts that every reader has: amounts in the one whose figures stand under each other. */
const FONTS = { plain: 'Helvetica', bold: 'Helvetica-Bold', figures: 'Courier', total: 'Courier-Bold' } as const;
/** Width of a Courier character, in parts of its size. */
const COURIER = 0.6;
const ROW = 22;
/** Lines of a page; a longer bill goes on. */
const ROWS = 22;
const LIST_TOP = 250;

/** A bill as a PDF 1.4 of A4 pages: one bill, however long. */
export function billPdf(bill: PrintedBill): Buffer {
  const pages = Array.from({ length: Math.max(1, Math.ceil(bill.lines.length / ROWS)) }, (_, page) =>
    bill.lines.slice(page * ROWS, (page + 1) * ROWS),
  );
  return written(pages.map((lines, page) => pageOf(bill, lines, { isFirst: page === 0, isLast: page === pages.length - 1 })));
}

function pageOf(bill: PrintedBill, lines: PrintedBill['lines'], { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): string {
  const { left, right } = PAGE;
  const listTop = isFirst ? LIST_TOP : 130;
  const end = listTop + lines.length * ROW;
  const head: Word[] = [
    { x: left, y: 70, text: bill.brand, size: 22, font: 'bold' },
    { x: left, y: 98, text: bill.title, size: 14 },
    ...(isFirst ? bill.facts : []).flatMap(([name, value], row): Word[] => [
      { x: left, y: 134 + row * 18, text: name, grey: 0.4 },
      { x: left + 150, y: 134 + row * 18, text: value },
    ]),
  ];
  const list = lines.flatMap(([what, amount], row): Word[] => [
    { x: left, y: listTop + row * ROW, text: what },
    { x: right, y: listTop + row * ROW, text: amount, font: 'figures', right: true },
  ]);
  const sum: Word[] = [
    { x: left, y: end + 24, text: bill.total[0], size: 14, font: 'bold' },
    { x: right, y: end + 24, text: bill.total[1], size: 14, font: 'total', right: true },
    { x: left, y: end + 52, text: bill.due, font: 'bold' },
    { x: left, y: end + 84, text: bill.foot, size: 9, grey: 0.4 },
  ];
  return [rule(listTop - 18), ...(isLast ? [rule(end + 2)] : []), ...[...head, ...list, ...(isLast ? sum : [])].map(shown)].join('\n');
}

const rule = (y: number): string => `0.8 G 0.7 w ${PAGE.left} ${PAGE.height - y} m ${PAGE.right} ${PAGE.height - y} l S`;

function shown({ x, y, text, size = 11, font = 'plain', right = false, grey = 0 }: Word): string {
  const from = right ? x - text.length * size * COURIER : x;
  return `BT ${grey} g /${font} ${size} Tf ${from.toFixed(1)} ${PAGE.height - y} Td (${escaped(text)}) Tj ET`;
}

/** What the fonts' encoding does not have, as it does: the minus of typesetters, no-break spaces, the colón. */
const plainly = (text: string): string =>
  text
    .replace(/\u2212/g, '-')
    .replace(/\u00a0/g, ' ')
    .replace(/₡/g, 'CRC ')
    .replace(/[^\x20-\x7e\xa1-\xff]/g, '?');
const escaped = (text: string): string => plainly(text).replace(/[\\()]/g, '\\$&');

/** The objects of the file, and where each begins. */
function written(pages: readonly string[]): Buffer {
  const fonts = Object.keys(FONTS).map((name, index) => `/${name} ${3 + index} 0 R`);
  const first = 3 + fonts.length;
  const kids = pages.map((_, page) => `${first + page * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] >>`,
    ...Object.values(FONTS).map((font) => `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`),
    ...pages.flatMap((content, page) => [
      `<< /Type /Page /Parent 2 0 R /Resources << /Font << ${fonts.join(' ')} >> >> /Contents ${first + page * 2 + 1} 0 R >>`,
      `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const at = objects.map((object, index) => {
    const begins = file.length; // one byte for each character: everything is latin1
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return begins;
  });
  const table = at.map((begins) => `${String(begins).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}
