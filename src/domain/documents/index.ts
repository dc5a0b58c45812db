import { plainDigits } from '../digits';
import { bolivianDocuments } from './bo';
import { colombianDocuments } from './co';
import { costaRicanDocuments } from './cr';
import { guatemalanDocuments } from './gt';
import { honduranDocuments } from './hn';
import type { DocumentKind } from './kind';
import { nicaraguanDocuments } from './ni';
import { panamanianDocuments } from './pa';
import { paraguayanDocuments } from './py';
import { salvadoranDocuments } from './sv';

export type { DocumentKind };

/** What was typed where a document was asked. */
export type ReadDocument =
  /** Well-formed. Compare `normalised` only, and only with what the operator holds, read by the same function. */
  | { readonly ok: true; readonly kind: DocumentKind; readonly normalised: string }
  /** None of the expected kinds looks like this. */
  | { readonly ok: false; readonly reason: 'shape' }
  /** It looks like `kind`, but a digit is wrong. */
  | { readonly ok: false; readonly reason: 'check'; readonly kind: DocumentKind }
  /** It is a document, of another country than the expected ones. */
  | { readonly ok: false; readonly reason: 'otherCountry'; readonly kind: DocumentKind };

const EVERY_KIND: readonly DocumentKind[] = [
  ...guatemalanDocuments,
  ...salvadoranDocuments,
  ...honduranDocuments,
  ...nicaraguanDocuments,
  ...costaRicanDocuments,
  ...panamanianDocuments,
  ...colombianDocuments,
  ...bolivianDocuments,
  ...paraguayanDocuments,
];

/** Letters that are part of a document; every other word is introduction: "mi DPI es el…". */
const PARTS = new Set(['PE', 'PI', 'AV', 'LP', 'OR', 'PT', 'CB', 'CH', 'TJ', 'SC', 'BE', 'PD']);
const MAX_TYPED = 200;

/** Reads a document of one of the `expected` kinds (usually a country's) out of what people write, with dots, dashes, spaces or words. */
export function readDocument(text: string, expected: readonly DocumentKind[]): ReadDocument {
  const { typed, words } = introduced(text);
  const fitting = expected.filter((kind) => kind.shape.test(normalised(kind, typed)));
  const likeliest = Math.max(...fitting.map((kind) => likelihood(kind, typed, words)));
  const shaped = fitting.filter((kind) => likelihood(kind, typed, words) === likeliest);
  const good = shaped.find((kind) => passes(kind, typed));
  const foreign = EVERY_KIND.find((kind) => isForeign(kind, expected) && kind.telling?.test(typed) && passes(kind, typed));
  if (good && !(foreign?.check && isWeak(good, typed))) return { ok: true, kind: good, normalised: normalised(good, typed) };
  if (foreign) return { ok: false, reason: 'otherCountry', kind: foreign };
  return shaped[0] ? { ok: false, reason: 'check', kind: shaped[0] } : { ok: false, reason: 'shape' };
}

/** The document without its introduction, in capitals, and the words of the introduction, folded. */
function introduced(text: string): { typed: string; words: ReadonlySet<string> } {
  const tokens = plainDigits(text.slice(0, MAX_TYPED))
    .toUpperCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\bN\s?[°#]|[#,;:!?()"']/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const isWord = (token: string) => /^[A-Z.-]{2,}$/.test(token) && !PARTS.has(token);
  const words = new Set(tokens.filter(isWord).map((token) => token.replace(/[.-]/g, '').toLowerCase()));
  const typed = tokens.filter((token) => !isWord(token)).join(' ');
  return { typed: typed.replace(/^[\s.-]+|[\s.-]+$/g, ''), words };
}

/** A form that is unmistakable says more than a name ("mi cédula es 4218907-1" is a RUC); both say more than the order of a list. */
const likelihood = (kind: DocumentKind, typed: string, words: ReadonlySet<string>): number =>
  (kind.telling?.test(typed) ? 2 : 0) + (kind.names.some((name) => words.has(name)) ? 1 : 0);

const normalised = (kind: DocumentKind, typed: string): string => kind.normalise?.(typed) ?? typed.replace(/[^A-Z\d]/g, '');

function passes(kind: DocumentKind, typed: string): boolean {
  const value = normalised(kind, typed);
  return kind.shape.test(value) && (kind.check?.(value) ?? true);
}

/** Only the number of digits speaks for this kind: no check digit, and not its usual form. */
const isWeak = (kind: DocumentKind, typed: string): boolean => !kind.check && kind.telling !== undefined && !kind.telling.test(typed);

const isForeign = ({ country }: DocumentKind, expected: readonly DocumentKind[]): boolean => !expected.some((kind) => kind.country === country);
