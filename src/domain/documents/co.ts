import { weightedFromRight } from './digits';
import type { DocumentKind } from './kind';

/** No check digit. */
const cc: DocumentKind = {
  id: 'co-cc',
  country: 'CO',
  label: { es: 'Cédula', en: 'ID card (cédula)' },
  example: '1.020.304.050',
  names: ['cc', 'ciudadania'],
  shape: /^[1-9]\d{5,9}$/,
};

/** Foreigners who live in the country. */
const ce: DocumentKind = {
  id: 'co-ce',
  country: 'CO',
  label: { es: 'Cédula extranjería', en: 'Foreigner ID (CE)' },
  example: '345678',
  names: ['ce', 'extranjeria'],
  shape: /^[1-9]\d{4,9}$/,
};

const NIT_WEIGHTS = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/** Nine digits and a check digit. */
const nit: DocumentKind = {
  id: 'co-nit',
  country: 'CO',
  label: { es: 'NIT', en: 'NIT (tax number)' },
  example: '213.123.432-1',
  names: ['nit'],
  shape: /^\d{10}$/,
  check: (value) => {
    const remainder = weightedFromRight(value.slice(0, 9), (index) => NIT_WEIGHTS[index] ?? 0) % 11;
    return (remainder < 2 ? remainder : 11 - remainder) === Number(value[9]);
  },
  telling: /^(?:\d{3}[. ]?\d{3}[. ]?\d{3})-\d$/,
};

export const colombianDocuments = [cc, ce, nit] as const;
