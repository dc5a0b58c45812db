import { fold } from '../../../domain/fold';

/** WPA2 takes 8 to 63 characters; under 10 a neighbour's computer guesses it in a night. A name takes 32 bytes. */
export const WIFI = { shortest: 10, longest: 63, nameBytes: 32 } as const;

/** Why a password is not taken, without the password. */
export type Weakness = 'short' | 'long' | 'signs' | 'edges' | 'letters' | 'digits' | 'easy' | 'known';

/** What everybody tries first. */
const COMMON = [
  'password',
  'contrasena',
  'qwerty',
  'abc123',
  'internet',
  'admin',
  'familia',
  'teamo',
  'bienvenido',
  'welcome',
  '12345',
  '00000',
  'iloveyou',
];
/** So much of a password must not be one of those, in characters. */
const OF_ITS_OWN = 6;
const DIFFERENT = 5;

/** @param known what others know of this home: the name of its Wi-Fi, its contract */
export function weakness(password: string, known: readonly string[]): Weakness | undefined {
  if (password !== password.trim()) return 'edges';
  if (password.length < WIFI.shortest) return 'short';
  if (password.length > WIFI.longest) return 'long';
  if (!/^[\x20-\x7e]+$/.test(password)) return 'signs';
  if (!/[A-Za-z]/.test(password)) return 'letters';
  if (!/\d/.test(password)) return 'digits';
  const folded = fold(password).replaceAll(' ', '');
  if (known.some((each) => fold(each).replaceAll(' ', '').length >= 4 && folded.includes(fold(each).replaceAll(' ', '')))) return 'known';
  const common = COMMON.find((each) => folded.includes(each));
  const isEasy = new Set(folded).size < DIFFERENT || (common !== undefined && folded.length - common.length < OF_ITS_OWN);
  return isEasy ? 'easy' : undefined;
}

/** Why a name is not taken. */
export type BadName = 'empty' | 'long' | 'signs' | 'number';

/** Letters, digits and what stands between them: other signs trouble older devices. */
export function badName(name: string, contract: string): BadName | undefined {
  if (name === '') return 'empty';
  if (Buffer.byteLength(name) > WIFI.nameBytes) return 'long';
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._&'-]*$/u.test(name)) return 'signs';
  return name.replace(/\D/g, '').includes(contract) ? 'number' : undefined;
}
