import { countryOf, type CountryCode } from '../../src/domain/countries';
import { GB } from '../../src/domain/quantity';
import { readAmount } from '../../src/domain/money';
import { readDay, readMonth, readPeriod, readSize, slotsIn } from '../../src/understanding/slots';
import { whoseIn } from '../../src/understanding/slots/whose';

const NOW = Date.parse('2026-11-20T20:20:00Z'); // Friday, 14:20 in Guatemala

test.each<[string, object, CountryCode?]>([
  ['recárgame 20 al 5555-1234', { amount: '20', line: '5555-1234' }],
  ['recargame Q20.00 al 55551234 porfa', { amount: 'q20.00', line: '55551234' }],
  ['20 al 5555 1234', { amount: '20', line: '5555 1234' }],
  ['20 5555 1234', { amount: '20', line: '5555 1234' }],
  ['recárgame veinte al cincuenta y cinco cincuenta y cinco cero uno cero dos', { amount: 'veinte', line: '55 55 0 1 0 2' }],
  ['saldo del cinco cinco cinco cinco cero uno cero uno', { line: '5 5 5 5 0 1 0 1' }],
  ['ponele cincuenta al cincuenta y cinco, cincuenta y cinco, cero uno, cero dos', { amount: 'cincuenta', line: '55 55 0 1 0 2' }],
  ['mandale 15 a +502 5555 0102', { amount: '15', line: '+502 5555 0102' }],
  ['veinte quetzales', { amount: 'veinte' }],
  ['ponle treinta y cinco', { amount: 'treinta y cinco' }],
  ['recarga de 20,50', { amount: '20,50' }],
  ['20 mil de carga', { amount: '20 mil' }, 'PY'],
  ['cargame 1.500', { amount: '1.500' }, 'CO'],
  ['algo de 20 con whats para el finde', { amount: '20', period: 'para el finde' }],
  ['paquete de 2 gigas por una semana', { size: '2 gigas', period: 'por una semana' }],
  ['quiero 500 megas de 15 quetzales', { size: '500 megas', amount: '15' }],
  ['uno de 20 que termina en 15 días', { amount: '20', period: '15 días' }],
  ['my pack ends in 30 days', { period: '30 days' }],
  ['paquete semanal de 5 gb', { size: '5 gb', period: 'semanal' }],
  ['medio giga para hoy', { size: 'medio giga', day: 'hoy' }],
  ['la factura de marzo', { month: 'marzo' }],
  ['mi recibo del mes pasado', { month: 'del mes pasado' }],
  ['factura de noviembre de 2025', { month: 'noviembre de 2025' }],
  ['the march bill', { month: 'march' }],
  ['hice una recarga de 10 ayer a las 6', { amount: '10', day: 'ayer' }],
  ['pagué el 15 de marzo', { day: '15 de marzo' }],
  ['mi pago R-7K2M9 no aparece', { reference: 'R-7K2M9' }],
  ['recarga pv-55120 de 10 quetzales', { reference: 'pv-55120', amount: '10' }],
  ['donde hay una tienda abierta ahorita por san cristobal', { place: 'san cristobal' }],
  ['hay falla de internet en zona 10', { place: 'zona 10' }],
  ['tienda cerca de Mixco', { place: 'Mixco' }],
  ['entre 5 y 50', {}],
  ['saldo al de mi mamá', {}],
  ['tengo 13 y kiero un prestamo', {}],
  ['tengo 3 lineas', {}],
  ['contrato 10002040', { contract: '10002040' }],
  ['pagar la factura de noviembre del contrato número 10002040', { contract: '10002040', month: 'noviembre' }],
  ['the bill of contract #10002040', { contract: '10002040' }],
  ['contrato 10002040 o contrato 10003311', {}],
  ['contrato 20', {}],
  ['mi caso 10482', {}],
  ['recarga al 5555-1234 y al 5555-4321', {}],
  ['recárgame 20 y 30', { amount: '20 y 30' }],
  ['tengo 2 hijos y 1 perro', {}],
  ['una recarga', {}],
  ['quiero hablar con uno', {}],
  ['atienden de 8 a 5', {}],
  ['no me llega nada', {}],
  ['20 dólares', { amount: '20 dolares' }],
  ['recarga de 20 euros porfa', { amount: '20 euros' }],
  ['recarga -20', { amount: '-20' }],
  ['recarga mas o menos 20', {}],
  ['recarga menos veinte', { amount: 'menos veinte' }],
  ['recarga 1000000000', { amount: '1000000000' }],
  ['recarga 1000000000', { amount: '1000000000' }, 'PY'],
  ['mi dpi es 2451803700101', {}],
  ['20 dólares', { amount: '20' }, 'SV'],
  ['saldo del 5555-0102', { line: '5555-0102' }],
  ['balance of 5555-0102 please', { line: '5555-0102' }],
  ['por la mañana no hay señal', {}],
  ['cuanto cuesta el plan de 299', { amount: '299' }],
  ['', {}],
])('"%s" says %j', (text, said, code = 'GT') => {
  expect(slotsIn(text, countryOf(code))).toEqual(said);
});

test('what a piece says is read as the answer would be', () => {
  const guatemala = countryOf('GT');
  expect(readAmount('1.500', countryOf('CO'))).toEqual({ minor: 150_000, currency: 'COP' });
  expect(readAmount('1.500', guatemala)).toEqual({ minor: 150, currency: 'GTQ' });
  expect([readSize('2 gigas'), readSize('500 megas'), readSize('medio giga'), readSize('1,5 GB'), readSize('un giga'), readSize('marzo')]).toEqual([
    2 * GB,
    (500 * GB) / 1024,
    GB / 2,
    1.5 * GB,
    GB,
    undefined,
  ]);
  expect([
    readPeriod('una semana'),
    readPeriod('7 dias'),
    readPeriod('mensual'),
    readPeriod('el finde'),
    readPeriod('24 horas'),
    readPeriod('marzo'),
  ]).toEqual([168, 168, 720, 72, 24, undefined]);
  expect([readMonth('marzo', NOW, guatemala), readMonth('diciembre', NOW, guatemala), readMonth('mes pasado', NOW, guatemala)]).toEqual([
    '2026-03',
    '2025-12',
    '2026-10',
  ]);
  expect([readMonth('noviembre de 2025', NOW, guatemala), readMonth('este mes', NOW, guatemala), readMonth('hola', NOW, guatemala)]).toEqual([
    '2025-11',
    '2026-11',
    undefined,
  ]);
  expect([
    readDay('ayer', NOW, guatemala),
    readDay('mañana', NOW, guatemala),
    readDay('el lunes', NOW, guatemala),
    readDay('15 de marzo', NOW, guatemala),
  ]).toEqual(['2026-11-19', '2026-11-21', '2026-11-16', '2026-03-15']);
  expect(readDay('31/02', NOW, guatemala)).toBeUndefined();
});

test('nothing is found where nothing was said, whatever the text', () => {
  for (const text of ['\u0001\u0002', '٢٠', '+'.repeat(500), '1'.repeat(500), '5555-'.repeat(90), 'İ'.repeat(50)]) {
    expect(() => slotsIn(text, countryOf('GT'))).not.toThrow();
  }
});

test.each([
  ['cuánto debo de mi internet', true, 'home'],
  ['quiero pagar el cable', true, 'home'],
  ['la factura de mi celular', true, 'mobile'],
  ['el internet de mi celular', true, undefined],
  ['cuánto debo', true, undefined],
  ['no tengo internet', false, undefined],
  ['no ay internet en la casa', false, 'home'],
  ['no me sirve el wifi', false, 'home'],
  ['no tengo señal en mi casa', false, undefined],
  ['mi cel no agarra señal', false, 'mobile'],
])('"%s" (of a bill: %s) is about: %s', (text, billed, whose) => expect(whoseIn(text, billed)).toBe(whose));

test('twice as many numbers make about twice the work, not four times', () => {
  const read = jest.spyOn(String.prototype, 'normalize'); // each look at a number begins so
  const looksAt = (text: string): number => {
    read.mockClear();
    slotsIn(text, countryOf('GT'));
    return read.mock.calls.length;
  };
  try {
    for (const number of ['5555 0101 ', '4242 ', '123.45 ', '1-2 '])
      expect(looksAt(number.repeat(200).slice(0, 500))).toBeLessThan(2.2 * looksAt(number.repeat(200).slice(0, 250)));
  } finally {
    read.mockRestore();
  }
});
