import { weightedFromRight } from './digits';
import type { DocumentKind } from './kind';

/** No check digit. */
const ci: DocumentKind = {
  id: 'py-ci',
  country: 'PY',
  label: { es: 'Cédula (CI)', en: 'ID card (CI)' },
  example: '1.234.567',
  names: ['ci', 'cedula'],
  shape: /^[1-9]\d{4,7}$/,
};

/** A CI or a company's number, and a check digit behind a hyphen. */
const ruc: DocumentKind = {
  id: 'py-ruc',
  country: 'PY',
  label: { es: 'RUC', en: 'RUC (tax number)' },
  example: '80028061-0',
  names: ['ruc'],
  shape: /^\d{6,9}$/,
  check: (value) => {
    const remainder = weightedFromRight(value.slice(0, -1), (index) => index + 2) % 11;
    return (remainder > 1 ? 11 - remainder : 0) === Number(value.at(-1));
  },
  telling: /^\d[\d.]{4,9}-\d$/,
};

export const paraguayanDocuments = [ci, ruc] as const;
