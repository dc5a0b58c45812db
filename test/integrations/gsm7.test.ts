import { encoded } from '../../src/integrations/sms/gsm7';

describe('the alphabet of 7 bits', () => {
  /** 3GPP TS 23.038, table 6.2.1, by rows of its codes; `·` stands for the escape. */
  const TABLE = [
    '@£$¥èéùìòÇ\nØø\rÅå',
    'Δ_ΦΓΛΩΠΨΣΘΞ·ÆæßÉ',
    ' !"#¤%&\'()*+,-./',
    '0123456789:;<=>?',
    '¡ABCDEFGHIJKLMNO',
    'PQRSTUVWXYZÄÖÑÜ§',
    '¿abcdefghijklmno',
    'pqrstuvwxyzäöñüà',
  ];

  test('has its 127 letters of one septet and 9 of two', () => {
    const basic = [...TABLE.join('').replace('·', '')];
    expect(basic).toHaveLength(127);
    for (const letter of basic) expect(encoded(letter.repeat(160))).toEqual({ text: letter.repeat(160), coding: '0', parts: 1 });
    for (const letter of '\f^{}\\[~]|€') {
      expect(encoded(letter.repeat(80))).toEqual({ text: letter.repeat(80), coding: '0', parts: 1 });
      expect(encoded(letter.repeat(81)).parts).toBe(2);
    }
  });

  test('what Spanish loses gets its nearest letter, the rest stays', () => {
    expect(encoded('áéíóúñü¿¡ ÁÉÍÓÚÑÜ')).toEqual({ text: 'aéiouñü¿¡ AÉIOUÑÜ', coding: '0', parts: 1 });
    expect(encoded('“Así” — ya está…').text).toBe('"Asi" - ya esta...');
  });

  test('a letter and its mark written apart are one letter', () => {
    expect(encoded('man\u0303ana e\u0301l').text).toBe('mañana él');
  });

  test('when a letter still misses, all of it is kept', () => {
    expect(encoded('¿Así? ✅')).toEqual({ text: '¿Así? ✅', coding: '2', parts: 1 });
    expect(encoded('ç').coding).toBe('2');
  });

  test.each([
    ['a', 160, 1],
    ['a', 161, 2],
    ['a', 306, 2],
    ['a', 307, 3],
    ['€', 76, 1],
    ['€', 152, 2],
    ['€', 153, 3], // an escape and its letter are not parted: 76 in a part
    ['ж', 70, 1],
    ['ж', 71, 2],
    ['ж', 134, 2],
    ['ж', 135, 3],
    ['😀', 35, 1],
    ['😀', 66, 2], // nor are the halves of an emoji: 33 in a part
    ['😀', 67, 3],
  ])('%s × %i takes %i', (letter, times, parts) => {
    expect(encoded(letter.repeat(times)).parts).toBe(parts);
  });
});
