import fc from 'fast-check';
import { COUNTRY_CODES, countryOf, type CountryCode } from '../../src/domain/countries';
import { readDocument } from '../../src/domain/documents';

function read(text: string, code: CountryCode): string {
  const result = readDocument(text, countryOf(code).documents);
  if (result.ok) return `${result.kind.id} ${result.normalised}`;
  return result.reason === 'shape' ? 'shape' : `${result.reason} ${result.kind.id}`;
}

test.each([
  ['GT', '1580352240101', 'gt-dpi 1580352240101'],
  ['GT', '2451 80370 0101', 'gt-dpi 2451803700101'],
  ['GT', '2451-80370-0101', 'gt-dpi 2451803700101'],
  ['GT', 'mi DPI es el 2451 80370 0101, gracias', 'gt-dpi 2451803700101'],
  ['GT', 'DPI: 2451 80370 0101.', 'gt-dpi 2451803700101'],
  ['GT', '２４５１８０３７００１０１', 'gt-dpi 2451803700101'],
  ['GT', '1990 44120 0901', 'gt-dpi 1990441200901'],
  ['GT', '2083 77158 0108', 'gt-dpi 2083771580108'],
  ['GT', '2661 40289 0115', 'gt-dpi 2661402890115'],
  ['GT', '1773 09466 1601', 'gt-dpi 1773094661601'],
  ['GT', '1822 55603 0501', 'gt-dpi 1822556030501'],
  ['GT', '2134 99088 2001', 'gt-dpi 2134990882001'],
  ['GT', '1000 00070 0101', 'gt-dpi 1000000700101'], // remainder 10: the operator decides
  ['GT', '576937-K', 'gt-nit 576937K'],
  ['GT', '576937k', 'gt-nit 576937K'],
  ['GT', 'NIT 576937 - k', 'gt-nit 576937K'],
  ['GT', '2451803-4', 'gt-nit 24518034'],
  ['GT', '1990441-K', 'gt-nit 1990441K'],
  ['GT', '2083771-2', 'gt-nit 20837712'],
  ['GT', '2661402-2', 'gt-nit 26614022'],
  ['GT', '1773094-5', 'gt-nit 17730945'],
  ['GT', '1822556-K', 'gt-nit 1822556K'],
  ['GT', '1048572-4', 'gt-nit 10485724'],
  ['GT', '1048504-K', 'gt-nit 1048504K'],
  ['SV', '00016297-5', 'sv-dui 000162975'],
  ['SV', '04417263-7', 'sv-dui 044172637'],
  ['SV', '0614-050707-104-8', 'sv-nit 06140507071048'],
  ['SV', '0614-120588-101-2', 'sv-nit 06141205881012'],
  ['HN', '0801-1995-04417', 'hn-dni 0801199504417'],
  ['HN', '0801 1995 04417', 'hn-dni 0801199504417'],
  ['HN', '08011995044171', 'hn-rtn 08011995044171'],
  ['NI', '001-010190-1234D', 'ni-cedula 0010101901234D'],
  ['NI', '001 010190 1234 d', 'ni-cedula 0010101901234D'],
  ['CR', '3-0455-0175', 'cr-fisica 304550175'],
  ['CR', '03-0455-0175', 'cr-fisica 304550175'],
  ['CR', '155812345678', 'cr-dimex 155812345678'],
  ['CR', '3-101-123456', 'cr-juridica 3101123456'],
  ['PA', '8-845-1203', 'pa-cedula 8-845-1203'],
  ['PA', '08 845 1203', 'pa-cedula 8-845-1203'],
  ['PA', 'PE-12-345', 'pa-cedula PE-12-345'],
  ['PA', 'e-8-123456', 'pa-cedula E-8-123456'],
  ['PA', 'N 19 123', 'pa-cedula N-19-123'],
  ['PA', '13-1-1', 'pa-cedula 13-1-1'],
  ['CO', '43871205', 'co-cc 43871205'],
  ['CO', '43.871.205', 'co-cc 43871205'],
  ['CO', 'C.C. 43.871.205', 'co-cc 43871205'],
  ['CO', 'ce 345678', 'co-ce 345678'],
  ['CO', '213.123.432-1', 'co-nit 2131234321'],
  ['CO', 'nit 2131234321', 'co-nit 2131234321'],
  ['BO', '4823915-1A LP', 'bo-ci 4823915-1A'],
  ['BO', '4823915 1a lp', 'bo-ci 4823915-1A'],
  ['BO', '48239151A', 'bo-ci 4823915-1A'],
  ['BO', '4823915-1A', 'bo-ci 4823915-1A'],
  ['BO', '1234567LP', 'bo-ci 1234567'],
  ['BO', '1234567-LP', 'bo-ci 1234567'],
  ['BO', '12345678', 'bo-ci 12345678'],
  ['BO', '1.234.567', 'bo-ci 1234567'],
  ['BO', 'CI 12345', 'bo-ci 12345'],
  ['PY', '4218907', 'py-ci 4218907'],
  ['PY', '4.218.907', 'py-ci 4218907'],
  ['PY', '4218907-1', 'py-ruc 42189071'],
  ['PY', '4218004-0', 'py-ruc 42180040'],
  ['PY', '80028061-0', 'py-ruc 800280610'],
  ['PY', 'mi cédula es 4218907-1', 'py-ruc 42189071'],
  ['CO', 'cédula de extranjería 345678', 'co-ce 345678'],
  ['PY', 'ruc 42189071', 'py-ruc 42189071'],
] as const)('%s: "%s" is %s', (code, text, expected) => {
  expect(read(text, code)).toBe(expected);
});

test.each([
  ['GT', '2451 80371 0101', 'check gt-dpi'],
  ['GT', '576937-1', 'check gt-nit'],
  ['GT', '2451 80370 2301', 'shape'], // there is no department 23
  ['GT', '2451 80370 0100', 'shape'],
  ['GT', '245180370010', 'shape'],
  ['GT', 'no tengo', 'shape'],
  ['GT', '', 'shape'],
  ['SV', '00016297-4', 'check sv-dui'],
  ['SV', '0614-120588-101-5', 'check sv-nit'], // right only under the old weights
  ['NI', '001-010190-1234L', 'check ni-cedula'],
  ['PA', '14-1-1', 'shape'],
  ['PA', '88451203', 'shape'],
  ['CO', '213.123.432-2', 'check co-nit'],
  ['BO', '4823', 'shape'],
  ['PY', '4218907-2', 'check py-ruc'],
] as const)('%s: "%s": %s', (code, text, expected) => {
  expect(read(text, code)).toBe(expected);
});

test.each([
  ['GT', '0801 1995 04417', 'otherCountry hn-dni'],
  ['GT', '0801199504417', 'otherCountry hn-dni'],
  ['GT', '04417263-7', 'otherCountry sv-dui'],
  ['GT', '001-010190-1234D', 'otherCountry ni-cedula'],
  ['HN', '2451 80370 0101', 'otherCountry gt-dpi'],
  ['SV', '2451803700101', 'otherCountry gt-dpi'],
  ['CO', '3-0455-0175', 'co-cc 304550175'], // nothing tells it from a cédula of Colombia
  ['GT', '4823915-1A LP', 'otherCountry bo-ci'],
] as const)('%s: "%s": %s', (code, text, expected) => {
  expect(read(text, code)).toBe(expected);
});

test('every kind accepts its own example, as the customer is shown it', () => {
  for (const code of COUNTRY_CODES) {
    for (const { id, example, label } of countryOf(code).documents) {
      expect(read(`${label.es} ${example}`, code)).toMatch(new RegExp(`^${id} `));
    }
  }
});

/** All kinds with a check digit, with the digits in front of it that a value can have. */
const digits = (length: number) => fc.nat(10 ** length - 1).map((number) => String(number).padStart(length, '0'));
const CHECKED = [
  { id: 'gt-nit', body: digits(7), last: '0123456789K', misses: 1 },
  { id: 'sv-dui', body: digits(8), last: '0123456789', misses: 1 },
  { id: 'sv-nit', body: digits(12).map((rest) => `0${rest}`), last: '0123456789', misses: 1 },
  { id: 'ni-cedula', body: digits(13), last: 'ABCDEFGHJKLMNPQRSTUVWXY', misses: 1 },
  { id: 'co-nit', body: digits(9), last: '0123456789', misses: 1 },
  { id: 'py-ruc', body: digits(8), last: '0123456789', misses: 1 },
] as const;

describe.each(CHECKED)('$id', ({ id, body, last }) => {
  const kind = COUNTRY_CODES.flatMap((code) => countryOf(code).documents).find((one) => one.id === id);
  const passes = (value: string) => kind !== undefined && kind.shape.test(value) && kind.check?.(value) === true;

  test('exactly one last character fits', () => {
    fc.assert(fc.property(body, (front) => expect([...last].filter((end) => passes(front + end))).toHaveLength(1)));
  });
});

test('one wrong digit in the serial of a DPI is found, but where the formula gives no digit', () => {
  const kind = countryOf('GT').documents[0];
  fc.assert(
    fc.property(digits(8), fc.nat(7), fc.integer({ min: 1, max: 9 }), (serial, place, shift) => {
      const good = [...'0123456789'].map((check) => `${serial}${check}0101`).filter((value) => kind?.check?.(value));
      expect([1, 10]).toContain(good.length);
      const wrong = serial.slice(0, place) + String((Number(serial[place]) + shift) % 10) + serial.slice(place + 1);
      const blind = [...'0123456789'].every((check) => kind?.check?.(`${wrong}${check}0101`));
      if (good.length === 1 && !blind) expect(kind?.check?.(`${wrong}${good[0]?.[8]}0101`)).toBe(false);
    }),
  );
});

test('whatever is typed, it answers', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COUNTRY_CODES),
      fc.string({ unit: fc.constantFrom(...'0123456789 -./KLPEN٠５aéñ😀'), maxLength: 40 }),
      (code, text) => void read(text, code),
    ),
  );
});
