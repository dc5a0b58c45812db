import { withoutSecrets } from '../../src/domain/secrets';

describe('the three digits on the back of a card', () => {
  test.each([
    'cvv 321 y el recibo',
    'mi CVV es 321',
    'CVV: 321',
    'cvv2 321',
    'cvc 321, vence 04/29',
    'código de seguridad 321',
    'el codigo de seguridad es 321',
    'codigo de seguridad de la tarjeta 321',
    'the security code is 321',
    'cvv 4321',
  ])('are nobody’s to read: "%s"', (said) => {
    for (const awaited of ['nothing', 'text', 'number', 'phone']) expect(withoutSecrets(said, awaited)).not.toMatch(/4?321/);
  });

  test.each(['recarga 321', 'código de área 502', 'tengo 3 recibos, 321 quetzales', 'el cvv no lo tengo, pagué 321'])('are not in "%s"', (said) =>
    expect(withoutSecrets(said, 'text')).toBe(said),
  );
});
