import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { COUNTRY_CODES, countryOf, WORDS } from '../../src/domain/countries';
import { readMsisdn, showMsisdn } from '../../src/domain/msisdn';

/** Messenger cuts longer ones. */
const BUTTON = 20;

describe.each(COUNTRY_CODES)('%s', (code) => {
  const country = countryOf(code);

  test('is itself', () => {
    expect(country.code).toBe(code);
    expect(country.emergency).toBeUndefined(); // the operator's to confirm
  });

  test('its calling code and example are those of the numbering plan', () => {
    const read = readMsisdn(country.phone.example, country);
    if (read.kind !== 'mobile') throw new Error(`the example is ${read.kind}`);
    expect(parsePhoneNumberFromString(`+${read.msisdn}`)).toMatchObject({ country: code, countryCallingCode: country.callingCode });
    expect(showMsisdn(read.msisdn, country).replaceAll('\u00a0', ' ')).toBe(country.phone.example);
  });

  test('its words fit on buttons and have something to be typed', () => {
    for (const name of WORDS) {
      const { label, typed } = country.words[name];
      for (const text of Object.values(label)) {
        expect(text.length).toBeLessThanOrEqual(BUTTON);
        expect(text).toMatch(/^\p{Lu}/u);
      }
      expect(typed.length).toBeGreaterThan(0);
      for (const word of typed) expect(word).toBe(word.toLowerCase());
    }
    for (const { label } of country.documents) for (const text of Object.values(label)) expect(text.length).toBeLessThanOrEqual(BUTTON);
  });

  test('what it shows of a document asked first is what it calls the document', () => {
    expect(country.documents[0]?.label).toEqual(country.words.document.label);
    expect(country.documents.every((kind) => kind.country === code)).toBe(true);
  });
});

test('customers are addressed as they expect', () => {
  expect(Object.fromEntries(COUNTRY_CODES.map((code) => [code, countryOf(code).form]))).toEqual({
    GT: 'tu',
    SV: 'tu',
    HN: 'tu',
    NI: 'vos',
    CR: 'vos',
    PA: 'tu',
    CO: 'tu',
    BO: 'tu',
    PY: 'vos',
  });
});
