import { COUNTRY_CODES, countryOf } from '../../src/domain/countries';
import { hourOf, spokenDay, spokenMoment, until } from '../../src/domain/dates';

const guatemala = countryOf('GT');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
/** Wall clock of Guatemala, six hours behind UTC. */
const local = (text: string) => Date.parse(`${text}-06:00`);
/** Friday. */
const NOW = local('2026-11-20T14:20:00');

test.each([
  ['2026-11-20T18:30', '6:30 p. m.', '6:30 p.m.'],
  ['2026-11-20T00:05', '12:05 a. m.', '12:05 a.m.'],
  ['2026-11-20T12:00', '12:00 p. m.', '12:00 p.m.'],
  ['2026-11-20T01:00', '1:00 a. m.', '1:00 a.m.'],
  ['2026-11-20T23:59', '11:59 p. m.', '11:59 p.m.'],
])('%s is %s, %s', (when, es, en) => {
  expect(plain(hourOf(local(`${when}:00`), guatemala, 'es'))).toBe(es);
  expect(plain(hourOf(local(`${when}:00`), guatemala, 'en'))).toBe(en);
  expect(hourOf(local(`${when}:00`), guatemala, 'es')).not.toContain(' '); // no line ends inside an hour
});

test.each([
  ['2026-11-20T00:00:00', 'hoy', 'today'],
  ['2026-11-20T23:59:59', 'hoy', 'today'],
  ['2026-11-21T00:00:00', 'mañana', 'tomorrow'],
  ['2026-11-19T23:59:59', 'ayer', 'yesterday'],
  ['2026-11-22T23:59:00', 'el domingo', 'Sunday'],
  ['2026-11-26T23:59:00', 'el jueves', 'Thursday'],
  ['2026-11-27T00:00:00', 'el viernes 27 de noviembre', 'Friday, November 27'],
  ['2026-12-11T10:00:00', 'el viernes 11 de diciembre', 'Friday, December 11'],
  ['2026-11-18T10:00:00', 'el miércoles 18 de noviembre', 'Wednesday, November 18'],
  ['2027-01-05T10:00:00', 'el martes 5 de enero de 2027', 'Tuesday, January 5, 2027'],
  ['2025-12-31T10:00:00', 'el miércoles 31 de diciembre de 2025', 'Wednesday, December 31, 2025'],
])('%s is said "%s", "%s"', (when, es, en) => {
  expect(plain(spokenDay(local(when), NOW, guatemala, 'es'))).toBe(es);
  expect(plain(spokenDay(local(when), NOW, guatemala, 'en'))).toBe(en);
});

test('across the year’s end near days keep their short names', () => {
  const eve = local('2026-12-31T22:00:00');
  expect(spokenDay(local('2027-01-01T08:00:00'), eve, guatemala, 'es')).toBe('mañana');
  expect(spokenDay(local('2027-01-03T08:00:00'), eve, guatemala, 'es')).toBe('el domingo');
});

test.each([
  ['2026-11-22T23:59:00', 'hasta el domingo a las 11:59 p. m.', 'until Sunday, 11:59 p.m.'],
  ['2026-11-22T13:00:00', 'hasta el domingo a la 1:00 p. m.', 'until Sunday, 1:00 p.m.'],
  ['2026-11-20T18:30:00', 'hasta hoy a las 6:30 p. m.', 'until today, 6:30 p.m.'],
  ['2026-12-11T23:59:59', 'hasta el viernes 11 de diciembre a las 11:59 p. m.', 'until Friday, December 11, 11:59 p.m.'],
  ['2026-11-23T00:00:00', 'hasta el domingo a las 11:59 p. m.', 'until Sunday, 11:59 p.m.'],
  ['2026-11-23T00:01:00', 'hasta el lunes a las 12:01 a. m.', 'until Monday, 12:01 a.m.'],
])('%s: "%s", "%s"', (when, es, en) => {
  expect(plain(until(local(when), NOW, guatemala, 'es'))).toBe(es);
  expect(plain(until(local(when), NOW, guatemala, 'en'))).toBe(en);
});

test('a moment that is over is said without until', () => {
  expect(plain(spokenMoment(local('2026-11-19T17:42:00'), NOW, guatemala, 'es'))).toBe('ayer a las 5:42 p. m.');
});

test('the day is the one where the customer is', () => {
  const instant = Date.parse('2026-11-21T03:30:00Z'); // 21:30 in Guatemala, 23:30 in La Paz, 00:30 in Asunción
  expect(spokenDay(instant, NOW, guatemala, 'es')).toBe('hoy');
  expect(spokenDay(instant, NOW, countryOf('BO'), 'es')).toBe('hoy');
  expect(spokenDay(instant, NOW, countryOf('PY'), 'es')).toBe('mañana');
});

test('the time zone data of this Node knows the nine countries as they are: none changes its clocks', () => {
  const hours = { GT: -6, SV: -6, HN: -6, NI: -6, CR: -6, PA: -5, CO: -5, BO: -4, PY: -3 };
  for (const code of COUNTRY_CODES) {
    for (const noon of ['2026-01-15', '2026-07-15'].map((day) => Date.parse(`${day}T12:00:00Z`))) {
      const shown = plain(hourOf(noon, countryOf(code), 'en'));
      expect([code, shown]).toEqual([code, `${12 + hours[code]}:00 a.m.`]);
    }
  }
});
