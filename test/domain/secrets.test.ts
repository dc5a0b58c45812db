import { hasSecrets, isCode, withoutSecrets } from '../../src/domain/secrets';

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

  test('two thousand characters take no time', () => {
    const begun = process.cpuUsage().user;
    for (const text of ['clave de '.repeat(220), 'clave es '.repeat(220), `pin ${'1 '.repeat(990)}`, 'código'.repeat(330), ' '.repeat(2_000)])
      withoutSecrets(text, 'nothing');
    expect((process.cpuUsage().user - begun) / 1_000).toBeLessThan(10_000); // of the processor's own time: it takes a hundredth of that
  });
});
