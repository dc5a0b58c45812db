import type { DocumentKind } from './kind';

/** Number, complement (two characters that part equal numbers), department of issue. */
const TYPED = /^(\d{5,8})(?:[ -]*-[ -]*([\dA-Z]{2})|[ -]*(\d[A-Z]))?[ -]*(?:LP|OR|PT|CB|CH|TJ|SC|BE|PD)?$/;
const DEPARTMENT = /^(\d{5,8})[ -]*(?:LP|OR|PT|CB|CH|TJ|SC|BE|PD)$/;

/**
 * The complement belongs to the number ("4823915-1A"). The department is printed beside it, and old and new cards differ in it: it is
 * not compared. No check digit.
 */
const ci: DocumentKind = {
  id: 'bo-ci',
  country: 'BO',
  label: { es: 'Carnet (CI)', en: 'ID card (CI)' },
  example: '1234567-1A LP',
  names: ['ci', 'carnet', 'carne', 'cedula'],
  shape: /^\d{5,8}(?:-[\dA-Z]{2})?$/,
  normalise: (typed) => {
    const text = typed.replace(/(?<=\d)\.(?=\d{3})/g, '');
    const [, number = text, complement, close = complement] = DEPARTMENT.exec(text) ?? TYPED.exec(text) ?? [];
    return close === undefined ? number : `${number}-${close}`;
  },
  telling: /^\d{5,8}(?:-?\d[A-Z])? ?-?(?:LP|OR|PT|CB|CH|TJ|SC|BE|PD)$/,
};

export const bolivianDocuments = [ci] as const;
