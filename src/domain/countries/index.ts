import { bolivia } from './bo';
import { COUNTRY_CODES, type CountryCode } from './codes';
import { colombia } from './co';
import type { Country } from './country';
import { costaRica } from './cr';
import { guatemala } from './gt';
import { honduras } from './hn';
import { nicaragua } from './ni';
import { panama } from './pa';
import { paraguay } from './py';
import { elSalvador } from './sv';

export { COUNTRY_CODES, type CountryCode };
export { WORDS, type Country, type PhoneForm, type Word, type WordName } from './country';

const COUNTRIES: Readonly<Record<CountryCode, Country>> = {
  GT: guatemala,
  SV: elSalvador,
  HN: honduras,
  NI: nicaragua,
  CR: costaRica,
  PA: panama,
  CO: colombia,
  BO: bolivia,
  PY: paraguay,
};

/** What the product knows of a country. */
export const countryOf = (code: CountryCode): Country => COUNTRIES[code];
