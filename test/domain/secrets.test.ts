import { besidesHidden, hasSecrets, isCode, withoutDigits, withoutSecrets } from '../../src/domain/secrets';

describe('codes and passwords in what a customer writes', () => {
  test.each([
    ['mi clave es hunter2', 'mi clave es ••••••'],
    ['mi contraseña es: Casa-2026, gracias', 'mi contraseña es: ••••••, gracias'],
    ['la clave del wifi es Perro123', 'la clave del wifi es ••••••'],
    ['password: Tr0ub4dor', 'password: ••••••'],
    ['my password is hunter2', 'my password is ••••••'],
    ['el pin es 12345678901234', 'el pin es ••••••'],
    ['código 482 910', 'código ••••••'],
    ['mi código es 482910', 'mi código es ••••••'],
    ['pin: ٤٨٢٩١٠', 'pin: ••••••'],
    ['482910', '••••••'],
    ['482-910', '••••••'],
    ['４８２９１０', '••••••'],
  ])('%j goes', (text, expected) => {
    expect(withoutSecrets(text, 'nothing')).toBe(expected);
    expect(isCode(text) || hasSecrets(text)).toBe(true);
  });

  test.each([
    'olvidé mi clave',
    'no me llega el código',
    'quiero cambiar la contraseña del wifi',
    'mi línea es 5555-0101',
    'mi número es 5555 0101',
    'recarga 20',
    'contrato 10002040',
    'la compañía es mala',
    'dice que la clave es incorrecta',
    'la contraseña del wifi es correcta, pero no conecta',
    'the password is wrong',
    'gracias',
    '',
  ])('%j stays', (text) => expect(withoutSecrets(text, 'nothing')).toBe(text));

  test('an answer to a question for a secret stays whole, and so does a number where a number is asked', () => {
    expect(withoutSecrets('mi código es 482910', 'code')).toBe('mi código es 482910');
    expect(withoutSecrets('mi clave es hunter2', 'secret')).toBe('mi clave es hunter2');
    expect(withoutSecrets('501277', 'number')).toBe('501277');
    expect(withoutSecrets('mi código es 10002040', 'number')).toBe('mi código es 10002040');
    expect(withoutSecrets('mi clave es hunter2', 'number')).toBe('mi clave es ••••••');
    expect(withoutSecrets('501277', 'text')).toBe('501277');
  });

  test.each([
    ['mi clave es hunter2', ''],
    ['482910', ''],
    ['la contraseña del wifi: Casa-2026', ''],
    ['mi clave es hunter2 y no entra', 'y no entra'],
    ['quiero recargar, mi pin es 12345678901234', 'quiero recargar,'],
    ['quiero recargar', undefined],
  ])('of %j is left what else it says', (text, left) => expect(besidesHidden(withoutSecrets(text, 'nothing'))).toBe(left));

  test('two thousand characters take no time', () => {
    const begun = process.cpuUsage().user;
    for (const text of ['clave de '.repeat(220), 'clave es '.repeat(220), `pin ${'1 '.repeat(990)}`, 'código'.repeat(330), ' '.repeat(2_000)])
      besidesHidden(`${withoutSecrets(text, 'nothing')}••••••`);
    expect((process.cpuUsage().user - begun) / 1_000).toBeLessThan(10_000); // of the processor's own time: it takes a hundredth of that
  });
});

describe('where a code or a PIN may come in pieces', () => {
  test.each(['préstame 500', 'recarga 20 por favor', 'quiero comprar algo de 20', 'lend me 50'])('%j asks for money, and stays', (text) =>
    expect(withoutDigits(text)).toBe(text),
  );

  test.each([
    '482',
    'empieza con 482',
    'mi código es 48 29 10',
    'recarga 5012 7781 0042',
    'compré la tarjeta y el pin es 501',
    'recarga 501 y 277',
    'recarga con 5012',
    'préstame ٥٠١٢',
  ])('%j loses its digits', (text) => expect(withoutDigits(text)).not.toMatch(/\p{Nd}/u));
});
