/** ISO 3166-1 codes of the countries the product speaks for. */
export const COUNTRY_CODES = ['GT', 'SV', 'HN', 'NI', 'CR', 'PA', 'CO', 'BO', 'PY'] as const;
export type CountryCode = (typeof COUNTRY_CODES)[number];
