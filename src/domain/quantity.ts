import { decimalOf } from './decimal';
import { formatNumber, NO_BREAK_SPACE, type MoneyCountry } from './money';

const KB = 1024;
const MB = 1024 * KB;
/** 1 GB = 1024 MB = 1024³ bytes, as operators sell it. */
export const GB = 1024 * MB;

/** Something counted: data in bytes, voice in seconds, messages in pieces. Always a whole number. */
export interface Quantity {
  readonly kind: 'data' | 'voice' | 'sms';
  readonly count: number;
}

const unit = (kind: Quantity['kind'], each: number) => ({ kind, each: BigInt(each) });
/** Units as TM Forum's TMF654 and its implementations write them, in small letters. */
const UNITS: ReadonlyMap<string, ReturnType<typeof unit>> = new Map([
  ...['b', 'byte', 'bytes', 'octet', 'octets'].map((name) => [name, unit('data', 1)] as const),
  ...['kb', 'kbyte', 'kbytes', 'kilobyte', 'kilobytes'].map((name) => [name, unit('data', KB)] as const),
  ...['mb', 'mbyte', 'mbytes', 'megabyte', 'megabytes'].map((name) => [name, unit('data', MB)] as const),
  ...['gb', 'gbyte', 'gbytes', 'gigabyte', 'gigabytes'].map((name) => [name, unit('data', GB)] as const),
  ...['s', 'sec', 'second', 'seconds'].map((name) => [name, unit('voice', 1)] as const),
  ...['min', 'mins', 'minute', 'minutes'].map((name) => [name, unit('voice', 60)] as const),
  ...['h', 'hour', 'hours'].map((name) => [name, unit('voice', 3600)] as const),
  ...['sms', 'message', 'messages'].map((name) => [name, unit('sms', 1)] as const),
]);

/**
 * A TMF654 quantity, `{ amount: 1.2, units: 'GB' }`, in whole bytes, seconds or pieces, computed without floats. A fraction of a byte
 * counts as one, so that 1.2 GB (1288490188.8 bytes) still reads "1.2 GB" when it is shown rounded down; fractions of seconds and
 * pieces are dropped. Undefined for an unknown unit, and for what is no plain number from 0 on.
 */
export function readQuantity({ amount, units }: { readonly amount: number | string; readonly units: string }): Quantity | undefined {
  const known = UNITS.get(units.trim().toLowerCase());
  const read = decimalOf(amount);
  if (!known || !read || read.digits < 0n) return undefined;
  const scale = 10n ** BigInt(read.scale);
  const count = Number((read.digits * known.each + (known.kind === 'data' ? scale - 1n : 0n)) / scale);
  return Number.isSafeInteger(count) ? { kind: known.kind, count } : undefined;
}

/** Bytes as customers read them: "1.2 GB", "500 MB", with the country's marks. At most one decimal, rounded down; MB below 1 GB. */
export function formatData(bytes: number, { money }: Pick<MoneyCountry, 'money'>): string {
  const [each, name] = bytes >= GB ? [GB, 'GB'] : [MB, 'MB'];
  const tenths = (BigInt(bytes) * 10n) / BigInt(each);
  const fraction = tenths % 10n === 0n ? '' : String(tenths % 10n);
  return `${formatNumber(String(tenths / 10n), fraction, money)}${NO_BREAK_SPACE}${name}`;
}

/** Seconds of calls as customers read them: "45 min", rounded down; "30 s" below a minute. */
export const formatVoice = (seconds: number, { money }: Pick<MoneyCountry, 'money'>): string =>
  seconds >= 60 || seconds === 0
    ? `${formatNumber(String(Math.floor(seconds / 60)), '', money)}${NO_BREAK_SPACE}min`
    : `${Math.floor(seconds)}${NO_BREAK_SPACE}s`;

/** "20 SMS". */
export const formatSms = (pieces: number, { money }: Pick<MoneyCountry, 'money'>): string =>
  `${formatNumber(String(pieces), '', money)}${NO_BREAK_SPACE}SMS`;
