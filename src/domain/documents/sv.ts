import { weighted } from './digits';
import type { DocumentKind } from './kind';

const dui: DocumentKind = {
  id: 'sv-dui',
  country: 'SV',
  label: { es: 'DUI', en: 'DUI' },
  example: '00016297-5',
  names: ['dui'],
  shape: /^\d{9}$/,
  check: (value) => (10 - (weighted(value.slice(0, 8), (index) => 9 - index) % 10)) % 10 === Number(value[8]),
  telling: /^\d{8}-\d$/,
};

const NEW_NIT_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const LAST_OLD_SERIAL = 100;

/** Which weights apply is told by the serial number, digits 11 to 13. */
function nitDigit(value: string): number {
  const body = value.slice(0, 13);
  if (Number(value.slice(10, 13)) <= LAST_OLD_SERIAL) return (weighted(body, (index) => 14 - index) % 11) % 10;
  const remainder = weighted(body, (index) => NEW_NIT_WEIGHTS[index] ?? 0) % 11;
  return ((11 - remainder) % 11) % 10;
}

const nit: DocumentKind = {
  id: 'sv-nit',
  country: 'SV',
  label: { es: 'NIT', en: 'NIT (tax number)' },
  example: '0614-050707-104-8',
  names: ['nit'],
  shape: /^[019]\d{13}$/,
  check: (value) => nitDigit(value) === Number(value[13]),
  telling: /^\d{4}-\d{6}-\d{3}-\d$/,
};

export const salvadoranDocuments = [dui, nit] as const;
