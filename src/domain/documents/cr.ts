import type { DocumentKind } from './kind';

const compact = (typed: string): string => typed.replace(/[^A-Z\d]/g, '');

/** Nine digits; many forms print a zero in front. No check digit. */
const fisica: DocumentKind = {
  id: 'cr-fisica',
  country: 'CR',
  label: { es: 'Cédula', en: 'ID card (cédula)' },
  example: '3-0455-0175',
  names: ['cedula'],
  shape: /^[1-9]\d{8}$/,
  normalise: (typed) => compact(typed).replace(/^0(?=\d{9}$)/, ''),
  telling: /^0?\d-\d{4}-\d{4}$/,
};

/** Foreigners who live in the country. */
const dimex: DocumentKind = {
  id: 'cr-dimex',
  country: 'CR',
  label: { es: 'DIMEX', en: 'DIMEX' },
  example: '155812345678',
  names: ['dimex'],
  shape: /^[1-9]\d{10,11}$/,
};

/** Companies. */
const juridica: DocumentKind = {
  id: 'cr-juridica',
  country: 'CR',
  label: { es: 'Cédula jurídica', en: 'Company number' },
  example: '3-101-123456',
  names: ['juridica'],
  shape: /^[1-9]\d{9}$/,
  telling: /^\d-\d{3}-\d{6}$/,
};

export const costaRicanDocuments = [fisica, dimex, juridica] as const;
