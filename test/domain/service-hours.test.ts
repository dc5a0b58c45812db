import { afterBusinessDays, hoursOn, isOpen, promiseFor, readServiceHours } from '../../src/domain/cases/hours';
import { countryOf, type CountryCode } from '../../src/domain/countries';

const place = (code: CountryCode = 'GT') => countryOf(code);
const usual = readServiceHours('mo-su 07:00-22:00') ?? fail();
const week = readServiceHours('mo-fr 08:00-18:00; sa 09:00-13:00; holidays 10:00-12:00') ?? fail();
/** A moment on Guatemala's clock, six hours behind UTC. */
const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00-06:00`);
const told = (ms: number): string => new Date(ms - 6 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function fail(): never {
  throw new Error('hours that cannot be read');
}

test.each(['', 'mo-fr', 'mo-fr 8:00-18:00', 'xx 08:00-18:00', 'mo 18:00-08:00', 'mo 08:00-25:00', 'mo 08:00-18:00;'])(
  '%j is not how hours are written',
  (text) => expect(readServiceHours(text)).toBeUndefined(),
);

test.each([
  ['a Friday afternoon', at('2026-11-20', '14:20'), true],
  ['after the evening', at('2026-11-20', '18:00'), false],
  ['Saturday noon', at('2026-11-21', '12:59'), true],
  ['a Sunday', at('2026-11-22', '10:00'), false],
  ['Christmas, which has hours of its own', at('2026-12-25', '09:00'), false],
  ['Christmas at eleven', at('2026-12-25', '11:00'), true],
])('%s: open is %s', (_, moment, open) => expect(isOpen(moment, week, place())).toBe(open));

test.each([
  ['two open hours on the same day', 'high', usual, at('2026-11-20', '14:20'), '2026-11-20 16:20'],
  ['a whole open day', 'normal', usual, at('2026-11-20', '14:20'), '2026-11-21 14:20'],
  ['at night it begins in the morning', 'high', usual, at('2026-11-20', '22:30'), '2026-11-21 09:00'],
  ['a round hour is told', 'high', usual, at('2026-11-20', '14:21'), '2026-11-20 16:30'],
  ['over a weekend', 'high', week, at('2026-11-21', '12:30'), '2026-11-23 09:30'],
  ['over a holiday without hours', 'high', readServiceHours('mo-su 08:00-18:00') ?? fail(), at('2026-12-24', '17:00'), '2026-12-26 09:00'],
] as const)('%s', (_, priority, hours, moment, promised) => expect(told(promiseFor(priority, moment, hours, place()))).toBe(promised));

test('nobody who is always closed promises for ever', () => {
  const moment = at('2026-11-20', '14:20');
  expect(told(promiseFor('high', moment, { days: [], holiday: undefined }, place()))).toBe('2026-11-20 16:20');
});

test('hours of a day are told as moments of that day', () => {
  const { from, to } = hoursOn(at('2026-11-20', '23:10'), usual, place()) ?? fail();
  expect([told(from), told(to)]).toEqual(['2026-11-20 07:00', '2026-11-20 22:00']);
});

test('fifteen business days in Colombia, over weekends and two holidays', () => {
  const from = Date.parse('2026-11-27T14:00:00-05:00'); // a Friday; December 8 is a holiday
  const due = afterBusinessDays(from, 15, place('CO'));
  expect(new Date(due - 5 * 3_600_000).toISOString().slice(0, 16)).toBe('2026-12-21T23:59');
});
