import fc from 'fast-check';
import { rememberingLog, vault } from '../../src/state/seal';

const about = ['messenger:1', 'reply', 7];
const first = Buffer.alloc(32, 1);
const second = Buffer.alloc(32, 2);
const WEEK_MS = 7 * 24 * 3_600_000;
const MONDAY = Date.UTC(2026, 0, 5); // ISO week 2 of 2026

test('what was sealed opens, whatever it says', () => {
  const { seal, open } = vault([first]);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => open(seal(text, about), about) === Buffer.from(text).toString()));
});

test('no bit may be flipped', () => {
  const { seal, open } = vault([first]);
  const sealed = Buffer.from(seal('Q50 al 5555-0101', about));
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const other = Buffer.from(sealed);
    other[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => open(other.toString('latin1'), about)).toThrow();
  }
});

test.each([
  ['another conversation', ['messenger:2', 'reply', 7]],
  ['another kind', ['messenger:1', 'state', 7]],
  ['another number', ['messenger:1', 'reply', 8]],
  ['parts joined otherwise', ['messenger:1,reply', 7]],
])('moved to %s, it does not open', (_, elsewhere) => {
  const { seal, open } = vault([first]);
  expect(() => open(seal('hola', about), elsewhere)).toThrow();
});

test.each(['', '.', 'x.1.AAAA', 'hola', '5b.2922.'])('%j is no sealed text', (text) => {
  expect(() => vault([first]).open(text, about)).toThrow();
});

test('the key changes on Monday, 00:00 UTC; what older keys sealed still opens', () => {
  let now = MONDAY - 1;
  const { seal, open } = vault([first], () => now);
  const keyId = (sealed: string): string => sealed.slice(0, sealed.lastIndexOf('.'));
  const sunday = seal('hola', about);
  now = MONDAY;
  const monday = seal('hola', about);
  now = MONDAY + WEEK_MS - 1;
  expect(keyId(monday)).not.toBe(keyId(sunday));
  expect(keyId(seal('hola', about))).toBe(keyId(monday));
  for (let week = 0; week < 60; week++, now += WEEK_MS) {
    expect(open(sunday, about)).toBe('hola');
    expect(open(seal('hoy', about), about)).toBe('hoy');
  }
});

test('a new master seals, the old one opens, a dropped one does not', () => {
  const old = vault([first]).seal('hola', about);
  const ring = vault([second, first]);
  expect(ring.open(old, about)).toBe('hola');
  expect(vault([second]).open(ring.seal('hoy', about), about)).toBe('hoy');
  expect(() => vault([second]).open(old, about)).toThrow('gone');
});

test('a master secret has 32 bytes', () => {
  expect(() => vault([])).toThrow();
  expect(() => vault([Buffer.alloc(31)])).toThrow();
});

test('replies that were just sealed are at hand; of what customers write, codes among it, nothing is', () => {
  const { seal, open } = vault([first]);
  const opened: string[] = [];
  const remembering = rememberingLog({ seal, open: (sealed, what) => (opened.push(String(what[1])), open(sealed, what)) });
  for (const what of [
    ['web:1', 'reply', 7],
    ['web:1', 'echo', 'd'],
    ['web:1', 'mail', 'd'],
  ] as const)
    expect(remembering.open(remembering.seal('123456', what), what)).toBe('123456');
  expect(opened).toEqual(['echo', 'mail']);
  const reply = remembering.seal('hola', about);
  expect(() => remembering.open(reply, ['messenger:1', 'reply', 8])).toThrow();
});
