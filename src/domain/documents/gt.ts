import { weighted, weightedFromRight } from './digits';
import type { DocumentKind } from './kind';

/**
 * Eight serial digits, one check digit, department (01–22) and municipality. Municipalities are not checked against a list: new ones
 * are founded. Where the remainder is 10 the formula gives no digit: any is accepted, and the operator decides.
 */
const dpi: DocumentKind = {
  id: 'gt-dpi',
  country: 'GT',
  label: { es: 'DPI', en: 'DPI' },
  example: '1580 35224 0101',
  names: ['dpi', 'cui'],
  shape: /^\d{9}(?:0[1-9]|1\d|2[0-2])(?!00)\d\d$/,
  check: (value) => {
    const remainder = weighted(value.slice(0, 8), (index) => index + 2) % 11;
    return remainder === 10 || remainder === Number(value[8]);
  },
  telling: /^\d{4}[ -]?\d{5}[ -]?\d{4}$/,
};

const nit: DocumentKind = {
  id: 'gt-nit',
  country: 'GT',
  label: { es: 'NIT', en: 'NIT (tax number)' },
  example: '576937-K',
  names: ['nit'],
  shape: /^\d{2,9}[\dK]$/,
  check: (value) => {
    const digit = (11 - (weightedFromRight(value.slice(0, -1), (index) => index + 2) % 11)) % 11;
    return value.endsWith(digit === 10 ? 'K' : String(digit));
  },
};

export const guatemalanDocuments = [dpi, nit] as const;
