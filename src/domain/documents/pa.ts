import type { DocumentKind } from './kind';

/** Province (1–13) or a prefix (foreigners, naturalised, born abroad…), volume, entry. The separators part them, so they stay. */
const cedula: DocumentKind = {
  id: 'pa-cedula',
  country: 'PA',
  label: { es: 'Cédula', en: 'ID card (cédula)' },
  example: '8-123-456',
  names: ['cedula'],
  shape: /^(?:(?:1[0-3]|[1-9])(?:PI|AV)?|PE|PI|AV|E|N)-\d{1,4}-\d{1,6}$/,
  normalise: (typed) =>
    typed
      .replace(/[^A-Z\d]+/g, '-')
      .replace(/^0(?=\d-)/, '')
      .replace(/^(1[0-3]|[1-9])-(PI|AV)-/, '$1$2-'),
  telling: /^(?:1[0-3]|0?[1-9]|PE|PI|AV|E|N)-\d{1,4}-\d{1,6}$/,
};

export const panamanianDocuments = [cedula] as const;
