import { withoutNumbers } from '../../src/domain/cases/numbers';
import { COUNTRY_CODES, countryOf } from '../../src/domain/countries';

test.each(COUNTRY_CODES.map(countryOf).flatMap(({ documents }) => documents.map(({ id, example }) => [id, example] as const)))(
  'an agent never reads a whole %s',
  (_, example) => {
    const digits = example.replace(/\D/g, '');
    for (const said of [example, `mi documento es ${example}`, `documento: ${example}`])
      expect(withoutNumbers(said).replace(/\D/g, '').length).toBeLessThan(Math.max(5, digits.length));
  },
);

test.each([
  ['770021', '…0021'],
  ['mi contrato es 770021 y no tengo internet', 'mi contrato es …0021 y no tengo internet'],
  ['cuenta 88123', 'cuenta …8123'],
  ['mi número es 5555-0103', 'mi número es …0103'],
  ['2026-11-20 del 5555-0103', '2026-11-20 del …0103'],
  ['20831990-01-010108', '…0108'],
])('of "%s" four digits are left', (said, told) => expect(withoutNumbers(said)).toBe(told));

test.each([
  '1,250.00',
  '12500.50',
  '2026-11-20',
  'pagados el 2026-11-20 5:42 p. m. en banco',
  'entre 2026-11-20 y 2026-11-22',
  'PV-55120',
  'pagué Q10.00 el 20 a las 18:05',
  'BI-884201',
  'Gs. 1.234.500',
  'reclamo 4433-26-0001182',
])('"%s" stays: an agent needs it', (said) => expect(withoutNumbers(said)).toBe(said));
