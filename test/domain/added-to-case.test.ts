import { addedBy } from '../../src/domain/cases/added';
import { addedFor } from '../../src/domain/cases/claimed';
import { countryOf } from '../../src/domain/countries';

test.each([
  'el martes como a las 3',
  'fue en la zona 10',
  'Fue ayr en la noxe',
  'vos, fue el lunes en la tarde',
  'ah, y fue en la tienda de doña Marta',
  'se me olvidó decir que pagué en efectivo',
  'quiero agregar que fue el martes',
  'ah y mi número alterno es 5555-0103',
  'me pueden llamar al 5555-0103 después de las 5',
  'el comprobante es PV-55120',
  'hoy por la mañana',
  'it was on Tuesday around 3',
  'I forgot to say it was in zone 10',
  'my other number is 5555-0103',
])('"%s" says when, where, or how to be reached', (text) => expect(addedBy(text)).toBe('detail'));

test.each(['y también se fue el internet', 'y me cobraron dos veces', 'además mi papá tampoco tiene señal', 'also the internet went down'])(
  '"%s" says something more',
  (text) => expect(addedBy(text)).toBe('beside'),
);

test.each(['mi hijo la hizo', 'la recarga era de 25 no de 10', 'the lady gave me a paper'])('"%s" is a statement', (text) =>
  expect(addedBy(text)).toBe('statement'),
);

test.each(['ok', 'ok, espero la respuesta', 'no, nada más', 'sí', 'listo, quedo a la espera', 'ok thanks I will wait'])(
  '"%s" ends the talk, and is nothing for an agent',
  (text) => expect(addedBy(text)).toBe('closes'),
);

test.each(['no, está bien', 'no gracias, espero', 'ya quedo a la espera'])('"%s" ends it too', (text) => expect(addedBy(text)).toBe('closes'));

test.each([
  ...['ya no espero más', 'no espero mas', 'no está bien', 'no quedó bien', 'no me lo resuelvan así', 'no entiendo nada', 'nada de respuesta'],
  ...['I got nothing', 'no answer', 'no ayuda'],
])('"%s" ends nothing', (text) => expect(addedBy(text)).not.toBe('closes'));

test.each(['que hago entonces', '¿y ahora qué hago?', 'qué hago', 'tengo que hacer algo más', 'what do I do now?', 'do I need to do anything else?'])(
  '"%s" asks what is left to do',
  (text) => expect(addedBy(text)).toBe('what-now'),
);

test.each(['¿tengo que pagar otra vez?', 'debo pagar de nuevo', 'tengo que recargar otra vez?', 'do I have to pay again?', 'should i top up again'])(
  '"%s" asks whether to pay twice',
  (text) => expect(addedBy(text)).toBe('pay-again'),
);

test.each(['debo pagar algo?', 'tengo que pagar algo más', 'do I have to pay', 'should I pay now', 'do I need to pay anything'])(
  '"%s" asks what is owed, which no case can tell',
  (text) => expect(addedBy(text)).toBeUndefined(),
);

test.each([
  ...['quiero recargar 50', 'y también quiero recargar 50', 'necesito un asesor', 'hoy quiero comprar un paquete', 'y dame mi saldo'],
  ...[
    '¿y mis megas?',
    '¿cuándo me responden?',
    'cuánto tardan',
    'y cuánto tardan',
    'desde cuándo está así',
    'hace cuánto lo abrí',
    'puedo pagar aquí',
  ],
  ...['la tienda de la zona 10 a qué hora abre', 'a las 5 cierran', 'el sabado abren', 'mi otro número es el 5555-0102 recárgale 10'],
  ...['hola', 'asdf', '5555-0103', 'saldo', 'when do you answer', 'i want to top up', 'show me my bill'],
])('"%s" asks, wants, or says too little', (text) => expect(addedBy(text)).toBeUndefined());

test('a text of nothing but such words is read at once, however long it is', () => {
  for (const word of ['ah ', 'y ', 'nada mas ', 'fue ', 'ok gracias ', 'pero y ah '])
    expect(['closes', 'statement', 'beside', 'detail', undefined]).toContain(addedBy(`${word.repeat(1_000)}x`));
}, 20_000);

describe('what agents read of it', () => {
  const country = countryOf('GT');
  test('the line to be reached at is whole, whose last digits nobody can call', () =>
    expect(addedFor('mi número alterno es 5555-0103', [], country)).toBe('mi número alterno es …0103\n(número que dio, sin comprobar: 5555-0103)'));
  test('a line that was proved is known to them', () => expect(addedFor('fue al 5555-0103', ['50255550103'], country)).toBe('fue al …0103'));
  test.each(['mi contrato es 55550101', 'mi DPI es 2547 88541 0101', 'fue el martes'])('nothing else of "%s" is whole', (text) =>
    expect(addedFor(text, [], country)).not.toContain('sin comprobar'),
  );
});
