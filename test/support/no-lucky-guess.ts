import type * as Otp from 'otplib';

/**
 * Wrong codes that tests type. Each would be right once in a million, and there are many of them: here none is ever the code of an SMS.
 * Jest loads this before every test file.
 */
const TYPED = /^(?:00000\d|12345\d|(\d)\1{5}|234567|345678|456789|567890|654321|4829\d\d)$/;
const OTHER = '907531';

jest.mock('otplib', () => {
  const real = jest.requireActual<typeof Otp>('otplib');
  const generateSync: typeof Otp.generateSync = (options) => {
    const code = real.generateSync(options);
    return TYPED.test(code) ? OTHER : code;
  };
  return { ...real, generateSync };
});
