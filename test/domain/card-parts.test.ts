import { cardPart, joinsCard } from '../../src/domain/card-parts';
import { withoutCards } from '../../src/domain/cards';
import { AROUND, cardNumber, chance, DIGITS, figure, inScript, isDpi, parted, phone } from './card-writing';

const found = (text: string): boolean => withoutCards(text).found;
/** Whether the second message is seen to go on with the first. */
const joins = (first: string, second: string): boolean => {
  const last = cardPart(first)?.last;
  const next = cardPart(second);
  return last !== undefined && next !== undefined && joinsCard([last], next) === 1;
};
const NOTHING_LEFT: readonly (readonly [string, string])[] = [
  ['', ''],
  ['mi tarjeta es ', ''],
  ['', ' y el resto'],
  ['ahora ', ' gracias'],
  ['la segunda parte: ', ''],
];

describe('a card number in two messages', () => {
  test('is found in each of 100,000 ways to write one, wherever it is split', () => {
    const luck = chance(20261121);
    const missed: string[] = [];
    for (let count = 0; count < 100_000;) {
      const number = cardNumber(luck);
      if (isDpi(number)) continue;
      const zero = luck.below(6) === 0 ? luck.one(DIGITS) : '0';
      const written = parted(number, luck);
      const places = Array.from({ length: written.length - 1 }, (_, at) => at + 1).filter((at) =>
        [written.slice(0, at), written.slice(at)].every((part) => part.replace(/\D/g, '').length >= 4),
      );
      const at = luck.one(places);
      const [[before, after], [and, so]] = [luck.one(AROUND.slice(0, 3)), luck.one(NOTHING_LEFT)];
      const tail = luck.below(3) === 0 ? luck.one([' 08/29 123', ' 0829', ' 12/2030 1234', ', cvv 123']) : '';
      const first = before + inScript(written.slice(0, at), zero) + (luck.below(2) ? '' : after.replace(/\d/g, ''));
      const second = and + inScript(written.slice(at) + tail, zero) + so;
      if (found(first) || found(second)) continue; // Maestro begins with nearly anything: one of the two passes by itself
      count++;
      if (!joins(first, second)) missed.push(JSON.stringify([number, first, second]));
    }
    expect(missed.slice(0, 5)).toEqual([]);
  });

  test.each([
    ['4242 4242', '4242 4242 08/29 123'],
    ['mi tarjeta: 4242', '4242 4242 4242'],
    ['4242 4242 42', '42 4242'],
    ['42424242', 'y sigue 42424242, vence 08/29'],
    ['٤٢٤٢٤٢٤٢', '٤٢٤٢٤٢٤٢'],
    ['3782 822463', '10005'],
  ])('%j, %j', (first, second) => expect(joins(first, second)).toBe(true));

  test.each([
    ...['recarga con tarjeta al 5555-0103', 'paga la recarga al 5555-0103', 'al 5555-0103', 'otros 5555-0103', 'y lo mismo 5555 0103'],
    ...['y la otra mitad del número 5555-0103', 'la otra parte del 5555 0103', 'los otros 8 del número 5555-0103', 'y más del número 5555-0103'],
    ...['los otros dígitos para 5555-0103', 'the other half, same to 5555-0103', 'y lo que falta, igual al 5555-0103'],
    ...['y otros 20 de mi tarjeta al 5555-0103', '20 y 5555-0103', 'son otros 4, 5555-0103'],
  ])('"%s" goes on with a card all the same', (second) => expect(joins('5555-0101', second)).toBe(true));

  test('in four messages too', () => {
    const group = cardPart('4242');
    expect(group && joinsCard(['4242', '4242', '4242'], group)).toBe(3);
  });

  test.each([
    ['5555-0101', '20'],
    ['5555-0101', '482910'],
    ['recarga 20 al 5555-0101', 'el imei es 356938035643809'],
    ['2451 80370 0101', '5555-0101'],
    ['hola', '4242 4242'],
    ['5555-0101', 'recarga 5 al 5555-0103'],
    ['5555-0101', 'saldo del 5555 0111'],
    ['5555-0101', 'no, mejor 10 al 5555-0111'],
    ['5555-0101', 'ponle 20 al 5555-0111'],
    ['5555-0101', 'échale 20 al 5555-0111'],
    ['recarga a la línea 5555-0103', '5555-0101'],
    ['5555-0101', 'recarga 20 al 5555-0102 y 30 al 5555-0103'],
    ['5555-0101', 'y otros 20 al 5555-0103'],
    ['5555-0101', 'otros 50 para mi mamá 5555-0103'],
    ['5555-0101', 'lo mismo al 5555-0103'],
    ['5555-0101', '20 más al 5555-0103'],
    ['5555-0101', 'and another 20 to 5555-0103'],
    ['5555-0101', '20 al 5555-0103'],
    ['5555-0101', 'me equivoqué, le puse 20 al 5555-0102 y era al 5555-0103'],
  ])('%j, %j: none', (first, second) => expect(joins(first, second)).toBe(false));

  test('two phone numbers in two messages: those that pass as one are taken for a card, unless a phone was asked for', () => {
    const luck = chance(84);
    let taken = 0;
    for (let count = 0; count < 20_000; count++) if (joins(phone(luck), phone(luck))) taken++;
    figure('two phone numbers in two messages taken for a card, %', { taken: Math.round(taken / 20) / 10 });
    expect(taken / 20_000).toBeLessThan(0.1);
  });
});
