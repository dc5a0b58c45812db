import fc from 'fast-check';
import { COUNTRY_CODES, countryOf, type CountryCode } from '../../src/domain/countries';
import { lastFour, maskMsisdn, readMsisdn, showMsisdn } from '../../src/domain/msisdn';

const read = (text: string, code: CountryCode = 'GT') => readMsisdn(text, countryOf(code));
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  '55550101',
  '5555 0101',
  '5555-0101',
  '5555.0101',
  '5555 - 0101',
  '5555–0101',
  '(5555) 0101',
  '55 55 01 01',
  '5 5 5 5 0 1 0 1',
  '5555\u00a00101',
  '+502 5555-0101',
  '+50255550101',
  '(+502) 5555 0101',
  '(502) 5555-0101',
  '502 5555 0101',
  '50255550101',
  '0050255550101',
  '00502 5555 0101',
  '５５５５０１０１',
  '＋５０２ ５５５５－０１０１',
  '٥٥٥٥٠١٠١',
  '۵۵۵۵ ۰۱۰۱',
  'mi numero es 5555 0101',
  '5555-0101 por favor',
  'es el 5555-0101, el de mi mamá',
  'Tel.: 5555-0101.',
  'recarga de 20 para el 5555-0101',
  '20 5555 0101',
  '5555 0101 20',
  'soy Ana, tengo 34 años, mi cel 55550101',
  'el 30-11-2025 desde el 5555-0101',
  '5555-0101 (repito: 5555-0101)',
])('%s is a mobile', (text) => {
  expect(read(text)).toEqual({ kind: 'mobile', msisdn: '50255550101' });
});

test.each([
  ['GT', '4444-0100', '50244440100'], // of another operator: that is not a matter of its digits
  ['SV', '7070-0101', '50370700101'],
  ['HN', '9999-0101', '50499990101'],
  ['NI', '8888-0101', '50588880101'],
  ['CR', '8888-0101', '50688880101'],
  ['PA', '6000-0101', '50760000101'],
  ['CO', '300 000 0101', '573000000101'],
  ['CO', '+57 300 000 0101', '573000000101'],
  ['BO', '70000101', '59170000101'],
  ['BO', '591 7000 0101', '59170000101'],
  ['PY', '0981 000 101', '595981000101'],
  ['PY', '981000101', '595981000101'],
  ['PY', '+595 981 000101', '595981000101'],
  ['PY', '+595 0981 000101', '595981000101'],
  ['PY', '00595981000101', '595981000101'],
] as const)('%s: %s is a mobile', (code, text, msisdn) => {
  expect(read(text, code)).toEqual({ kind: 'mobile', msisdn });
});

test.each<[string, string, CountryCode]>([
  ['cincuenta y cinco cincuenta y cinco cero uno cero uno', '50255550101', 'GT'],
  ['Cincuenta y cinco, cincuenta y cinco, cero uno, cero uno', '50255550101', 'GT'],
  ['es el cinco cinco cinco cinco cero uno cero uno por favor', '50255550101', 'GT'],
  ['cinco mil quinientos cincuenta y cinco cero ciento uno', '50255550101', 'GT'],
  ['5555 cero uno cero uno', '50255550101', 'GT'],
  ['five five five five oh one oh one', '50255550101', 'GT'],
  ['doble cinco doble cinco cero uno cero uno', '50255550101', 'GT'],
  ['trescientos cero cero cero cero uno cero uno', '573000000101', 'CO'],
  ['tres cero cero, cero cero cero, cero uno cero uno', '573000000101', 'CO'],
])('dictated: %s', (text, msisdn, country) => expect(read(text, country)).toEqual({ kind: 'mobile', msisdn }));

test.each(['cero uno cero uno', 'dos mil quinientos treinta y cinco', 'de cinco o diez o veinte', 'uno dos tres'])('%s is no number', (text) =>
  expect(read(text)).toEqual({ kind: 'none' }),
);

test.each(['2222-0100', '7755-0100', '+502 2222 0100'])('%s is a fixed line', (text) => {
  expect(read(text)).toEqual({ kind: 'fixed' });
});

test.each([
  ['+1 305 555 0199', '13055550199', 'US'],
  ['+1 (305) 555-0199', '13055550199', 'US'],
  ['0013055550199', '13055550199', 'US'],
  ['13055550199', '13055550199', 'US'],
  ['+503 7070-0101', '50370700101', 'SV'],
  ['50370700101', '50370700101', 'SV'],
  ['+34 612 345 678', '34612345678', 'ES'],
] as const)('%s is of another country', (text, msisdn, country) => {
  expect(read(text)).toEqual({ kind: 'foreign', msisdn, country });
});

test.each([
  '5555-0101 y 5555-0102',
  '5555-0101 5555-0102',
  '5555-0101, 2222-0100',
  '5555-0101 o +1 305 555 0199',
  '5555010155550102 no, 55550103 y 55550104',
])('%s: several', (text) => {
  expect(read(text)).toEqual({ kind: 'several' });
});

test.each([
  '',
  'hola',
  '20',
  '482910',
  'mi codigo es 48 29 10',
  '5555-010',
  '5555-01011',
  '1111-2222',
  '+502 5555-010',
  '2451 80370 0101', // a DPI
  '1990441200901',
  '0801-1995-04417',
  '30-11-2025',
  '30/11/2025',
  '31.12.2024',
  'contrato 10002040',
  '35-693803-564380-9', // an IMEI
  'Q1,500.00',
  '5012 7781 0042',
  '٠',
])('"%s": none', (text) => {
  expect(read(text)).toEqual({ kind: 'none' });
});

test('a payment card is never taken for a line', () => {
  for (const card of ['4242 4242 4242 4242', '4242424242424242', '5555 5555 5555 4444', '5454 5454 5454 5454'])
    expect(read(card).kind).not.toBe('mobile');
});

test.each([
  ['GT', '50255550101', '5555-0101'],
  ['CO', '573000000101', '300 000 0101'],
  ['BO', '59170000101', '70000101'],
  ['PY', '595981000101', '0981 000 101'],
  ['PA', '50760000101', '6000-0101'],
  ['GT', '13055550199', '+1 305 555 0199'],
  ['GT', '50370700101', '+503 7070 0101'],
] as const)('%s shows %s as %s', (code, msisdn, shown) => {
  expect(plain(showMsisdn(msisdn, countryOf(code)))).toBe(shown);
});

test('masked, the last four are left', () => {
  expect(maskMsisdn('50255550101')).toBe('••••\u00a00101');
  expect(lastFour('50255550101')).toBe('0101');
});

test('what is shown is read back as the same line', () => {
  const starts: Record<CountryCode, string> = { GT: '5', SV: '7', HN: '9', NI: '88', CR: '88', PA: '6', CO: '300', BO: '7', PY: '981' };
  const sizes: Record<CountryCode, number> = { GT: 8, SV: 8, HN: 8, NI: 8, CR: 8, PA: 8, CO: 10, BO: 8, PY: 9 };
  const mobile = fc.constantFrom(...COUNTRY_CODES).chain((code) => {
    const free = sizes[code] - starts[code].length;
    const digits = fc.nat(10 ** free - 1).map((number) => String(number).padStart(free, '0'));
    return fc.record({ country: fc.constant(countryOf(code)), national: digits.map((rest) => starts[code] + rest) });
  });
  fc.assert(
    fc.property(mobile, ({ country, national }) => {
      const msisdn = country.callingCode + national;
      for (const text of [showMsisdn(msisdn, country), national, `+${msisdn}`, `es el ${msisdn}, gracias`]) {
        expect(readMsisdn(text, country)).toEqual({ kind: 'mobile', msisdn });
      }
    }),
    { numRuns: 300 },
  );
});

test('whatever is typed, it answers soon', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 -.()+/,٠۵５ aéñ😀'), maxLength: 40 }), (text) => void read(text)));
  const began = process.cpuUsage().user;
  for (const hostile of [
    '1 '.repeat(1000),
    '('.repeat(2000),
    '5555-0101 '.repeat(200),
    '+'.repeat(2000),
    '55550101,'.repeat(220),
    '1 2 3 4 5 6 7 8 9 0 1 2 3 4a'.repeat(18),
  ])
    read(hostile);
  expect((process.cpuUsage().user - began) / 1_000).toBeLessThan(10_000); // of the processor's own time: it takes a hundredth of that
});
