import type { DocumentKind } from './kind';

/** No I, O, Z and Ñ. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXY';

/** Municipality, day of birth as DDMMYY, serial and a letter. */
const cedula: DocumentKind = {
  id: 'ni-cedula',
  country: 'NI',
  label: { es: 'Cédula', en: 'ID card (cédula)' },
  example: '001-010190-1234D',
  names: ['cedula'],
  shape: /^\d{13}[A-HJ-NP-Y]$/,
  check: (value) => LETTERS[Number(value.slice(0, 13)) % LETTERS.length] === value[13], // 13 digits are a safe integer
  telling: /^\d{3}[ -]?\d{6}[ -]?\d{4} ?[A-HJ-NP-Y]$/,
};

export const nicaraguanDocuments = [cedula] as const;
