import type { DocumentKind } from './kind';

/** Department (01–18) and municipality, year of birth, serial. No public check digit. */
const dni: DocumentKind = {
  id: 'hn-dni',
  country: 'HN',
  label: { es: 'DNI (identidad)', en: 'DNI (ID card)' },
  example: '0801-1990-12345',
  names: ['dni', 'identidad'],
  shape: /^\d{13}$/,
  telling: /^(?:0[1-9]|1[0-8])(?:0[1-9]|[12]\d)[ -]?(?:19|20)\d\d[ -]?\d{5}$/,
};

/** A DNI and one digit more, or a company's own number of the same length. */
const rtn: DocumentKind = {
  id: 'hn-rtn',
  country: 'HN',
  label: { es: 'RTN', en: 'RTN (tax number)' },
  example: '0801-1990-123456',
  names: ['rtn'],
  shape: /^\d{14}$/,
  telling: /^(?:0[1-9]|1[0-8])(?:0[1-9]|[12]\d)[ -]?(?:19|20)\d\d[ -]?\d{6}$/,
};

export const honduranDocuments = [dni, rtn] as const;
